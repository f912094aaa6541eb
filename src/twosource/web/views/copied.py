"""The copy groups around one report in, the marks of its copied sentences and an account of them out."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from twosource.model import Article, CopyGroup, Holdings, Span, Statement, TracedSentence
from twosource.model.copygroup import Fate
from twosource.publish.highlight import Reference, Wanted
from twosource.publish.outlet import outlet_name
from twosource.publish.view import Jump
from twosource.publish.wording import agency_name, counted, listed, shortened
from twosource.web.ways import way

BACK = "↩"
QUOTED = 120
FATES: tuple[tuple[Fate, str], ...] = (("copied", "word for word"), ("edited", "edited"), ("added", "added here"))


@dataclass(frozen=True, slots=True, kw_only=True)
class CopiesAccount:
    """Where the words of a report come from: said in sentences, with the reports it shares them with.

    ``others`` are ways to the other reports of its group, each with one to the page that compares the two.
    """

    told: str
    why: str
    others: tuple[tuple[Jump, str], ...]
    more: int


def sentence_anchor(span: Span) -> str:
    """Return the name of the element that holds a sentence which others copied."""
    return f"s-{span.start}-{span.end}"


def copy_marks(article: Article, holdings: Holdings, as_of: str | None) -> tuple[Wanted, ...]:
    """Return a mark for each copied sentence, with a way to where it is from, and for each that others took."""
    articles = {one.id: one for one in holdings.articles}
    sentences = [one for group in holdings.copies for one in group.sentences]
    own = (mark for one in sentences if one.report == article.id for mark in _own_marks(one, articles, as_of))
    taken = sorted({one.source_span for one in sentences if one.source == article.id and one.source_span})
    return (*own, *(Wanted(span=span, style="taken", anchor=sentence_anchor(span)) for span in taken))


def speaker_marks(statements: tuple[Statement, ...], report: str) -> tuple[Wanted, ...]:
    """Return a mark for each place where a report names who says something."""
    sources = {one.source for one in statements if one.report == report and one.source}
    return tuple(Wanted(span=span, style="speaker", anchor=None) for span in sorted(sources))


def copies_account(article: Article, holdings: Holdings, as_of: str | None) -> CopiesAccount | None:
    """Return where the words of a report come from, None where it stands alone."""
    group = next((one for one in holdings.copies if article.id in one.reports), None)
    if group is None:
        return None
    known = [one for one in holdings.articles if one.id in group.reports and one.id != article.id]
    return CopiesAccount(
        told=_told(article, group, {one.id: one for one in holdings.articles}),
        why=group.why,
        others=tuple(_other(one, article.id, as_of) for one in known),
        more=len(group.reports) - 1 - len(known),
    )


def _own_marks(one: TracedSentence, articles: Mapping[str, Article], as_of: str | None) -> Iterator[Wanted]:
    if one.fate == "added" or one.source is None or one.source_span is None:
        return
    source = articles.get(one.source)
    words = f": “{shortened(one.source_span.of(source.text), QUOTED)}”" if source else ""
    label = (
        f"{'Copied' if one.fate == 'copied' else 'Edited'} from {outlet_name(source) if source else 'another report'}"
    )
    href = way(f"/reports/{one.source}", None, as_of, f"#{sentence_anchor(one.source_span)}")
    yield Wanted(span=one.span, style=one.fate, references=(Reference(sign=BACK, href=href, label=f"{label}{words}"),))
    for change in one.changes:
        if change.span.start < change.span.end:
            yield Wanted(span=change.span, style="changed")


def _told(article: Article, group: CopyGroup, articles: Mapping[str, Article]) -> str:
    if group.origin is None:
        return f"It credits {agency_name(group.agency) or 'an agency'}; no other report here shares its wording."
    if group.origin == article.id:
        return f"{counted(len(group.reports) - 1, 'other report')} of this ledger follow this one."
    fates = Counter(one.fate for one in group.sentences if one.report == article.id)
    parts = tuple(f"{fates[fate]} {meaning}" for fate, meaning in FATES if fates[fate])
    origin = articles.get(group.origin)
    follows = outlet_name(origin) if origin else "another report"
    by_agency = f" It is a dispatch of {agency_name(group.agency)}." if group.agency else ""
    sentences = counted(fates.total(), "sentence")
    return f"It follows the report of {follows}. Of its {sentences}: {listed(parts) or 'none traced'}.{by_agency}"


def _other(one: Article, report: str, as_of: str | None) -> tuple[Jump, str]:
    jump = Jump(text=outlet_name(one), href=way(f"/reports/{one.id}", None, as_of), label=one.title)
    return jump, way("/compare", {"a": one.id, "b": report}, as_of)

"""Two articles with their claims in, the page that shows them side by side out: by sentence, and claim by claim."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from twosource.model import Article, Claim, Holdings, Span
from twosource.publish.beside import Beside, Kind, beside
from twosource.publish.highlight import Piece, Wanted, highlighted
from twosource.publish.outlet import outlet_name
from twosource.publish.shelf import Shelf, shelf
from twosource.publish.view import ClaimView
from twosource.publish.view_claim import claim_people, claim_view
from twosource.publish.view_text import wanted_marks
from twosource.publish.wording import counted, day, listed, measure_rank, word
from twosource.web.ways import led_to_pages, way

TOLD: dict[Kind, str] = {
    "same": "the same in both",
    "edited": "edited",
    "only first": "only in the first",
    "only second": "only in the second",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class HeadView:
    """One of the two reports: where it is from and how much of it the other has."""

    id: str
    href: str
    outlet: str
    title: str
    published: str
    language: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RowView:
    """A row of the comparison; each side holds sentences, each cut into plain and marked pieces."""

    kind: str
    label: str
    first: tuple[tuple[Piece, ...], ...]
    second: tuple[tuple[Piece, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimPair:
    """What both say of one measure and group of people; ``verdict`` says whether they agree."""

    title: str
    first: tuple[ClaimView, ...]
    second: tuple[ClaimView, ...]
    verdict: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparePage:
    """All that the page shows; ``told`` sums it up in a sentence."""

    first: HeadView
    second: HeadView
    told: str
    rows: tuple[RowView, ...]
    claims: tuple[ClaimPair, ...]
    swapped: str


def compare_page(first: Article, second: Article, holdings: Holdings, as_of: str | None) -> ComparePage:
    """Return two reports side by side; ``holdings`` are about both."""
    held = shelf(holdings)
    entries = beside(first, second)
    return ComparePage(
        first=_head(first, as_of),
        second=_head(second, as_of),
        told=_told(entries),
        rows=tuple(_rows(entries, _painter(first, held, as_of), _painter(second, held, as_of))),
        claims=tuple(_pairs(first.id, second.id, held, as_of)),
        swapped=way("/compare", {"a": second.id, "b": first.id}, as_of),
    )


def _head(article: Article, as_of: str | None) -> HeadView:
    return HeadView(
        id=article.id,
        href=way(f"/reports/{article.id}", None, as_of),
        outlet=outlet_name(article),
        title=article.title or "Report without a title",
        published=day(article.published),
        language=article.language or "",
    )


def _told(entries: Iterable[Beside]) -> str:
    kinds = Counter(one.kind for one in entries)
    told = tuple(f"{counted(kinds[kind], 'sentence')} {meaning}" for kind, meaning in TOLD.items() if kinds[kind])
    return f"{listed(told)}." if told else "Neither has a text that can be compared."


Paint = Callable[[Span, tuple[Span, ...]], tuple[Piece, ...]]


def _painter(article: Article, held: Shelf, as_of: str | None) -> Paint:
    """Return what cuts a sentence of an article into pieces: its claims marked, and words that differ."""
    marks = tuple(one for one in wanted_marks(article, held) if one.references)
    here = frozenset(f"#{name}" for name in held.words.values())

    def painted(sentence: Span, changed: tuple[Span, ...]) -> tuple[Piece, ...]:
        differing = tuple(Wanted(span=span, style="changed") for span in changed)
        return led_to_pages(highlighted(article.text, sentence, (*marks, *differing)), as_of, here)

    return painted


def _rows(entries: Iterable[Beside], first: Paint, second: Paint) -> Iterator[RowView]:
    """Yield a row for each pair, and one for neighbours that stand alone, each in the column of its side."""
    for is_alone, run in groupby(entries, key=lambda one: one.kind.startswith("only")):
        group = list(run)
        if not is_alone:
            yield from (_pair(one, first, second) for one in group)
            continue
        own = tuple(first(one.first, ()) for one in group if one.first)
        theirs = tuple(second(one.second, ()) for one in group if one.second)
        kind = "apart" if own and theirs else "only first" if own else "only second"
        yield RowView(kind=kind, label="Only in one" if kind == "apart" else "Only here", first=own, second=theirs)


def _pair(one: Beside, first: Paint, second: Paint) -> RowView:
    label = "The same" if one.kind == "same" else "Edited"
    return RowView(
        kind=one.kind,
        label=f"{label}, at another place" if one.moved else label,
        first=(first(one.first, one.first_changed),) if one.first else (),
        second=(second(one.second, one.second_changed),) if one.second else (),
    )


def _pairs(first: str, second: str, held: Shelf, as_of: str | None) -> Iterator[ClaimPair]:
    both = sorted((*held.claims_of[first], *held.claims_of[second]), key=_order)
    here = frozenset(f"#{name}" for name in held.words.values())
    for key, group in groupby(both, key=_order):
        claims = list(group)
        own = [one for one in claims if one.report == first]
        theirs = [one for one in claims if one.report == second]
        yield ClaimPair(
            title=", ".join(filter(None, (word("measure", claims[0].measure).capitalize(), claim_people(claims[0])))),
            first=tuple(led_to_pages(claim_view(one, held), as_of, here) for one in own),
            second=tuple(led_to_pages(claim_view(one, held), as_of, here) for one in theirs),
            verdict=_verdict(own, theirs) if key[1] != "act" else "",
        )


def _order(claim: Claim) -> tuple[int, str, bool, str]:
    group = claim.group
    who = "|".join(filter(None, (group.role, group.nationality, group.status))) if group else ""
    return measure_rank(claim.measure), claim.measure, group is not None, who


def _verdict(own: list[Claim], theirs: list[Claim]) -> str:
    if not own or not theirs:
        return "only in the first" if own else "only in the second"
    said = {(one.low, one.high, one.stance) for one in own}
    return "the same" if said == {(one.low, one.high, one.stance) for one in theirs} else "differ"

"""An article in, what the page shows of it out: facts, text with its claims marked, and what was set aside."""

from collections import Counter

from twosource.model import Article
from twosource.publish.highlight import Wanted, plain_text
from twosource.publish.outlet import UNNAMED, file_mark, named_outlet
from twosource.publish.shelf import Shelf, anchor, safe_link
from twosource.publish.view import Jump, ReportView
from twosource.publish.view_claim import claim_view
from twosource.publish.view_text import text_views
from twosource.publish.wording import counted, day


def report_view(article: Article, shelf: Shelf, further: tuple[Wanted, ...] = ()) -> ReportView:
    """Return one report as shown; ``further`` are marks in its text besides those of claims and points."""
    group = shelf.group_of.get(article.id)
    headline, text = text_views(article, shelf, further)
    named = named_outlet(article)
    return ReportView(
        anchor=anchor(article.id),
        title=headline or (article.title or "Report without a title",),
        outlet=named or UNNAMED,
        mark="" if named else file_mark(article),
        language=article.language or "",
        facts=_facts(article, plain_text(headline)),
        address=article.url or "",
        link=safe_link(article.url),
        credits=tuple(dict.fromkeys(f"{credit.name} ({credit.where}: “{credit.quote}”)" for credit in article.credits)),
        origin=group.why if group else "",
        events=tuple(
            Jump(text=event.title, href=f"#{anchor(event.id)}") for event in shelf.events if article.id in event.reports
        ),
        text=text,
        discarded=discarded_counts(article),
        others=tuple(
            claim_view(claim, shelf) for claim in shelf.claims_of[article.id] if claim.id not in shelf.in_events
        ),
    )


def discarded_counts(article: Article) -> tuple[tuple[str, str], ...]:
    """Return for each reason how much of the report was set aside, the most first."""
    characters: Counter[str] = Counter()
    passages: Counter[str] = Counter()
    for part in article.discarded:
        characters[part.reason] += part.end - part.start
        passages[part.reason] += 1
    ordered = sorted(characters.items(), key=lambda one: (-one[1], one[0]))
    return tuple(
        (reason, f"{counted(number, 'character')} in {counted(passages[reason], 'passage')}")
        for reason, number in ordered
    )


def _facts(article: Article, headline: str) -> tuple[tuple[str, str], ...]:
    """Return what is known of where a report came from, as label and value; what is not known is left out.

    The title is among them where the headline reads otherwise.
    """
    title = article.title or ""
    is_shown = not headline or " ".join(headline.split()) == " ".join(title.split())
    facts = (
        ("Title", "" if is_shown else title),
        ("Outlet", article.outlet or ""),
        ("Byline", article.byline or ""),
        ("Dateline", article.dateline or ""),
        ("Published", day(article.published)),
        ("Modified", day(article.modified)),
        ("Language", article.language or ""),
        ("File", article.path or ""),
        ("Input id", article.input_id or ""),
        ("SHA-256", article.sha256),
        ("Report id", article.id),
    )
    return tuple((label, value) for label, value in facts if value)

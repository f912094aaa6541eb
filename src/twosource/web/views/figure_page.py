"""A small ledger about one event and a figure in, the way from the figure back to its words out, as shown."""

from dataclasses import dataclass

from twosource.api import Ledger
from twosource.errors import UsageError
from twosource.model import ClaimTrace, Figure
from twosource.publish.outlet import outlet_name
from twosource.publish.shelf import Shelf, safe_link, shelf, word_anchor
from twosource.publish.view import FigureView
from twosource.publish.view_claim import claim_people, claim_says
from twosource.publish.view_figure import figure_views, ordered_figures, title_of
from twosource.publish.wording import capitalised, day, listed, rule_title, speaker_name, word
from twosource.upkeep import published
from twosource.web.views.cause import names
from twosource.web.views.event_page import HistoryView, history_view
from twosource.web.ways import led_to_pages, way

AROUND = 160  # characters on each side of a claim: the sentence before and the one after


@dataclass(frozen=True, slots=True, kw_only=True)
class TracedClaim:
    """One claim with its words among their neighbours, and where they stand in the text and in the report."""

    id: str
    report: str
    says: str
    people: str
    before: str
    quote: str
    after: str
    speaker: str
    cue: str
    stance: str
    outlet: str
    title: str
    published: str
    words_href: str
    judge_href: str
    address: str
    link: str | None
    place_in_text: str
    place_in_report: str
    sha256: str
    read_by: str
    is_judged: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class FigurePage:
    """One figure with all that is behind it; ``stacks`` are titles with claims: for, against, replaced."""

    id: str
    event: str
    title: str
    view: FigureView
    rule: str
    low: str
    best: str
    high: str
    stacks: tuple[tuple[str, str, tuple[TracedClaim, ...]], ...]
    parts: tuple[tuple[str, str], ...]
    history: HistoryView | None


def figure_page(ledger: Ledger, wanted: str, as_of: str | None) -> FigurePage:
    """Return the page of a figure of the event that a small ledger is about.

    Raises:
        UsageError: the event has no such figure.
    """
    held = shelf(ledger.holdings)
    event = held.events[0]
    views = dict(zip((one.id for one in ordered_figures(event)), figure_views(event, held), strict=True))
    figure = next((one for one in event.figures if one.id == wanted), None)
    if figure is None:
        raise UsageError(f"Asked for the figure {wanted!r}; the event “{event.title}” has none of that id now.")
    found = ledger.explain(figure.id)
    titles = {one.id: title_of(one, held) for one in event.figures}
    return FigurePage(
        id=figure.id,
        event=event.id,
        title=titles[figure.id],
        view=led_to_pages(views[figure.id], as_of),
        rule=rule_title(figure.rule),
        low=_bound(figure.low),
        best=_bound(figure.best),
        high=_bound(figure.high),
        stacks=tuple(
            (title, means, tuple(traced(one, as_of) for one in claims))
            for title, means, claims in (
                ("For it", "These claims support the figure.", found.claims_for),
                ("Against it", "These claims state another number.", found.claims_against),
                ("Replaced", "Earlier counts that their own speakers replaced.", found.claims_before),
            )
            if claims
        ),
        parts=tuple((titles[part], way(f"/events/{event.id}/figures/{part}", None, as_of)) for part in figure.parts),
        history=_history(ledger, figure, held),
    )


def _bound(number: int | None) -> str:
    return "not known" if number is None else f"{number:,}"


def _history(ledger: Ledger, figure: Figure, held: Shelf) -> HistoryView | None:
    try:
        changes = ledger.history(figure.id)
    except UsageError:
        return None
    grown = published(ledger.holdings, (figure,))
    named = names(ledger, held, (*changes, *grown.changes.get(figure.id, ())))
    return history_view(figure, changes, grown, named)


def traced(found: ClaimTrace, as_of: str | None) -> TracedClaim:
    """Return a claim with its words among their neighbours, and the way back to the report."""
    claim, article = found.claim, found.article
    start, end = claim.span.start, claim.span.end
    anchor = f"#{word_anchor(article.id, claim.span)}"
    source = found.source
    sure = "" if claim.confidence is None else f", read {claim.confidence:.0%} sure"
    return TracedClaim(
        id=claim.id,
        report=article.id,
        says=capitalised(claim_says(claim)),
        people=claim_people(claim),
        before=_line(article.text[max(0, start - AROUND) : start], at_end=True),
        quote=claim.quote,
        after=_line(article.text[end : end + AROUND], at_end=False),
        speaker=_speaker(found),
        cue=claim.cue or "",
        stance=word("stance", claim.stance),
        outlet=outlet_name(article),
        title=article.title or "Report without a title",
        published=day(article.published),
        words_href=way(f"/reports/{article.id}", None, as_of, anchor),
        judge_href=way(f"/reports/{article.id}/claims/{claim.id}", None, as_of),
        address=article.url or article.path or article.input_id or "",
        link=safe_link(article.url),
        place_in_text=f"{start}–{end}",
        place_in_report="not traced" if source is None else f"{source.start}–{source.end}",
        sha256=article.sha256,
        read_by=f"{claim.pattern}{sure}",
        is_judged=bool(claim.decisions),
    )


def _speaker(found: ClaimTrace) -> str:
    speaker = found.claim.speaker
    if speaker is None:
        return ""
    told = f" ({speaker.kind})" if speaker.kind else ""
    through = f", by way of {listed(speaker.via)}" if speaker.via else ""
    return f"{capitalised(speaker_name(speaker))}{told}{through}"


def _line(text: str, *, at_end: bool) -> str:
    """Return the text beside a claim up to the next break of paragraphs, cut at a word."""
    near = text.rpartition("\n")[2] if at_end else text.partition("\n")[0]
    if len(near) < AROUND:
        return near
    return f"… {near.partition(' ')[2]}" if at_end else f"{near.rpartition(' ')[0]} …"

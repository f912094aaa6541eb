"""A small ledger about one event in, its page out: the event as published, each figure's growth, decisions."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from twosource.api import Ledger
from twosource.keeping import Change, Published
from twosource.model import Event, Figure
from twosource.publish.chart_growth import GrowthView, growth
from twosource.publish.shelf import Shelf, shelf
from twosource.publish.view import EventView, FigureView, Jump
from twosource.publish.view_event import event_view
from twosource.publish.view_figure import figure_views, ordered_figures
from twosource.publish.wording import best_amount, counted, day, word
from twosource.upkeep import published
from twosource.web.views.cause import Names, cause_parts, names
from twosource.web.views.judgement import JudgementView, judgement_views
from twosource.web.ways import led_to_pages

NO_DAY = "Reports without a day"
AS_NOW = "As these reports told it by then, read and decided as now."
TOO_MANY = "Published on {days} days; there are too many claims to work each of them out for this page."
DRAWN = 3  # figures whose growth the page draws; each figure's own page draws its own


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureLine:
    """A figure with its id, for the ways to its page."""

    id: str
    view: FigureView


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeView:
    """One change of a figure: when, as an address names it and in words, to what, and why."""

    moment: str
    when: str
    amount: str
    agreement: str
    causes: tuple[tuple[Jump, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class HistoryView:
    """How one figure changed: in the ledger, and by the days on which the reports were published.

    ``days`` says in words what of the reports' days is told; "" where a figure has no change by them.
    """

    title: str
    chart: GrowthView | None
    changes: tuple[ChangeView, ...]
    days: str
    day_chart: GrowthView | None
    day_changes: tuple[ChangeView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class EventPage:
    """All that the page of one event shows; ``moments`` are those at which it changed: as asked for, and in words."""

    id: str
    reports: tuple[str, ...]
    view: EventView
    figures: tuple[FigureLine, ...]
    histories: tuple[HistoryView, ...]
    moments: tuple[tuple[str, str], ...]
    judgements: tuple[JudgementView, ...]
    claim_homes: dict[str, str]
    grade: str


def event_page(ledger: Ledger, told: Mapping[str, Sequence[Change]], as_of: str | None) -> EventPage:
    """Return the page of the one event that a small ledger is about.

    Args:
        ledger: the small ledger.
        told: how its totals changed, by figure.
        as_of: the moment looked at.
    """
    held = shelf(ledger.holdings)
    event = held.events[0]
    drawn = [one for one in ordered_figures(event) if told.get(one.id)][:DRAWN]
    grown = published(ledger.holdings, drawn)
    changes = (change for one in drawn for change in (*told[one.id], *grown.changes.get(one.id, ())))
    named = names(ledger, held, changes)
    return EventPage(
        id=event.id,
        reports=event.reports,
        view=led_to_pages(event_view(event, held), as_of),
        figures=_lines(event, held, as_of),
        histories=tuple(history_view(one, told[one.id], grown, named) for one in drawn),
        moments=_moments(told.values()),
        judgements=judgement_views(ledger.judgements, named.titles),
        claim_homes={claim.id: claim.report for claim in ledger.claims},
        grade=event.grade or "",
    )


def history_view(figure: Figure, changes: Sequence[Change], grown: Published, named: Names) -> HistoryView:
    """Return how a figure changed, as shown."""
    views = tuple(_change(one, moment_words(one.moment), named) for one in changes)
    told = grown.changes.get(figure.id, ())
    by_day = tuple(_change(one, day(one.moment) if one.moment else NO_DAY, named) for one in told)
    return HistoryView(
        title=word("measure", figure.measure),
        chart=_chart(views, changes),
        changes=views,
        days=_days(grown),
        day_chart=_chart(by_day, told),
        day_changes=by_day,
    )


def _chart(views: Sequence[ChangeView], changes: Sequence[Change]) -> GrowthView | None:
    return growth([(view.when, _bounds(one.figure)) for view, one in zip(views, changes, strict=True)])


def _days(grown: Published) -> str:
    """Return what is told by the reports' own days, in a sentence or two."""
    undated, come = counted(len(grown.undated), "report"), "comes" if len(grown.undated) == 1 else "come"
    if not grown.days:
        return "No report of this event tells the day it was published."
    if not grown.changes:
        few = len(grown.days) == 1 and not grown.undated
        return f"All were published on {day(grown.days[0])}." if few else TOO_MANY.format(days=len(grown.days))
    left = f" {grown.shown} of {len(grown.days)} days are worked out." if grown.shown < len(grown.days) else ""
    return f"{AS_NOW}{left}{f' {undated} without a day {come} last.' if grown.undated else ''}"


def _lines(event: Event, held: Shelf, as_of: str | None) -> tuple[FigureLine, ...]:
    ordered, views = ordered_figures(event), led_to_pages(figure_views(event, held), as_of)
    return tuple(FigureLine(id=figure.id, view=view) for figure, view in zip(ordered, views, strict=True))


def _change(one: Change, when: str, named: Names) -> ChangeView:
    figure = one.figure
    return ChangeView(
        moment=one.moment,
        when=when,
        amount="gone" if figure is None else _amount(figure),
        agreement="" if figure is None else figure.agreement,
        causes=tuple(cause_parts(cause, named) for cause in one.causes),
    )


def _amount(figure: Figure) -> str:
    bounds = _bounds(figure)
    return "no number" if bounds == (None, None, None) else best_amount(*bounds)


def _bounds(figure: Figure | None) -> tuple[int | None, int | None, int | None]:
    return (None, None, None) if figure is None else (figure.low, figure.best, figure.high)


def _moments(told: Iterable[Sequence[Change]]) -> tuple[tuple[str, str], ...]:
    every = sorted({change.moment for changes in told for change in changes})
    return tuple((moment, moment_words(moment)) for moment in every)


def moment_words(moment: str) -> str:
    """Return ``"5 January 2026, 09:00:12 UTC"`` for a time as the ledger records it; runs may be seconds apart."""
    try:
        told = datetime.fromisoformat(moment)
    except ValueError:
        return moment
    return f"{day(told.date().isoformat())}, {told:%H:%M:%S} UTC"

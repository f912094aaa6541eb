"""An event in, all that the page shows of it out: account, figures, speakers, points, timeline, map and origins."""

from twosource.model import Actor, Claim, CopyGroup, Event, Figure
from twosource.publish.chart_map import place_map
from twosource.publish.chart_timeline import timeline
from twosource.publish.moments import moments
from twosource.publish.outlet import outlet_name
from twosource.publish.shelf import Shelf, anchor
from twosource.publish.view import EventView, OriginView
from twosource.publish.view_claim import report_jump, speaker_views
from twosource.publish.view_difference import difference_views
from twosource.publish.view_figure import chip, figure_views, ordered_figures, title_of
from twosource.publish.view_point import points_views
from twosource.publish.wording import (
    agency_name,
    counted,
    days,
    listed,
    place_name,
    place_precision,
    type_name,
    word,
)


def event_view(event: Event, shelf: Shelf) -> EventView:
    """Return one event as shown."""
    claims = event_claims(event, shelf)
    figures = figure_views(event, shelf)
    return EventView(
        anchor=anchor(event.id),
        title=event.title,
        type=type_name(event.type),
        when=days(event.date),
        when_precision=word("date_precision", event.date.precision) if event.date else "",
        where=place_name(event.place),
        where_precision=_place_precision(event),
        actors=tuple(dict.fromkeys(_actor(actor) for actor in event.actors)),
        account=account(event, shelf),
        figures=figures,
        speakers=speaker_views(claims, shelf),
        points=points_views(event, shelf),
        timeline=timeline(moments(event, claims, shelf)),
        map=place_map(event.place),
        reports=tuple(report_jump(report, shelf) for report in event.reports),
        origins=tuple(origin_view(shelf.copies[group], shelf) for group in event.copy_groups if group in shelf.copies),
        links=tuple(_link(link.a, link.b, f"{link.why} ({link.score:.2f})", shelf) for link in event.links),
        headline=figures[0] if figures else None,
        differences=difference_views(event, shelf),
    )


def event_claims(event: Event, shelf: Shelf) -> tuple[Claim, ...]:
    """Return the claims of an event, in its order."""
    return tuple(shelf.claims[claim] for claim in dict.fromkeys(event.claims) if claim in shelf.claims)


def account(event: Event, shelf: Shelf) -> str:
    """Return the event in one sentence: who tells of it, and what the totals are."""
    outlets = outlets_of(event.reports, shelf)
    told = f"{counted(len(event.reports), 'report')} by {counted(len(outlets), 'outlet')}"
    totals = [
        _total(figure, shelf) for figure in ordered_figures(event) if figure.group is None and figure.measure != "act"
    ]
    tells = "tells" if len(event.reports) == 1 else "tell"
    return (
        f"{told} {tells} of {listed(tuple(totals), at_most=6)}." if totals else f"{told} {tells} of it, with no figure."
    )


def outlets_of(reports: tuple[str, ...], shelf: Shelf) -> tuple[str, ...]:
    """Return the outlets of reports, each once, in the order of the reports."""
    return tuple(dict.fromkeys(outlet_name(shelf.articles[report]) for report in reports if report in shelf.articles))


def origin_view(group: CopyGroup, shelf: Shelf) -> OriginView:
    """Return a copy group as shown: its origin, what joins it, its reports."""
    origin = agency_name(group.agency) or (report_jump(group.origin, shelf).text if group.origin else "not named")
    shared = f"{len(group.reports)} reports of one origin" if len(group.reports) > 1 else "1 report of a known origin"
    copied = sum(sentence.fate != "added" for sentence in group.sentences)
    why = f"{group.why} ({counted(copied, 'copied sentence')})" if copied else group.why
    return OriginView(
        title=f"{shared}: {origin}",
        why=why,
        reports=tuple(report_jump(report, shelf) for report in group.reports),
    )


def _total(figure: Figure, shelf: Shelf) -> str:
    return f"{title_of(figure, shelf)} ({chip(figure.agreement).label.lower()})"


def _actor(actor: Actor) -> str:
    return actor.name if actor.confidence == "stated" else f"{actor.name} ({word('confidence', actor.confidence)})"


def _place_precision(event: Event) -> str:
    if event.place is None or event.place.precision is None:
        return "not found in the gazetteer" if event.place else ""
    known = place_precision(event.place.precision)
    return known if event.place.latitude is not None else f"{known}, no coordinates"


def _link(one: str, other: str, why: str, shelf: Shelf) -> str:
    return f"{report_jump(one, shelf).text} and {report_jump(other, shelf).text}: {why}"

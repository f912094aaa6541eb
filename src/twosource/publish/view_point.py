"""The points of an event in, what is shown of them out: what all reports tell, what some do, what only one does."""

from twosource.model import Event, Point
from twosource.publish.shelf import Shelf, outlet_name
from twosource.publish.view import Jump, PointsView, PointView
from twosource.publish.view_claim import report_jump
from twosource.publish.wording import listed, speaker_name

UNFOLDED = 8  # points under one title before the rest is folded away


def points_views(event: Event, shelf: Shelf) -> tuple[PointsView, ...]:
    """Return the points under titles: those of all reports first, those of one report last, report by report."""
    told: dict[str, list[Point]] = {}
    for point in sorted(event.points, key=lambda point: -len(point.reports)):
        told.setdefault(_title(point, event, shelf), []).append(point)
    return tuple(
        PointsView(title=title, points=_views(points[:UNFOLDED], shelf), more=_views(points[UNFOLDED:], shelf))
        for title, points in told.items()
    )


def point_by(point: Point, shelf: Shelf) -> str:
    """Return who does or says a point, as reports name them; empty where none does."""
    actors = (shelf.claims[claim].actor for claim in point.claims if claim in shelf.claims)
    speakers = (shelf.statements[one].speaker for one in point.statements if one in shelf.statements)
    names = [actor.name for actor in actors if actor] or [speaker_name(speaker) for speaker in speakers]
    return listed(tuple(dict.fromkeys(name for name in names if name)))


def point_text(point: Point) -> str:
    """Return what is told, without the "that" of reported speech."""
    return point.text.removeprefix("that ")


def _title(point: Point, event: Event, shelf: Shelf) -> str:
    if set(event.reports) <= set(point.reports):
        return f"All {len(event.reports)} reports tell" if len(event.reports) > 1 else "The report tells"
    if len(point.reports) > 1:
        return "Some reports tell"
    names = [outlet_name(shelf.articles[report]) for report in point.reports if report in shelf.articles]
    return f"Only {listed(tuple(names)) or 'one report'} tells"


def _views(points: list[Point], shelf: Shelf) -> tuple[PointView, ...]:
    return tuple(
        PointView(by=point_by(point, shelf), text=point_text(point), places=_places(point, shelf)) for point in points
    )


def _places(point: Point, shelf: Shelf) -> tuple[Jump, ...]:
    """Return for each report of a point the way to its words, or to the report where these are not marked."""
    words: dict[str, str] = {}
    for claim in point.claims:
        if claim in shelf.words:
            words.setdefault(shelf.claims[claim].report, shelf.words[claim])
    for statement in point.statements:
        if statement in shelf.said:
            words.setdefault(shelf.statements[statement].report, shelf.said[statement])
    jumps = ((report_jump(report, shelf), words.get(report)) for report in point.reports)
    return tuple(
        Jump(text=jump.text, href=f"#{place}" if place else jump.href, label=jump.label) for jump, place in jumps
    )

"""The points of an event in, what is shown of them out: what all reports tell, what some do, what only one does."""

from dataclasses import replace

from twosource.model import Claim, Event, Point, Statement
from twosource.publish.outlet import outlet_name
from twosource.publish.shelf import Shelf
from twosource.publish.view import Jump, PointsView, PointView
from twosource.publish.view_claim import actor_name, is_act, report_jump
from twosource.publish.wording import capitalised, listed, shortened, speaker_name

UNFOLDED = 8  # points under one title before the rest is folded away
MARKS = '“”"«»'
LENGTH = 240  # characters of a point: three lines of the page; the whole stands in the report it leads to


def points_views(event: Event, shelf: Shelf) -> tuple[PointsView, ...]:
    """Return the points under titles: those of all reports first, those of one report last, report by report."""
    told: dict[str, list[Point]] = {}
    for point in ordered_points(event, shelf):
        told.setdefault(_title(point, event, shelf), []).append(point)
    return tuple(
        PointsView(title=title, points=_views(points[:UNFOLDED], shelf), more=_views(points[UNFOLDED:], shelf))
        for title, points in told.items()
    )


def ordered_points(event: Event, shelf: Shelf) -> tuple[Point, ...]:
    """Return the points that most reports tell first; then what can be checked word by word, last what figures hold.

    Acts and direct quotations can be checked, best those with a number; reported speech is a reading.
    """
    in_figures = {claim.statement for one in event.claims if (claim := shelf.claims.get(one)) and not is_act(claim)}

    def rank(point: Point) -> tuple[int, bool, bool, bool]:
        is_told, has_number = bool(in_figures.intersection(point.statements)), any(map(str.isdigit, point.text))
        return -len(point.reports), is_told, not _is_firm(_lead(point, shelf)), not has_number

    return tuple(sorted(event.points, key=rank))


def point_view(point: Point, shelf: Shelf, at_most: int = LENGTH) -> PointView:
    """Return a point as it reads: actor and act, or speaker and words, these in quotation marks where direct."""
    by, sign, text = _told(point, shelf, at_most)
    return PointView(by=by, sign=sign, text=text, places=_places(point, shelf))


def _is_firm(lead: Claim | Statement | None) -> bool:
    """Tell whether a point is an act or direct speech."""
    return isinstance(lead, Claim) or (lead is not None and lead.direct)


def _told(point: Point, shelf: Shelf, at_most: int) -> tuple[str, str, str]:
    """Return by whom, the sign behind it and what."""
    lead, text = _lead(point, shelf), _closed(shortened(point.text, at_most))
    if isinstance(lead, Claim):
        said = f", says {speaker_name(lead.speaker)}" if lead.speaker else ""
        return _doer(lead), "", f"{text}{said}"
    by = capitalised(speaker_name(lead.speaker)) if lead else ""
    if lead is None or lead.direct:
        marked = lead is None or any(mark in text for mark in MARKS)
        return by, ":" if by else "", text if marked else f"“{text}”"
    cue = "" if text.startswith("that ") else _cue(lead, shelf)
    told = f"{cue} {text}" if cue else text.removeprefix("that ")
    return by, "" if cue or not by else ":", told


def _doer(lead: Claim) -> str:
    """Return who did it, where the words of the act do not name the actor themselves ("blamed the Column")."""
    if lead.actor is None or (lead.actor.text and lead.actor.text in lead.quote):
        return ""
    return actor_name(lead.actor)


def _lead(point: Point, shelf: Shelf) -> Claim | Statement | None:
    """Return the claim or statement whose words stand for a point, or else its first; None where it is not held."""
    claims = [shelf.claims[one] for one in point.claims if one in shelf.claims]
    told: list[Claim | Statement] = [claim for claim in claims if is_act(claim)]
    told += [shelf.statements[one] for one in point.statements if one in shelf.statements]
    return next((one for one in told if " ".join(one.quote.split()) == point.text), told[0] if told else None)


def _cue(statement: Statement, shelf: Shelf) -> str:
    """Return the verb that leads to reported speech where both stand side by side: "described" it as a crime."""
    article = shelf.articles.get(statement.report)
    if article is None or statement.cue is None or not statement.target:
        return ""
    gap = article.text[statement.cue.end : statement.target[0].start]
    return statement.cue.of(article.text) if statement.cue.end <= statement.target[0].start and gap == " " else ""


def _closed(text: str) -> str:
    """Return the text with the quotation marks closed that its end cut off."""
    return f"{text}{'”' * (text.count('“') - text.count('”'))}"


def _title(point: Point, event: Event, shelf: Shelf) -> str:
    if set(event.reports) <= set(point.reports):
        number = len(event.reports)
        return "The report tells" if number == 1 else f"{'Both' if number == 2 else f'All {number}'} reports tell"
    if len(point.reports) > 1:
        return "Some reports tell"
    names = [outlet_name(shelf.articles[report]) for report in point.reports if report in shelf.articles]
    return f"Only {listed(tuple(names)) or 'one report'} tells"


def _views(points: list[Point], shelf: Shelf) -> tuple[PointView, ...]:
    return tuple(point_view(point, shelf) for point in points)


def _places(point: Point, shelf: Shelf) -> tuple[Jump, ...]:
    """Return for each report of a point the way to its words, or to the report where these are not marked."""
    words: dict[str, str] = {}
    for claim in point.claims:
        if claim in shelf.words:
            words.setdefault(shelf.claims[claim].report, shelf.words[claim])
    for statement in point.statements:
        if statement in shelf.said:
            words.setdefault(shelf.statements[statement].report, shelf.said[statement])
    return tuple(
        _place(report_jump(report, shelf), words.get(report), is_only=len(point.reports) == 1)
        for report in point.reports
    )


def _place(jump: Jump, words: str | None, *, is_only: bool) -> Jump:
    """Return the way to the words; an only report is named by the title above, so its name is not said again."""
    href = f"#{words}" if words else jump.href
    if is_only and href:
        return Jump(text="in its words" if words else "in the report", href=href, label=f"{jump.text} {jump.mark}")
    return replace(jump, href=href)

"""An event in, a screenful of plain lines out: figures, who gives them, what else all reports or only one tell."""

from collections.abc import Iterable, Iterator

from twosource.model import Claim, Event, Point
from twosource.publish.outlet import UNNAMED, file_mark, named_outlet
from twosource.publish.shelf import Shelf
from twosource.publish.view_claim import OWN_WORDS, claim_people, claim_says, gives_number, is_act, speaker_key
from twosource.publish.view_difference import difference_title, said_by
from twosource.publish.view_event import event_claims
from twosource.publish.view_figure import chip, grade_of, ordered_figures, title_of
from twosource.publish.view_point import ordered_points, point_view
from twosource.publish.wording import (
    capitalised,
    counted,
    days,
    explained,
    listed,
    place_name,
    shortened,
    speaker_name,
    type_name,
)

# Lines of one event: 2 for its head and these, so that it fits on a screen; the rest is counted.
REPORTS_NAMED = 8
FIGURES_TOLD = 6
CLAIMS_TOLD = 7
SHARED_TOLD = 3
SINGLE_TOLD = 5
WIDTH = 120  # characters of a quotation: a line and a half of a terminal


def event_lines(event: Event, held: Shelf) -> Iterator[str]:
    """Yield the event as lines of plain text; what does not fit is counted, with the file that holds it."""
    names = _names(event.reports, held)
    yield event.title
    where = place_name(event.place) or "place not known"
    parts = (days(event.date) or "day not known", where, type_name(event.type))
    reports = listed(tuple(dict.fromkeys(_introduced(report, names, held) for report in names)), REPORTS_NAMED)
    told = "; ".join(part for part in parts if part)
    yield f"  {told}. {counted(len(event.reports), 'report')}{f': {reports}' if reports else ''}."
    figures = _figures(event, held)
    yield from figures[:FIGURES_TOLD]
    yield from _rest(len(figures) - FIGURES_TOLD, "more figure", "events.jsonl")
    yield from _who_says_what(event_claims(event, held), names, held)
    yield from _differences(event, names, held)
    yield from _points(event, names, held)


def _figures(event: Event, held: Shelf) -> list[str]:
    """Return a line a figure; a group that is told of in the same words as all ("several civilians") says it once."""
    lines = []
    for figure in ordered_figures(event):
        grade = grade_of(figure)
        told = f"{chip(figure.agreement).label.lower()}. {explained(figure)}"
        lines.append(f"  {title_of(figure, held)}: {told}{f' {grade}.' if grade else ''}")
    return list(dict.fromkeys(lines))


def _differences(event: Event, names: dict[str, str], held: Shelf) -> Iterator[str]:
    """Yield where the reports differ otherwise than in figures, which are told above with who contests them."""
    told = [difference for difference in event.differences if difference.figure is None]
    if told:
        yield "  They differ:"
    for difference in told:
        sides = (f"{said_by(side)}: {side.text} ({_outlets(side.reports, names)})" for side in difference.sides)
        yield f"    {difference_title(difference, event, held)}. {'; '.join(sides)}"


def _names(reports: Iterable[str], held: Shelf) -> dict[str, str]:
    """Return what the outlet of each report is called below; several unnamed ones are numbered."""
    articles = [held.articles[report] for report in dict.fromkeys(reports) if report in held.articles]
    unnamed = [article.id for article in articles if not named_outlet(article)]
    numbers = {report: f"{UNNAMED} {number}" for number, report in enumerate(unnamed, start=1)}
    called = numbers if len(unnamed) > 1 else dict.fromkeys(unnamed, UNNAMED)
    return {article.id: named_outlet(article) or called[article.id] for article in articles}


def _introduced(report: str, names: dict[str, str], held: Shelf) -> str:
    article = held.articles[report]
    return names[report] if named_outlet(article) else f"{names[report]} ({file_mark(article)})"


def _outlets(reports: Iterable[str], names: dict[str, str]) -> str:
    """Return the outlets of reports; of several reports that are all, only that."""
    known = [report for report in dict.fromkeys(reports) if report in names]
    if len(known) == len(names) > 1:
        return "all reports"
    return listed(tuple(dict.fromkeys(names[report] for report in known)))


def _who_says_what(claims: tuple[Claim, ...], names: dict[str, str], held: Shelf) -> Iterator[str]:
    """Yield who gives which figure in which words: the speaker that most reports cite first."""
    told: dict[str, list[Claim]] = {}
    for claim in sorted(claims, key=lambda claim: held.numbers[claim.id]):
        if not is_act(claim):
            told.setdefault(speaker_key(claim), []).append(claim)
    ordered = sorted(told, key=lambda key: (not key, -_reach(told[key]), key))
    says = [same for key in ordered for same in _by_saying(told[key])]
    if says:
        yield "  Who says what:"
    yield from (f"    {_says_line(same, names)}" for same in says[:CLAIMS_TOLD])
    yield from _rest(sum(len(same) for same in says[CLAIMS_TOLD:]), "more claim", "claims.jsonl")


def _by_saying(claims: list[Claim]) -> list[list[Claim]]:
    """Return the claims of one speaker, those that say the same together, the widest told first."""
    told: dict[tuple[str, str, str], list[Claim]] = {}
    for claim in claims:
        told.setdefault((claim_says(claim), claim_people(claim).casefold(), claim.stance), []).append(claim)
    return sorted(told.values(), key=lambda same: -_reach(same))


def _reach(claims: list[Claim]) -> int:
    return len({claim.report for claim in claims})


def _says_line(same: list[Claim], names: dict[str, str]) -> str:
    """Return ``'The ministry: 32 killed, "32 officers died" (Herald)'``; words without a number stand alone."""
    first = same[0]
    stance = "" if first.stance == "asserted" else first.stance
    figure = ", ".join(filter(None, (_figure(first) if gives_number(first) else "", stance, f'"{_line(first.quote)}"')))
    speaker = capitalised(speaker_name(first.speaker)) or OWN_WORDS
    return f"{speaker}: {figure} ({_outlets((claim.report for claim in same), names)})"


def _figure(claim: Claim) -> str:
    """Return the number and whom it counts, these only where the quotation beside it does not name them."""
    counted_people = claim_people(claim)
    named = not counted_people or counted_people.casefold() in claim.quote.casefold()
    return claim_says(claim) if named else f"{claim_says(claim)} ({counted_people})"


def _points(event: Event, names: dict[str, str], held: Shelf) -> Iterator[str]:
    """Yield what else all of several reports tell, and what only one of them does."""
    points = ordered_points(event, held)
    everybody = set(event.reports)
    if len(everybody) < 2:
        yield from _titled("The report tells", points[:SINGLE_TOLD], names, held)
        yield from _rest(len(points) - SINGLE_TOLD, "more point", "events.jsonl")
        return
    shared = [point for point in points if everybody <= set(point.reports)][:SHARED_TOLD]
    single = _in_turn([point for point in points if len(point.reports) == 1])[:SINGLE_TOLD]
    yield from _titled("All reports tell", shared, names, held)
    yield from _titled("Only one report tells", single, names, held)
    yield from _rest(len(points) - len(shared) - len(single), "more point", "events.jsonl")


def _in_turn(points: list[Point]) -> list[Point]:
    """Return the points of single reports one report after the other, so that each has its say."""
    turns: dict[str, int] = {}
    ranked: list[tuple[int, Point]] = []
    for point in points:
        report = point.reports[0]
        turns[report] = turns.get(report, 0) + 1
        ranked.append((turns[report], point))
    return [point for _, point in sorted(ranked, key=lambda one: one[0])]


def _titled(title: str, points: Iterable[Point], names: dict[str, str], held: Shelf) -> Iterator[str]:
    for index, point in enumerate(points):
        if index == 0:
            yield f"  {title}:"
        view = point_view(point, held, WIDTH)
        told = f"{view.by}{view.sign} {view.text}" if view.by else view.text
        where = "" if title.startswith(("All", "The")) else f" ({_outlets(point.reports, names)})"
        yield f"    {told}{where}"


def _rest(number: int, what: str, file: str) -> Iterator[str]:
    if number > 0:
        yield f"    {counted(number, what)} in {file}."


def _line(text: str) -> str:
    return shortened(text, WIDTH)

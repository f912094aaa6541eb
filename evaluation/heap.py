"""All reports of ``gva`` as one heap, nothing else given: which incidents come out as one event with its facts right.

An incident's event is the one whose reports fit its own best (Dice). It is right where killed and injured are the
archive's, neither end of its days is more than a day off, and its place lies within 25 km (asked only where the archive
gives coordinates); an incident whose reports lie in no event is wrong. The order of the reports cannot matter (law 2).
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from evaluation.corpus import PARTS, Row, part_of, share
from evaluation.groupings import b_cubed
from evaluation.incidents import TASK, Hits, judged, read_incidents, scores_of
from evaluation.readings import ledger
from evaluation.score import Run, Score
from twosource.model import Event, Reading


@dataclass(frozen=True, slots=True)
class Found:
    """What was right of one incident, and whether its event holds its reports and no other."""

    hits: Hits
    same_reports: bool


def scores(run: Run) -> Iterator[Score]:
    """Yield the scores of incidents given one by one (``incidents``), then those of the heap; reports are read once."""
    golds, read = read_incidents(run)
    yield from scores_of(golds, read, whole=not run.quick)
    events = ledger(list(read.values()), one_event=False).events
    found = judged_heap(golds, {one: reading.report for one, reading in read.items()}, events)
    for part in PARTS:
        kept = [gold for gold in golds if part_of(gold["incident"]) == part]
        measured = {
            measure: share(right) for measure, right in _by_measure([found[g["incident"]] for g in kept]).items()
        }
        measured["B-cubed"] = _b_cubed(golds, kept, read, events)
        for measure, (value, n) in measured.items():
            yield Score(task=TASK, measure=f"heap: {measure}", part=part, value=value, n=n, whole=not run.quick)
    ratio, measure = len(events) / len(golds), "heap: events to an incident"
    yield Score(task=TASK, measure=measure, part="tuned", value=ratio, n=len(golds), whole=not run.quick)


def judged_heap(golds: Sequence[Row], reports: Mapping[str, str], events: Sequence[Event]) -> dict[str, Found]:
    """Return what was right of each incident; ``reports`` are the ids of its reports in the ledger."""
    told: dict[str, list[Event]] = defaultdict(list)
    for event in events:
        for report in event.reports:
            told[report].append(event)
    found = {}
    for gold in golds:
        own = {reports[one] for one in gold["docs"]}
        near = {event.id: event for report in own for event in told[report]}
        best = min(near.values(), key=lambda event: (-_dice(own, event), event.id), default=None)
        found[gold["incident"]] = Found(judged(gold, best), best is not None and set(best.reports) == own)
    return found


def _dice(own: set[str], event: Event) -> float:
    return 2 * len(own & set(event.reports)) / (len(own) + len(event.reports))


def _by_measure(found: Sequence[Found]) -> dict[str, list[bool]]:
    hits = [one.hits for one in found]
    return {
        "killed": [hit.killed for hit in hits],
        "injured": [hit.injured for hit in hits],
        "date within a day": [hit.near for hit in hits],
        "place within 25 km": [hit.place for hit in hits if hit.place is not None],
        "all four right": [hit.both and hit.near and hit.place is not False for hit in hits],
        "the incident's reports and no other": [one.same_reports for one in found],
    }


def _b_cubed(
    golds: Sequence[Row], kept: Sequence[Row], read: Mapping[str, Reading], events: Sequence[Event]
) -> tuple[float, int]:
    number = {reading.report: row for row, reading in enumerate(read.values())}
    rows = {one: number[reading.report] for one, reading in read.items()}
    truth = [frozenset(rows[one] for one in gold["docs"]) for gold in golds]
    found = [frozenset(number[report] for report in event.reports) for event in events]
    items = sorted({rows[one] for gold in kept for one in gold["docs"]})
    return b_cubed(found, truth, items), len(items)

"""Incident rows against the Gun Violence Archive (corpus ``gva``): reports of one incident in, one row out.

Source: the reports of cltl/LongTailQATask joined with the archive's final figures (jamesqo/gun-violence-data). The
reports of each gold incident are run as one event. ``killed`` and ``injured`` are the best figure for everybody, 0
where no number is given, as the archive writes; ``both`` asks for both. ``date exact`` wants one day, the gold's;
``within a day`` that neither end of the range is more than a day off. ``place within 25 km`` is over the incidents
with coordinates; an event without any is wrong. Over the whole heap, see ``linking``.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from evaluation.corpus import PARTS, Row, part_of, rows, sample, share
from evaluation.readings import ledger, readings
from evaluation.score import Run, Score
from twosource.model import DateRange, Event, Place, Reading
from twosource.values.geography import distance_km

TASK = "gva"
QUICK = 200
WITHIN_KM = 25.0


@dataclass(frozen=True, slots=True)
class Hits:
    """What was right of one incident; None where the gold does not tell."""

    killed: bool
    injured: bool
    both: bool
    exact: bool
    near: bool
    place: bool | None


def scores(run: Run) -> Iterator[Score]:
    """Yield the scores of both parts."""
    golds, read = read_incidents(run)
    yield from scores_of(golds, read, whole=not run.quick)


def read_incidents(run: Run) -> tuple[list[Row], dict[str, Reading]]:
    """Return the incidents to score and the reading of each of their reports, by its id in the corpus."""
    folder = run.corpora / "gva"
    texts = {row["id"]: row for row in rows(folder / "docs.jsonl.gz")}
    golds = sample(rows(folder / "gold.jsonl.gz"), "incident", run.most(QUICK))
    wanted = sorted({doc for gold in golds for doc in gold["docs"]})
    return golds, dict(zip(wanted, readings([texts[doc] for doc in wanted], run.shelf), strict=True))


def scores_of(golds: Sequence[Row], read: Mapping[str, Reading], *, whole: bool) -> Iterator[Score]:
    """Yield the scores of both parts, the reports of each incident given together."""
    hits: dict[str, list[Hits]] = defaultdict(list)
    for gold in golds:
        held = ledger([read[doc] for doc in gold["docs"]], one_event=True)
        hits[part_of(gold["incident"])].append(judged(gold, held.events[0] if held.events else None))
    for part in PARTS:
        yield from _scores_of(part, hits[part], whole=whole)


def judged(gold: Row, event: Event | None) -> Hits:
    """Compare one event with its gold row."""
    killed = best(event, "killed") == gold["killed"]
    injured = best(event, "injured") == gold["injured"]
    days = event.date if event is not None else None
    return Hits(
        killed=killed,
        injured=injured,
        both=killed and injured,
        exact=days_off(days, gold["date"]) == 0,
        near=days_off(days, gold["date"]) <= 1,
        place=_is_near(event.place if event is not None else None, gold),
    )


def best(event: Event | None, measure: str) -> int:
    """Return the best figure for everybody in the event, 0 where no number is given."""
    for figure in event.figures if event is not None else ():
        if figure.measure == measure and figure.group is None:
            return figure.best or 0
    return 0


def days_off(days: DateRange | None, gold: str) -> float:
    """Return how many days the farther end of a range is off; infinite where no day is told."""
    if days is None:
        return float("inf")
    ends = (date.fromisoformat(days.earliest[:10]), date.fromisoformat(days.latest[:10]))
    return max(abs((end - date.fromisoformat(gold)).days) for end in ends)


def _is_near(place: Place | None, gold: Row) -> bool | None:
    if gold["lat"] is None or gold["lon"] is None:
        return None
    if place is None or place.latitude is None or place.longitude is None:
        return False
    return distance_km((place.latitude, place.longitude), (gold["lat"], gold["lon"])) <= WITHIN_KM


def _scores_of(part: str, hits: list[Hits], *, whole: bool) -> Iterator[Score]:
    judged_by = {
        "killed": [hit.killed for hit in hits],
        "injured": [hit.injured for hit in hits],
        "killed and injured": [hit.both for hit in hits],
        "date exact": [hit.exact for hit in hits],
        "date within a day": [hit.near for hit in hits],
        "place within 25 km": [hit.place for hit in hits if hit.place is not None],
    }
    for measure, right in judged_by.items():
        value, n = share(right)
        yield Score(task=TASK, measure=measure, part=part, value=value, n=n, whole=whole)

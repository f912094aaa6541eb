"""Ranges of killed against those of Airwars' analysts (corpus ``airwars``): an assessment in, low and high out.

Source: klinares/airwars_scraping_project. Each text, the analysts' own totals cut, is run as one report of one event.
Scored are incidents whose range the gold gives. ``low and high`` wants both ends of the figure for everybody exact;
``within 1`` allows each to be one off; ``where both are stated`` is ``low and high`` over the incidents where both
ends can still be read in the text. The gold's high end is the highest claim and never open, so that a figure open
above ("at least 16") is read as the highest number among its claims; where nobody gives one, both ends are wrong. The
last measure applies the codebook's own rule instead of the default one.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from evaluation.corpus import PARTS, Row, part_of, rows, sample, share
from evaluation.readings import ledger, readings
from evaluation.score import Run, Score
from twosource.model import Claim, Figure, Reading

TASK = "airwars"
QUICK = 120

Bounds = tuple[int | None, int | None]


def scores(run: Run) -> Iterator[Score]:
    """Yield the scores of both parts."""
    every = rows(run.corpora / "airwars" / "incidents.jsonl.gz")
    golds = sample([row for row in every if row["killed"]["low"] is not None], "id", run.most(QUICK))
    inputs = [{"id": g["id"], "published": g["date_to"], "text": g["text_without_summary"]} for g in golds]
    found = [(bounds(read), bounds(read, "airwars")) for read in readings(inputs, run.shelf)]
    by_part: dict[str, list[tuple[Row, Bounds, Bounds]]] = defaultdict(list)
    for gold, (default, own) in zip(golds, found, strict=True):
        by_part[part_of(gold["id"])].append((gold, default, own))
    for part in PARTS:
        for measure, hits in _hits(by_part[part]).items():
            value, n = share(hits)
            yield Score(task=TASK, measure=measure, part=part, value=value, n=n, whole=not run.quick)


def bounds(read: Reading, rule: str = "default") -> Bounds:
    """Return low and high of the killed in one report's event."""
    for event in ledger([read], one_event=True, rule=rule).events:
        for figure in event.figures:
            if figure.measure == "killed" and figure.group is None:
                return figure.low, figure.high if figure.high is not None else highest(figure, read.claims)
    return None, None


def highest(figure: Figure, claims: Iterable[Claim]) -> int | None:
    """Return the highest number that claims for or against a figure assert, its best where that is higher."""
    behind = {*figure.claims_for, *figure.claims_against}
    told = [c.low for c in claims if c.id in behind and c.stance == "asserted" and c.low is not None]
    return None if figure.best is None else max([figure.best, *told])


def off_by(found: Bounds, gold: Row) -> float:
    """Return by how much the worse end is off; infinite where an end is open."""
    ends = zip(found, (gold["killed"]["low"], gold["killed"]["high"]), strict=True)
    return max(abs(end - told) if end is not None and told is not None else float("inf") for end, told in ends)


def _hits(judged: Sequence[tuple[Row, Bounds, Bounds]]) -> dict[str, list[bool]]:
    stated = [(gold, found) for gold, found, _ in judged if all(gold["killed_still_stated"].values())]
    return {
        "low and high": [off_by(found, gold) == 0 for gold, found, _ in judged],
        "low and high within 1": [off_by(found, gold) <= 1 for gold, found, _ in judged],
        "where both are stated": [off_by(found, gold) == 0 for gold, found in stated],
        "low and high, rule airwars": [off_by(own, gold) == 0 for gold, _, own in judged],
    }

"""Scores, floors and bars in; the table a person reads and the verdict out."""

import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from evaluation.floors import Fingerprints, Floors
from evaluation.score import Score

COLUMNS = ("task", "measure", "part", "n", "score", "floor", "published", "bar", "aim", "")
BELOW = "BELOW THE FLOOR"
OTHER = "other data than the floor's: not judged"
SAMPLE = "sample: not judged"
RIVAL = "for comparison: not judged"
RIGHT = {"n", "score", "floor", "published", "bar", "aim"}


@dataclass(frozen=True, slots=True)
class Line:
    """One row of the table."""

    score: Score
    floor: float | None
    note: str


def lines(scores: Iterable[Score], floors: Floors, fingerprints: Fingerprints) -> Iterator[Line]:
    """Yield each score with its floor and what is to be said of it."""
    for score in scores:
        floor = floors.least.get((score.task, score.part, score.measure))
        yield Line(score, floor, _note(score, floor, floors.fingerprints.get(score.task) == fingerprints[score.task]))


def rendered(rows: Iterable[Line]) -> str:
    """Return the table as text, columns aligned."""
    cells = [COLUMNS, *(_cells(row) for row in rows)]
    widths = [max(len(row[column]) for row in cells) for column in range(len(COLUMNS))]
    return "\n".join(_joined(row, widths) for row in cells)


@cache
def bars() -> dict[str, dict[str, dict[str, float]]]:
    """Return the bars by task and measure (``bars.toml``)."""
    return tomllib.loads(Path(__file__).with_name("bars.toml").read_text(encoding="utf-8"))


def _note(score: Score, floor: float | None, same: bool) -> str:  # noqa: FBT001 - a fact about the data, not a mode
    if score.rival:
        return RIVAL
    if not score.whole:
        return SAMPLE
    if floor is None:
        return _standing(score) + "; no floor yet"
    if not same:
        return OTHER
    return BELOW if score.value < floor else _standing(score)


def _standing(score: Score) -> str:
    wanted = bars().get(score.task, {}).get(score.measure, {})
    if "aim" in wanted and score.value >= wanted["aim"]:
        return "reaches the aim"
    if "bar" in wanted:
        return "reaches the bar" if score.value >= wanted["bar"] else "under the bar"
    return "no bar"


def _cells(row: Line) -> tuple[str, ...]:
    score = row.score
    wanted = bars().get(score.task, {}).get(score.measure, {})
    published, bar, aim = (_number(wanted.get(name)) for name in ("published", "bar", "aim"))
    figures = (str(score.n), f"{score.value:.3f}", _number(row.floor), published, bar, aim)
    return (score.task, score.measure, score.part, *figures, row.note)


def _number(value: float | None) -> str:
    return "" if value is None else f"{value:.3f}"


def _joined(row: tuple[str, ...], widths: list[int]) -> str:
    shown = (
        cell.rjust(width) if name in RIGHT else cell.ljust(width)
        for cell, width, name in zip(row, widths, COLUMNS, strict=True)
    )
    return "  ".join(shown).rstrip()

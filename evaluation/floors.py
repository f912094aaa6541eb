"""Floors that only rise: one per task, measure and part, with the fingerprint of the data it was measured on."""

import json
import math
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from evaluation.score import Score

SLACK = 0.005  # other machines round a parse differently: in two runs on different machines few scores moved by more
HEADER = """\
# The least each score may be, by task, part and measure; written by "python -m evaluation --raise-floors".
# A floor is the score cut to three digits, less 0.005 for differences between machines, and never goes down.
# "fingerprint" is the SHA-256 of the corpus the floors were measured on; other data are held against no floor.
"""

Fingerprints = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Floors:
    """The floors of all tasks: fingerprints by task, and floors by task, part and measure."""

    fingerprints: dict[str, str]
    least: dict[tuple[str, str, str], float]


def read_floors(path: Path) -> Floors:
    """Return the floors kept in a file; none where there is no file."""
    tables = tomllib.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    least = {
        (task, part, measure): float(floor)
        for task, table in tables.items()
        for part, floors in table.items()
        if part != "fingerprint"
        for measure, floor in floors.items()
    }
    return Floors({task: table["fingerprint"] for task, table in tables.items()}, least)


def floor_for(score: Score) -> float:
    """Return the floor that a score earns: cut to three digits, less the slack."""
    return round(math.floor(score.value * 1000) / 1000 - SLACK, 3)


def raised(floors: Floors, scores: Iterable[Score], fingerprints: Fingerprints) -> Floors:
    """Return the floors raised to what the scores earn; none goes down, and other data than a floor's raise nothing."""
    known, least = dict(floors.fingerprints), dict(floors.least)
    for score in scores:
        if (
            score.whole
            and not score.rival
            and known.setdefault(score.task, fingerprints[score.task]) == fingerprints[score.task]
        ):
            key = (score.task, score.part, score.measure)
            least[key] = max(least.get(key, -math.inf), floor_for(score))
    return Floors(known, least)


def write_floors(floors: Floors, path: Path) -> None:
    """Write the floors, sorted, so that a change shows as a change of one line."""
    lines = [HEADER]
    for task in sorted(floors.fingerprints):
        lines += [f"[{_key(task)}]", f'fingerprint = "{floors.fingerprints[task]}"', ""]
        for part in sorted({key[1] for key in floors.least if key[0] == task}):
            lines.append(f"[{_key(task)}.{part}]")
            own = sorted((key[2], least) for key, least in floors.least.items() if key[:2] == (task, part))
            lines += [f"{json.dumps(measure)} = {least:.3f}" for measure, least in own]
            lines.append("")
    path.write_text("\n".join(lines), encoding="utf-8")


def _key(task: str) -> str:
    """A task's name as TOML takes it for a table: in quotation marks where it is no single word."""
    return task if task.isidentifier() else json.dumps(task)

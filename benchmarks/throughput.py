"""Speed beside a bare parse, memory as the reports grow, and the time to a first result.

``speed``: the same reports through spaCy alone and through the whole of a run, tables and page written, turn by turn
on the same processes. ``growth``: memory of a whole run as the number of reports grows. ``start``: ``twosource run``
of two small files in a fresh process.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from benchmarks.material import EXAMPLES, Row, drawn, words
from benchmarks.result import Result
from benchmarks.watch import Watched, watched

RATIO = 1.3  # whole run over bare parse
MEMORY_MB = 1500.0  # in all, for 10,000 reports
START_SECONDS = 4.0
MANY = 10_000
STARTS = 5


@dataclass(frozen=True, slots=True)
class Timed:
    """One turn of one piece of work: seconds by its own clock, and what was seen from outside."""

    seconds: float
    read: float
    seen: Watched


def speed(rows: list[Row], folder: Path, *, workers: int, turns: int) -> Iterator[Result]:
    """Yield medians of both, words per second, the median ratio of the turns, and the memory of the whole run."""
    path = _written(rows, folder)
    timed = [(_timed("parse", path, folder, workers), _timed("run", path, folder, workers)) for _ in range(turns)]
    of, count = f"{len(rows):,} reports, {workers} worker{'s' if workers > 1 else ''}", words(rows)
    for name, side in (("spaCy alone", 0), ("whole run", 1)):
        seconds = median(turn[side].seconds for turn in timed)
        yield Result(name=f"{name}: {of}", value=seconds, unit="s")
        yield Result(name=f"{name}: {of}", value=count / seconds, unit="words/s")
        resident, shared_once = (median(sizes) for sizes in zip(*(t[side].seen.peak() for t in timed), strict=True))
        yield Result(name=f"{name}: {of}, peak, sum of resident", value=resident, unit="MB")
        yield Result(name=f"{name}: {of}, peak, shared memory once", value=shared_once, unit="MB")
    ratios = sorted(whole.seconds / bare.seconds for bare, whole in timed)
    yield Result(name=f"ratio, median of {turns}: {of}", value=median(ratios), unit="", most=RATIO)
    yield Result(name=f"ratio, lowest: {of}", value=ratios[0], unit="")
    yield Result(name=f"ratio, highest: {of}", value=ratios[-1], unit="")


def growth(rows: list[Row], folder: Path, counts: Sequence[int]) -> Iterator[Result]:
    """Yield the memory of all processes, up to the end of reading and over the whole run, with two workers."""
    for count in counts:
        timed = _timed("run", _written(drawn(rows, count), folder), folder, 2)
        most = MEMORY_MB if count >= MANY else None
        for stage, until in (("row-wise stages", timed.read), ("whole run", float("inf"))):
            resident, shared_once = timed.seen.peak(until)
            name = f"memory of the {stage}, {count:,} reports"
            yield Result(name=f"{name}, sum of resident", value=resident, unit="MB", most=most)
            yield Result(name=f"{name}, shared memory once", value=shared_once, unit="MB", most=most)
        yield Result(name=f"time of the whole run, {count:,} reports, 2 workers", value=timed.seconds, unit="s")


def start(folder: Path) -> Iterator[Result]:
    """Yield the median time of a run of two small files, from nothing to its page."""
    files = sorted(str(path) for path in EXAMPLES.glob("0[12]-*"))
    program = "from twosource.cli.main import main; main()"
    command = ("-c", program, "run", *files, "--out", str(folder / "start"), "--quiet")
    seconds = [watched(command).seconds for _ in range(STARTS)]
    yield Result(name=f"start to first result, median of {STARTS}", value=median(seconds), unit="s", most=START_SECONDS)


def _timed(work: str, rows: Path, folder: Path, workers: int) -> Timed:
    seen = watched(("-m", "benchmarks.job", work, str(rows), str(folder / work), "--workers", str(workers)))
    told = json.loads(seen.output.splitlines()[-1])
    return Timed(told["seconds"], told["read"], seen)


def _written(rows: list[Row], folder: Path) -> Path:
    path = folder / "rows.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path

"""Runs the scorers over the corpora of a folder, prints one table and holds each score against its floor.

Exit status: 0 when every scorer ran and no score is below its floor, or there are no corpora; else 1.
"""

import argparse
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from evaluation import attributions, confidence, events_muc, heap, police, ranges, real_pairs, stages
from evaluation.corpus import fingerprint
from evaluation.floors import raised, read_floors, write_floors
from evaluation.readings import Shelf
from evaluation.score import Run, Score, Scorer
from evaluation.table import BELOW, lines, rendered

FLOORS = Path(__file__).with_name("floors.toml")
SCORERS: dict[str, tuple[Scorer, tuple[str, ...]]] = {
    "gva": (heap.scores, ("gva",)),
    "airwars": (ranges.scores, ("airwars",)),
    "muc4": (events_muc.scores, ("muc4",)),
    "polnear": (attributions.scores, ("polnear",)),
    "police": (police.scores, ("police",)),
    "timex": (stages.times, ("timex",)),
    "places": (stages.located, ("places",)),
    "extraction": (stages.main_text, ("extraction",)),
    "pubdate": (stages.days, ("pubdate",)),
    "linking": (stages.linked, ("gva", "clusters")),
    "copies": (stages.copied, ("gva",)),
    "real pairs": (real_pairs.scores, ("gva", "clusters")),
    "confidence": (confidence.scores, ("gva", "airwars", "muc4")),
}
"""Every scorer by task, with the folders of the corpora it reads."""


@dataclass(slots=True)
class Outcome:
    """What an evaluation came to: scores, fingerprints of the data by task, and what failed or was absent, and why."""

    scores: list[Score] = field(default_factory=list)
    fingerprints: dict[str, str] = field(default_factory=dict)
    failures: list[str] = field(default_factory=list)
    absent: list[str] = field(default_factory=list)


def main(arguments: Sequence[str] | None = None) -> int:
    """Score, print the table and return the exit status."""
    options = _options(arguments)
    if not options.corpora.is_dir():
        print(f"No corpora at {options.corpora}: nothing is scored (--corpora DIR names their folder).")
        return 0
    shelf = Shelf(options.cache, options.workers)
    outcome = scored(options.only or list(SCORERS), Run(corpora=options.corpora, quick=options.quick, shelf=shelf))
    floors = read_floors(FLOORS)
    if options.raise_floors:
        floors = raised(floors, outcome.scores, outcome.fingerprints)
        write_floors(floors, FLOORS)
    table = list(lines(outcome.scores, floors, outcome.fingerprints))
    print(rendered(table))
    below = [line for line in table if line.note == BELOW]
    _print_end(outcome, len(below))
    return 1 if below or outcome.failures else 0


def scored(tasks: Sequence[str], run: Run) -> Outcome:
    """Run the scorers of the tasks one after the other; one that breaks is named and hides no other."""
    outcome = Outcome()
    for task in tasks:
        scorer, folders = SCORERS[task]
        missing = [name for name in folders if not (run.corpora / name).is_dir()]
        if missing:
            outcome.absent.append(f"{task}: absent, no {', '.join(missing)} in {run.corpora}")
            continue
        started = time.perf_counter()
        outcome.fingerprints[task] = "+".join(fingerprint(run.corpora / name) for name in folders)
        _add(outcome, task, scorer, run)
        print(f"{task}: {time.perf_counter() - started:.0f} s", file=sys.stderr)
    return outcome


def _add(outcome: Outcome, task: str, scorer: Scorer, run: Run) -> None:
    try:
        outcome.scores += list(scorer(run))
    except Exception as error:  # noqa: BLE001 - a broken scorer is shown in the table and must not hide the others
        outcome.failures.append(f"{task}: failed: {type(error).__name__}: {error}")


def _print_end(outcome: Outcome, below: int) -> None:
    for line in (*outcome.absent, *outcome.failures):
        print(line)
    print(f"{len(outcome.scores)} scores, {below} below the floor, {len(outcome.failures)} scorers failed.")


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m evaluation", description=__doc__)
    parser.add_argument("--corpora", type=Path, required=True, metavar="DIR", help="folder of the corpora")
    parser.add_argument("--only", nargs="+", choices=sorted(SCORERS), metavar="NAME", help="tasks to score")
    parser.add_argument("--quick", action="store_true", help="samples where whole reports are read; no floors")
    parser.add_argument("--cache", type=Path, metavar="DIR", help="keep readings here, under the code's own digest")
    parser.add_argument("--workers", type=int, default=2, help="processes that read (default 2)")
    parser.add_argument("--raise-floors", action="store_true", help="raise the floors to what is reached; never down")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    raise SystemExit(main())

"""Is a claim's confidence what it says? Claims judged against gold in, a reliability curve and its error out.

The curve has ten bins of confidence: mean confidence, share right and number of claims in each. ``1 - ECE`` is one
less the expected calibration error (mean distance of the two over the bins, by claims; Naeini et al. 2015);
``1 - Brier`` one less the mean squared distance of confidence and verdict; ``order`` is how often, of a right and a
wrong claim, the right one has the higher confidence (0.5: by chance). How claims are judged: ``judged_claims``.

Run alone it prints the curves: ``python -m evaluation.confidence --corpora DIR``.
"""

import argparse
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path
from statistics import mean

from scipy.stats import rankdata

from evaluation.corpus import PARTS, part_of
from evaluation.judged_claims import CORPORA, is_judged, reports
from evaluation.readings import Shelf, readings
from evaluation.score import Run, Score

TASK = "confidence"
MOST, QUICK = 400, 80  # reports of each corpus: every one would double the time of an evaluation
BINS = 10

Verdicts = Sequence[tuple[float, bool]]


def scores(run: Run) -> Iterator[Score]:
    """Print the curves and yield the scores of both parts, for each corpus and all together."""
    found = verdicts(run)
    for part in PARTS:
        every = [one for corpus in CORPORA for one in found[corpus, part]]
        print("\n".join(curve(every, part)))
        for name, own in (*((corpus, found[corpus, part]) for corpus in CORPORA), ("all", every)):
            measures = {"1 - ECE": 1 - calibration_error(own), "1 - Brier": 1 - brier(own), "order": order(own)}
            for measure, value in measures.items():
                whole = not run.quick
                yield Score(task=TASK, measure=f"{measure} {name}", part=part, value=value, n=len(own), whole=whole)


def verdicts(run: Run) -> dict[tuple[str, str], list[tuple[float, bool]]]:
    """Return confidence and verdict of each claim that gold judges, by corpus and part."""
    found: dict[tuple[str, str], list[tuple[float, bool]]] = defaultdict(list)
    for corpus in CORPORA:
        judged = list(reports(run, corpus, QUICK if run.quick else MOST))
        for one, reading in zip(judged, readings([one.row for one in judged], run.shelf), strict=True):
            for claim in filter(is_judged, reading.claims):
                right = one.right(claim)
                if right is not None and claim.confidence is not None:
                    found[corpus, part_of(one.key)].append((claim.confidence, right))
    return found


def curve(verdicts: Verdicts, part: str) -> Iterator[str]:
    """Yield the reliability curve as lines: bin, mean confidence, share right, claims."""
    yield f"confidence, {part}:  bin  said  right  claims"
    for number, said, right, n in bins(verdicts):
        yield f"  {number / BINS:.1f}-{(number + 1) / BINS:.1f}  {said:.3f}  {right:.3f}  {n}"


def bins(verdicts: Verdicts) -> Iterator[tuple[int, float, float, int]]:
    """Yield each bin that holds claims: its number from 0, mean confidence, share right, claims."""
    for number, own in groupby(sorted(verdicts), key=lambda one: min(int(one[0] * BINS), BINS - 1)):
        told = list(own)
        yield number, mean(said for said, _ in told), mean(right for _, right in told), len(told)


def calibration_error(verdicts: Verdicts) -> float:
    """Return the expected calibration error over ten bins, 0-1; 0 without claims."""
    return sum(n * abs(said - right) for _, said, right, n in bins(verdicts)) / max(len(verdicts), 1)


def brier(verdicts: Verdicts) -> float:
    """Return the mean squared distance of confidence and verdict, 0-1; 0 without claims."""
    return mean((said - right) ** 2 for said, right in verdicts) if verdicts else 0.0


def order(verdicts: Verdicts) -> float:
    """Return how often a right claim stands above a wrong one, ties half (the area under the curve of Hanley 1982)."""
    right, wrong = ([said for said, verdict in verdicts if verdict is told] for told in (True, False))
    if not right or not wrong:
        return 0.0
    ranks = rankdata([*right, *wrong])
    return float((sum(ranks[: len(right)]) - len(right) * (len(right) + 1) / 2) / (len(right) * len(wrong)))


def main() -> None:
    """Print the curves and scores alone."""
    parser = argparse.ArgumentParser(prog="python -m evaluation.confidence", description=__doc__)
    parser.add_argument("--corpora", type=Path, required=True, metavar="DIR", help="folder of the corpora")
    parser.add_argument("--quick", action="store_true", help="fewer reports")
    parser.add_argument("--workers", type=int, default=2, help="processes that read (default 2)")
    options = parser.parse_args()
    for score in scores(Run(corpora=options.corpora, quick=options.quick, shelf=Shelf(None, options.workers))):
        print(f"{score.part:7} {score.measure:20} {score.value:.3f}  n={score.n}")


if __name__ == "__main__":
    main()

"""Fit the weights of a claim's confidence on claims judged against gold, and write ``lang/en/confidence.toml``.

Only the tuned part of each corpus is read (``evaluation.corpus.part_of``). Each corpus weighs the same in the sum,
however many claims it has. A sign seen fewer than ``LEAST`` times has no weight; rare patterns share one. Newton's
method with a small ridge: the same claims give the same file.

Run: ``python -m training.confidence --corpora DIR``
"""

import argparse
import json
import sys
import tomllib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from evaluation.corpus import part_of
from evaluation.judged_claims import CORPORA, is_judged, reports
from evaluation.readings import ALONE, FIELDS, Shelf
from evaluation.score import Run

import twosource
from twosource import annotate, clean, extract
from twosource.collect.rows import report_from_row
from twosource.extract.confidence import signs
from twosource.extract.tree import Tree

TARGET = Path(twosource.__file__).parent / "lang" / "en" / "confidence.toml"
READ = Path(__file__).with_name("read_claims.toml")
LEAST = 30  # claims; below, a weight is mostly chance (its standard error is above 0.4)
RIDGE = 4.0
MOST = 1000  # reports of each corpus
PATTERN = "pattern "
OTHER = "pattern other"
NEVER_JUDGED = ("to death", "victim of")  # patterns of which the corpora judge no claim
HEADER = """\
# How likely a claim is read rightly: the weights of a logistic regression over signs that are there or not.
# Written by "python -m training.confidence"; what the signs mean: extract/confidence.py, how it was judged:
# evaluation/judged_claims.py, scores and limits: docs/models/confidence.md.
# The number after a weight counts the claims with the sign.
"""


@dataclass(frozen=True, slots=True)
class Example:
    """One judged claim."""

    corpus: str
    signs: frozenset[str]
    right: bool


def main() -> None:
    """Read, fit and write."""
    parser = argparse.ArgumentParser(prog="python -m training.confidence", description=__doc__)
    parser.add_argument("--corpora", type=Path, required=True, metavar="DIR", help="folder of the corpora")
    parser.add_argument("--most", type=int, default=MOST, help=f"reports of each corpus (default {MOST})")
    options = parser.parse_args()
    run = Run(corpora=options.corpora, quick=False, shelf=Shelf(None, 1))
    found = [one for corpus in CORPORA for one in examples(run, corpus, options.most)]
    TARGET.write_text(written(found), encoding="utf-8")
    print(f"{len(found)} claims, {sum(one.right for one in found) / len(found):.3f} right: {TARGET}", file=sys.stderr)


def examples(run: Run, corpus: str, most: int) -> Iterator[Example]:
    """Yield the judged claims of the tuned part of a corpus with their signs."""
    for one in reports(run, corpus, most):
        if part_of(one.key) == "unseen":
            continue
        report = report_from_row({name: one.row.get(name) for name in FIELDS}, ALONE.limits)
        article = clean.clean(report, ALONE.limits)
        annotations = annotate.annotate(article)
        claims = extract.extract(article, annotations)[1]
        for claim, own in zip(claims, signs(Tree(article, annotations), claims), strict=True):
            right = one.right(claim) if is_judged(claim) else None
            if right is not None:
                yield Example(corpus, own, right)


def written(found: Sequence[Example]) -> str:
    """Return the file: intercept, rare patterns, shares found by reading, and a weight for each sign."""
    counts = Counter(sign for one in found for sign in one.signs)
    patterns = {sign.removeprefix(PATTERN): count for sign, count in counts.items() if sign.startswith(PATTERN)}
    rare = sorted({name for name, count in patterns.items() if count < LEAST} | set(NEVER_JUDGED) - patterns.keys())
    names = sorted({sign for sign, n in counts.items() if n >= LEAST} | {OTHER})
    table = np.array([[1.0, *(_holds(name, one, set(names)) for name in names)] for one in found])
    fitted = weights(table, np.array([float(one.right) for one in found]), _balance(found))
    lines = [HEADER, "[model]", f"intercept = {fitted[0]:.3f}", f"rare = {json.dumps(rare)}", "", "[read]"]
    lines += [f"{measure} = {share:.2f}" for measure, share in read_shares().items()]
    lines += ["", "[weights]"]
    total = table.sum(axis=0)
    lines += [f'"{name}" = {w:.3f} # {n:.0f}' for name, w, n in zip(names, fitted[1:], total[1:], strict=True)]
    return "\n".join([*lines, ""])


def weights(table: np.ndarray, right: np.ndarray, balance: np.ndarray) -> np.ndarray:
    """Return intercept and weights of a ridge logistic regression by Newton's method; the intercept is free."""
    fitted = np.zeros(table.shape[1])
    ridge = np.diag([1e-6, *[RIDGE] * (table.shape[1] - 1)])
    for _ in range(30):
        said = 1 / (1 + np.exp(-table @ fitted))
        slope = table.T @ (balance * (right - said)) - ridge @ fitted
        bend = (table.T * (balance * said * (1 - said))) @ table + ridge
        fitted = fitted + np.linalg.solve(bend, slope)
    return fitted


def read_shares() -> dict[str, float]:
    """Return the share right of the measures that were judged by reading; few were read, so one of each is added."""
    tables = tomllib.loads(READ.read_text(encoding="utf-8"))
    return {measure: (counts["right"] + 1) / (counts["read"] + 2) for measure, counts in tables.items()}


def _holds(name: str, one: Example, known: set[str]) -> float:
    if name == OTHER:
        return float(any(sign.startswith(PATTERN) and sign not in known for sign in one.signs))
    return float(name in one.signs)


def _balance(found: Sequence[Example]) -> np.ndarray:
    """Return a weight for each example, so that every corpus sums to the same."""
    sizes = Counter(one.corpus for one in found)
    return np.array([len(found) / (len(sizes) * sizes[one.corpus]) for one in found])


if __name__ == "__main__":
    main()

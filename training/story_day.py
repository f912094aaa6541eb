"""Reports with the day of their happening in, the weights of ``extract/when/story_day`` out.

``python -m training.story_day --corpora DIR``. A multinomial logit: the days that a report names compete, the archive's
day should win. Only the tuned part is learned from; the file holds one weight for each named sign, none of the wording.
"""

import argparse
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from evaluation.corpus import part_of, rows
from numpy.typing import NDArray
from scipy.optimize import minimize

from twosource.annotate import annotate
from twosource.clean import clean
from twosource.collect.rows import report_from_row
from twosource.config import Limits
from twosource.errors import UnreadableError
from twosource.extract.tree import Tree
from twosource.extract.when.day_evidence import Evidence, day_evidence
from twosource.model import Span

OUT = Path(__file__).parents[1] / "src/twosource/lang/en/story_day.toml"
FIELDS = ("id", "url", "title", "published", "text")
REGULARISATION = 3.0
LEAST_WEIGHT = 0.05  # smaller ones move no choice
HEAD = """\
# What speaks for a day as that on which a report's happening was: weights of a multinomial logit over the days that a
# report names. Made by training/story_day.py; docs/models/story_day.md says what it is worth.

# Least evidence for a day: with less that of a "story" dates its happening nowhere (of 35 such days 13 are right; of
# those above, 321 of 438). Nor does one "told" in the sentence of a deed, but not with its own word (of 41 reports on
# terror 10 had the right one, of 36 on shootings 9), or "taken" from around it: at 1.5 the day of reports on terror is
# right more often still (.595 against .590), that of reports on shootings less (.848 against .852).
# That of a noun with "the" is less often right: of such days from 1.2 on 10 of 44 (terror), 13 of 21 (shootings).
[least]
story = 1.0
told = 1.5
taken = 1.2
"taken by a noun" = 2.0

[weights]
"""


@dataclass(frozen=True, slots=True)
class Choice:
    """The candidate days of one report, and the right day."""

    candidates: list[Evidence]
    day: str

    def right(self) -> list[bool]:
        """Tell which candidates are right: the day itself; where none is, the stretches that hold it."""
        exact = [one.day == (self.day, self.day) for one in self.candidates]
        return exact if any(exact) else [one.day[0] <= self.day <= one.day[1] for one in self.candidates]


def choices(corpora: Path, part: str) -> list[Choice]:
    """Return the choices that the reports of one part of the corpus ``gva`` offer."""
    texts = {row["id"]: row for row in rows(corpora / "gva" / "docs.jsonl.gz")}
    golds = [gold for gold in rows(corpora / "gva" / "gold.jsonl.gz") if part_of(gold["incident"]) == part]
    return [Choice(_candidates(texts[doc]), gold["date"]) for gold in golds for doc in gold["docs"]]


def _candidates(row: dict[str, object]) -> list[Evidence]:
    try:
        article = clean(report_from_row({name: row.get(name) for name in FIELDS}, Limits()), Limits())
    except UnreadableError:
        return []
    return day_evidence(Tree(article, annotate(article)), Span(0, len(article.text)))


def trained(found: Iterable[Choice]) -> dict[str, float]:
    """Return the weight of each sign."""
    usable = [choice for choice in found if any(choice.right())]
    names = sorted({name for choice in usable for one in choice.candidates for name in one.features})
    at = {name: number for number, name in enumerate(names)}
    signs = np.zeros((sum(len(choice.candidates) for choice in usable), len(names)))
    for row, one in enumerate(one for choice in usable for one in choice.candidates):
        for name, value in one.features.items():
            signs[row, at[name]] = value
    right = np.array([hit for choice in usable for hit in choice.right()], dtype=float)
    sizes = [len(choice.candidates) for choice in usable]
    best = minimize(_loss, np.zeros(len(names)), args=(signs, right, sizes), jac=True, method="L-BFGS-B")
    return dict(zip(names, best.x.tolist(), strict=True))


def _loss(
    weights: NDArray[np.float64], signs: NDArray[np.float64], right: NDArray[np.float64], sizes: Sequence[int]
) -> tuple[float, NDArray[np.float64]]:
    """The negative logarithm of the belief in the right days, and its slope."""
    starts = np.concatenate([[0], np.cumsum(sizes)[:-1]])
    scores = signs @ weights
    odds = np.exp(scores - np.repeat(np.maximum.reduceat(scores, starts), sizes))
    belief = odds / np.repeat(np.add.reduceat(odds, starts), sizes)
    good = np.add.reduceat(belief * right, starts)
    slope = signs.T @ (belief - belief * right / np.repeat(good, sizes))
    penalty = REGULARISATION * weights
    return float(-np.log(good).sum() + penalty @ weights / 2), slope + penalty


def lines(weights: dict[str, float]) -> str:
    """Return the file of weights, the strongest first."""
    kept = sorted((-weight, name) for name, weight in weights.items() if abs(weight) >= LEAST_WEIGHT)
    return HEAD + "".join(f'"{name}" = {-weight:.2f}\n' for weight, name in kept)


def share_right(found: Sequence[Choice], weights: dict[str, float]) -> float:
    """Return how many of the reports that name a day have the right one on top."""
    named = [choice for choice in found if choice.candidates]
    return sum(_top(choice, weights).day == (choice.day, choice.day) for choice in named) / len(named)


def _top(choice: Choice, weights: dict[str, float]) -> Evidence:
    def score(one: Evidence) -> float:
        return sum(weights.get(name, 0.0) * value for name, value in sorted(one.features.items()))

    return min(choice.candidates, key=lambda one: (-score(one), one.day))


def main() -> None:
    """Write the weights and print how often they are right on both parts."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=Path, required=True)
    corpora = parser.parse_args().corpora
    tuned = choices(corpora, "tuned")
    weights = trained(tuned)
    OUT.write_text(lines(weights), encoding="utf-8")
    for part, found in (("tuned", tuned), ("unseen", choices(corpora, "unseen"))):
        print(f"{part}: {share_right(found, weights):.3f} of the reports that name a day")


if __name__ == "__main__":
    main()

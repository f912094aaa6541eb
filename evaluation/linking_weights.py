"""Fits the weights of the link stage: a logistic regression on pairs of reports, seen events only.

``python -m evaluation.linking_weights --corpora DIR`` prints the intercept and the ``[weights]`` table of
``link/weights.toml``.
"""

import argparse
from collections import defaultdict
from itertools import combinations
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression

from evaluation.linking import KEY, article, is_unseen, rows
from twosource.link.account import Profile
from twosource.link.accounts import accounts
from twosource.link.features import alike, evidence, table
from twosource.link.settings import settings
from twosource.link.vocabulary import vocabulary, weigh

SHARE = {"gva": 1.0, "clusters": 0.6}  # of the weight of all pairs of one event

Evidence = tuple[NDArray[np.float64], NDArray[np.bool_]]


def profiles(path: Path) -> list[Profile]:
    """Return the profiles of a set's reports, in the order of its file."""
    found = [account for row in rows(path / "docs.jsonl") for account in accounts(article(row), ())]
    known = vocabulary(found)
    return [weigh(account, known) for account in found]


def blocked(found: list[Profile]) -> list[tuple[int, int]]:
    """Return the pairs that meet in a block of bounded size."""
    blocks: dict[str, list[int]] = defaultdict(list)
    for number, profile in enumerate(found):
        for name in profile.blocks:
            blocks[name].append(number)
    small = (block for block in blocks.values() if len(block) <= settings().rare_at_most)
    return sorted({pair for block in small for pair in combinations(block, 2)})


def pairs(corpora: Path, corpus: str) -> Evidence:
    """Return evidence (a column for each weight) and truth of each pair of reports, none of an unseen event."""
    path = corpora / corpus
    number = {row["id"]: index for index, row in enumerate(rows(path / "docs.jsonl"))}
    truth: dict[int, set[str]] = defaultdict(set)
    for row in rows(path / "gold.jsonl"):
        for one in row["docs"]:
            truth[number[one]].add(row[KEY[corpus]])
    hidden = {item for item, events in truth.items() if any(is_unseen(event) for event in events)}
    found = profiles(path)
    a, b = np.array([pair for pair in blocked(found) if not {*pair} & hidden]).T
    arrays = table(found)
    worth = alike(arrays, a, b)
    told = evidence(arrays, a[worth], b[worth])
    same = [bool(truth[one] & truth[other]) for one, other in zip(a[worth], b[worth], strict=True)]
    return np.stack([told[name] for name, _ in settings().weights], axis=1), np.array(same)


def fitted(corpora: Path) -> tuple[dict[str, float], float]:
    """Return the weight of each piece of evidence and the intercept."""
    told = {corpus: pairs(corpora, corpus) for corpus in SHARE}
    matrix = np.concatenate([values for values, _ in told.values()])
    truth = np.concatenate([same for _, same in told.values()])
    weights = np.concatenate([np.full(len(same), SHARE[c] / same.sum()) for c, (_, same) in told.items()])
    spread = matrix.std(axis=0) + 1e-6
    model = LogisticRegression(max_iter=2000)
    model.fit(matrix / spread, truth, sample_weight=weights / weights.mean())
    names = [name for name, _ in settings().weights]
    return dict(zip(names, model.coef_[0] / spread, strict=True)), float(model.intercept_[0])


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=Path, required=True)
    weights, intercept = fitted(parser.parse_args().corpora)
    print(f"intercept = {intercept:.3f}\n\n[weights]")
    for name, weight in weights.items():
        print(f"{name} = {weight:.3f}")


if __name__ == "__main__":
    main()

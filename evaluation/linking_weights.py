"""Fits the weights of the link stage: a logistic regression on pairs of reports, seen events only.

``python -m evaluation.linking_weights --corpora DIR`` prints the intercept and the ``[weights]`` table of
``link/weights.toml``.
"""

import argparse
from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

import numpy as np
from sklearn.linear_model import LogisticRegression

from evaluation.linking import KEY, article, is_unseen, rows
from twosource.link.account import Profile
from twosource.link.accounts import accounts
from twosource.link.features import Vectors, evidence
from twosource.link.settings import settings
from twosource.link.vocabulary import keys, vocabulary, weigh

SHARE = {"gva": 1.0, "clusters": 0.6}  # of the weight of all pairs of one event

Pair = tuple[dict[str, float], bool]


def profiles(path: Path) -> list[Profile]:
    """Return the profiles of a set's reports, in the order of its file."""
    found = [account for row in rows(path / "docs.jsonl") for account in accounts(article(row), ())]
    known = vocabulary(found)
    return [weigh(account, known) for account in found]


def blocked(found: list[Profile]) -> list[tuple[int, int]]:
    """Return the pairs that meet in a block of bounded size."""
    blocks: dict[str, list[int]] = defaultdict(list)
    for number, profile in enumerate(found):
        for key in keys(profile):
            blocks[key].append(number)
    small = (block for block in blocks.values() if len(block) <= settings().rare_at_most)
    return sorted({pair for block in small for pair in combinations(block, 2)})


def pairs(corpora: Path, corpus: str) -> Iterator[Pair]:
    """Yield evidence and truth of each pair of reports of which neither tells of an unseen event."""
    path = corpora / corpus
    number = {row["id"]: index for index, row in enumerate(rows(path / "docs.jsonl"))}
    truth: dict[int, set[str]] = defaultdict(set)
    for row in rows(path / "gold.jsonl"):
        for one in row["docs"]:
            truth[number[one]].add(row[KEY[corpus]])
    hidden = {item for item, events in truth.items() if any(is_unseen(event) for event in events)}
    found = profiles(path)
    vectors = [Vectors(profile) for profile in found]
    for a, b in blocked(found):
        told = evidence(vectors[a], vectors[b])
        if told is not None and not {a, b} & hidden:
            yield told, bool(truth[a] & truth[b])


def fitted(corpora: Path) -> tuple[dict[str, float], float]:
    """Return the weight of each piece of evidence and the intercept."""
    names = [name for name, _ in settings().weights]
    values, truths, shares = [], [], []
    for corpus, share in SHARE.items():
        told = list(pairs(corpora, corpus))
        values += [[evidence_of[name] for name in names] for evidence_of, _ in told]
        truths += [truth for _, truth in told]
        shares += [share / sum(truth for _, truth in told)] * len(told)
    matrix, weights = np.array(values), np.array(shares)
    spread = matrix.std(axis=0) + 1e-6
    model = LogisticRegression(max_iter=2000)
    model.fit(matrix / spread, np.array(truths), sample_weight=weights / weights.mean())
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

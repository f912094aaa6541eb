"""Scores of labels in, the best legal sequence of labels out: no "inside" label without its beginning."""

import numpy as np
from numpy.typing import NDArray

from twosource.annotate.attribution.weights import Floats

FORBIDDEN = np.float32(-1e4)


def best_labels(scores: Floats) -> list[int]:
    """Return the labels of one stretch whose scores sum to the most (Viterbi).

    Label 0 is outside; then each role has a label for its first token (odd) and one for the next (even).
    """
    greedy = scores.argmax(axis=1)
    if _is_legal(greedy):
        return [int(label) for label in greedy]
    count = scores.shape[1]
    follows = np.zeros((count, count), dtype=np.float32)
    for inside in range(2, count, 2):
        follows[[i for i in range(count) if i not in {inside - 1, inside}], inside] = FORBIDDEN
    return _path(scores, follows)


def _is_legal(labels: NDArray[np.intp]) -> bool:
    before = np.concatenate([[0], labels[:-1]])
    inside = (labels > 0) & (labels % 2 == 0)
    return bool(((before == labels) | (before == labels - 1))[inside].all())


def _path(scores: Floats, follows: Floats) -> list[int]:
    total = scores[0] + follows[0]
    steps = []
    for score in scores[1:]:
        ways = total[:, None] + follows
        best = ways.argmax(axis=0)
        steps.append(best)
        total = ways[best, np.arange(len(best))] + score
    labels = [int(total.argmax())]
    for step in reversed(steps):
        labels.append(int(step[labels[-1]]))
    return labels[::-1]


def runs(labels: list[int], first: int) -> list[tuple[int, int]]:
    """Return the runs ``[start, end)`` that begin with the label ``first`` and go on with the next one."""
    found: list[tuple[int, int]] = []
    for index, label in enumerate(labels):
        if label == first:
            found.append((index, index + 1))
        elif label == first + 1:
            found[-1] = (found[-1][0], index + 1)
    return found

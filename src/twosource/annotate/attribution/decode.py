"""Scores of labels in, the best legal sequences of labels out: no "inside" label without its beginning."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from twosource.annotate.attribution.weights import Floats

FORBIDDEN = np.float32(-1e4)
Labels = NDArray[np.intp]


@dataclass(frozen=True, slots=True)
class Chain:
    """What a label adds that begins a sequence, that follows another one (rows: the one before), that ends it."""

    begins: Floats
    follows: Floats
    ends: Floats


def best_labels(scores: Floats, sizes: Sequence[int], chain: Chain) -> Labels:
    """Return the labels whose scores sum to the most, sequence by sequence (Viterbi, all sequences side by side).

    Label 0 is outside; then each role has a label for its first token (odd) and one for the next (even).

    Args:
        scores: one row a token, the sequences one after the other.
        sizes: tokens of each sequence, none of them empty.
        chain: what stands beside the scores.
    """
    order = np.argsort(-np.array(sizes, dtype=np.intp), kind="stable")
    lengths = np.array(sizes, dtype=np.intp)[order]
    starts = (np.cumsum(sizes) - np.array(sizes, dtype=np.intp))[order]
    alive = [int(np.searchsorted(-lengths, -step)) for step in range(int(lengths[0]))]  # still longer than the step
    legal = _legal(chain)
    totals = chain.begins + legal.begins + scores[starts]
    steps: list[Labels] = []
    for step, count in enumerate(alive[1:], 1):
        ways = totals[:count, :, None] + legal.follows
        best = ways.argmax(axis=1)
        steps.append(best)
        totals[:count] = ways.max(axis=1) + scores[starts[:count] + step]
    return _traced((totals + chain.ends).argmax(axis=1), steps, starts, len(scores))


def _legal(chain: Chain) -> Chain:
    """The chain with what is no legal sequence far below all others."""
    count = len(chain.begins)
    begins, follows = np.zeros_like(chain.begins), chain.follows.copy()
    for inside in range(2, count, 2):
        follows[[label for label in range(count) if label not in {inside - 1, inside}], inside] = FORBIDDEN
        begins[inside] = FORBIDDEN
    return Chain(begins, follows, chain.ends)


def _traced(last: Labels, steps: Sequence[Labels], starts: Labels, tokens: int) -> Labels:
    """Walk back from the last label of each sequence; ``steps`` hold the label before each, of the longest first."""
    found = np.zeros(tokens, dtype=np.intp)
    label = last.copy()
    for step in range(len(steps), 0, -1):
        before = steps[step - 1]
        count = len(before)
        found[starts[:count] + step] = label[:count]
        label[:count] = before[np.arange(count), label[:count]]
    found[starts] = label
    return found


def runs(labels: Sequence[int] | Labels, first: int) -> list[tuple[int, int]]:
    """Return the runs ``[start, end)`` that begin with the label ``first`` and go on with the next one."""
    found: list[tuple[int, int]] = []
    for index, label in enumerate(labels):
        if label == first:
            found.append((index, index + 1))
        elif label == first + 1:
            found[-1] = (found[-1][0], index + 1)
    return found

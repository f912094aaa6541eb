"""A cue and the tokens around it in, how each token lies to the cue out: distance, edge of the parse, cues between."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from twosource.annotate.attribution.features import Integers

DISTANCES = np.array([1, 2, 3, 4, 5, 7, 10, 15, 22, 35, 60])  # tokens; a cue's own count as 0
FARTHEST = 300
DEPTH = 60  # edges; no sentence of the training half is deeper
BESIDE, BELOW, CHILD, ABOVE, SISTER, OWN = range(6)
Run = tuple[int, int]


def relations(cue: Run, cues: Sequence[Run], heads: Integers, sentence: Integers) -> Integers:
    """Return a row for each token of one stretch: bucket of distance, edge, cues between and sentence, own.

    Args:
        cue: tokens ``[first, last)`` of the cue, counted from the stretch's start like all the rest.
        cues: all cues of the stretch.
        heads: the head of each token.
        sentence: the number of each token's sentence.
    """
    here = np.arange(len(heads))
    inside = (here >= cue[0]) & (here < cue[1])
    away = np.where(here < cue[0], here - cue[0], np.where(here >= cue[1], here - cue[1] + 1, 0))
    away = np.clip(away, -FARTHEST, FARTHEST)
    bucket = np.searchsorted(DISTANCES, np.abs(away), side="right") + np.where(away < 0, len(DISTANCES), 0)
    same = sentence == sentence[cue[0]]
    columns = [bucket, _edges(cue, heads, inside), 2 * _between(cue, cues, here) + same, inside]
    return np.stack(columns, axis=1).astype(np.int32)


def _edges(cue: Run, heads: Integers, inside: NDArray[np.bool_]) -> NDArray[np.int64]:
    root = _root(cue, heads)
    below = np.zeros(len(heads), dtype=bool)
    below[root] = True
    for _ in range(DEPTH):
        wider = below | below[heads]
        if (wider == below).all():
            break
        below = wider
    edges = np.where(below, BELOW, BESIDE)
    edges[heads == root] = CHILD
    node = root
    for _ in range(DEPTH):
        if heads[node] == node:
            break
        node = int(heads[node])
        edges[node] = ABOVE
    if heads[root] != root:
        edges[(heads == heads[root]) & (edges == BESIDE)] = SISTER
    edges[inside] = OWN
    return edges


def _root(cue: Run, heads: Integers) -> int:
    """The cue's token whose head lies outside the cue."""
    tops = (i for i in range(*cue) if heads[i] == i or not cue[0] <= heads[i] < cue[1])
    return next(tops, cue[0])


def _between(cue: Run, cues: Sequence[Run], here: NDArray[np.int64]) -> NDArray[np.int64]:
    """How many other cues begin between the cue and each token: 0, 1 or more (2)."""
    starts = np.zeros(len(here) + 1, dtype=np.int64)
    for other in cues:
        starts[other[0]] += other[0] != cue[0]
    before = np.concatenate([[0], np.cumsum(starts[:-1])])
    left = before[cue[0]] - before[here]
    right = before[np.minimum(here + 1, len(here))] - before[min(cue[1], len(here))]
    return np.asarray(np.clip(np.where(here < cue[0], left, right), 0, 2), dtype=np.int64)

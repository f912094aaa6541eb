"""Feature rows in, a score for each label of each token out: the network itself, in numpy, on one core.

Layers look at a token, at the tokens some steps to its left and right and at its head in the parse. What was found by
one layer the next can carry over a step or along an edge, so that a verb learns of the clause and quotation below it.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from twosource.annotate.attribution.features import COLUMNS, Integers
from twosource.annotate.attribution.weights import Floats, Weights

STEPS = (1, 2, 4, 8, 16, 1)  # tokens to the left and right that each layer looks at
TINY = 1e-5  # as in training
Places = NDArray[np.intp]


@dataclass(frozen=True, slots=True)
class Layout:
    """Where things stand in one article: the first and last token of each token's stretch, and its head."""

    first: Places
    last: Places
    head: Places


def layout(stretches: list[tuple[int, int]], heads: Integers) -> Layout:
    """Return the layout of tokens that lie in ``stretches`` one after the other."""
    sizes = [last - first for first, last in stretches]
    first = np.repeat(np.array([first for first, _ in stretches], dtype=np.intp), sizes)
    last = np.repeat(np.array([last - 1 for _, last in stretches], dtype=np.intp), sizes)
    return Layout(first, last, heads.astype(np.intp))


def encoded(weights: Weights, rows: Integers, vectors: Sequence[Floats], where: Layout) -> Floats:
    """Return what the network makes of each token: one row of numbers a token.

    Args:
        weights: the network.
        rows: the feature rows of the tokens.
        vectors: the parser's vectors of their words, and of their lemmas.
        where: the layout of the tokens.
    """
    arrays = weights.arrays
    looked_up = [arrays[_table(column)][rows[:, at]] for at, column in enumerate(COLUMNS)]
    for at, known in enumerate(vectors):
        looked_up[at] += known @ arrays["vector.weight"]
    state = np.concatenate(looked_up, axis=1) @ arrays["in.weight"] + arrays["in.bias"]
    count = len(rows)
    here = np.arange(count, dtype=np.intp)
    for layer, step in enumerate(STEPS):
        left = np.where(here - step >= where.first, here - step, count)
        right = np.where(here + step <= where.last, here + step, count)
        wide = np.concatenate([state, np.zeros((1, state.shape[1]), np.float32)])
        near = np.concatenate([wide[left], state, wide[right], state[where.head]], axis=1)
        more = near @ arrays[f"layer{layer}.weight"] + arrays[f"layer{layer}.bias"]
        np.maximum(more, 0, out=more)
        more += state
        state = _levelled(more, arrays[f"layer{layer}.gain"], arrays[f"layer{layer}.shift"])
    return state


def _table(column: str) -> str:
    return "word" if column in {"word", "lemma"} else column


def _levelled(state: Floats, gain: Floats, shift: Floats) -> Floats:
    """Bring each row to mean 0 and spread 1, then stretch and shift it as trained (layer normalisation)."""
    state -= state.mean(axis=1, keepdims=True)
    spread = np.sqrt(np.einsum("ij,ij->i", state, state) / state.shape[1] + TINY)
    state *= (1 / spread)[:, None]
    state *= gain
    state += shift
    return state


def label_scores(weights: Weights, state: Floats) -> Floats:
    """Return the score of each of the seven labels for each token."""
    return np.asarray(state @ weights.arrays["label.weight"] + weights.arrays["label.bias"], dtype=np.float32)


def pair_scores(weights: Weights, state: Floats, tokens: Places, cues: Floats, relations: Integers) -> Floats:
    """Return the score of each of the five roles that a token can have towards one cue.

    Args:
        weights: the network.
        state: what ``encoded`` gave.
        tokens: for each pair of token and cue, the token.
        cues: for each pair, the mean state of the cue's tokens, already multiplied by ``cue.weight``.
        relations: for each pair, how the token lies to the cue (``relations.py``).
    """
    arrays = weights.arrays
    inner = (state @ arrays["token.weight"] + arrays["token.bias"])[tokens]
    inner += cues
    for at in range(relations.shape[1]):
        inner += arrays[f"relation{at}"][relations[:, at]]
    np.maximum(inner, 0, out=inner)
    return np.asarray(inner @ arrays["role.weight"] + arrays["role.bias"], dtype=np.float32)

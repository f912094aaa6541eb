"""Words and features in, what the network makes of each token out: the encoder's state, then scores in numpy.

The encoder is a small transformer, run by ONNX Runtime on one thread; the last layers, which give labels and roles, are
two products of matrices.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from twosource.annotate.attribution.features import COLUMNS, Integers
from twosource.annotate.attribution.pieces import FIRST, LAST, Split
from twosource.annotate.attribution.weights import Floats, Model

LONGEST_ROW = 398  # pieces, the first and the last mark included; the encoder knows 400 places
WIDER = 1.1  # a stretch is read beside others up to a tenth shorter: what is filled up costs time
AT_ONCE = 2048  # pieces: bounds memory on a page of one long list
Places = NDArray[np.intp]


@dataclass(frozen=True, slots=True)
class Row:
    """One stretch as the encoder reads it: piece numbers, their features, and where each token begins in them."""

    pieces: NDArray[np.int64]
    features: NDArray[np.int64]
    starts: Places


def row_of(words: Sequence[str], features: Integers, pieces: tuple[Split, int, int]) -> Row:
    """Return a stretch cut into pieces; tokens beyond ``LONGEST_ROW`` share the state of the last piece.

    Args:
        words: the text of each token.
        features: the feature row of each token.
        pieces: how a word is split, and the numbers of the first and the last mark.
    """
    split, first, last = pieces
    parts = [split(word) for word in words]
    sizes = np.array([len(part) for part in parts], dtype=np.intp)
    numbers = [first, *(piece for part in parts for piece in part), last][:LONGEST_ROW]
    marks = np.zeros((1, len(COLUMNS)), dtype=np.int64)
    told = np.concatenate([marks, np.repeat(features.astype(np.int64), sizes, axis=0), marks])[:LONGEST_ROW]
    starts = np.minimum(np.cumsum(sizes) - sizes + 1, len(numbers) - 1)
    return Row(np.array(numbers, dtype=np.int64), told, starts)


def encoded(model: Model, words: Sequence[str], features: Integers, parts: Sequence[tuple[int, int]]) -> Floats:
    """Return the state of each token: one row of numbers a token.

    Args:
        model: the network.
        words: the text of each token.
        features: the feature row of each token.
        parts: the stretches ``[first, last)``, one after the other, that are read each alone.
    """
    pieces = (model.split, model.words["piece"][FIRST], model.words["piece"][LAST])
    rows = [row_of(words[first:last], features[first:last], pieces) for first, last in parts]
    states: list[Floats] = [np.empty((0, 0), np.float32)] * len(rows)
    for group in _alike(rows):
        found = model.encode(*filled([rows[at] for at in group]))
        for number, at in enumerate(group):
            states[at] = found[number, rows[at].starts]
    return np.concatenate(states)


def _alike(rows: Sequence[Row]) -> Iterator[list[int]]:
    """Yield the rows' indices in groups of about one length, the shortest first."""
    group: list[int] = []
    for at in sorted(range(len(rows)), key=lambda at: (len(rows[at].pieces), at)):
        size = len(rows[at].pieces)
        if group and (size > WIDER * len(rows[group[0]].pieces) + 1 or size * (len(group) + 1) > AT_ONCE):
            yield group
            group = []
        group.append(at)
    if group:
        yield group


def filled(rows: Sequence[Row]) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.bool_]]:
    """Return rows as one block each of pieces, of features and of what is no filling, as long as the longest row."""
    longest = max(len(row.pieces) for row in rows)
    pieces = np.zeros((len(rows), longest), dtype=np.int64)
    features = np.zeros((len(rows), longest, len(COLUMNS)), dtype=np.int64)
    is_read = np.zeros((len(rows), longest), dtype=np.bool_)
    for number, row in enumerate(rows):
        size = len(row.pieces)
        pieces[number, :size], features[number, :size], is_read[number, :size] = row.pieces, row.features, True
    return pieces, features, is_read


def label_scores(model: Model, state: Floats) -> Floats:
    """Return the score of each of the seven labels for each token."""
    return np.asarray(state @ model.arrays["label.weight"] + model.arrays["label.bias"], dtype=np.float32)


def pair_scores(model: Model, state: Floats, tokens: Places, cues: Floats, relations: Integers) -> Floats:
    """Return the score of each of the five roles that a token can have towards one cue.

    Args:
        model: the network.
        state: what ``encoded`` gave.
        tokens: for each pair of token and cue, the token.
        cues: for each pair, the mean state of the cue's tokens, already multiplied by ``cue.weight``.
        relations: for each pair, how the token lies to the cue (``relations.py``).
    """
    arrays = model.arrays
    inner = (state @ arrays["token.weight"] + arrays["token.bias"])[tokens]
    inner += cues
    for at in range(relations.shape[1]):
        inner += arrays[f"relation{at}"][relations[:, at]]
    np.maximum(inner, 0, out=inner)
    return np.asarray(inner @ arrays["role.weight"] + arrays["role.bias"], dtype=np.float32)

"""Stretches are read beside others of their length, and each token gets its own state back."""

import numpy as np
from numpy.typing import NDArray

from twosource.annotate.attribution.features import COLUMNS
from twosource.annotate.attribution.network import LONGEST_ROW, encoded, row_of
from twosource.annotate.attribution.pieces import splitter
from twosource.annotate.attribution.weights import Floats, Model

NUMBERS = {piece: at for at, piece in enumerate(["[PAD]", "[CLS]", "[SEP]", "[UNK]", "[unused0]", "a", "b", "##c"])}
SPLIT = splitter(NUMBERS)


def _echo(pieces: NDArray[np.int64], _features: NDArray[np.int64], is_read: NDArray[np.bool_]) -> Floats:
    """An encoder whose state of a piece is its number and how many pieces of its row are read."""
    return np.stack([pieces, np.broadcast_to(is_read.sum(1, keepdims=True), pieces.shape)], axis=2).astype(np.float32)


MODEL = Model(_echo, SPLIT, {}, {"piece": NUMBERS})


def _features(count: int) -> NDArray[np.int32]:
    return np.zeros((count, len(COLUMNS)), dtype=np.int32)


def test_each_token_has_the_state_of_its_first_piece_in_its_own_stretch() -> None:
    words = ["a", "bc", "b", *["a"] * 40]
    state = encoded(MODEL, words, _features(43), [(0, 2), (2, 3), (3, 43)])
    assert state[:, 0].tolist() == [NUMBERS[word[0]] for word in words]
    assert state[:4, 1].tolist() == [5, 5, 3, 42]


def test_a_stretch_of_very_many_pieces_is_cut_and_loses_no_token() -> None:
    row = row_of(["a"] * 1000, _features(1000), (SPLIT, 1, 2))
    assert len(row.pieces) == len(row.features) == LONGEST_ROW
    assert len(row.starts) == 1000
    assert row.starts.max() == LONGEST_ROW - 1

"""The model file: small, the same bytes each time, and back what went in."""

import numpy as np

from twosource.annotate.attribution.weights import Weights, load_weights, packed, unpacked


def test_weights_come_back_as_they_were_but_for_rounding() -> None:
    whole = np.linspace(-1, 1, 12, dtype=np.float32).reshape(3, 4)
    back = unpacked(packed(Weights({"a": whole, "b": whole[0]}, {"word": {"é": 2}})))
    assert np.abs(back.arrays["a"] - whole).max() < 1 / 127
    assert (back.arrays["b"] == whole[0]).all()
    assert back.words == {"word": {"é": 2}}


def test_the_same_weights_give_the_same_bytes() -> None:
    weights = Weights({"a": np.ones((2, 2), dtype=np.float32)}, {"word": {}})
    assert packed(weights) == packed(weights)


def test_the_file_holds_single_words_only() -> None:
    weights = load_weights()
    assert weights is not None
    assert not any(" " in word.strip() for words in weights.words.values() for word in words)

"""The model files: the same bytes each time, back what went in, and no stretch of anybody's text."""

import numpy as np

from twosource.annotate.attribution.weights import Heads, load_model, packed, unpacked


def test_last_layers_come_back_as_they_were() -> None:
    whole = np.linspace(-1, 1, 12, dtype=np.float32).reshape(3, 4)
    back = unpacked(packed(Heads({"a": whole, "b": whole[0]}, {"piece": {"é": 2}})))
    assert (back.arrays["a"] == whole).all()
    assert (back.arrays["b"] == whole[0]).all()
    assert back.words == {"piece": {"é": 2}}


def test_the_same_layers_give_the_same_bytes() -> None:
    heads = Heads({"b": np.ones((2, 2), dtype=np.float32), "a": np.zeros(2, dtype=np.float32)}, {"piece": {}})
    assert packed(heads) == packed(Heads(dict(sorted(heads.arrays.items())), {"piece": {}}))


def test_the_vocabulary_holds_single_words_only() -> None:
    model = load_model()
    assert model is not None
    assert not any(" " in word.strip() for words in model.words.values() for word in words)

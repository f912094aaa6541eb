"""Gold attributions become labels of tokens; the network that learns is the one that runs."""

import numpy as np
import pytest
from training.attribution.gold import LABEL, Text, lexicons, marked_stretches, runs_of

from twosource.annotate import annotate
from twosource.annotate.attribution import network as running
from twosource.annotate.attribution.weights import Weights
from twosource.annotate.parse import word_vectors
from twosource.clean import clean
from twosource.collect.rows import report_from_row
from twosource.config import Limits

SENTENCE = "Police said the road was closed."
MARKS = {"source": [[0, 6]], "cue": [[7, 11]], "content": [[12, 31]]}


def _text() -> Text:
    article = clean(report_from_row({"id": "1", "text": SENTENCE}, Limits()), Limits())
    return Text(annotate(article), (MARKS,))


def test_pieces_of_text_are_runs_of_tokens() -> None:
    tokens = _text().annotations.tokens
    assert runs_of(tokens, [[12, 31]]) == [(2, 6)]
    assert runs_of(tokens, [[11, 15]]) == [(2, 3)]


def test_each_token_has_a_label_and_a_role_for_each_cue() -> None:
    text = _text()
    (stretch,) = marked_stretches(text, lexicons([text]))
    assert stretch.labels.tolist() == [LABEL["source"], LABEL["cue"], 5, 6, 6, 6, 0]
    assert stretch.cues == ((1, 2),)
    assert stretch.roles[0].tolist() == [1, 0, 3, 4, 4, 4, 0]


def test_rare_words_have_no_row() -> None:
    assert lexicons([_text()])["word"] == {}


def test_the_network_that_learns_is_the_one_that_runs() -> None:
    torch = pytest.importorskip("torch")
    from training.attribution import network as learning  # noqa: PLC0415 - needs torch

    text = _text()
    words = lexicons([text])
    (stretch,) = marked_stretches(text, words)
    torch.manual_seed(1)
    arrays = learning.fresh(words)
    there = learning.encoded(arrays, [stretch], [0], learning=False).detach().numpy()
    weights = Weights({name: array.detach().numpy() for name, array in arrays.items()}, words)
    vectors = [word_vectors(stretch.words), word_vectors(stretch.lemmas)]
    here = running.encoded(weights, stretch.rows, vectors, running.layout([(0, len(there))], stretch.heads))
    assert np.abs(here - there).max() < 1e-4

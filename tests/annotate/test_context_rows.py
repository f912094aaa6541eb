"""The rows made here are those of spaCy's own tok2vec, whatever words were met before and whatever stands beside."""

from collections.abc import Sequence

import numpy as np
import pytest
from spacy.tokens import Doc

from twosource.annotate import context_rows
from twosource.annotate.context_rows import ContextRows, Floats
from twosource.annotate.parse import load_parser

TEXTS = (
    "On Monday, 3 March, Colonel Ana Ruiz told Riva Daily that 12 people didn't come.",
    "Riva",
    "AT LEAST 14 DEAD IN SALO MARKET BLAST\n\n  The Red Crescent said so   . Qxzzvy\nLopez's son, Ivan, is 12",
    "",
    "nobody came , nobody came and nothing was said in Riva",
)
NEAR = 2e-5  # of rows whose numbers lie between -5 and 5


@pytest.fixture(params=["tok2vec", "ner"])
def rows(request: pytest.FixtureRequest) -> ContextRows:
    return ContextRows(model(request.param), load_parser().vocab)


def model(name: str) -> object:
    found = load_parser().get_pipe(name).model  # type: ignore[attr-defined]
    return found if name == "tok2vec" else found.layers[0].layers[0]


def docs(texts: Sequence[str]) -> list[Doc]:
    return [load_parser().make_doc(text) for text in texts]


@pytest.mark.parametrize("name", ["tok2vec", "ner"])
def test_rows_are_those_of_spacy(name: str) -> None:
    own = ContextRows(model(name), load_parser().vocab)(docs(TEXTS))
    for mine, theirs in zip(own, model(name).predict(docs(TEXTS)), strict=True):  # type: ignore[attr-defined]
        assert mine.shape == theirs.shape
        assert np.abs(mine - theirs).max(initial=0) < NEAR


def test_rows_do_not_depend_on_what_was_read_before(rows: ContextRows) -> None:
    first = rows(docs(TEXTS[:1]))
    for text in reversed(TEXTS):
        rows(docs([text]))
    assert same(rows(docs(TEXTS[:1])), first)
    later = ContextRows(model("tok2vec"), load_parser().vocab)
    fresh = later(docs(TEXTS[:1]))
    other = ContextRows(model("tok2vec"), load_parser().vocab)
    other(docs(TEXTS[2:]))
    assert same(other(docs(TEXTS[:1])), fresh)


def test_what_is_forgotten_is_made_again_the_same(rows: ContextRows, monkeypatch: pytest.MonkeyPatch) -> None:
    before = rows(docs(TEXTS))
    monkeypatch.setattr(context_rows, "MOST", 3)
    assert same(rows(docs(TEXTS[4:])), ContextRows.__call__(rows, docs(TEXTS[4:])))
    assert same(rows(docs(TEXTS)), before)


def test_no_text_has_no_rows(rows: ContextRows) -> None:
    assert rows([]) == []
    assert [len(found) for found in rows(docs(["", ""]))] == [0, 0]


def same(left: Sequence[Floats], right: Sequence[Floats]) -> bool:
    return all(np.array_equal(one, other) for one, other in zip(left, right, strict=True))

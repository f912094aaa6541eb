"""What the network is told of each token."""

import pytest

from twosource.annotate.attribution.features import COLUMNS, feature_rows, shape, stretches
from twosource.model import Quotation, Sentence, Span, Token


def _token(start: int, text: str) -> Token:
    return Token(start, start + len(text), text, text.lower(), "X", "XX", "dep", 0, "")


WORDS = {"pos": {"X": 1}, "tag": {}, "dep": {"dep": 3}, "entity": {}}


def test_a_tag_that_training_never_saw_is_nought() -> None:
    (row,) = feature_rows([_token(0, "Gone")], [], WORDS)
    assert dict(zip(COLUMNS, row.tolist(), strict=True)) == {
        "pos": 1,
        "tag": 0,
        "dep": 3,
        "entity": 0,
        "shape": 4,
        "quoted": 0,
    }


def test_direct_speech_and_its_marks_are_told_apart() -> None:
    tokens = [_token(0, "He"), _token(3, '"'), _token(4, "go"), _token(6, '"')]
    rows = feature_rows(tokens, [Quotation(span=Span(4, 6), turn=1)], WORDS)
    assert [row[COLUMNS.index("quoted")] for row in rows] == [0, 2, 1, 2]


@pytest.mark.parametrize(
    ("text", "group"),
    [
        ("river", 1),
        ("UN", 2),
        ("A", 3),
        ("Riva", 4),
        ("McKee", 5),
        ("12", 6),
        ("F16", 7),
        ("U.S.", 8),
        ("“", 9),
        (",", 10),
    ],
)
def test_words_have_a_shape(text: str, group: int) -> None:
    assert shape(text) == group


def test_a_paragraph_is_read_in_one_piece_unless_it_is_very_long() -> None:
    sentences = [Sentence(0, 100, 0), Sentence(100, 200, 0), Sentence(200, 300, 0), Sentence(300, 310, 1)]
    assert stretches(sentences) == [(0, 200), (200, 300), (300, 310)]

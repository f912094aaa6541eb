"""What the network is told of each token."""

import pytest

from twosource.annotate.attribution.features import UNKNOWN, feature_rows, shape, stretches
from twosource.model import Quotation, Sentence, Span, Token


def _token(start: int, text: str) -> Token:
    return Token(start, start + len(text), text, text.lower(), "X", "XX", "dep", 0, "")


WORDS = {"word": {"gone": 2}, "pos": {"X": 1}, "tag": {}, "dep": {}, "entity": {}, "suffix": {"one": 1}}


def test_unknown_words_and_tags_have_rows_of_their_own() -> None:
    rows = feature_rows([_token(0, "Gone"), _token(5, "Zorp")], [], WORDS)
    assert [row[0] for row in rows] == [2, UNKNOWN]
    assert [row[3] for row in rows] == [0, 0]
    assert [row[7] for row in rows] == [1, 0]


def test_direct_speech_and_its_marks_are_told_apart() -> None:
    tokens = [_token(0, "He"), _token(3, '"'), _token(4, "go"), _token(6, '"')]
    rows = feature_rows(tokens, [Quotation(span=Span(4, 6), turn=1)], WORDS)
    assert [row[8] for row in rows] == [0, 2, 1, 2]


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

"""Words are split into the longest pieces that the encoder holds."""

import pytest

from twosource.annotate.attribution.pieces import LONGEST_PART, MOST_PIECES, splitter

PIECES = ["[unused0]", "[UNK]", "river", "##bank", "##s", "un", "##known", "'", "s", "cafe", '"', "-"]
SPLIT = splitter({piece: number for number, piece in enumerate(PIECES)})


@pytest.mark.parametrize(
    ("word", "pieces"),
    [
        ("River", ["river"]),
        ("riverbanks", ["river", "##bank", "##s"]),
        ("’s", ["'", "s"]),
        ("café", ["cafe"]),
        ("river-bank", ["river", "-", "[UNK]"]),
        ("“", ['"']),
        ("zzz", ["[UNK]"]),
        ("\n ", ["[unused0]"]),
        ("s" * (LONGEST_PART + 1), ["[UNK]"]),
    ],
)
def test_a_word_is_read_in_pieces(word: str, pieces: list[str]) -> None:
    assert [PIECES[number] for number in SPLIT(word)] == pieces


def test_a_token_of_a_thousand_marks_has_few_pieces() -> None:
    assert len(SPLIT("-" * 1000)) == MOST_PIECES

"""What speakers call a happening."""

import pytest

from twosource.reconcile.character import Character, characters


@pytest.mark.parametrize(
    ("words", "kind", "phrase", "refused"),
    [
        ("it a law-enforcement action", "lawful", "law enforcement action", False),
        ("the raid as “state terrorism”", "terrorism", "state terrorism", False),
        ("the strike was a clear act of aggression", "war", "aggression", False),
        ("it was not an accident", "accident", "accident", True),
        ("the shooting wasn’t murder", "crime", "murder", True),
        ("Self-defence", "lawful", "self defence", False),
    ],
)
def test_a_name_given_is_read_with_its_kind(words: str, kind: str, phrase: str, refused: bool) -> None:  # noqa: FBT001
    assert characters(words) == (Character(kind, phrase, refused),)


@pytest.mark.parametrize(
    "words",
    [
        "he was charged with murder",
        "police were investigating the massacre",
        "it was an apparent murder-suicide",
        "it is unlawful to carry a gun",
        "the men fled after the execution",
        "",
    ],
)
def test_a_word_that_names_no_happening_is_left(words: str) -> None:
    assert characters(words) == ()

"""Broken quotation marks become plain ones; no character is added or lost."""

import pytest

from twosource.annotate.casing import unbroken

OPEN, CLOSE, APOSTROPHE = "â€œ", "â€\ufffd", "â€™"


@pytest.mark.parametrize(
    ("text", "read"),
    [
        (f"{OPEN}Two men died,{CLOSE} he said.", '  "Two men died,"   he said.'),
        (f"The mayor{APOSTROPHE}s house burnt.", "The mayor  's house burnt."),
        (f"the workers{APOSTROPHE} hall", "the workers'   hall"),
    ],
)
def test_marks_are_plain_and_in_place(text: str, read: str) -> None:
    assert unbroken(text) == read
    assert len(read) == len(text)


def test_whole_text_is_the_same_object() -> None:
    text = "The mayor's “house” burnt."
    assert unbroken(text) is text

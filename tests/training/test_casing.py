"""The training program reads running text only and tells the three cases apart."""

import pytest
from training.casing import case_of, is_ordinary


@pytest.mark.parametrize(
    ("word", "case"), [("river", 0), ("River", 1), ("McArdle", 1), ("NRLF", 2), ("U.S.", 2), ("I", 1)]
)
def test_the_case_of_a_word(word: str, case: int) -> None:
    assert case_of(word) == case


def test_headings_are_no_running_text() -> None:
    assert not is_ordinary("Three Men Killed As Police Open Fire On March In The Old Town, Mayor Says")
    assert is_ordinary("Three men were killed on Monday when police opened fire on a march in the old town.")

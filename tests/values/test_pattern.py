"""The marks at the end of the name of a pattern."""

from twosource.values.pattern import ALL_NAMED, DEFINITE, unmarked


def test_a_pattern_without_its_marks_is_its_name() -> None:
    assert unmarked(f"passive{DEFINITE}{ALL_NAMED}") == "passive"
    assert unmarked("list of names") == "list of names"

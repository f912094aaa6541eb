"""Word rates and stems."""

import pytest

from twosource.lang.wording import lower_case_words, months, stem, stem_rates, weekdays, word_rates


def test_common_words_have_higher_rates_than_rare_ones() -> None:
    assert word_rates()["said"] > word_rates()["hospital"] > word_rates().get("ferryman", 0.0)


def test_rates_are_shares() -> None:
    assert all(0 < rate <= 1 for rate in [*word_rates().values(), *stem_rates().values()])


def test_names_of_months_are_common_but_no_lower_case_words() -> None:
    assert "january" in word_rates()
    assert "january" not in lower_case_words()


@pytest.mark.parametrize(
    ("word", "root"),
    [("attacks", "attack"), ("attacked", "attack"), ("attacking", "attack"), ("bodies", "body"), ("stabbed", "stab"),
     ("killed", "kill"), ("police", "polic"), ("virus", "virus"), ("is", "is"), ("bring", "bring")],
)  # fmt: skip
def test_inflections_fall_together(word: str, root: str) -> None:
    assert stem(word) == root


def test_the_calendar_is_whole() -> None:
    assert (len(months()), len(weekdays())) == (12, 7)

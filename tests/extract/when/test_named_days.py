"""Which expressions of time name the day of a deed; the report is of Wednesday, 7 May 2031."""

from collections.abc import Callable
from typing import Any

import pytest

ENDING_NOW = [
    "Two men were killed in Velma in the past few hours.",
    "In the past few hours, rebels killed two men in Velma.",
    "Clashes in the last few hours left two dead.",
    "Gunmen have killed two men in recent hours, police said.",
    "A bomb killed two men a few minutes ago.",
    "Two men were killed hours ago when a bomb went off.",
    "Two soldiers died within the last several hours.",
    "Police said fighting in the last few hours has killed two men.",
    "A bomb went off a few minutes ago in the market. Two men were killed.",
    "The army was involved in new clashes in the past few hours. A spokesman reported two soldiers killed.",
]


@pytest.mark.parametrize("text", ENDING_NOW)
def test_the_hours_before_the_report_are_its_day(read: Callable[..., Any], text: str) -> None:
    (claim,) = [claim for claim in read(text)[2] if claim.measure == "killed"]
    assert claim.date is not None
    assert (claim.date.earliest, claim.date.latest) == ("2031-05-07", "2031-05-07")


def test_a_day_and_a_night_before_the_report_may_begin_on_the_eve(read: Callable[..., Any]) -> None:
    (claim,) = [c for c in read("Fighting killed two men in the last 24 hours.")[2] if c.measure == "killed"]
    assert claim.date is not None
    assert (claim.date.earliest, claim.date.latest) == ("2031-05-06", "2031-05-07")


@pytest.mark.parametrize(
    "text",
    [
        "Two men were killed within a few hours.",
        "Two men were killed in a battle that lasted 24 hours.",
        "A militia threatened to kill ten people in the next 24 hours.",
        "Rebels killed two men and said talks would follow in the next 24 hours.",
        "Two men have been killed in the past three years.",
        "Two men are shot dead in Velma every day.",
    ],
)
def test_a_length_that_does_not_end_with_the_report_names_no_day(read: Callable[..., Any], text: str) -> None:
    assert {claim.date for claim in read(text)[2] if claim.measure == "killed"} == {None}


@pytest.mark.parametrize(("between", "day"), [(1, "2031-04-26"), (6, None)])
def test_a_clock_time_far_from_the_day_told_last_dates_nothing(
    read: Callable[..., Any], between: int, day: str | None
) -> None:
    """It goes on with that day over a few paragraphs; at the end of a long report it is of the story's own day."""
    text = "The list was released on April 26.\n\n" + "The street was closed.\n\n" * between
    claims = read(f"Two men were killed in Velma.\n\n{text}The bombing occurred at approximately 8:30 pm.")[2]
    (claim,) = [c for c in claims if c.measure == "killed"]
    assert (claim.date.earliest if claim.date is not None else None) == day

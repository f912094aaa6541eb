"""Others who were shot beside somebody who died are hurt; a number that may hold the dead stays a number hit."""

from collections.abc import Callable
from typing import Any

import pytest


def counts(read: Callable[..., Any], text: str) -> dict[str, int]:
    return {c.measure: c.low for c in read(text)[2] if c.measure in {"killed", "injured", "hit"}}


def test_others_shot_beside_the_dead_are_hurt(read: Callable[..., Any]) -> None:
    assert counts(read, "A man was killed on Monday. Three other people were shot, police said.") == {
        "killed": 1,
        "injured": 3,
    }


KEPT = [
    "A man was killed on Monday. Three people were shot, police said.",
    "Three other people were shot, police said. A man was killed on Monday.",
]


@pytest.mark.parametrize("text", KEPT)
def test_those_who_may_hold_the_dead_stay_hit(read: Callable[..., Any], text: str) -> None:
    assert counts(read, text) == {"killed": 1, "hit": 3}


LEAD = "A 16-year-old boy was killed and another teen wounded in Dorvale on Monday. "


def test_those_told_one_by_one_as_dead_and_hurt_are_the_several_told_of_as_hurt(read: Callable[..., Any]) -> None:
    told = [(c.measure, c.low) for c in read(f"{LEAD}Two teenage boys were wounded, police said.")[2]]
    assert ("hit", 2) in told
    more = [(c.measure, c.low) for c in read(f"{LEAD}Three teenage boys were wounded, police said.")[2]]
    assert ("injured", 3) in more


def test_somebody_hurt_before_others_is_none_of_them(read: Callable[..., Any]) -> None:
    told = read("A man was seriously hurt. Three other people with gunshot wounds walked into the hospital.")[2]
    assert [(c.low, c.part_of) for c in told if c.measure == "injured"] == [(1, None), (3, None)]


HELD = [
    "Ben Tolley died after a fight in Dorvale. Officers found two men in the street. Both were rushed to the hospital.",
    "Officers found three people bleeding in Dorvale. One person died. All three victims were taken to a hospital.",
]


@pytest.mark.parametrize("text", HELD)
def test_people_told_of_before_and_taken_to_hospital_may_hold_the_dead(read: Callable[..., Any], text: str) -> None:
    told = [(c.measure, c.low) for c in read(text)[2] if (c.low or 0) > 1]
    assert [measure for measure, _ in told] == ["hit"]


ALIVE = [
    "Ben Tolley died in Dorvale. Two other people were hurt. Both were taken to a hospital.",
    "Ben Tolley died in Dorvale. Officers found two men in the street. Both are in stable condition.",
    "Officers found two men in the street in Dorvale. Both were rushed to the hospital.",
]


@pytest.mark.parametrize("text", ALIVE)
def test_they_are_hurt_where_they_live_or_were_told_of_as_hurt_or_nobody_died(
    read: Callable[..., Any], text: str
) -> None:
    assert {c.measure for c in read(text)[2] if (c.low or 0) > 1} == {"injured"}

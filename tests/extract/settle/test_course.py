"""How a toll goes on: the report says that it has risen to a number, or that a number was given before."""

from collections.abc import Callable
from typing import Any

import pytest

from twosource.values.pattern import BEFORE, RISEN, unmarked

RISES = [
    "The death toll rose to eight on Thursday, police said.",
    "Two of the wounded died overnight, raising the toll to eight.",
    "The death toll has climbed to eight, police said.",
    "Eight people have now died after the attack, a doctor said.",
    "Police said that eight people were now dead.",
]
FORMER = [
    "The ministry, which had earlier put the toll at eight, did not comment.",
    "Mayor Anna Kolar earlier gave a toll of eight dead.",
    "Police had initially reported eight deaths.",
]
PLAIN = [
    "The death toll is eight, police said.",
    "The mayor put the toll at eight on Thursday.",
    "Police said earlier this week that eight people were killed.",
    "Two days earlier, police said that eight people were killed.",
    "Eight people were killed, police said. An earlier storm hurt nobody.",
]


def killed(read: Callable[..., Any], text: str) -> Any:
    return next(claim for claim in read(text)[2] if claim.measure == "killed" and claim.low == 8)


@pytest.mark.parametrize("text", RISES)
def test_a_count_to_which_the_toll_rose_is_marked(read: Callable[..., Any], text: str) -> None:
    assert killed(read, text).pattern.endswith(RISEN)


@pytest.mark.parametrize("text", FORMER)
def test_a_count_that_was_given_before_is_marked(read: Callable[..., Any], text: str) -> None:
    assert killed(read, text).pattern.endswith(BEFORE)


@pytest.mark.parametrize("text", PLAIN)
def test_other_counts_are_not(read: Callable[..., Any], text: str) -> None:
    pattern = killed(read, text).pattern
    assert pattern == unmarked(pattern)


def test_only_the_dead_of_this_happening_are_marked(read: Callable[..., Any]) -> None:
    text = "The injury toll rose to eight. Police earlier counted nine hurt. The war toll rose to 900 last year."
    assert not any(mark in claim.pattern for claim in read(text)[2] for mark in (RISEN, BEFORE))

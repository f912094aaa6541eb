"""A deed without a day of its own takes the story's where it is likely the story's deed, and none where it is not."""

from collections.abc import Callable
from typing import Any

import pytest

from twosource.extract.when.shared_day import chance

ATTACK = "Gunmen shot and killed a guard at a market in Riva on Monday night, police said."


def day(read: Callable[..., Any], text: str) -> str | None:
    """Return the day of the last of the killed; published on Wednesday, 7 May 2031."""
    killed = [claim for claim in read(text)[2] if claim.measure in {"killed", "injured"} and claim.scope == "event"]
    last = max(killed, key=lambda claim: claim.span)
    return last.date.earliest if last.date is not None else None


@pytest.mark.parametrize(
    "text",
    [
        f"{ATTACK}\n\nTwo other people were injured.",
        f"{ATTACK} The gunmen fled. Two customers were wounded, a nurse said.",
        f"{ATTACK}\n\nPolice were called at 9 p.m. They found that two customers had been wounded.",
    ],
)
def test_more_people_of_the_attack_have_its_day(read: Callable[..., Any], text: str) -> None:
    assert day(read, text) == "2031-05-05"


@pytest.mark.parametrize(
    "text",
    [
        "The bishop said on Monday that he would not rest. He demanded a trial for the murder of the six priests.",
        "The union announced a strike on Monday. It will protest the assassination of Ivo Brandt, its leader.",
        "The judge resigned on Monday. He was to hear the case of the murder of Ada Quill, a senator.",
    ],
)
def test_murders_that_a_report_comes_back_to_have_not_its_day(read: Callable[..., Any], text: str) -> None:
    assert day(read, text) is None


def test_a_day_of_its_own_is_kept(read: Callable[..., Any]) -> None:
    text = f"{ATTACK}\n\nThe bishop said that the teachers were killed in Orla on Sunday."
    assert day(read, text) == "2031-05-04"


def test_a_day_far_likelier_than_the_others_is_likelier_shared() -> None:
    assert chance({"evidence": 3.0, "ahead": 4.0}) > 0.5 > chance({"evidence": 0.0, "another last": 1.0})

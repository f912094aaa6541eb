"""Deeds of a report that only speaks of them are none of a happening of its own; what it tells as done is."""

from collections.abc import Callable
from typing import Any

SPEECH = (
    "We are a party of peace and we want a dialogue with our brothers. I say to you that our country must not be ruled "
    "by those who attack our villages. We will never accept what they want. Our people know who we are "
    "and what we believe.\n\n"
    "We ask that you join us. Our government says that it wants talks, but it attacks the unions. We will "
    "defend our rights, and we hope that you will help us."
)
NEWS = (
    "A bomb exploded outside a bank in Nairobi, Kenya, on Tuesday. The attack damaged two shops. Police "
    "cordoned off the street. The explosion was heard two kilometres away."
)


def scopes(read: Callable[..., Any], text: str) -> set[str]:
    deeds = ("act: ASSAULT", "act: attack told", "act: accused", "act: stated")
    return {claim.scope for claim in read(text)[2] if claim.pattern in deeds}


def test_deeds_of_a_speech_are_no_happening_of_its_own(read: Callable[..., Any]) -> None:
    assert scopes(read, SPEECH) == {"elsewhere"}


def test_deeds_told_as_done_are(read: Callable[..., Any]) -> None:
    assert scopes(read, NEWS) == {"event"}


def test_where_people_fell_nothing_is_marked(read: Callable[..., Any]) -> None:
    claims = read(f"{SPEECH}\n\nThey killed two teachers in Riva.")[2]
    assert "elsewhere" not in {claim.scope for claim in claims}


def test_other_acts_are_left_as_they_are(read: Callable[..., Any]) -> None:
    claims = read(f"{SPEECH}\n\nThe party rejected the offer of the ministers.")[2]
    assert {claim.scope for claim in claims if claim.pattern == "act: REJECT"} == {"event"}

"""Some of those who fell, told apart by who felled them: "seven were killed, three of them in police firing"."""

from collections.abc import Callable
from typing import Any

import pytest

SOME = [
    ("Seven people were killed in the riots, three of them in police firing.", 3, "police"),
    ("Seven people were killed in the riots, three of whom in police firing.", 3, "police"),
    ("Seven people died, two by the army and the rest in a fire.", 2, "the army"),
    ("Seven people died, two in encounters with the police.", 2, "the police"),
    ("The office counted 58 deaths, 43 of them at the hands of the police.", 43, "the police"),
    ("Seven people have been killed, most of them by police.", None, "police"),
    ("Seven people were injured, three of them in police firing.", 3, "police"),
    ("Eight deaths were reported from Riva, of which five were in police firing.", 5, "police"),
    ("Of the 12 deaths, seven were due to police firing and five in fires.", 7, "police"),
]
ALL = [
    "Seven people were killed, three of them in Riva.",
    "Seven people were killed, three of them in a fire.",
    "Seven people were killed, three of them by a bridge.",
    "Seven people were arrested, three of them in police firing.",
    "Three of them in police firing.",
    "Seven people were killed, three were flown to police doctors.",
    "Seven people were killed on day three by the police.",
]


@pytest.mark.parametrize(("text", "number", "actor"), SOME)
def test_some_are_told_apart_by_who_felled_them(read: Callable[..., Any], text: str, number: int, actor: str) -> None:
    fell = [c for c in read(text)[2] if c.measure in {"killed", "injured"}]
    assert (number, actor) in [(c.low, c.actor.text) for c in fell if c.actor is not None]
    assert [c.actor for c in fell if c.low == max(one.low or 0 for one in fell)] == [None]


@pytest.mark.parametrize("text", ALL)
def test_without_a_doer_or_a_whole_nobody_is_told_apart(read: Callable[..., Any], text: str) -> None:
    assert not [c for c in read(text)[2] if c.low in {3, None} and c.actor is not None and c.measure != "act"]


def test_some_are_no_more_than_the_whole(read: Callable[..., Any]) -> None:
    claims = read("Seven people were killed in the riots, three of them in police firing.")[2]
    assert sorted((c.low, c.part_of is not None) for c in claims if c.measure == "killed") == [(3, True), (7, False)]

"""Who did it, told by what killed: a force's fire, a strike, a clause of attack; who is hit is no doer."""

from collections.abc import Callable
from typing import Any

import pytest

TOLD = [
    ("Two men were killed in police firing in Riva.", "police"),
    ("Five people died in firing by the army.", "the army"),
    ("Four people were killed and six injured when troops opened fire on the crowd.", "troops"),
    ("A man died after being shot by police.", "police"),
    ("Three farmers were killed in a rebel attack.", "rebel"),
    ("Police opened fire, killing two protesters.", "Police"),
    ("Police shot dead nine rioters.", "Police"),
    ("An army airstrike killed seven villagers.", "army"),
    ("The killing of six farmers by soldiers led to protests.", "soldiers"),
    ("Three men were beaten by guards and killed.", "guards"),
]
NOT_TOLD = [
    "Two people were killed in the Riva attack.",
    "Two policemen were killed in a police raid.",
    "Two people were killed in a police station attack.",
    "Two people died in a fire.",
    "Eleven people lost their lives.",
    "The army lost two of its men.",
]


@pytest.mark.parametrize(("text", "actor"), TOLD)
def test_the_cause_tells_who_did_it(read: Callable[..., Any], text: str, actor: str) -> None:
    assert [c.actor.text for c in read(text)[2] if c.measure == "killed"] == [actor]


@pytest.mark.parametrize("text", NOT_TOLD)
def test_a_cause_that_names_nobody_or_who_was_hit_tells_nothing(read: Callable[..., Any], text: str) -> None:
    assert [c.actor for c in read(text)[2] if c.measure == "killed"] == [None]


def test_a_repeat_that_names_the_doer_completes_the_claim(read: Callable[..., Any]) -> None:
    text = "Nine people were killed in Riva, Mayor Ana Brek said.\n\nNine people were killed in police firing."
    assert [c.actor.text for c in read(text)[2] if c.measure == "killed"] == ["police"]

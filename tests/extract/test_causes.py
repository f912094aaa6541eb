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


def test_who_made_the_raid_in_which_people_died_did_it(read: Callable[..., Any]) -> None:
    claims = read("Sarvan troops carried out a raid in which 12 villagers died on Monday.")[2]
    assert ["troops" in c.actor.text for c in claims if c.measure == "killed"] == [True]


def test_who_looks_into_an_attack_in_which_people_died_did_not_do_it(read: Callable[..., Any]) -> None:
    claims = read("The police investigated an attack in which two men were killed on Monday.")[2]
    assert [c.actor for c in claims if c.measure == "killed"] == [None]


def test_who_has_people_fire_at_a_crowd_in_which_some_die_did_it(read: Callable[..., Any]) -> None:
    claims = read("The Riva police ordered firing at mobs in which four persons were killed.")[2]
    assert [c.actor.text for c in claims if c.measure == "killed"] == ["The Riva police"]

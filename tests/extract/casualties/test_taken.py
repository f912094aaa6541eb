"""Verbs that may take or kill people: only of people, with their particle, by armed men or as headlines tell it."""

from collections.abc import Callable
from typing import Any

import pytest

CAPTURED = [
    ("The men were caught by police near the bridge.", 0),
    ("Officers caught the two robbers.", 2),
    ("Agents whisked away the journalist at dawn.", 1),
    ("The guards hauled off three students.", 3),
    ("Two held over murder of priest.", 2),
    ("Ten workers were on Friday arrested in Riva.", 10),
    ("Three men, all from Dorvale, are under arrest.", 3),
    ("The bishop has been in detention since May.", 1),
    ("Police arrested the accused on Monday.", 0),
    ("Two guides were taken into custody.", 2),
    ("Six mutineers were rounded up.", 6),
    ("Six people have been thrown in jail.", 6),
    ("Five of them are now behind bars.", 5),
    ("Seven people were led away in handcuffs.", 7),
    ("Nine have since been recaptured by the police.", 9),
    ("Those arrested will be tried in Riva.", 0),
]
KILLED = [
    "Three rebels were eliminated in an encounter with the police.",
    "Troops neutralised four militants.",
    "Two bandits were felled by police bullets.",
    "Soldiers mowed down hundreds of people with machine guns.",
    "A detective shot a teenager dead.",
    "A constable shot dead a trader in Riva.",
]
NEITHER = [
    "Inside, police found Karl Berg, his wife, Ana Berg, 33, and the couple's children, Lia, 8, and Ivo, 2, all dead.",
    "A baby held by his mother slept.",
    "The hunters killed a tiger.",
    "The vote killed the offer.",
    "Two teams were eliminated on Sunday.",
    "The champions eliminated five players in the draw.",
    "He was felled by a stroke.",
    "The hikers were caught in the rain.",
    "The three men were held responsible for the strike.",
    "The line held for two days.",
    "The soldiers held for three days.",
    "Five of them were in a bar.",
    "Five guides were taken into the forest.",
    "Five numbers were rounded.",
    "The singer led the march.",
    "Police hauled the cart to the yard.",
]
STILL_TO_COME = [
    "Arrests are expected within days.",
    "More arrests were likely.",
    "Police have issued a warrant for the arrest of the gang leader.",
    "They repeated their call for the arrest of two ministers.",
]


@pytest.mark.parametrize(("text", "number"), CAPTURED)
def test_people_are_captured(read: Callable[..., Any], text: str, number: int) -> None:
    assert [c.low or 0 for c in read(text)[2] if c.measure == "captured"] == [number]


@pytest.mark.parametrize("text", KILLED)
def test_armed_men_kill_by_common_verbs(read: Callable[..., Any], text: str) -> None:
    assert [c.measure for c in read(text)[2] if c.measure != "act"] == ["killed"]


@pytest.mark.parametrize("text", NEITHER)
def test_common_verbs_take_and_kill_nobody_else(read: Callable[..., Any], text: str) -> None:
    assert [c.measure for c in read(text)[2] if c.measure != "act"] == []


@pytest.mark.parametrize("text", STILL_TO_COME)
def test_arrests_still_to_come_are_none(read: Callable[..., Any], text: str) -> None:
    assert {c.scope for c in read(text)[2] if c.measure == "captured"} <= {"hypothetical"}


def test_a_number_of_arrests_that_is_crossed_bounds_them_from_below(read: Callable[..., Any]) -> None:
    claims = [c for c in read("The number of arrests has crossed 500.")[2] if c.measure == "captured"]
    assert [(c.low, c.high) for c in claims] == [(500, None)]


def test_who_acted_is_told_with_those_beside(read: Callable[..., Any]) -> None:
    (claim,) = [c for c in read("Soldiers and police killed five rebels.")[2] if c.measure == "killed"]
    assert claim.actor.text == "Soldiers and police"


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Police arrested a teacher in Riva.", None),
        ("Two men were taken into custody.", None),
        ("Rebels kidnapped a teacher in Riva.", "victim"),
        ("Police arrested the gunman.", "perpetrator"),
        ("Police picked up three men in Riva.", None),
        ("Two men were picked up by police in Riva.", None),
        ("Three men were rounded up in Riva.", None),
        ("A man was being held without bail in Riva.", None),
        ("Officers captured a farmer in Riva.", None),
        ("The rebels picked up three farmers.", "victim"),
        ("Two women being held by kidnappers were freed.", "victim"),
        ("Two nuns were being held for ransom.", "victim"),
        ("Three soldiers were captured in Riva.", "victim"),
    ],
)
def test_who_is_arrested_is_neither_victim_nor_judged(read: Callable[..., Any], text: str, role: str | None) -> None:
    assert [c.group.role for c in read(text)[2] if c.measure == "captured"] == [role]


def test_who_suffers_an_injury_did_it_to_nobody(read: Callable[..., Any]) -> None:
    claims = read("One victim suffered injuries to his hand.")[2]
    assert [c.actor for c in claims if c.measure == "injured"] == [None]

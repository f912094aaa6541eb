"""Casualties told away from their subject: where people were found, what they recover from, which part was hit."""

from collections.abc import Callable
from typing import Any

import pytest

CASES = [
    ("A mother and son were found fatally shot on Monday.", "killed", 2),
    ("A bullet grazed a woman's arm.", "injured", 1),
    ("A shooting left three men and three women injured.", "injured", 6),
    ("Two people are recovering after being shot.", "hit", 2),
    ("Police found a man suffering from a gunshot wound to the leg.", "injured", 1),
    ("Four adults and a 3-year-old were shot in the park.", "hit", 5),
    ("A man, woman and boy were wounded late Tuesday.", "injured", 3),
    ("A man took his own life after the raid.", "killed", 1),
    ("Police said that one person died.", "killed", 1),
    ("Eight youths have been hurt or killed.", "hit", 8),
    ("A man is charged in the shooting death of a woman.", "killed", 1),
    ("A student who shot himself has died.", "killed", 1),
    ("A woman suffered a fatal gunshot wound on Monday.", "killed", 1),
    ("Officers found four women suffering from gunshot wounds.", "hit", 4),
    ("Officers found two men with gunshot wounds.", "hit", 2),
    ("Officers found two men in critical condition.", "injured", 2),
    ("A gunman wounded 16 people and killed one man.", "injured", 16),
    ("A gunman wounded 16 people and killed one man.", "killed", 1),
    ("A man shot his daughter and killed himself.", "injured", 1),
    ("The shooting left eight people injured and killed Karl Brandt.", "killed", 1),
    ("Police say all four people, three females and one male, were taken to a hospital.", "injured", 4),
    ("Karl Brandt, Jr. was fatally shot on Monday.", "killed", 1),
    ("Tomas Riedl, 26, and Karl Brandt Jr. 26, were also injured.", "injured", 2),
    ("The 17 y/o boy died on Monday.", "killed", 1),
    ("Soldiers shot dead a teenager and wounded two others at a checkpoint.", "killed", 1),
    ("A bomb exploded outside a mosque, killing an imam, his wife and their two children.", "killed", 4),
    ("Two sergeants and a chaplain were killed.", "killed", 3),
    ("Gunmen killed three tribal elders.", "killed", 3),
    ("Forty people are reported to have died in the camp.", "killed", 40),
    ("Police put the number of dead at nine.", "killed", 9),
    ("A boy, one of three people hit by gunfire on Tuesday, has died, police said.", "killed", 1),
    ("Gunmen murdered Rector Ivan Petrak, five other monks and two women.", "killed", 8),
    ("A bomb killed a guard, two nurses and a cook.", "killed", 4),
    ("Two journalists working for the Courier were among those killed.", "killed", 2),
    ("The ambush left a sergeant and four privates dead.", "killed", 5),
    ("The shelling wounded a 67-year-old woman and a man born in 1980.", "injured", 2),
    ("Two brothers, Karim and Yusuf Hadad, were shot dead on Monday.", "killed", 2),
    ("Gunmen killed the mayor and wounded his driver and a guard.", "injured", 2),
]


@pytest.mark.parametrize(("text", "measure", "count"), CASES, ids=[case[0][:40] for case in CASES])
def test_the_people_are_found(read: Callable[..., Any], text: str, measure: str, count: int) -> None:
    claims = [c for c in read(text)[2] if c.measure == measure and c.part_of is None]
    assert [(c.low, c.high, c.stance, c.scope) for c in claims] == [(count, count, "asserted", "event")]


@pytest.mark.parametrize("text", ["She said that he had killed.", "The bullet could have killed her, doctors said."])
def test_nobody_died(read: Callable[..., Any], text: str) -> None:
    claims = read(text)[2]
    assert not [c for c in claims if c.measure == "killed" and c.scope == "event"]


def test_attempted_murder_kills_nobody(read: Callable[..., Any]) -> None:
    claims = read("He pleaded guilty to the attempted murder of a woman.")[2]
    assert not [c for c in claims if c.measure == "killed" and c.scope == "event" and c.stance == "asserted"]


def test_who_died_from_wounds_is_not_hurt_too(read: Callable[..., Any]) -> None:
    claims = read("Three of the victims died from their wounds.")[2]
    assert {c.measure for c in claims} == {"killed"}


@pytest.mark.parametrize(
    "text",
    ["Officers shot at the crowd on Monday.", "The gunman shot at officers on Monday.", "Guards shot towards them."],
)
def test_who_shoots_at_people_is_not_hurt(read: Callable[..., Any], text: str) -> None:
    assert not [c for c in read(text)[2] if c.measure in {"hit", "injured", "killed"}]


def test_who_is_shot_at_a_place_is_hurt(read: Callable[..., Any]) -> None:
    assert [(c.measure, c.low) for c in read("Two men shot at a party in Bergen.")[2] if c.measure == "hit"] == [
        ("hit", 2)
    ]

"""Deeds told by who did them, by who suffered them, or by how they ended."""

from collections.abc import Callable
from typing import Any

import pytest


def _told(read: Callable[..., Any], text: str) -> list[tuple[str, str]]:
    return [(c.measure, c.group.text) for c in read(text)[2] if c.measure != "act" and c.scope == "event"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("His friend wrote that Uncle Hisham is a martyr.", [("killed", "Uncle Hisham")]),
        ("My niece, Zakia, became a martyr in the shelling.", [("killed", "My niece")]),
        ("My friend, the poet Elena Prado, rises as a martyr.", [("killed", "My friend")]),
        ("Elena Prado was considered a martyr by the party.", []),
        ("The shelling led to the martyrdom of a child.", [("killed", "a child")]),
        ("The killers of Elena Prado fled.", [("killed", "Elena Prado")]),
        ("The mayor's kidnappers demanded a ransom.", [("captured", "The mayor")]),
        ("The army's killers fled.", []),
        ("The hired assassins of two traffickers fled.", []),
        ("Assassins of priests find no mercy.", []),
        ("The reporter was the victim of a kidnapping.", [("captured", "The reporter")]),
        ("Elena Prado, victim of an assassination, was a nurse.", [("killed", "Elena Prado")]),
        ("The reporter was the victim of a robbery.", []),
        ("The reporter was the victim of a robbery after a killing.", []),
        ("The mayor, who fell victim to a murder, was 60.", [("killed", "The mayor")]),
        ("The killers of two nuns fled.", [("killed", "two nuns")]),
        ("The killers of the nuns fled.", [("killed", "the nuns")]),
        ("The kidnappers with three nuns fled.", []),
        ("A girl fell to her tragic death.", [("killed", "A girl")]),
        ("The rebels put two teachers to death.", [("killed", "two teachers")]),
        ("Two climbers froze to death.", [("killed", "Two climbers")]),
        ("Two teachers were sentenced to death.", []),
        ("Three of their men had fallen.", [("killed", "Three of their men")]),
        ("Two soldiers fell in the ambush.", [("killed", "Two soldiers")]),
        ("Two climbers fell in the ambush.", []),
        ("He spoke of three soldiers who fell in the war.", []),
        ("The soldiers fell in the ambush.", []),
        ("Two soldiers fell on the ice.", []),
        ("Three soldiers fell ill during the battle.", []),
        ("Two soldiers had fallen asleep.", []),
        ("Two of the teachers did not survive.", [("killed", "Two of the teachers")]),
        ("Two of the teachers may not survive.", []),
        ("Two of the teachers survived.", []),
        ("Villagers buried 27 people.", [("killed", "27 people")]),
        ("27 people were buried on Sunday.", [("killed", "27 people")]),
        ("Five of the victims were buried on Sunday.", []),
        ("The two victims were buried on Sunday.", []),
        ("A landslide buried 27 people.", []),
        ("27 people were buried by an avalanche.", []),
        ("27 people were buried under the rubble.", []),
        ("Elena Prado was buried on Sunday.", []),
        ("Two teachers walked to the death of their friend.", [("killed", "their friend")]),
    ],
)
def test_an_end_is_told_of_whoever_suffered_it(
    read: Callable[..., Any], text: str, told: list[tuple[str, str]]
) -> None:
    assert _told(read, text) == told


def test_a_verb_that_tells_of_death_by_itself_is_read_once(read: Callable[..., Any]) -> None:
    assert _told(read, "Two teachers were stabbed to death.") == [("killed", "Two teachers")]


def test_the_day_of_the_burial_is_not_that_of_the_deaths(read: Callable[..., Any]) -> None:
    (claim,) = [c for c in read("27 people were buried on Sunday.")[2] if c.measure == "killed"]
    assert claim.date is None

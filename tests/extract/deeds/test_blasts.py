"""What was blown up, burned or attacked is told with its day and place though nobody was hurt."""

from collections.abc import Callable
from typing import Any

import pytest


def blasts(read: Callable[..., Any], text: str) -> list[str]:
    return [claim.quote for claim in read(text)[2] if claim.pattern == "act: attack told"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("A bomb exploded outside a bank in Velma.", ["A bomb exploded"]),
        ("Two devices went off outside a bank.", ["Two devices went off"]),
        ("A bank was bombed in Velma on Sunday.", ["A bank was bombed"]),
        ("Two power lines were blown up in Velma.", ["Two power lines were blown up"]),
        ("A grenade was thrown at the embassy.", ["A grenade was thrown"]),
        ("The office was destroyed by a bomb.", ["The office was destroyed"]),
        ("The office was destroyed in a bomb attack.", ["The office was destroyed"]),
        ("Two buses were burned in Velma.", ["Two buses were burned"]),
        ("The attack took place in Velma on Sunday.", ["The attack took place"]),
        ("The explosion occurred at dawn.", ["The explosion occurred"]),
        ("A bomb was exploded outside a bank.", ["A bomb was exploded"]),
        ("A package detonated outside a bank.", ["A package detonated"]),
        ("A bomb was set off outside a bank.", ["A bomb was set off"]),
        ("They threw a grenade at the embassy.", ["threw a grenade"]),
        ("They burned two buses in Velma.", ["burned two buses"]),
        ("Rebels set fire to a store in Velma.", ["set fire"]),
        ("Rebels set a store ablaze in Velma.", ["set a store ablaze"]),
        ("A store was set on fire in Velma.", ["A store was set"]),
        ("A store was set ablaze in Velma.", ["A store was set"]),
        # nothing was done, or nothing violent
        ("A grenade must have been thrown at the embassy.", []),
        ("The table was set in the garden.", []),
        ("The attack took a year of planning.", []),
        ("The alarm went off outside a bank.", []),
        ("A bomb will explode outside a bank.", []),
        ("The price of bread exploded.", []),
        ("The meeting took place in Velma on Sunday.", []),
        ("The office was destroyed by a flood.", []),
        ("The flowers were placed at the gate.", []),
    ],
)
def test_an_attack_on_things_is_told(read: Callable[..., Any], text: str, told: list[str]) -> None:
    assert blasts(read, text) == told


def test_it_has_day_and_place(read: Callable[..., Any]) -> None:
    claims = read("A bomb exploded outside a bank in Nairobi, Kenya, on Sunday. No one was hurt.")[2]
    told = next(claim for claim in claims if claim.pattern == "act: attack told")
    assert told.date.text == "Sunday"
    assert told.place.name == "Nairobi"


def test_where_people_fell_they_tell_of_it(read: Callable[..., Any]) -> None:
    assert blasts(read, "A bomb exploded outside a bank. Two guards were killed.") == []


def test_one_in_another_town_is_a_happening_of_its_own(read: Callable[..., Any]) -> None:
    killed = "Gunmen killed two guards in Nairobi, Kenya, on Sunday. Two policemen were wounded in Nairobi.\n\n"
    assert blasts(read, f"{killed}On Monday a bomb exploded in the port of Mombasa, Kenya.") == ["a bomb exploded"]
    assert blasts(read, f"{killed}On Monday a bomb exploded in the port of Nairobi, Kenya.") == []


def test_what_a_doer_did_is_told_once(read: Callable[..., Any]) -> None:
    text = "A bank was bombed by rebels."
    assert len([c for c in read(text)[2] if c.measure == "act"]) == 1

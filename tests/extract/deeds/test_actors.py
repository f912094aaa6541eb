"""Who did it: agents, claims of responsibility, accusations; bodies named in full, things and nobody left out."""

from collections.abc import Callable
from typing import Any

import pytest

CASES = [
    ("Guerrillas of the River Liberation Front (RLF) attacked a bridge on Monday.", "River Liberation Front", "stated"),
    ("The mayor was killed by RLF rebels on Monday.", "RLF", "stated"),
    ("The River Liberation Front (RLF) met. RLF rebels killed a judge.", "River Liberation Front", "stated"),
    ("The RLF [River Liberation Front] met. The judge was killed by RLF rebels.", "River Liberation Front", "stated"),
    ("The River Liberation Front claimed responsibility for the attack.", "River Liberation Front", "claimed"),
    ("Police blamed the Sarvan Army for the massacre.", "Sarvan Army", "accused"),
    ("The bishop attributed the murder to the Sarvan Army.", "Sarvan Army", "accused"),
    ("Two men were killed. Witnesses named the Sarvan Army as the attacker.", "Sarvan Army", "accused"),
    ("Two men were killed. Sources identified the perpetrator as the Sarvan Army.", "Sarvan Army", "accused"),
    ("Two men were killed. Witnesses pointed the finger at the Sarvan Army.", "Sarvan Army", "accused"),
    ("Two men were killed. All pointed to the Sarvan Army.", "Sarvan Army", "accused"),
    ("Two men were killed. Neighbours held the Sarvan Army responsible.", "Sarvan Army", "accused"),
    ("Two men were killed. The Sarvan Army was behind the raid.", "Sarvan Army", "accused"),
    ("Two men were shot dead by suspected members of the Dorn Cartel.", "Dorn Cartel", "suspected"),
    ("The attack was carried out by the armed forces.", "armed forces", "stated"),
]


@pytest.mark.parametrize(("text", "name", "confidence"), CASES, ids=[c[0][:45] for c in CASES])
def test_a_body_that_did_it_is_named(read: Callable[..., Any], text: str, name: str, confidence: str) -> None:
    actors = [c.actor for c in read(text)[2] if c.actor is not None]
    assert (name, confidence, "organisation") in [(a.name, a.confidence, a.kind) for a in actors]


@pytest.mark.parametrize(
    "text",
    [
        "The group accused the army of killing 20 villagers.",
        "The group blamed the army for the deaths of 20 villagers.",
        "The army is accused of burning huts and killing 20 villagers.",
        "The army is charged with murder for killing 20 villagers.",
        "The bishop named an army accused of killing 20 villagers.",
    ],
)
def test_who_is_accused_of_a_killing_is_told_with_it(read: Callable[..., Any], text: str) -> None:
    actors = [c.actor for c in read(text)[2] if c.measure == "killed"]
    assert [(actor.name.lower(), actor.confidence) for actor in actors] == [("army", "accused")]


def test_who_accuses_or_whose_deed_it_was_is_not_accused(read: Callable[..., Any]) -> None:
    claims = read("The army was blamed for a crash after rebels killed 20 villagers.")[2]
    assert [c.actor.text for c in claims if c.measure == "killed"] == ["rebels"]


def test_rebels_are_those_of_the_only_body_named(read: Callable[..., Any]) -> None:
    text = "RLF guerrillas held the town. On Monday the guerrillas killed two judges."
    (claim,) = [c for c in read(text)[2] if c.measure == "killed"]
    assert claim.actor is not None
    assert claim.actor.name == "RLF"


@pytest.mark.parametrize("group", ["A guerrilla group", "An unidentified group", "Two leftist groups"])
def test_a_group_told_of_without_its_name_is_described(read: Callable[..., Any], group: str) -> None:
    actors = [c.actor for c in read(f"{group} killed two judges on Monday.")[2] if c.actor is not None]
    assert {actor.kind for actor in actors} == {"description"}


def test_rebels_of_two_bodies_stay_described(read: Callable[..., Any]) -> None:
    text = "RLF guerrillas and DNA guerrillas held towns. On Monday guerrillas killed two judges."
    (claim,) = [c for c in read(text)[2] if c.measure == "killed"]
    assert claim.actor is not None
    assert (claim.actor.name.lower(), claim.actor.kind) == ("guerrillas", "description")


@pytest.mark.parametrize(
    "text",
    [
        "A car bomb killed two judges on Monday.",
        "No group claimed responsibility for the attack.",
        "Two judges were killed on Monday.",
        "The army named the bakery as the target of the raid.",
        "Witnesses pointed to a hole in the wall.",
        "The blast killed two. The mayor held the bakery responsible.",
        "The army was behind the times.",
    ],
)
def test_things_and_nobody_did_nothing(read: Callable[..., Any], text: str) -> None:
    assert [c.actor for c in read(text)[2] if c.actor is not None] == []


def test_people_joined_in_one_breath_are_told_apart_inside_the_sum(read: Callable[..., Any]) -> None:
    claims = [c for c in read("Gunmen killed six soldiers and one civilian on Monday.")[2] if c.measure == "killed"]
    whole = next(c for c in claims if c.part_of is None)
    assert whole.low == 7
    parts = [(c.low, c.group.status, c.part_of) for c in claims if c.part_of is not None and c.group is not None]
    assert sorted(parts) == [(1, "civilian", whole.id), (6, "military", whole.id)]


def test_a_list_of_names_is_as_many_people(read: Callable[..., Any]) -> None:
    text = "Envoys Anna Kolar, Leo Brandt, Maria Petrova and Ivan Novak were killed on Monday."
    claims = [c for c in read(text)[2] if c.measure == "killed"]
    assert max(c.low for c in claims) == 4
    named = {name for c in claims if c.part_of is not None and c.group is not None for name in c.group.names}
    assert {"Anna Kolar", "Leo Brandt", "Maria Petrova", "Ivan Novak"} >= named != set()


def test_the_words_of_a_deed_hold_the_whole_phrase_of_who_did_it(read: Callable[..., Any]) -> None:
    text = "The Palmar Column and the Eastern Lagoon Guard, which both live off cattle, shelled each other on Monday."
    (claim,) = [c for c in read(text)[2] if c.pattern == "act: stated"]
    assert claim.actor is not None
    assert claim.actor.text in claim.quote
    assert claim.quote == claim.span.of(text)

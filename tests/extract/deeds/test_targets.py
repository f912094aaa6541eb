"""Whom an attack or a threat was aimed at, whether or not anybody came to harm."""

from collections.abc import Callable
from typing import Any

import pytest


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The attack on Senator Ivo Marek was condemned.", [("attacked", "Senator Ivo Marek")]),
        ("Gunmen attacked the home of Senator Ivo Marek.", [("attacked", "Senator Ivo Marek")]),
        ("Elena Prado's house was attacked.", [("attacked", "Elena Prado")]),
        ("A bomb was thrown in an attack against two judges.", [("attacked", "two judges")]),
        ("Gunmen opened fire on two guards.", [("attacked", "two guards")]),
        ("Gunmen fired at two guards.", [("attacked", "two guards")]),
        ("An attempt on the life of Judge Ivo Marek failed.", [("attacked", "Judge Ivo Marek")]),
        ("Elena Prado was the target of an attack.", [("attacked", "Elena Prado")]),
        ("Elena Prado, target of an attack in March, left Riva.", [("attacked", "Elena Prado")]),
        ("Two guards were shot at by rebels.", [("attacked", "Two guards")]),
        ("Two guards were shot at close range.", []),
        ("Elena Prado survived an attack.", [("attacked", "Elena Prado")]),
        ("Three teachers attacked on Monday are safe.", [("attacked", "Three teachers")]),
        ("The rebels threatened two judges.", [("threatened", "two judges")]),
        ("The rebels threatened to kill ten judges.", [("threatened", "ten judges")]),
        ("Two judges have received death threats.", [("threatened", "Two judges")]),
        ("The threats against Elena Prado were not new.", [("threatened", "Elena Prado")]),
        ("Gunmen attacked a bank.", []),
        ("Elena Prado survived a storm.", []),
        ("Two judges received letters.", []),
        ("Senator Ivo Marek attacked two judges.", []),
        ("The party harshly attacked two judges.", []),
        ("A judge was the author of an attack.", []),
        ("The rebels wanted to visit ten judges.", []),
    ],
)
def test_those_aimed_at_are_told(read: Callable[..., Any], text: str, told: list[tuple[str, str]]) -> None:
    aimed = [c for c in read(text)[2] if c.pattern.startswith(("act: attacked", "act: threatened"))]
    assert [(c.pattern.removeprefix("act: ").split(",")[0], c.group.text) for c in aimed] == told


def test_an_act_aimed_at_people_counts_nobody_as_harmed(read: Callable[..., Any]) -> None:
    claims = read("Gunmen attacked two judges.")[2]
    assert {c.measure for c in claims} == {"act"}
    assert [(c.low, c.high, c.actor.name) for c in claims if c.group is not None] == [(2, 2, "Gunmen")]


def test_two_aimed_at_in_one_breath_stay_two(read: Callable[..., Any]) -> None:
    told = read("The attack on Elena Prado and Ivo Marek was condemned.")[2]
    assert [c.group.names for c in told if c.group is not None] == [("Elena Prado",), ("Ivo Marek",)]


def test_people_known_before_are_marked_so(read: Callable[..., Any]) -> None:
    told = read("Gunmen attacked the mayor.")[2]
    assert [c.pattern for c in told if c.group is not None] == ["act: attacked, definite"]

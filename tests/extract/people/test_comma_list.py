"""Lists with a comma before their "and", which parsers take for explanations."""

from collections.abc import Callable
from typing import Any

import pytest


def _killed(claims: Any) -> tuple[set[int | None], set[str]]:
    dead = [c for c in claims if c.measure == "killed"]
    return {c.low for c in dead if c.part_of is None}, {c.group.text for c in dead if c.part_of is not None and c.group}


def test_a_comma_list_behind_several_people_is_added_up(read: Callable[..., Any]) -> None:
    text = "He said the murder of the six monks, a cook, and her daughter was an action by soldiers and not by rebels."
    whole, parts = _killed(read(text)[2])
    assert whole == {8}
    assert {"a cook", "her daughter"} <= parts


def test_one_person_is_what_the_comma_explains(read: Callable[..., Any]) -> None:
    assert _killed(read("Gunmen murdered the mayor, a lawyer, in Riva.")[2]) == ({1}, set())


def test_things_in_a_comma_list_are_nobody(read: Callable[..., Any]) -> None:
    whole, _ = _killed(read("He told of the killing of six guards, a horse, and two mules.")[2])
    assert whole == {6}


def test_a_comma_before_another_clause_is_no_list(read: Callable[..., Any]) -> None:
    whole, parts = _killed(read("He is charged with the murder of two priests, and the mayor wept.")[2])
    assert (whole, parts) == ({2}, set())


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Six priests, a cook and her daughter were murdered.", 8),
        ("Gunmen killed six priests, the cook and her daughter.", 8),
        ("Two soldiers, a policeman and three civilians were killed.", 6),
        ("Two teachers, a pupil, and a guard were killed.", 4),
    ],
)
def test_one_person_and_more_behind_several_are_added(read: Callable[..., Any], text: str, number: int) -> None:
    assert _killed(read(text)[2])[0] == {number}


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Two priests, a friar and a monk, were killed.", 2),
        ("Three soldiers, a sergeant and his two men, were killed.", 3),
        ("Six people, a baker and his wife among them, were killed.", 6),
        ("Four brothers, the eldest a baker, were killed.", 4),
        ("Six people, a baker and his wife, were killed.", 6),
        ("One guard, a cook and a father, was killed.", 1),
        ("Four priests, Karel Berg and Anna Riedl among them, were killed.", 4),
        ("Six priests, the rector of the abbey among them, were killed.", 6),
        ("Three soldiers, a patrol of the garrison, were killed.", 3),
        ("Three priests, members of an order and its school, were killed.", 3),
        ("Five soldiers, a sergeant and his men, were killed.", 5),
    ],
)
def test_who_several_are_is_told_behind_a_comma(read: Callable[..., Any], text: str, number: int) -> None:
    assert _killed(read(text)[2])[0] == {number}

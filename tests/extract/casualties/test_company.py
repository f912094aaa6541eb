"""People who share a fate with others: "along with", "together with", "as were"."""

from collections.abc import Callable
from typing import Any

import pytest


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("A judge was killed along with two guards.", [3]),
        ("Gunmen killed a judge together with his wife.", [2]),
        ("Two nurses died alongside a doctor.", [3]),
        ("A judge was found dead along with his driver.", [2]),
        ("A judge is dead along with his driver.", [2]),
        ("Along with his brother, a farmer killed two guards.", [2]),
        ("A judge was killed together with a plan of the house.", [1]),
        ("A guard was killed, as was his brother.", [2]),
        ("A guard was killed, as was reported by a neighbour.", [1]),
        ("Ana Reyes was killed, as was the teacher and poet Leo Holt.", [2]),
        ("A guard was killed along with the gunman.", [1]),
        ("No guards were killed along with the mayor.", [0]),
        ("Soldiers were killed along with two nurses.", [None, 2]),
        ("A judge was killed along with two guards who were shot dead in their car.", [3]),
        ("The dead include Ana Paz, 7, and Leo Paz, 9, along with two nurses.", [4]),
        ("A reporter was killed in his home with nine other members of his family.", [10]),
        ("A judge was killed with his wife.", [2]),
        ("A judge was killed with others who threw stones.", [1]),
        ("A judge was killed with his wife's gun.", [1]),
    ],
)
def test_those_who_suffered_the_same_are_added(read: Callable[..., Any], text: str, numbers: list[int]) -> None:
    told = [c for c in read(text)[2] if c.measure == "killed" and c.part_of is None and c.group.role == "victim"]
    assert [c.low for c in told] == numbers


def test_each_of_those_together_is_a_part(read: Callable[..., Any]) -> None:
    told = read("A judge was killed along with two guards.")[2]
    assert {c.group.text for c in told if c.part_of is not None} == {"A judge", "two guards"}


def test_of_several_and_one_more_each_is_a_part_of_all(read: Callable[..., Any]) -> None:
    told = read("A man and a woman were killed along with a child.")[2]
    assert sorted((c.low, c.group.text) for c in told if c.part_of is not None) == [
        (1, "A man"),
        (1, "a child"),
        (1, "a woman"),
    ]


def test_some_nobody_counts_stand_by_themselves(read: Callable[..., Any]) -> None:
    told = read("Twelve soldiers were wounded, as were some nurses.")[2]
    assert [(c.low, c.group.text) for c in told] == [(12, "Twelve soldiers"), (None, "some nurses")]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("She was killed along with her two children: her daughter, Rita Paz, 7, and her son, Adam Paz.", 2),
        ("A friend mourned his parents, their sister Ana, her husband Leo, along with their four nephews.", 8),
    ],
)
def test_a_list_names_its_company_itself(read: Callable[..., Any], text: str, number: int) -> None:
    told = [c for c in read(text)[2] if c.measure == "killed"]
    assert max(c.low for c in told) == number

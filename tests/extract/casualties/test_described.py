"""Casualties told beside the point: whose murder it was, states before the people, "among the wounded"."""

from collections.abc import Callable
from typing import Any

import pytest

CASES = [
    ("Senator Anna Kolar's murder shook the town.", "killed", 1),
    ("Mayor Ivan Petrak's kidnapping was told on Monday.", "captured", 1),
    ("Two wounded guards reached the town of Riva.", "injured", 2),
    ("Two guards are among the wounded.", "injured", 2),
    ("Three of the wounded soldiers lay in a barn.", "injured", None),
    ("The bishop spoke of the murder of the nuns.", "killed", None),
]


@pytest.mark.parametrize(("text", "measure", "count"), CASES, ids=[case[0][:40] for case in CASES])
def test_who_suffered_it_is_told(read: Callable[..., Any], text: str, measure: str, count: int | None) -> None:
    claims = [c for c in read(text)[2] if c.measure == measure and c.part_of is None]
    assert [(c.low, c.high) for c in claims] == [(count, count)]


def test_dozens_of_described_people_are_dozens(read: Callable[..., Any]) -> None:
    (claim,) = [c for c in read("The report tells of dozens of missing persons.")[2] if c.measure == "missing"]
    assert (claim.low, claim.high, claim.wording) == (24, None, "dozens")


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Three nuns were killed on Monday. The bishop spoke of the murder of the nuns.", 3),
        ("Two men were killed on Monday. The slain men were brothers.", 2),
    ],
)
def test_people_told_of_before_are_not_counted_again(read: Callable[..., Any], text: str, count: int) -> None:
    assert [c.low for c in read(text)[2] if c.measure == "killed"] == [count]


def test_all_of_a_murder_of_several_are_told(read: Callable[..., Any]) -> None:
    claims = [c for c in read("He confessed the murder of Anna Kolar and Leo Brandt.")[2] if c.measure == "killed"]
    named = {name for c in claims if c.part_of is not None and c.group is not None for name in c.group.names}
    assert named == {"Anna Kolar", "Leo Brandt"}


def test_a_state_before_the_first_of_several_is_not_of_the_others(read: Callable[..., Any]) -> None:
    claims = read("Deputies found the three dead burglars and two uninjured residents.")[2]
    assert not [c for c in claims if c.measure == "killed" and c.low == 2]


def test_one_named_among_those_killed_is_told(read: Callable[..., Any]) -> None:
    named = [c for c in read("Among the nurses killed was Anna Kolar, head of the ward.")[2] if c.pattern == "among"]
    assert [(c.measure, c.low, c.group.names) for c in named if c.group] == [("killed", 1, ("Anna Kolar",))]


def test_who_is_told_as_the_wounded_is_hurt(read: Callable[..., Any]) -> None:
    claims = read("Five persons were hurt in Riva. The wounded include a child and a nurse.")[2]
    parts = [
        c.group.text for c in claims if c.measure == "injured" and c.part_of is not None and c.low == 1 and c.group
    ]
    assert parts == ["a child", "a nurse"]


def test_what_the_wounded_were_counts_nobody(read: Callable[..., Any]) -> None:
    claims = read("The bomb went off at noon. The injured were mostly students.")[2]
    assert not [c for c in claims if c.measure == "injured" and c.pattern == "among"]

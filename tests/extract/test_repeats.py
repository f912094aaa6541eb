"""What is told twice counts once: some of the hurt by their care, the hurt who then died."""

from collections.abc import Callable
from typing import Any


def test_those_in_critical_condition_are_some_of_the_hurt(read: Callable[..., Any]) -> None:
    claims = read("Two men were in critical condition on Monday. Four men suffered injuries, police said.")[2]
    parts = {c.low: c.part_of for c in claims if c.measure == "injured"}
    assert parts[2] is not None
    assert parts[4] is None


def test_the_attacker_a_count_includes_is_part_of_it(read: Callable[..., Any]) -> None:
    claims = read("Police said that seven people were killed on Monday, including the gunman.")[2]
    parts = {c.low: c.part_of for c in claims if c.measure == "killed"}
    assert parts[1] is not None
    assert parts[7] is None


def test_who_died_in_the_hospital_is_not_hurt_too(read: Callable[..., Any]) -> None:
    claims = read("The woman and her child were taken to a hospital where they died on Monday.")[2]
    assert not [c for c in claims if c.measure == "injured"]

"""How many people a sentence tells of: totals, parts of them, the attacker beside them, running tolls, none."""

import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from twosource.model import Claim

TABLE = tomllib.loads((Path(__file__).parent / "quantity_cases.toml").read_text(encoding="utf-8"))
CASES = [(row["text"], row["claims"]) for row in TABLE["cases"]]


@pytest.mark.parametrize(("text", "claims"), CASES, ids=[text[:60] for text, _ in CASES])
def test_people_are_counted_as_told(read: Callable[..., Any], text: str, claims: list[str]) -> None:
    told = [c for c in read(text)[2] if c.measure != "act"]
    assert {_written(claim) for claim in told} == set(claims)
    assert {claim.stance for claim in told} <= {"asserted"}


def test_a_list_of_the_dead_names_those_counted_before(read: Callable[..., Any]) -> None:
    text = "Three people were killed in Dayton. The victims were Anna Berg, 21, Tom Hale, 20, and a three-year-old boy."
    killed = [c for c in read(text)[2] if c.measure == "killed"]
    assert max(c.low for c in killed if c.low) == sum(c.low or 0 for c in killed if c.part_of is None) == 3


def _written(claim: Claim) -> str:
    low, high = ("-" if end is None else str(end) for end in (claim.low, claim.high))
    role = claim.group.role if claim.group is not None else None
    return f"{claim.measure} {low} {high} {claim.scope} {role}{' part' if claim.part_of else ''}"

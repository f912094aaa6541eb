"""Words that stand for people without naming them: "another", "a fifth", "both", "two of whom", "one fatally"."""

from collections.abc import Callable
from typing import Any

import pytest

CASES = [
    ("The shooting left one man dead and another wounded.", "injured", 1),
    ("The shooting left one man dead and another in critical condition.", "killed", 1),
    ("The shooting left one man dead and another in critical condition.", "injured", 1),
    ("Four people were hit by bullets and a fifth was struck by debris.", "injured", 1),
    ("One person was wounded, another killed.", "killed", 1),
    ("Five men were shot, two of whom died.", "killed", 2),
    ("Five men were shot, one of them fatally.", "killed", 1),
    ("Five men were shot, one of them fatally.", "hit", 5),
    ("Two men were shot, one fatally, outside a bar.", "killed", 1),
    ("They found a woman and a teenager, both of whom had been shot.", "hit", 2),
    ("Police found two men, aged 20 and 19, in the car who had been shot.", "hit", 2),
    ("A teacher was one of four people shot and wounded outside a bar.", "hit", 4),
    ("Also wounded were a 17-year-old driver and a nurse.", "injured", 2),
    ("Two 16-year-olds were taken to a hospital.", "injured", 2),
    ("Police found three adults and a 17-year-old suffering from apparent gunshot wounds.", "hit", 4),
    ("Two fatally shot in Denver.", "killed", 2),
]


@pytest.mark.parametrize(("text", "measure", "count"), CASES, ids=[f"{case[1]} {case[0][:40]}" for case in CASES])
def test_the_people_are_found(read: Callable[..., Any], text: str, measure: str, count: int) -> None:
    claims = [c for c in read(text)[2] if c.measure == measure and c.part_of is None]
    assert [(c.low, c.high, c.stance, c.scope) for c in claims] == [(count, count, "asserted", "event")]


def test_another_without_people_before_it_is_nobody(read: Callable[..., Any]) -> None:
    claims = read("One house was hit and another was struck by debris.")[2]
    assert not [c for c in claims if c.measure in {"injured", "hit"}]


def test_both_point_back_to_people_of_an_older_day(read: Callable[..., Any]) -> None:
    text = (
        "A man was shot on Monday. In March 2015, two boys were shot in the same park. Both were treated at a hospital."
    )
    found = {c.quote: c.scope for c in read(text)[2] if c.measure == "injured"}
    assert found["Both were treated"] == "historical"

"""People counted by the word before the deed: "a quadruple shooting", "four shooting victims"."""

from collections.abc import Callable
from typing import Any

import pytest

CASES = [
    ("A quadruple shooting happened in the park.", "hit", 4),
    ("A man is charged with a double homicide.", "killed", 2),
    ("The condition of the other four shooting victims is unknown.", "hit", 4),
    ("Officers met one gunshot victim.", "injured", 1),
]


@pytest.mark.parametrize(("text", "measure", "count"), CASES, ids=[case[0][:40] for case in CASES])
def test_the_people_are_counted(read: Callable[..., Any], text: str, measure: str, count: int) -> None:
    claims = [c for c in read(text)[2] if c.measure == measure]
    assert [(c.low, c.high) for c in claims] == [(count, count)]


def test_victims_of_no_number_are_not_counted(read: Callable[..., Any]) -> None:
    assert not [c for c in read("The shooting victims were students.")[2] if c.measure in {"hit", "injured"} and c.low]

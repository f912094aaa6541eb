"""People besides those of a number told before come on top of it; those it has room for are some of them."""

from collections.abc import Callable
from typing import Any

import pytest

from twosource.values.pattern import ON_TOP

RAID = "Nine people were killed on Monday in a raid on Riva. "


def on_top(claims: tuple[Any, ...]) -> list[int]:
    return [c.low for c in claims if ON_TOP in c.pattern and c.part_of is None]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        (f"{RAID}Two others who were killed were staying in the house.", [2]),
        (f"{RAID}Two others were killed too.", [2]),
        ("Tom Petrak, Leo Petrak and Max Petrak, three brothers, were killed. Four neighbours were also killed.", [4]),
        (f"{RAID}Tom Petrak, Leo Petrak and Max Petrak were killed in the yard. Two others were killed as well.", []),
        (f"{RAID}Four neighbours were also killed.", []),
        (f"{RAID}A nurse and two others were killed in the yard.", []),
        (f"{RAID}The two others were killed in the yard.", []),
    ],
)
def test_people_are_on_top_of_a_number_that_has_no_room_for_them(
    read: Callable[..., Any], text: str, numbers: list[int]
) -> None:
    assert on_top(read(text)[2]) == numbers

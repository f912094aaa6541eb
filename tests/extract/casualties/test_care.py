"""The hurt told by their care and their wounds."""

from collections.abc import Callable
from typing import Any

import pytest

CASES = [
    ("Two people went to the hospital.", 2),
    ("Two have died and three remain in hospital.", 3),
    ("Two people were treated at a hospital.", 2),
    ("A 22-year-old woman was treated and released.", 1),
    ("Two boys were taken to an emergency room.", 2),
    ("Three people sustained gunshot wounds.", 3),
    ("One male victim is in critical, but stable condition at a hospital.", 1),
    ("Two men remained in an unknown condition.", 2),
    ("A man is fighting for his life after a shooting.", 1),
    ("The other four victims had non-life-threatening injuries.", 4),
]


@pytest.mark.parametrize(("text", "count"), CASES, ids=[case[0][:40] for case in CASES])
def test_the_hurt_are_found(read: Callable[..., Any], text: str, count: int) -> None:
    claims = [c for c in read(text)[2] if c.measure == "injured" and c.part_of is None]
    assert [(c.low, c.stance, c.scope) for c in claims] == [(count, "asserted", "event")]


NOBODY = [
    "In these conditions, Karl Brandt stressed, nobody could work.",
    "Two farmers lived in such a condition.",
    "The driver suffered no injuries.",
    "His family went to the hospital.",
    "The doctor remained in the hospital all night.",
    "Police found Brandt dead from a gunshot wound.",
    "Police found Brandt dead inside his car from a gunshot wound.",
    "The mother took the two children to another room.",
    "He was taken to a Dorvale detention center.",
    "Thirty bodies were brought in. Nineteen of them have gunshot wounds.",
]


@pytest.mark.parametrize("text", NOBODY)
def test_nobody_is_hurt(read: Callable[..., Any], text: str) -> None:
    assert not [c for c in read(text)[2] if c.measure == "injured"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Two men went to the hospital on their own.", [2]),
        ("Two friends went to the hospital when they heard about the shooting.", []),
        ("Two people went to the hospital to be checked after the shooting.", [2]),
        ("Two of the wounded went to the hospital asking for help.", [2]),
        ("Two friends went to the hospital to see him.", []),
    ],
)
def test_who_goes_to_hospital_to_see_others_is_not_hurt(read: Callable[..., Any], text: str, told: list[int]) -> None:
    assert [c.low for c in read(text)[2] if c.measure == "injured"] == told

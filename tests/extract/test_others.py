"""Others who were shot beside somebody who died are hurt; a number that may hold the dead stays a number hit."""

from collections.abc import Callable
from typing import Any

import pytest


def counts(read: Callable[..., Any], text: str) -> dict[str, int]:
    return {c.measure: c.low for c in read(text)[2] if c.measure in {"killed", "injured", "hit"}}


def test_others_shot_beside_the_dead_are_hurt(read: Callable[..., Any]) -> None:
    assert counts(read, "A man was killed on Monday. Three other people were shot, police said.") == {
        "killed": 1,
        "injured": 3,
    }


KEPT = [
    "A man was killed on Monday. Three people were shot, police said.",
    "Three other people were shot, police said. A man was killed on Monday.",
]


@pytest.mark.parametrize("text", KEPT)
def test_those_who_may_hold_the_dead_stay_hit(read: Callable[..., Any], text: str) -> None:
    assert counts(read, text) == {"killed": 1, "hit": 3}

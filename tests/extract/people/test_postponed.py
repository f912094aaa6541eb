"""People told of behind a day or a place: "the death on Monday of nine miners"."""

from collections.abc import Callable
from typing import Any

import pytest


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The death on Monday of nine miners was confirmed.", [("killed", 9)]),
        ("The kidnapping last week of two nuns was condemned.", [("captured", 2)]),
        ("The assassination in Bogota of Judge Ivo Marek was condemned.", [("killed", 1)]),
        ("The murder in the house of two nuns was condemned.", []),
        ("The death on Monday of a dream was mourned.", []),
    ],
)
def test_people_behind_a_day_or_a_place_are_found(
    read: Callable[..., Any], text: str, told: list[tuple[str, int]]
) -> None:
    assert [(c.measure, c.low) for c in read(text)[2] if c.measure != "act"] == told

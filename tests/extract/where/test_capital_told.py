"""A capital without a name is known by the people before it, or by the country that the report is about."""

from collections.abc import Callable
from typing import Any

import pytest

ABOUT = "The Colombian senator is dead, the Colombian police said. Colombian soldiers mourn in Colombia. "


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Two men were killed in the Guatemalan capital.", "Guatemala City"),
        (ABOUT + "Two men were killed in this capital.", "Bogotá"),
        (ABOUT + "Two men were killed in the capital.", "Bogotá"),
        (ABOUT + "Two men were killed in the Guatemalan capital.", "Guatemala City"),
    ],
)
def test_a_happening_in_a_capital_is_there(read: Callable[..., Any], text: str, name: str) -> None:
    (claim,) = [c for c in read(text)[2] if c.measure == "killed" and c.low == 2]
    assert claim.place is not None
    assert (claim.place.name, claim.place.precision) == (name, "town")
    assert claim.place.latitude is not None


@pytest.mark.parametrize(
    "text",
    [
        ABOUT + "Two men were killed in the provincial capital.",
        ABOUT + "Two men were killed in the capital of the department.",
    ],
)
def test_the_capital_of_a_division_is_not_the_countrys(read: Callable[..., Any], text: str) -> None:
    (claim,) = [c for c in read(text)[2] if c.measure == "killed" and c.low == 2]
    assert claim.place is not None
    assert (claim.place.country, claim.place.precision) == ("CO", "country")


def test_the_capital_of_no_country_known_is_nowhere(read: Callable[..., Any]) -> None:
    (claim,) = [c for c in read("Two men were killed in the capital.")[2] if c.measure == "killed"]
    assert claim.place is None

"""A part of the map is read as it is written, and nothing else is."""

import pytest

from twosource.errors import UsageError
from twosource.values.box import box_of


def test_a_box_is_four_numbers() -> None:
    assert box_of("170, -20,-170,5.5") == (170.0, -20.0, -170.0, 5.5)


@pytest.mark.parametrize("told", ["", "1,2,3", "1,2,3,4,5", "a,b,c,d"])
def test_what_is_no_box_is_refused_with_what_would_do(told: str) -> None:
    with pytest.raises(UsageError, match="give west, south, east and north in degrees: 6,45,11,48"):
        box_of(told)

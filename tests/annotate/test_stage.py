"""All layers of one article together: what one layer finds takes away what another only seems to find."""

from collections.abc import Callable
from typing import Any

import pytest


@pytest.mark.parametrize(
    ("text", "is_dated"),
    [
        ("A man was shot in Winter Haven, Florida.", False),
        ("A man was shot in Springfield, Ohio, last winter.", True),
    ],
)
def test_a_season_in_the_name_of_a_town_is_no_time(read: Callable[..., Any], text: str, is_dated: bool) -> None:  # noqa: FBT001 - a row of the table
    (claim,) = [c for c in read(text)[2] if c.measure == "injured"]
    assert (claim.date is not None) == is_dated

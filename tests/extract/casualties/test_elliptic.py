"""Bare numbers take the kind of people told of in the same breath."""

from collections.abc import Callable
from typing import Any

import pytest


@pytest.mark.parametrize(
    ("text", "measure", "status"),
    [
        ("The rebels killed 15 soldiers and wounded 30.", "injured", "military"),
        ("The rebels attacked the post, killing three and wounding four enemy soldiers.", "killed", "military"),
        ("The army suffered nine dead and 12 wounded.", "injured", "military"),
        ("Two policemen were killed and three were wounded.", "injured", "police"),
        ("A policeman was killed and three were wounded.", "injured", None),
        ("Six people were killed and five wounded.", "injured", None),
        ("Two policemen were killed on Monday. Three were wounded.", "injured", None),
        ("The army counted nine dead.", "killed", None),
        ("The army reported nine dead.", "killed", None),
        ("Two women were killed and three wounded.", "injured", None),
        ("A bomb killed 14 people, including five children, and wounded 40.", "injured", None),
    ],
)
def test_a_bare_number_is_of_the_kind_told_beside_it(
    read: Callable[..., Any], text: str, measure: str, status: str | None
) -> None:
    assert [c.group.status for c in read(text)[2] if c.measure == measure] == [status]

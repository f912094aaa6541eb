"""People besides those of a number told before come on top of it; those it has room for are some of them."""

from collections.abc import Callable
from typing import Any

import pytest

from twosource.values.pattern import ON_TOP

RAID = "Nine people were killed on Monday in a raid on Riva. "
LIST = "The dead are Ana Ruiz, Leo Paz and two children."


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
        ("Two guards were killed on Monday in Riva. A nurse and four others were killed in the yard.", []),
        (f"{RAID}A guard and a cook died in the yard. Two others who were killed were staying in the house.", []),
        ("Five people were killed in Riva. Ana Ruiz, Leo Paz and Max Brand died. Three neighbours also died.", [3]),
        (f"Five people died in Riva. {LIST} Two others who were killed were staying in the house.", [2]),
        # no number of this measure and role was told before, or it leaves nobody out
        (f"Two others were killed on Sunday in Riva. {RAID}", []),
        ("A guard was killed on Monday in Riva. Two others were killed too.", []),
        ("Two people were wounded on Monday in Riva. Four others were killed too.", []),
        ("Two gunmen were killed on Monday in a raid on Riva. Four villagers were also killed.", []),
        ("POLICE SAY NINE PEOPLE DIED IN RIVA, A GUARD WAS SHOT DEAD AND TWO OTHERS WERE KILLED.", []),
        ("The murder of six priests and of two other people on Monday shocked Riva.", []),
        # nobody counts them, or they have names
        ("Two guards were killed on Monday in Riva. Dozens of villagers were also killed.", []),
        ("Two guards were killed on Monday in Riva. Her sons Leo Paz, Max Paz and Tom Paz were also killed.", []),
        (f"{RAID}Two others were wounded too. Three others were wounded too.", []),
    ],
)
def test_people_are_on_top_of_a_number_that_has_no_room_for_them(
    read: Callable[..., Any], text: str, numbers: list[int]
) -> None:
    assert on_top(read(text)[2]) == numbers

"""How many people a phrase counts: pairs twice, families and busloads not at all."""

from collections.abc import Callable
from typing import Any

import pytest

CASES = [
    ("Two couples were killed on Sunday.", "killed", (4, 4)),
    ("A trio of hikers were hurt on Sunday.", "injured", (3, 3)),
    ("The duo were arrested on Sunday.", "captured", (2, 2)),
    ("Twins were hurt on Sunday.", "injured", (2, 2)),
    ("Three families were killed in the raid.", "killed", (None, None)),
    ("Two groups of volunteers were arrested on Sunday.", "captured", (None, None)),
    ("Two busloads of pilgrims were killed in the crash.", "killed", (None, None)),
    ("A group of five men were arrested.", "captured", (5, 5)),
    ("A family of five was killed.", "killed", (5, 5)),
    ("Four crew were killed.", "killed", (4, 4)),
    ("He wounded a 16-year girl on Sunday.", "injured", (1, 1)),
    ("He killed his 12- and 10-year-old sons on Sunday.", "killed", (None, None)),
    ("He shot dead his school friend and teammate on Sunday.", "killed", (1, 1)),
    ("He shot dead his mother and father on Sunday.", "killed", (2, 2)),
    ("Peter and Anna's daughter were killed on Sunday.", "killed", (2, 2)),
    ("Both the boy's brother and father were killed.", "killed", (2, 2)),
    ("Army and police were attacked and driver and crowd were killed.", "killed", (None, None)),
]


@pytest.mark.parametrize(("text", "measure", "bounds"), CASES, ids=[case[0][:40] for case in CASES])
def test_a_phrase_counts_people_not_their_groups(
    read: Callable[..., Any], text: str, measure: str, bounds: tuple[int | None, int | None]
) -> None:
    assert [(c.low, c.high) for c in read(text)[2] if c.measure == measure and c.part_of is None] == [bounds]


def test_a_decade_of_life_counts_nobody(read: Callable[..., Any]) -> None:
    told = read("Three of them are men in their 20′s who were shot in the leg.")[2]
    assert not [c for c in told if c.low == 20]


def test_who_came_to_the_dead_is_none_of_them(read: Callable[..., Any]) -> None:
    told = read("The police dealt with the bombing, and there were martyrs.")[2]
    assert not [c for c in told if c.measure == "killed" and c.group.status == "police"]

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
]


@pytest.mark.parametrize(("text", "measure", "bounds"), CASES, ids=[case[0][:40] for case in CASES])
def test_a_phrase_counts_people_not_their_groups(
    read: Callable[..., Any], text: str, measure: str, bounds: tuple[int | None, int | None]
) -> None:
    assert [(c.low, c.high) for c in read(text)[2] if c.measure == measure] == [bounds]

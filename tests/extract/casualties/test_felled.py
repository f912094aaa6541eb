"""Who killed before and then fell is no victim, though only a pronoun tells of him."""

from collections.abc import Callable
from typing import Any

import pytest

FELLED = [
    ("The gunman killed two women before officers shot him dead.", "perpetrator"),
    ("He wounded three people before he was shot dead by police.", "perpetrator"),
    ("The soldier killed three rebels before he was shot dead.", "victim"),
    ("The man wounded two neighbours before she was shot dead.", "victim"),
    ("The man wounded a neighbour before he was shot dead.", "victim"),
    ("A blast wounded two neighbours before he was shot dead.", "victim"),
    ("Two men wounded two neighbours before he was shot dead.", "victim"),
]


@pytest.mark.parametrize(("text", "role"), FELLED, ids=[text for text, _ in FELLED])
def test_who_hurt_several_and_then_died_is_the_attacker(read: Callable[..., Any], text: str, role: str) -> None:
    roles = [c.group.role for c in read(text)[2] if c.measure == "killed" and (c.low, c.high) == (1, 1)]
    assert roles == [role]

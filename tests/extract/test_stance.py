"""What the text only denies, fears, plans or remembers is no assertion of this event."""

from collections.abc import Callable
from typing import Any

import pytest

CASES = [
    ("The opposition denied that any of its fighters were killed.", "denied", "event"),
    ("Up to 30 miners are feared dead.", "hedged", "event"),
    ("Five people may have been killed.", "hedged", "event"),
    ("The group planned to kill two judges.", "hedged", "hypothetical"),
    ("Troops would kill hundreds if they attacked, he warned.", "hedged", "hypothetical"),
    ("More than 300 people have been killed since October.", "asserted", "cumulative"),
    ("A bomb killed six people on Monday. Twenty people were killed there in 1994.", "asserted", "historical"),
    ("The man was not seriously injured.", "asserted", "event"),
]


@pytest.mark.parametrize(("text", "stance", "scope"), CASES, ids=[c[0][:45] for c in CASES])
def test_the_force_of_a_claim_is_read(read: Callable[..., Any], text: str, stance: str, scope: str) -> None:
    last = [c for c in read(text)[2] if c.measure != "act"][-1]
    assert (last.stance, "past" if last.scope in {"historical", "cumulative"} else last.scope) == (
        stance,
        "past" if scope in {"historical", "cumulative"} else scope,
    )

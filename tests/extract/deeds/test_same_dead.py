"""Who killed people told of again: whoever is told to have felled them the time before."""

from collections.abc import Callable
from typing import Any

import pytest

SAME = [
    "Four persons fell to police bullets. Two of them died on the spot.",
    "Four persons fell to police bullets. The victims died on the spot.",
    "Four persons fell to police bullets. The four died on the spot.",
    "Four persons fell to police bullets. The town was calm. Two of them died on the spot.",
]
OTHERS = [
    "Four persons fell to police bullets. A man died on the spot.",
    "Four persons fell to police bullets. Two of them died in a crash.",
    "Four persons fell to police bullets. Five members of the family lost their lives.",
    "Four persons fell to police bullets. It rained. The town was calm. It was night. Two of them died on the spot.",
    "Police shot dead four men and rebels shot dead six farmers. Two of them died on the spot.",
    "Four persons fell to police bullets and six died. Two of them died on the spot.",
]


@pytest.mark.parametrize("text", SAME)
def test_people_told_of_again_fell_to_the_same(read: Callable[..., Any], text: str) -> None:
    killed = [c for c in read(text)[2] if c.measure == "killed"]
    assert {c.actor and c.actor.text for c in killed} == {"police"}


@pytest.mark.parametrize("text", OTHERS)
def test_others_or_of_another_cause_did_not(read: Callable[..., Any], text: str) -> None:
    last = max((c for c in read(text)[2] if c.measure == "killed"), key=lambda c: c.span)
    assert last.actor is None

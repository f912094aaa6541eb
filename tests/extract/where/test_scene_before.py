"""A deed without a place of its own was where the happening told right before it was."""

from collections.abc import Callable
from typing import Any

import pytest

STORY = "Rebels attacked a bank in Medellin on Monday, killing nine people. The attack in Medellin was the third."


def last_place(read: Callable[..., Any], text: str) -> str | None:
    """Return the name of the place of the claim told last."""
    claim = max((c for c in read(text)[2] if c.measure in {"killed", "injured"}), key=lambda c: c.span)
    return claim.place.name if claim.place is not None else None


@pytest.mark.parametrize(
    ("told", "name"),
    [
        ("Troops clashed with guerrillas in Cali. The clash left six guerrillas dead.", "Cali"),
        ("Troops clashed with guerrillas near Cali. Six guerrillas were killed.", "Cali"),
        ("A bomb exploded in Cali. The windows broke. Two women were injured.", "Cali"),
        ("Gunmen ambushed a patrol on a road in Cali. Police said two officers died in the ambush.", "Cali"),
        ("Troops took a hill in Cali, and a bomb exploded in Bogota. Two guards were injured.", "Bogotá"),
        # another happening, another paragraph, or no happening at all
        ("A bomb exploded in Cali. In another attack, two women were injured.", "Medellín"),
        ("A bomb exploded in Cali.\n\nTwo women were injured.", "Medellín"),
        (
            "A bomb exploded in Cali. The mayor came. The bishop came. The band came. Two women were injured.",
            "Medellín",
        ),
        ("A bomb exploded in Orukta. Two women were injured.", "Medellín"),
        ("The council met in Cali. Two women were injured.", "Medellín"),
        ("A bomb exploded in Cali. Two women were injured in Bogota.", "Bogotá"),
        ("A bomb exploded in Peru. Two women were injured.", "Medellín"),
    ],
)
def test_a_deed_was_where_the_happening_before_it_was(read: Callable[..., Any], told: str, name: str) -> None:
    assert last_place(read, f"{STORY}\n\n{told}") == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Two men were killed in Finca Orukta, Medellin, near Cali, on Monday.", "Medellín"),
        ("Two men were killed near Cali on Monday.", "Cali"),
    ],
)
def test_a_town_beside_a_name_that_nobody_knows_holds_it(read: Callable[..., Any], text: str, name: str) -> None:
    assert last_place(read, text) == name

"""How many of the dead are known by name: a count of its own, below which the toll cannot be."""

from collections.abc import Callable
from typing import Any

import pytest

COUNTED = [
    ("Relatives posted the names of nine people killed in the raid.", 9),
    ("A post identified 10 members of the Riedl family who were killed.", 10),
    ("Testimonies helped to identify the names of 17 killed members of the Riedl family.", 17),
    ("The Riedl family posted 12 names of their relatives who were killed in the strike.", 12),
    ("One neighbour named 22 victims, but said that at least 30 had died.", 22),
    ("While one user said four men had been killed, only three were identified.", 3),
    ("Two people died in the raid. Eight civilian victims were identified by name.", 8),
    ("Neighbours identified 11 members of the Riedl family as having been killed in the raid.", 11),
]


@pytest.mark.parametrize(("text", "number"), COUNTED, ids=[text[:40] for text, _ in COUNTED])
def test_people_known_by_name_are_counted_so(read: Callable[..., Any], text: str, number: int) -> None:
    named = [c for c in read(text)[2] if c.measure == "killed" and ", by name" in c.pattern]
    assert [(c.low, c.part_of) for c in named] == [(number, None)]


OTHERS = [
    "Police identified two victims, who are in hospital.",
    "Nine people were killed in the raid.",
    "Police identified the man who was killed.",
    "Four officers were identified as the men who killed a clerk.",
    "Two people were killed in the raid. Three members of the group were identified as suspects.",
    "Three were identified as members of the group.",
]


@pytest.mark.parametrize("text", OTHERS)
def test_no_other_count_is_one_by_name(read: Callable[..., Any], text: str) -> None:
    assert not [c for c in read(text)[2] if ", by name" in c.pattern]


@pytest.mark.parametrize(
    "text",
    ["Four men and six women were identified dead on Friday.", "The raid killed four identified men and six women."],
)
def test_of_people_named_together_the_whole_is_by_name_and_no_part_of_it(read: Callable[..., Any], text: str) -> None:
    counts = {c.low: ", by name" in c.pattern for c in read(text)[2] if c.measure == "killed"}
    assert counts == {10: True, 4: False, 6: False}

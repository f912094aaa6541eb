"""Numbers that others give of people told of before, their people left out, are counts of those."""

from collections.abc import Callable
from typing import Any

import pytest


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Riva News gave the death toll as one, whilst Orla News reported three.",
            [(1, "Riva News"), (3, "Orla News")],
        ),
        ("Riva News reported one person killed, while Orla News said three.", [(1, "Riva News"), (3, "Orla News")]),
        ("Riva News reported one man killed, while Orla News put it at three.", [(1, "Riva News"), (3, "Orla News")]),
        ("Riva News said two people were killed, but others said four.", [(2, "Riva News"), (4, "others")]),
        ("Most sources said six were killed, with one reporting eight.", [(6, "Most sources"), (8, "one")]),
        ("Orla Radio said nine people were killed, the army said four.", [(9, "Orla Radio"), (4, "army")]),
        ("Riva News said three children died; Orla News reported two.", [(3, "Riva News"), (2, "Orla News")]),
        (
            "Riva News reported 11 deaths. The Orla Courier later reported at least 18.",
            [(11, "Riva News"), (18, "Orla Courier")],
        ),
    ],
)
def test_a_bare_number_of_another_speaker_counts_the_same_people(
    read: Callable[..., Any], text: str, told: list[tuple[int, str]]
) -> None:
    dead = [c for c in read(text)[2] if c.measure == "killed" and c.part_of is None]
    assert [(c.low, c.speaker.name) for c in dead] == told


def test_the_hurt_are_told_again_as_the_dead_are(read: Callable[..., Any]) -> None:
    told = read("Riva News said ten were injured while Orla News reported 12.")[2]
    assert [(c.measure, c.low) for c in told] == [("injured", 10), ("injured", 12)]


@pytest.mark.parametrize(
    "text",
    [
        "Riva News said four were killed, and Orla News reported 12 arrests.",
        "Riva News said four were killed. A reporter of Orla News counted eleven burnt carts in the yard.",
        "Riva News said four were killed, and Orla News reported three of them.",
        "Riva News said four were killed, and Orla News reported that on May 12.",
        "Riva News said four were killed, and Orla News reported 12 to the police.",
        "Riva News said four were killed, and Orla News reported 12: a market and eleven houses.",
        "Orla News reported 12. Four were killed, Riva News said.",
    ],
)
def test_a_number_of_something_else_is_no_count_of_the_dead(read: Callable[..., Any], text: str) -> None:
    assert [c.low for c in read(text)[2] if c.measure == "killed" and c.part_of is None] == [4]


def test_a_number_of_either_the_dead_or_the_hurt_is_no_count(read: Callable[..., Any]) -> None:
    told = read("Riva News said four were killed and two injured, whilst Orla News reported three.")[2]
    assert [(c.measure, c.low) for c in told if c.measure != "act"] == [("killed", 4), ("injured", 2)]

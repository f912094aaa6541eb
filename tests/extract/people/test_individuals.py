"""One person told twice is one: by age, name, noun and what befell them."""

from collections.abc import Callable
from typing import Any

import pytest

ONE = [
    "Officers found a young man with a gunshot wound. Niles Okoro died at the scene.",
    "A 2-year-old was shot on Monday. The two-year-old boy died later, police said.",
    "A 20-month-old girl was shot on Monday. The 1-year-old died at the hospital.",
    "A woman was shot on Monday. She was taken to a hospital. The victim, Ana Petrak, 31, died there.",
    "Niles Okoro, 17, was killed. Dana Holt said somebody had killed her brother.",
]


@pytest.mark.parametrize("text", ONE)
def test_one_person_told_twice_is_one_death(read: Callable[..., Any], text: str) -> None:
    counted = [c.measure for c in read(text)[2] if c.measure in {"killed", "injured"}]
    assert counted == ["killed"]


@pytest.mark.parametrize(
    "text",
    [
        "The agency said that a young man was killed while Riva Radio reported the death of a farmer.",
        "Riva Radio reported that a child was killed; the clinic reported that one person died in the raid.",
        "Dana Holt mourned my brother Niles Okoro, who was killed. Eva Kovar wrote that my wife's uncle was killed.",
    ],
)
def test_two_who_tell_of_one_person_each_may_tell_of_the_same(read: Callable[..., Any], text: str) -> None:
    assert len([c for c in read(text)[2] if c.measure == "killed"]) == 1


TWO = [
    "A man was killed and a teenager was wounded on Monday.",
    "A 20-year-old was killed. A 23-year-old was wounded.",
    "Niles Okoro was killed and a woman was wounded. The woman was taken to a hospital.",
    "A boyfriend was killed. Her son was wounded.",
    "A woman was wounded on Monday, police said. The baby was killed.",
    "A police officer was wounded on Monday, police said. The suspect was killed.",
]


@pytest.mark.parametrize("text", TWO)
def test_two_people_stay_two(read: Callable[..., Any], text: str) -> None:
    counted = [c.measure for c in read(text)[2] if c.measure in {"killed", "injured"}]
    assert sorted(counted) == ["injured", "killed"]


def test_who_is_arrested_is_not_who_died(read: Callable[..., Any]) -> None:
    claims = read("A 17-year-old was arrested on Monday. A 17-year-old was found dead in the street.")[2]
    assert sorted(c.measure for c in claims if c.measure != "act") == ["captured", "killed"]


def test_who_is_counted_among_the_dead_is_not_hurt_too(read: Callable[..., Any]) -> None:
    claims = read("Police said a woman shot her 5-year-old son. The woman and her child died on Monday.")[2]
    assert not [c for c in claims if c.measure in {"injured", "hit"}]


def test_one_hurt_under_a_short_and_a_full_name_is_one(read: Callable[..., Any]) -> None:
    claims = read("Niles Arvo Okoro was wounded on Monday, police said. Niles Okoro was taken to a hospital.")[2]
    assert [c.low for c in claims if c.measure == "injured"] == [1]


def test_a_new_person_is_not_one_of_an_older_story(read: Callable[..., Any]) -> None:
    text = "In 2019 Dario Muro was killed in Riva. A 3-year-old boy died on Monday. Emil Tavi was pronounced dead at 9."
    told = [c for c in read(text)[2] if c.measure == "killed" and c.scope == "event"]
    assert len(told) == 1


def test_whom_they_plotted_to_kill_is_the_one_they_hurt(read: Callable[..., Any]) -> None:
    text = (
        "A 14-year-old girl was shot in Riva on Monday. Two boys had planned to kill Ana Petrak, police said. "
        "Petrak was taken to a hospital."
    )
    hurt = [c for c in read(text)[2] if c.measure == "injured" and c.stance == "asserted"]
    assert [c.low for c in hurt] == [1]


def test_a_body_that_had_been_shot_is_nobody_hurt(read: Callable[..., Any]) -> None:
    claims = read("On Monday officers found the body of a juvenile who had been shot.")[2]
    assert [c.measure for c in claims if c.measure in {"killed", "injured", "hit"}] == ["killed"]


def test_who_died_is_not_hurt_in_doubt_too(read: Callable[..., Any]) -> None:
    claims = read("Emil Tavi died on Monday. Dario Muro allegedly shot Tavi in the head, police said.")[2]
    assert [c.measure for c in claims if c.measure in {"killed", "injured", "hit"}] == ["killed"]

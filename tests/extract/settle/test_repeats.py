"""What is told twice counts once: some of the hurt by their care, the hurt who then died."""

from collections.abc import Callable
from typing import Any

import pytest

from twosource.values.pattern import ANEW


def test_those_in_critical_condition_are_some_of_the_hurt(read: Callable[..., Any]) -> None:
    claims = read("Two men were in critical condition on Monday. Four men suffered injuries, police said.")[2]
    parts = {c.low: c.part_of for c in claims if c.measure == "injured"}
    assert parts[2] is not None
    assert parts[4] is None


def test_the_attacker_a_count_includes_is_part_of_it(read: Callable[..., Any]) -> None:
    claims = read("Police said that seven people were killed on Monday, including the gunman.")[2]
    parts = {c.low: c.part_of for c in claims if c.measure == "killed"}
    assert parts[1] is not None
    assert parts[7] is None


def test_who_died_in_the_hospital_is_not_hurt_too(read: Callable[..., Any]) -> None:
    claims = read("The woman and her child were taken to a hospital where they died on Monday.")[2]
    assert not [c for c in claims if c.measure == "injured"]


def test_those_told_of_more_closely_are_some_of_a_total_though_others_tell_of_them(read: Callable[..., Any]) -> None:
    text = "Four men were injured in a shooting. Two 30-year-old men suffered gunshot wounds, police said."
    parts = {c.low: c.part_of for c in read(text)[2] if c.measure == "injured"}
    assert parts[2] is not None
    assert parts[4] is None


def test_another_count_of_people_is_no_part(read: Callable[..., Any]) -> None:
    text = "Four people were injured in a shooting. Two people were injured, police said."
    assert not [c for c in read(text)[2] if c.measure == "injured" and c.part_of is not None]


def test_as_many_men_and_women_are_different_people(read: Callable[..., Any]) -> None:
    text = "Two men were taken to a hospital. Two women were taken to another hospital."
    assert len([c for c in read(text)[2] if c.measure == "injured"]) == 2


def test_two_of_one_noun_told_side_by_side_are_two(read: Callable[..., Any]) -> None:
    text = "A woman in her 30s was shot in the leg and a woman was shot in the arm."
    assert len([c for c in read(text)[2] if c.measure == "injured"]) == 2


def test_a_counted_deed_gives_way_to_the_people_it_counts(read: Callable[..., Any]) -> None:
    text = "A quadruple shooting happened on Monday. Three adults and a boy were shot in the park."
    whole = [c for c in read(text)[2] if c.measure == "hit" and c.part_of is None]
    assert [(c.low, c.group.text) for c in whole] == [(4, "Three adults and a boy")]


def test_the_other_three_are_some_of_four(read: Callable[..., Any]) -> None:
    text = (
        "Four people were wounded on Monday, according to police. One was hit in the leg, but the injuries of the "
        "other three victims were not known, Ana Petrak said."
    )
    parts = {c.low: c.part_of for c in read(text)[2] if c.measure == "injured"}
    assert parts[3] is not None
    assert parts[4] is None


def test_a_quarter_nobody_knows_is_no_other_country(read: Callable[..., Any]) -> None:
    text = (
        "Two teenagers were wounded on the Far Upper Side on Monday. One teenager suffered a gunshot wound in Chicago, "
        "police said."
    )
    parts = {c.low: c.part_of for c in read(text)[2] if c.measure == "injured"}
    assert parts[1] is not None


def test_several_told_to_be_among_the_dead_are_some_of_them(read: Callable[..., Any]) -> None:
    text = "Seven people died on Monday, police said. Four members of a choir were among the dead, Ana Petrak said."
    parts = {c.low: c.part_of for c in read(text)[2] if c.measure == "killed"}
    assert parts[4] is not None
    assert parts[7] is None


def test_one_counted_anew_by_another_speaker_is_no_part(read: Callable[..., Any]) -> None:
    text = "Riva News gave the lowest death toll of one. Orla News said that three people were killed."
    assert [c.part_of for c in read(text)[2] if c.measure == "killed"] == [None, None]


def test_one_told_with_the_hurt_by_another_speaker_is_no_part(read: Callable[..., Any]) -> None:
    text = (
        "The director said the shell killed a girl and wounded five others. Officials said that four men were killed."
    )
    claims = [c for c in read(text)[2] if c.measure == "killed"]
    assert [(c.low, c.part_of) for c in claims] == [(1, None), (4, None)]


def test_a_rival_count_of_civilians_by_another_speaker_is_no_part(read: Callable[..., Any]) -> None:
    text = "The ministry said 15 people were killed; the army said that 11 civilians had been killed."
    assert {c.low: c.part_of for c in read(text)[2] if c.measure == "killed"} == {15: None, 11: None}


@pytest.mark.parametrize(
    "text",
    [
        "The ministry said 15 people were killed; the ministry said that 11 civilians had been killed.",
        "The ministry said 15 people were killed, including 11 children, the army said.",
    ],
)
def test_fewer_of_a_kind_by_one_speaker_or_told_as_some_are_a_part(read: Callable[..., Any], text: str) -> None:
    whole, part = sorted((c for c in read(text)[2] if c.measure == "killed"), key=lambda c: -c.low)
    assert part.part_of == whole.id


def test_two_lists_that_share_one_name_are_two(read: Callable[..., Any]) -> None:
    text = (
        "Jan Riedl was killed with his brother, Ivo Riedl, and his sister, Eva Riedl. "
        "Anna Kovar, Petr Kovar and Jan Riedl were killed too."
    )
    assert len([c for c in read(text)[2] if c.measure == "killed" and len(c.group.names) == 3]) == 2


def test_a_list_elsewhere_names_all_whom_a_count_tells(read: Callable[..., Any]) -> None:
    text = "Three people died in the blast. The victims were identified as Tomas Riedl, Bela Kovar and Ivan Horak."
    (claim,) = [c for c in read(text)[2] if c.measure == "killed"]
    assert (claim.low, claim.wording) == (3, "Three")
    assert claim.group.names == ("Tomas Riedl", "Bela Kovar", "Ivan Horak")


def test_one_of_the_victims_is_some_of_those_told_of_whoever_tells_of_one(read: Callable[..., Any]) -> None:
    text = "Five people were injured in Dorvale. Sheriff Adam Kolb says one of the victims was flown to a hospital."
    whole, part = sorted((c for c in read(text)[2] if c.measure == "injured"), key=lambda c: -(c.low or 0))
    assert (whole.low, part.low, part.part_of) == (5, 1, whole.id)


def test_one_of_the_victims_is_some_of_those_counted_further_down(read: Callable[..., Any]) -> None:
    text = "One of the victims was flown to a hospital in Dorvale. All four victims suffered minor injuries."
    whole, part = sorted((c for c in read(text)[2] if c.measure == "injured"), key=lambda c: -(c.low or 0))
    assert (whole.low, part.low, part.part_of) == (4, 1, whole.id)


def test_as_many_people_named_may_be_others_than_those_counted(read: Callable[..., Any]) -> None:
    """Two bodies were found first; whether they are the two told of by name nobody says."""
    text = "Crews found the bodies of two people. Jan Riedl and his wife Anna Riedl were also killed in the blast."
    killed = [c for c in read(text)[2] if c.measure == "killed" and c.low == 2]
    assert sorted(len(c.group.names) for c in killed) == [0, 2]


def test_a_list_of_some_is_no_repeat_of_as_many_counted(read: Callable[..., Any]) -> None:
    text = "A paper said two people died in the blast. Among those killed were Tomas Riedl and Bela Kovar."
    killed = [c for c in read(text)[2] if c.measure == "killed" and c.low == 2]
    assert sorted(len(c.group.names) for c in killed) == [0, 2]


def test_parts_of_a_toll_told_again_are_parts_of_it(read: Callable[..., Any]) -> None:
    """Two adults and five children are the seven told of before, whoever told of seven first."""
    text = (
        "The group’s report noted that seven people were killed, while all other reports identified two adults and "
        "five children killed."
    )
    claims = [c for c in read(text)[2] if c.measure == "killed"]
    assert {c.low: c.part_of is not None for c in claims} == {7: False, 2: True, 5: True}


def test_two_told_of_in_one_breath_are_never_one(read: Callable[..., Any]) -> None:
    claims = [c for c in read("The blast hurt a guard and a passerby.")[2] if c.measure == "injured"]
    assert sorted((c.low, c.group.text) for c in claims) == [
        (1, "a guard"),
        (1, "a passerby"),
        (2, "a guard and a passerby"),
    ]
    (whole,) = [c for c in claims if c.low == 2]
    assert {c.part_of for c in claims if c.low == 1} == {whole.id}


def test_people_known_already_are_each_part_of_those_told_of_together(read: Callable[..., Any]) -> None:
    claims = [c for c in read("The magistrate and the colonel were murdered.")[2] if c.measure == "killed"]
    assert sorted(c.low for c in claims) == [1, 1, 2]


def test_a_total_is_no_part_of_a_larger_number(read: Callable[..., Any]) -> None:
    text = "Dozens of villagers were killed, said the mayor. His brother Jan said that a total of eight were killed."
    assert [c.part_of for c in read(text)[2] if c.measure == "killed" and c.low == 8] == [None]


def test_one_dead_counted_beside_the_hurt_is_a_speakers_whole_count(read: Callable[..., Any]) -> None:
    text = "Ana Ruiz said that the raid killed a girl and wounded five others. Leo Paz said four people were killed."
    claims = [c for c in read(text)[2] if c.measure == "killed"]
    assert [(c.low, c.part_of, c.pattern.endswith(ANEW)) for c in claims] == [(1, None, True), (4, None, False)]


def test_one_dead_told_of_alone_is_some_of_those_counted(read: Callable[..., Any]) -> None:
    text = "Ana Ruiz said that the raid killed a girl. Leo Paz said four people were killed."
    assert [c.part_of is None for c in read(text)[2] if c.measure == "killed"] == [False, True]


def test_those_whom_others_killed_are_none_of_the_dead_told_of_before(read: Callable[..., Any]) -> None:
    text = "Two attackers murdered 14 people at a party. Hours later the couple died in a shootout with police."
    assert sorted(c.low for c in read(text)[2] if c.measure == "killed") == [2, 14]

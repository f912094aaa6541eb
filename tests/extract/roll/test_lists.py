"""Lists of the dead: how many they are, under which names, and what is no such list."""

from collections.abc import Callable
from typing import Any

import pytest

LISTS = [
    ("Those who died were Jan Riedl, Petr Kovar and Ivan Horak.", 3),
    ("Those who have died are: Jan Riedl, his wife Eva and their son Petr.", 3),
    ("Police named the men who died as Jan Riedl, Petr Kovar and Ivan Horak.", 3),
    ("The villagers who passed away were Jan Riedl, Petr Kovar and Ivan Horak.", 3),
    ("Among those who lost their lives were Anna Riedl, aged 54; their son, Jan, aged 13; and Eva Kovar, 21.", 3),
    ("Among the people who have lost their lives in the fire are the farmer Jan Riedl and his two daughters.", 3),
    ("The names of those who died are Jan Riedl and Eva Kovar.", 2),
    ("Anna Riedl lost two more grandsons (sons of her daughter) in the raid, Jan Kovar and Petr Kovar.", 2),
    ("Anna Riedl lost a daughter, Eva Riedl, and a grandson, Tom.", 2),
    ("The old woman lost her entire family in the raid: her husband Karel, her sons Tom and Leo, and her aunt Eva.", 4),
    ("She lost all of her family – her husband Karel Riedl and her son Tom – that night.", 2),
    ("Karel and Anna's 31-year-old son Omar Riedl was killed along with his wife.", 2),
    ("Karel mourned the loss of his cousins Jan Kovar and Ivan Horak May God have mercy on them.", 2),
    ("The shelling led to the martyrdom of Jan Riedl, his wife Eva and their son.", 3),
    ("Jan Riedl was also mentioned as a victim in a post on the funeral.", 1),
    ("Three friends were killed. They were named as Jan Riedl, Petr Riedl and Ivan Kovar.", 3),
    ("Four men were reported killed by local sources: Jan Riedl, his son Petr, Ivan Kovar and the guard Leo Berg.", 4),
    ("Five men were killed: Jan Riedl, Petr Riedl, Ivan Kovar and two brothers, Leo and Karl Berg.", 5),
    ("Eva mourned “the loss of my nephew Jan Riedl and my cousin Petr Riedl” with a photo of the two young men.", 2),
    ("Anna Riedl was killed with her four sons: ten-year-old son Jan, his brother Petr, daughter Eva and son Leo.", 5),
    ("Anna Riedl (age unknown) was killed with her two sons: the baby Jan and the teenager Petr.", 3),
    ("The dead were Jan Riedl, who worked as a barber and 32-year-old Petr Kovar.", 2),
    ("Jan Riedl was killed with his two sons, Leo and Tom, and the three children of his brother.", 6),
    ("The dead were Jan Riedl, 51, according to the director, Anna Kovar, and Eva Horak, 44.", 2),
    ("The dead were Jan Riedl and Eva Horak, according to the director, Anna Kovar.", 2),
    ("The victims killed were Tomas Riedl, 21, Bela Kovar, 20, and a three-year-old boy.", 3),
    ("The dead were identified as Tomas Riedl, his wife Anna and their children Jan, Petr and Eva.", 5),
    ("Tomas Riedl, his wife Anna Riedl and their two sons, Jan and Petr, were killed.", 4),
    ("Tomas Riedl (40) was killed along with his brother Karel Riedl and his mother.", 3),
    ("The strike killed Tomas Riedl, 40, Bela Kovar, 33, and Ivan Horak, 29.", 3),
    ("A 43-year-old woman, Anna Riedl, was killed alongside her husband, 50-year-old Karel Riedl.", 2),
    (
        "Anna Riedl and Karel Riedl’s four children were killed: two sons, Jan and Petr, and two girls, Eva and Iva.",
        4,
    ),
    ("Friends mourned the deaths of Tomas Riedl, Bela Kovar and Ivan Horak.", 3),
    ("Anna Riedl, her mother and her three daughters died in the fire.", 5),
    ("Anna Riedl (67), Karel Horak (less than 1 year) and Eva Kovar were also among those killed.", 3),
    ("Police also mentioned a woman named Anna Riedl and her one-year-old son Jan Riedl among the dead.", 2),
    ("The post identified one-year-old Eva Kovar and four-year-old Iva Kovar as killed.", 2),
    ("Tomas Riedl was identified as killed by his cousin.", 1),
    ("Tomas Riedl, who lost his mother Anna Riedl, his two children Jan Riedl and Eva Riedl, wept.", 3),
    ("They gave the names of those killed in the strike – Anna Riedl (18), Jan Riedl (16) and their mother Eva.", 3),
    ("The victims, who died at the scene, were Anna Riedl, 21, and Karel Horak, 20.", 2),
    ("The council condemned the murder in Guatemala of Tomas Riedl and Bela Kovar.", 2),
    ("THE COUNCIL CONDEMNED THE MURDER OF TOMAS RIEDL AND BELA KOVAR.", 2),
    ("Eva and Iva Riedl were killed as well as their brothers, Jan Riedl, 12, and Petr Riedl, 6.", 4),
    ("Her sons, Jan Riedl and Petr Riedl, both died, as did her daughters Eva Riedl and Iva Riedl.", 4),
    ("Tomas Riedl was killed in the incident alongside his daughter, five-year-old Eva Riedl.", 2),
    ("Anna Riedl died in the alleged air strike together with her son Jan Riedl.", 2),
    ("The victim, Tomas Riedl, Jr. died at a hospital.", 1),
    ("Brother and sister Jan Riedl (18) and Eva Riedl (33) were killed, along with their nephew Petr Riedl (1).", 3),
    ("His brother and sister Jan Riedl, Petr Horak and Eva Kovar were killed.", 4),
    ("Tomas and Bela’s son-in-law, Jan Kovar and his son, Petr Kovar were killed.", 2),
    ("Tomas Riedl and Bela’s son-in-law, Jan Kovar and his son, Petr Kovar were killed.", 3),
    ("She mourned the death of the children of her brother Dr. Ivan Riedl, Jan Riedl and Petr Riedl.", 2),
    ("Jan Riedl and Petr Riedl, Petr’s two wives, his five sons Ivan, Karel, Tomas, Leo and Adam were killed.", 9),
    ("The strike killed sister Eva Kovar and Petr Horak.", 2),
    ("Jan Riedl, his cousin Eva Kovar, brother of Sarvia's first lady Bela Horak, were killed.", 2),
    ("He mourned the family members killed in the strike, in particular, Anna Riedl and her sister, Eva Kovar.", 2),
    ("The dead were, according to a post, a family, namely, Anna Riedl, Eva Kovar and her son.", 3),
    ("They shared the names of the victims killed – the owner of the mill 46-year old Jan Horak, and Petr Riedl.", 2),
    ("The dead were named as two men belonging to the Riedl family, Jan and Petr Riedl, and a girl, Eva Kovar.", 3),
    ("Eva Riedl lost her life together with her husband, Jan Riedl, and their sons Petr and Karel Riedl.", 4),
    ("Several others were killed, identified as Jan Riedl and Petr Riedl.", 2),
    ("The men were named as engineer Jan Riedl, Karel Horak, and Ivan Horak at the funeral.", 3),
    (
        "A journalist identified the brothers as Jan Riedl, 40-year-old Petr Riedl and Karel Riedl after their deaths.",
        3,
    ),
    ("Tomas Riedl was killed along with his beloved, late-born son.", 2),
    (
        "Tomas Riedl and his wife, Anna, were killed alongside their two sons, daughter, sister and four nephews.",
        10,
    ),
    ("Tomas Riedl was killed alongside his wife, daughter and son.", 4),
    ("Tomas Riedl was killed alongside his brother, friend and colleague Karel Horak.", 2),
    ("The strike killed Tomas Riedl, Tomas’s brother Karel’s wife, 44-year-old Anna Riedl, and her son Jan.", 3),
    ("The blast killed children of a man named Tomas Riedl; his daughter Eva Riedl and 5-year-old son Jan Riedl.", 2),
    ("Friends mourned the deaths of Eva Horak, and her grandchildren, the children of her daughter Anna Kovar.", 1),
    ("The victims killed were identified as a family: the mother Eva Horak, 30, and her sons, Jan and Petr Horak.", 3),
    ("The man identified by the post as killed was Tomas Riedl, also known as Jan Horak or Petr Kovar.", 1),
    ("The dead were Tomas Riedl with his first wife, a 45-year-old Anna Riedl, as well as his daughter Iva.", 3),
    ("The raid took the life of Tomas Riedl “Abu Omar”, a clerk, his wife Anna Riedl “Umm Omar” and their son Jan.", 3),
    ("The raid claimed the lives of Tomas Riedl, his wife Anna and their son Jan.", 3),
    ("Tomas Riedl (Abu Omar, known as a tailor by one friend) and his wife, Anna Riedl (Umm Omar) were killed.", 2),
    ("My sister Eva Riedl, her husband Jan and their children Omar, Ghada, Rafah, and Ahmed were killed.", 6),
    (
        "Tomas Riedl, 55, ran the inn. It was reported that he was killed along with his two sons, Jan and Petr Riedl.",
        3,
    ),
    ("Tomas Riedl was 56 years old, and was killed together with his wife, 47-year-old Anna Riedl.", 2),
    ("According to the town hospital, Tomas Riedl (40) was killed alongside eight-year-old Jan Riedl.", 2),
    ("The post told of four brothers killed – a 31-year-old Tomas Riedl, a 33-year-old Jan Riedl, and two boys.", 4),
    ("An accident with a firearm claimed the life of 4-year-old Summer Riedl of St. Marie on Monday.", 1),
    ("Tomas Riedl was killed, aged 12, along with his brother Jan Riedl and their sister Eva Riedl.", 3),
    ("Anna Riedl was killed as well as a set of brothers called Jan Kovar and Petr Kovar.", 3),
    ("He mourned the death of his aunt, a 37-year-old Anna Riedl, and Anna’s five children.", 6),
    ("Karel and Anna‘s 31-year-old son Omar Riedl was killed along with his wife.", 2),
]


@pytest.mark.parametrize(("text", "number"), LISTS, ids=[text[:40] for text, _ in LISTS])
def test_a_list_of_names_counts_its_people(read: Callable[..., Any], text: str, number: int) -> None:
    claims = [c for c in read(text)[2] if c.measure == "killed" and c.part_of is None]
    assert [(c.low, c.high) for c in claims] == [(number, number)]


NO_MORE = [
    "Among the dead was the driver, Jan Riedl, 51, according to the bus company, Riva Lines.",
    "A friend and colleague of Jan Kovar, 32-year-old Karel Riedl, was also killed.",
    "She mourned the death of her friend and neighbour Karel Riedl.",
    "The death of the poet and teacher Anna Riedl was reported.",
    "Jan Riedl was killed in the shop and his wife ran away with her son Petr Riedl.",
    "Police are investigating the death of Anna Riedl and injuries to five other people.",
    "He is charged with the murder of Anna Riedl and the shootings of Jan Kovar, Petr Kovar and Eva Horak, 1.",
    "The coroner confirmed the death of Jan Riedl, the son of firefighter Karel Riedl and his wife, Anna Riedl-Kovar.",
    "The gunman killed Jan “J.R.” Kovar on Monday.",
    "My nephew, light of my heart, the son of the martyr, the last of my mother's sons, the martyr Jan, passed away.",
    "He mourned his nephew, the pride of our house, the son of a smith, the youngest of his sister's sons, Jan Kovar.",
    "They were mourning the death of the nephew of our dear colleague Jan Kovar.",
    "The paper told of the murder of Jan Kovar and the kidnapping of Eva Horak.",
    "Jan Riedl was killed, and the two suspects were identified as Petr Kovar and Karel Kovar.",
    "The fire killed Jan Riedl. The injured brothers were identified as Petr Kovar and Karel Kovar.",
    "The mayor mourned the death of Jan Kovar, and of the Grand Mosque, which fell.",
    "One more member of the Free Liberation Army, FLA, was killed, police said.",
    "The union condemned the killing of Jan Kovar, including the Riva Journalists Syndicate.",
]


@pytest.mark.parametrize("text", NO_MORE, ids=[text[:40] for text in NO_MORE])
def test_who_is_named_beside_the_dead_is_not_counted(read: Callable[..., Any], text: str) -> None:
    claims = [c for c in read(text)[2] if c.measure == "killed" and c.part_of is None]
    assert [(c.low, c.high) for c in claims] == [(1, 1)]


def test_a_list_gives_the_names(read: Callable[..., Any]) -> None:
    claims = read("The dead were named as Tomas Riedl, 21, his sister Bela Kovar and Ivan Horak.")[2]
    assert [c.group.names for c in claims if c.measure == "killed"] == [("Tomas Riedl", "Bela Kovar", "Ivan Horak")]


def test_a_word_of_hearsay_before_the_list_is_quoted_with_it(read: Callable[..., Any]) -> None:
    """It tells why the claim is hedged: such a list is one of the dead, and no doubt about them."""
    (claim,) = [c for c in read("Those reportedly killed include Tomas Riedl and Ivan Horak.")[2] if c.low == 2]
    assert (claim.stance, claim.quote.split()[0]) == ("hedged", "reportedly")


def test_a_count_keeps_its_number_and_gets_the_names(read: Callable[..., Any]) -> None:
    claims = [c for c in read("Five men, including Tomas Riedl and Ivan Horak, were killed.")[2] if c.low == 5]
    assert [c.group.names for c in claims] == [("Tomas Riedl", "Ivan Horak")]


def test_a_person_told_of_twice_has_one_name(read: Callable[..., Any]) -> None:
    text = "Tomas Riedl and his son Jan were killed. The town mourned Tomas Riedl and Jan Riedl."
    names = {name for c in read(text)[2] if c.measure == "killed" for name in c.group.names}
    assert len(names) == 2


NO_LIST = [
    "Anna Riedl lost her husband to cancer and a son, Tom Riedl said.",
    "The team lost two strikers, Jan Riedl and Petr Kovar, to injury.",
    "The victims were taken to Saint Anna Medical Center.",
    "The victim was identified as Tomas Riedl. He is in stable condition.",
    "The victims had minor wounds and one was in surgery, Sergeant Horak said.",
    "Tomas Riedl was injured and Ivan Horak survived.",
    "Police named Tomas Riedl as the killer and Ivan Horak as his friend.",
    "Tomas Riedl was among those wounded.",
    "Police arrested two men after the murder. They were identified as Tomas Riedl and Ivan Horak.",
    "Tomas Riedl lost his job and his friend Ivan Horak left.",
]


@pytest.mark.parametrize(
    "text",
    [
        "Relatives of those who died include Jan Riedl and Eva Kovar.",
        "Friends of the dead are Jan Riedl and Eva Kovar.",
        "Those who died were taken to the clinic by Jan Riedl and Eva Kovar.",
    ],
)
def test_who_belongs_to_the_dead_is_not_listed_among_them(read: Callable[..., Any], text: str) -> None:
    assert [c.group.names for c in read(text)[2] if c.measure == "killed" and c.group.names] == []


@pytest.mark.parametrize("text", NO_LIST)
def test_people_who_may_live_are_not_on_the_list(read: Callable[..., Any], text: str) -> None:
    assert [c for c in read(text)[2] if c.measure == "killed"] == []


@pytest.mark.parametrize(
    "text",
    [
        "A 17-year-old Dayton high school student was killed on Monday.",
        "Police were told of the death of a 14-year-old Dayton teenager.",
        "A man was charged with the death of a mother of four in Dayton, OH. Police said no more.",
    ],
)
def test_a_town_is_nobodys_name(read: Callable[..., Any], text: str) -> None:
    assert not [name for c in read(text)[2] if c.measure == "killed" for name in c.group.names]


def test_names_side_by_side_before_was_are_one_person(read: Callable[..., Any]) -> None:
    claims = read("According to Coroner Steve Halder, Ana Petrak was pronounced dead at the hospital on Monday.")[2]
    assert [(c.low, c.group.names) for c in claims if c.measure == "killed"] == [(1, ("Ana Petrak",))]


HURT_OR_TAKEN = [
    ("The wounded are Tomas Riedl, 53; Bela Kovar, 24; and Ivan Horak.", "injured", 3),
    ("Among the injured are Tomas Riedl, 53, Bela Kovar, 24, and Ivan Horak.", "injured", 3),
    ("Injured by the blast were: Tomas Riedl, a driver, Bela Kovar and Ivan Horak.", "injured", 3),
    ("Those who were kidnapped are Tomas Riedl, 55, from Spain; Bela Kovar, 52, from France; and Ivan Horak.",
     "captured", 3),
    ("Rebels held two men hostage. The victims were identified as Tomas Riedl and Bela Kovar.", "captured", 2),
    ("THE WOUNDED WERE TOMAS RIEDL, 19, BELA KOVAR, 30, AND IVAN HORAK, 40.", "injured", 3),
]  # fmt: skip


@pytest.mark.parametrize(("text", "measure", "number"), HURT_OR_TAKEN, ids=[case[0][:40] for case in HURT_OR_TAKEN])
def test_a_list_of_the_hurt_or_taken_counts_its_people(
    read: Callable[..., Any], text: str, measure: str, number: int
) -> None:
    claims = [c for c in read(text)[2] if c.measure == measure]
    assert number in {len(c.group.names) for c in claims}
    assert max(c.low for c in claims) == number
    assert not [c for c in read(text)[2] if c.measure == "killed"]


def test_victims_of_a_report_that_tells_of_bodies_are_no_list_of_the_hurt(read: Callable[..., Any]) -> None:
    text = "The bodies lay in the yard. A woman was wounded. The victims were identified as Tomas Riedl and Bela Kovar."
    assert max((c.low for c in read(text)[2] if c.measure == "injured"), default=0) == 1


def test_a_list_of_the_dead_may_stand_behind_a_colon(read: Callable[..., Any]) -> None:
    text = "The following policemen died in combat: Major Tomas Riedl, Captain Bela Kovar and Corporal Ivan Horak."
    (claim,) = [c for c in read(text)[2] if c.measure == "killed"]
    assert (claim.low, len(claim.group.names)) == (3, 3)


def test_victims_named_in_a_report_of_a_murder_died_though_nobody_is_told_of_as_dead(read: Callable[..., Any]) -> None:
    text = "Police investigate a homicide after a funeral in Dorvale. The victim was identified as Tomas Riedl, 26."
    assert [c.group.names for c in read(text)[2] if c.measure == "killed" and c.low] == [("Tomas Riedl",)]


def test_victims_named_in_a_report_that_tells_of_no_death_live(read: Callable[..., Any]) -> None:
    text = (
        'Five people were shot. "There are no fatalities," she said. One of the victims was named as Tomas Riedl, 26.'
    )
    assert not [c for c in read(text)[2] if c.measure == "killed" and c.low]


@pytest.mark.parametrize(
    ("more", "number"),
    [
        ("Eva Kovar, her daughter Iva Kovar and her son, 25-year-old Ivan Kovar.", 3),
        ("As well as 23-year-old Eva Kovar and her son, Ivan Kovar.", 2),
        ("His cousin, Eva Kovar, in hospital with burns.", 0),
        ("His cousin, Eva Kovar, and her son Ivan Kovar survived.", 0),
    ],
)
def test_a_sentence_without_a_verb_goes_on_with_the_list(read: Callable[..., Any], more: str, number: int) -> None:
    claims = read(f"Tomas Riedl, his wife Anna Riedl and their son Jan Riedl were killed. {more}")[2]
    later = [c for c in claims if c.measure == "killed" and c.group is not None and "Kovar" in c.group.text]
    assert sum(c.low or 0 for c in later) == number


def test_a_list_of_names_is_no_running_toll(read: Callable[..., Any]) -> None:
    """What the names add up to may run over months; those named fell in the report's happening."""
    text = "Anna Riedl, Eva Kovar and Jan Horak were among those killed, which brings the total of victims to 17."
    listed = [c for c in read(text)[2] if c.group is not None and len(c.group.names) == 3]
    assert [c.scope for c in listed] == ["event"]


def test_what_people_are_may_stand_before_a_list_of_their_names(read: Callable[..., Any]) -> None:
    text = "They mourned the massacre of the village priests Tomas Riedl, Bela Kovar and Ivan Horak."
    claims = [c for c in read(text)[2] if c.measure == "killed"]
    assert max(len(c.group.names) for c in claims) == 3


def test_an_office_before_a_name_in_capitals_is_no_part_of_it(read: Callable[..., Any]) -> None:
    text = "THEY CONDEMNED THE ASSASSINATION OF UNION LEADER TOMAS RIEDL AND UNIVERSITY RECTOR BELA KOVAR."
    names = {name for c in read(text)[2] if c.measure == "killed" for name in c.group.names}
    assert names == {"Tomas Riedl", "Bela Kovar"}

"""What befell whom: the constructions of casualty news, each with the claim an expert would sign."""

from collections.abc import Callable
from typing import Any

import pytest

CASES = [
    ("Thirty people were killed in the blast.", "killed", 30, 30),
    ("A bomb killed at least 12 shoppers in the market.", "killed", 12, None),
    ("Up to 40 miners died underground.", "killed", None, 40),
    ("A raid left three men and three women injured.", "injured", 6, 6),
    ("Others placed the injury toll at 32 and the death toll at 11.", "injured", 32, 32),
    ("Others placed the injury toll at 32 and the death toll at 11.", "killed", 11, 11),
    ("There were 93 dead and 55 wounded.", "killed", 93, 93),
    ("There were 93 dead and 55 wounded.", "injured", 55, 55),
    ("The agency was first to tell about one killed and three paramedics injured.", "killed", 1, 1),
    ("The agency was first to tell about one killed and three paramedics injured.", "injured", 3, 3),
    ("Thirty-two Sarvan soldiers and police officers were killed.", "killed", 32, 32),
    ("Between 20 and 25 villagers were wounded.", "injured", 20, 25),
    ("The death toll rose to 45 on Tuesday.", "killed", 45, 45),
    ("The death toll reached 12.", "killed", 12, 12),
    ("The number of villagers killed in the raid reached nine people.", "killed", 9, 9),
    ("There was one civilian death and two civilians injured.", "killed", 1, 1),
    ("The post told of a total of eight killed.", "killed", 8, 8),
    ("All other sources cited between 17 and 20 killed in the raid.", "killed", 17, 20),
    ("The house was searched, and a body was recovered from the rubble.", "killed", 1, 1),
    ("Later a martyr and a number of injuries arrived at the hospital.", "killed", 1, 1),
    ("The raid resulted in the deaths of six officers.", "killed", 6, 6),
    ("Two dead, five injured in Riva market shooting.", "killed", 2, 2),
    ("No one was hurt.", "injured", 0, 0),
    ("There were no casualties.", "killed", 0, 0),
    ("Two lives were lost in the crash.", "killed", 2, 2),
    ("No lives were lost in the crash.", "killed", 0, 0),
    ("The death toll in the town went up to four.", "killed", 4, 4),
    ("Police opened fire, in which one person was killed.", "killed", 1, 1),
    ("There were no casualties.", "injured", 0, 0),
    ("Dozens were wounded.", "injured", 24, None),
    ("Police arrested seven suspects.", "captured", 7, 7),
    ("Gunmen kidnapped three nuns.", "captured", 3, 3),
    ("Eleven fishermen are missing.", "missing", 11, 11),
    ("Two people were still missing.", "missing", 2, 2),
    ("Nobody is missing.", "missing", 0, 0),
    ("More than 2,000 people fled their homes.", "displaced", 2001, None),
    ("The crash claimed the lives of nine passengers.", "killed", 9, 9),
    ("A soldier was shot dead.", "killed", 1, 1),
    ("A man and a woman were stabbed to death.", "killed", 2, 2),
    ("A man accidentally shot himself.", "injured", 1, 1),
    ("Officers found a woman with a gunshot wound.", "injured", 1, 1),
    ("A family of five was killed.", "killed", 5, 5),
    ("The victims, a nurse and two boys, died at the scene.", "killed", 3, 3),
    ("Two of the men did not survive the blast.", "killed", 2, 2),
    ("The raid left one man dead and two others fighting for their lives.", "injured", 2, 2),
    ('"We lost three men," Colonel Ivan Petrak said.', "killed", 3, 3),
    ("32 Sarvan Officers Killed in Port Raid\n\nThe army said no more on Monday.", "killed", 32, 32),
    ("One of his sons was killed.", "killed", 1, 1),
    ("Forty men were taken into custody.", "captured", 40, 40),
    ("Six men were picked up by police.", "captured", 6, 6),
    ("Fifty activists courted arrest.", "captured", 50, 50),
    ("The magistrate remanded three men to police custody.", "captured", 3, 3),
    ("Those arrested include two nurses.", "captured", 2, 2),
    ("The arrests caused a strike.", "captured", None, None),
    ("The union put the number of abducted at 17.", "captured", 17, 17),
    ("The teachers that the rebels killed were buried.", "killed", None, None),
    ("Fifty people were held overnight.", "captured", 50, 50),
    ("Police made 15 arrests.", "captured", 15, 15),
    ("The arrests followed a raid.", "captured", None, None),
    ("Police picked up the driver on Sunday.", "captured", 1, 1),
    ("The army captured the gunman in a valley.", "captured", 1, 1),
    ("There were no suspects or arrests.", "captured", 0, 0),
    ("There were no deaths or injuries.", "injured", 0, 0),
    ("There were no deaths, injuries or arrests.", "injured", 0, 0),
    ("The two men stabbed each other.", "hit", 2, 2),
    ("The protesters left the square and were arrested.", "captured", None, None),
    ("Two nurses were placed under arrest.", "captured", 2, 2),
    ("The week began with the murder of six pastors and two women by unknown gunmen.", "killed", 8, 8),
    (
        "THE ATTACK ON THE UNION HALL KILLED 10, INCLUDING LEADER ELENA PRADO, AND MORE THAN 30 PEOPLE INJURED.",
        "killed",
        10,
        10,
    ),
    ("GUERRILLAS SAID TODAY THAT CIVILIANS AND SOLDIERS WERE KILLED ON SATURDAY DURING A CLASH.", "killed", None, None),
]


@pytest.mark.parametrize(("text", "measure", "low", "high"), CASES, ids=[c[0][:40] + c[1] for c in CASES])
def test_a_construction_gives_its_claim(
    read: Callable[..., Any], text: str, measure: str, low: int | None, high: int | None
) -> None:
    claims = [c for c in read(text)[2] if c.measure == measure and c.part_of is None]
    assert [(c.low, c.high) for c in claims] == [(low, high)]


SILENT = [
    "The team was beaten on Saturday.",
    "The strike hit production hard.",
    "Two cars were destroyed by fire.",
    "President Anna Kolar arrived aboard Air Force One.",
    "It was one of the worst years since 1961.",
    "Around 30–60% of the fuel was lost.",
    "The 19-year-old lives in Riva.",
    "The bill was killed in committee.",
    "The coach picked five players.",
    "The ministers held talks for two days.",
    "Channel 7 cameras captured grieving relatives outside the clinic.",
    "The gunman was captured on video.",
    "He shared an image where he was captured together with the smiling Leo.",
    "A friend posted a picture in which the two men are captured smiling at the sea.",
    "The two men were captured by a surveillance camera.",
    "The neighbour picked the baby up and closed the door.",
    "Police did not announce any arrests.",
    "Nils Brandt had previous arrests for theft.",
    "Nils Brandt had arrests for theft.",
    "We are killing one another, the pastor said.",
    "The half-dead man was found in a ditch.",
]


@pytest.mark.parametrize("text", SILENT)
def test_what_is_no_casualty_gives_no_claim(read: Callable[..., Any], text: str) -> None:
    assert [c for c in read(text)[2] if c.measure != "act"] == []


def test_a_subgroup_lies_inside_its_total(read: Callable[..., Any]) -> None:
    _, _, claims = read("Fifteen people, including five children, were killed.")
    whole, part = sorted((c for c in claims if c.measure == "killed"), key=lambda c: -c.low)
    assert (whole.low, part.low, part.group.status) == (15, 5, "children")
    assert part.part_of == whole.id


def test_a_perpetrator_is_counted_apart_from_victims(read: Callable[..., Any]) -> None:
    _, _, claims = read("Twelve people plus a gunman were killed.")
    assert sorted((c.group.role, c.low) for c in claims) == [("perpetrator", 1), ("victim", 12)]


def test_the_dead_are_not_hurt_too(read: Callable[..., Any]) -> None:
    text = "A 22-year-old man was shot on Monday. Niles Okoro, 22, died at the hospital."
    _, _, claims = read(text)
    assert [(c.measure, c.low, c.group.names) for c in claims] == [("killed", 1, ("Niles Okoro",))]


def test_two_people_of_different_age_stay_two(read: Callable[..., Any]) -> None:
    _, _, claims = read("A 22-year-old man was shot in the arm. A 31-year-old man was shot in the leg.")
    assert [c.measure for c in claims] == ["injured", "injured"]


def test_an_idiom_is_quoted_whole(read: Callable[..., Any]) -> None:
    assert [c.quote for c in read("Forty men were taken into custody.")[2]] == ["Forty men were taken into custody"]


LEADING = "The council offers a reward for information leading to the arrest of the two men."


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Medical sources tallied eight citizens as having been killed.", [("killed", 8)]),
        ("The ministry reported five people as killed.", [("killed", 5)]),
        ("Riva Radio counted seven farmers among the dead.", [("killed", 7)]),
        ("The clinic registered eight people as dead.", [("killed", 8)]),
        ("The list names nine people as having died.", [("killed", 9)]),
        ("Three soldiers were listed as missing.", [("missing", 3)]),
        ("Two nurses were reported among the wounded.", [("injured", 2)]),
        ("He was reported as having killed two people.", [("killed", 2)]),
        ("The clinic described the two as having dead batteries.", []),
        ("The ministry reported people as killed.", []),
        ("The ministry reported as killed five people.", [("killed", 5)]),
    ],
)
def test_people_are_reckoned_as_what_they_are(read: Callable[..., Any], text: str, told: list[tuple[str, int]]) -> None:
    assert [(c.measure, c.low) for c in read(text)[2] if c.measure != "act"] == told


def test_who_speaks_of_the_dead_is_not_dead(read: Callable[..., Any]) -> None:
    text = 'Karel Horak grieved, and wrote "martyred in this massacre were my uncle Jan Riedl and his son Petr".'
    assert "Karel Horak" not in {name for c in read(text)[2] if c.measure == "killed" for name in c.group.names}


def test_one_who_is_brought_dead_counts_beside_another_count(read: Callable[..., Any]) -> None:
    text = "Riva Radio said a martyr arrived at the clinic. The agency said 12 martyrs were counted."
    assert [c.low for c in read(text)[2] if c.measure == "killed"] == [1, 12]


@pytest.mark.parametrize("text", ["The mayor demanded the arrest of two men.", "Two men should be arrested.", LEADING])
def test_what_is_asked_for_has_not_happened(read: Callable[..., Any], text: str) -> None:
    assert [c.scope for c in read(text)[2] if c.measure == "captured"] == ["hypothetical"]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("The strike wiped out a family of seven.", [7]),
        ("Police wiped the child's face.", []),
        ("Anna Riedl lost five members of her family in the strike.", [5]),
        ("The Riedl family lost 19 members in the strike.", [19]),
        ("The party lost five members.", []),
        ("The farmer lost a son in the bombing.", [1]),
        ("The farmer lost his three brothers during the raid.", [3]),
        ("Anna Riedl lost her husband to cancer.", []),
        ("Anna Riedl lost a brother in a car crash.", []),
    ],
)
def test_whole_families_are_wiped_out_or_lose_members(read: Callable[..., Any], text: str, numbers: list[int]) -> None:
    assert [c.low for c in read(text)[2] if c.measure == "killed"] == numbers


@pytest.mark.parametrize(
    ("text", "measure", "number"),
    [
        ("A minimum of two people had been killed in Dorvale.", "killed", 2),
        ("A boy and three women were injured in a shooting.", "injured", 4),
        ("A deputy was shot in the foot.", "injured", 1),
        ("Newport News, Va. - Five people were wounded during a reported fight in a bar.", "injured", 5),
        ("Officers found a man and a woman who sustained injuries.", "injured", 1),
        ("Officers found one deceased male in the house.", "killed", 1),
        ("The names of the two dead guards were not given.", "killed", 2),
        ("Friends mourned Tala Orrin's death.", "killed", 1),
        ("The group put the toll at four civilians killed, including two children and a woman.", "killed", 4),
    ],
)
def test_a_count_however_the_parser_hangs_it(read: Callable[..., Any], text: str, measure: str, number: int) -> None:
    told = [c.low for c in read(text)[2] if c.measure == measure and c.part_of is None and c.scope == "event"]
    assert max(told) == number


def test_a_death_told_by_the_way_is_none_where_others_are_told_of(read: Callable[..., Any]) -> None:
    claims = read("Two guards were killed in Riva on Monday. A march after Ruiz's death drew crowds.")[2]
    assert [c.low for c in claims if c.measure == "killed"] == [2]


def test_a_deputy_is_a_police_officer_only_where_a_sheriff_or_county_is_told_of(read: Callable[..., Any]) -> None:
    status = [
        [c.group.status for c in read(text)[2] if c.measure == "killed"]
        for text in ("A Marlow County deputy was killed.", "A deputy of the ruling party was killed.")
    ]
    assert status == [["police"], [None]]


@pytest.mark.parametrize(
    "text",
    [
        'The agency reported "five martyrs and ten wounded" after the raid.',
        "Crews recovered five civilian bodies and ten injured individuals.",
        "They took out five martyrs and ten wounded men.",
    ],
)
def test_the_hurt_named_beside_the_dead_are_not_added_to_them(read: Callable[..., Any], text: str) -> None:
    claims = {c.measure: c.low for c in read(text)[2] if c.part_of is None}
    assert claims == {"killed": 5, "injured": 10}


def test_a_number_that_is_lowered_or_raised_counts_what_was_told_before(read: Callable[..., Any]) -> None:
    told = read("Police first reported five dead but later lowered the number to four.")[2]
    assert [(c.low, c.scope) for c in told if c.measure == "killed"] == [(5, "withdrawn"), (4, "event")]
    told = read("The ministry said 12 people were injured, but hospitals put the figure at 20.")[2]
    assert [c.low for c in told if c.measure == "injured"] == [12, 20]
    assert {c.measure for c in read("The army lowered the number of troops to 500.")[2]} <= {"act"}


PARTS = [
    ("Ten people were killed, including three children, in the attack.", "killed", 3, ()),
    ("Ten union members were killed, including the treasurer Anna Kolar.", "killed", 1, ("Anna Kolar",)),
    ("Ten people were killed and 20 wounded in the attack, including three children.", "injured", 3, ()),
]


@pytest.mark.parametrize(("text", "measure", "count", "names"), PARTS, ids=[c[0][:40] for c in PARTS])
def test_people_told_of_behind_the_verb_are_part_of_those_it_befell(
    read: Callable[..., Any], text: str, measure: str, count: int, names: tuple[str, ...]
) -> None:
    parts = [c for c in read(text)[2] if c.part_of is not None]
    assert [(c.measure, c.low, c.high) for c in parts] == [(measure, count, count)]
    assert parts[0].group is not None
    assert parts[0].group.names == names


@pytest.mark.parametrize(
    "text", ["A minimum of civilians were wounded.", "A MINIMUM OF CIVILIANS WERE WOUNDED IN THE RAID."]
)
def test_a_bound_without_a_number_counts_nobody(read: Callable[..., Any], text: str) -> None:
    assert not [c for c in read(text)[2] if c.measure == "injured"]


def test_mixed_forces_counted_together_are_one_group(read: Callable[..., Any]) -> None:
    claims = [c for c in read("Thirty-two soldiers and police officers were killed.")[2] if c.measure == "killed"]
    assert [(c.low, c.group.status) for c in claims] == [(32, "military")]


@pytest.mark.parametrize(
    "text",
    [
        "It was learned that Tomas Riedl and Bela Kovar were shot dead.",
        "IT WAS LEARNED THAT TOMAS RIEDL AND BELA KOVAR WERE SHOT DEAD.",
    ],
)
def test_a_verb_above_in_the_singular_leaves_two_people_two(read: Callable[..., Any], text: str) -> None:
    assert max(c.low for c in read(text)[2] if c.measure == "killed") == 2


@pytest.mark.parametrize("text", ["A woman who answered the phone hung up.", "A man hung around after the vote."])
def test_who_hangs_up_or_around_hangs_nobody(read: Callable[..., Any], text: str) -> None:
    assert not [c for c in read(text)[2] if c.measure == "killed"]


@pytest.mark.parametrize("text", ["We demand the government to stop killings and arrests.", "They must stop arrests."])
def test_arrests_that_somebody_is_to_stop_count_nobody(read: Callable[..., Any], text: str) -> None:
    assert [c for c in read(text)[2] if c.measure == "captured"] == []


def test_a_body_found_is_that_of_somebody_told_of_as_dead(read: Callable[..., Any]) -> None:
    claims = read("Tomas Riedl was killed in a raid on Monday. A body was recovered from the river on Tuesday.")[2]
    assert [(c.low, c.quote.startswith("Tomas")) for c in claims if c.measure == "killed"] == [(1, True)]


def test_as_what_people_are_held_is_not_who_they_are(read: Callable[..., Any]) -> None:
    claims = read("Several persons who were held hostage there on 3 May later appeared at the headquarters.")[2]
    assert [c.group.text for c in claims if c.measure == "captured"] == ["Several persons"]


@pytest.mark.parametrize(
    ("text", "killed", "hurt"),
    [
        ("One man dead, two others wounded at a bar in Riva.", 1, 2),
        ("Two men dead, one wounded in Riva.", 2, 1),
        ("One woman dead, three others injured after party.", 1, 3),
        ("One person dead, four others injured in Riva shooting.", 1, 4),
        ("Three people dead, five others wounded in market blast.", 3, 5),
        ("One officer dead, two others wounded in Riva.", 1, 2),
        ("One man dead, another wounded after fight in Riva.", 1, 1),
    ],
)
def test_the_dead_and_the_hurt_of_one_headline_are_told_apart(
    read: Callable[..., Any], text: str, killed: int, hurt: int
) -> None:
    told = [(c.measure, c.low) for c in read(text)[2] if c.measure in {"killed", "injured"}]
    assert told == [("killed", killed), ("injured", hurt)]

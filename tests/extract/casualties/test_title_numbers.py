"""Titles count people in few ways: with articles and auxiliaries dropped, before or behind what befell them."""

import pytest

from twosource.extract.casualties.title_numbers import title_numbers

TITLES: list[tuple[str, list[tuple[str, int]]]] = [
    ("Five wounded in Dorvale market", [("injured", 5)]),
    ("Police: 4 Shot In North Dorvale, Suspects Sought", [("hit", 4)]),
    ("Shooting spree leaves 4 wounded, gunman dead", [("injured", 4)]),
    ("One Dead, Six Injured in Dorvale Club", [("killed", 1), ("injured", 6)]),
    ("2 dead, 3 critically injured at a fair", [("killed", 2), ("injured", 3)]),
    ("2 girls, 2 men shot at party in Dorvale", [("hit", 4)]),
    ("Teen Boy, 3 Women Shot In Dorvale", [("hit", 4)]),
    ("3-year-old and four adults shot in Dorvale", [("hit", 5)]),
    ("Shooting wounds two females at a Dorvale bar", [("injured", 2)]),
    ("Man kills 3, then himself", [("killed", 3)]),
    ("Blast kills 2 in Dorvale", [("killed", 2)]),
    ("Fire in Dorvale kills 2", [("killed", 2)]),
    ("Blast injures 2-year-old Dorvale boy", [("injured", 1)]),
    ("Blast kills 2 women shopping in Dorvale", [("killed", 2)]),
    ("Fire guts 2 mills, 3 men hurt", [("injured", 3)]),
    ("Officer sees 3 men shot in Dorvale", [("hit", 3)]),
    ("3 shot by man,", [("hit", 3)]),
    ("Two injured, dead man found in Dorvale", [("injured", 2)]),
    ("Two suspects, 3 officers shot in Dorvale", [("hit", 3)]),
    ("Three men shot dead in Dorvale", [("killed", 3)]),
    ("16 shot, 1 fatally, at a Dorvale club", [("hit", 16), ("killed", 1)]),
    ("Four-year-old wounded in Dorvale", [("injured", 1)]),
    ("Man charged after 15-year-old boy hurt", [("injured", 1)]),
    ("Man, woman found shot to death in Dorvale", [("killed", 2)]),
    ("Mother, son and daughter dead in Dorvale", [("killed", 3)]),
    ("Two men, woman shot in Dorvale", [("hit", 3)]),
    ("Ex-soldier kills wife, 2 children", [("killed", 3)]),
    ("Ex-soldier kills wife, son in Dorvale", [("killed", 2)]),
]


@pytest.mark.parametrize(("title", "told"), TITLES, ids=[title for title, _ in TITLES])
def test_a_title_tells_how_many_people(title: str, told: list[tuple[str, int]]) -> None:
    assert [(one.measure, one.number) for one in title_numbers(title)] == told


OTHERS = [
    "3 dead, 26 wounded in weekend shootings",
    "Six people injured in two separate attacks",
    "At least 4 injured in Dorvale",
    "As many as six wounded by gunfire",
    "Kills father of 3 in Dorvale",
    "Four houses burn in Dorvale",
    "Mayor killed 3 blocks from home",
    "Teacher killed 10 years ago named",
    "Driver wounded 4 times in Dorvale",
    "Fire killed 4 horses",
    "Police killed 2 suspects in Dorvale",
    "Police killed 2 young gunmen in Dorvale",
    "Soldiers killed 12 militants",
    "3 gunmen killed in Dorvale",
    "Man, woman charged after man shot in Dorvale",
    "Man shot, woman sought in Dorvale",
    "3 in flat, nobody injured",
    "Man, 21, arrested after shooting",
    "Blast wrecks mill in Dorvale; no one killed",
    "Doctors count 30 dead as ministry insists on 12",
]


@pytest.mark.parametrize("title", OTHERS)
def test_bounds_ages_measures_attackers_nobody_disputes_and_tolls_of_several_happenings_are_no_number(
    title: str,
) -> None:
    assert title_numbers(title) == ()


def test_a_number_stands_where_the_title_tells_it() -> None:
    title = "Police: 2 girls, 2 men shot in Dorvale"
    (told,) = title_numbers(title)
    assert told.span.of(title) == "2 girls, 2 men shot"

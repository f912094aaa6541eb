"""How much of a key's filler a found one gets."""

import pytest
from evaluation.events_muc import count
from evaluation.muc_credit import date_credit, name_credit, number_credit, place_credit, target_credit
from evaluation.muc_key import Found, Gold, words


@pytest.mark.parametrize(
    ("found", "told", "credit"),
    [
        ("6", "6", 1),
        ("6", "7", 0),
        ("20", "~20", 1),
        ("12-", "12 -", 1),
        ("-80", "- 80", 1),
        ("3-4", "3-4", 1),
        ("PLURAL", "PLURAL", 1),
        ("6", "PLURAL", 0),
        ("PLURAL", "6", 0),
    ],
)
def test_numbers_in_the_keys_notation(found: str, told: str, credit: float) -> None:
    assert number_credit(Found(found), Gold((told,))) == credit


def test_an_effect_needs_the_right_target() -> None:
    gold = Gold(("DEATH",), frozenset({"miners"}))
    assert target_credit(Found("DEATH", frozenset({"six", "miners"})), gold) == 1
    assert target_credit(Found("DEATH", frozenset({"soldiers"})), gold) == 0
    assert target_credit(Found("INJURY", frozenset({"miners"})), gold) == 0


def test_days_get_half_where_they_only_meet() -> None:
    gold = Gold((), days=((None, "2031-05-06"),))
    assert date_credit(Found("", days=(None, "2031-05-06")), gold) == 1
    assert date_credit(Found("", days=("2031-05-04", "2031-05-04")), gold) == 0.5
    assert date_credit(Found("", days=("2031-05-07", "2031-05-07")), gold) == 0


def test_places_get_half_for_the_country() -> None:
    gold = Gold(("PERU: LIMA (CITY): SAN ISIDRO (NEIGHBORHOOD)",))
    assert place_credit(Found("PE", names=frozenset({"lima"})), gold) == 1
    assert place_credit(Found("PE", names=frozenset({"cusco"})), gold) == 0.5
    assert place_credit(Found("CL", names=frozenset({"lima"})), gold) == 0


def test_names_match_by_words_or_initials() -> None:
    gold = Gold(("FRONT FOR THE LIBERATION OF BRAVA",))
    assert name_credit(Found("LIBERATION FRONT", names=frozenset(words("LIBERATION FRONT"))), gold) == 1
    assert name_credit(Found("FLB", names=frozenset({"flb"})), gold) == 1
    assert name_credit(Found("ARMY OF BRAVA", names=frozenset(words("ARMY OF BRAVA"))), gold) == 0


def test_one_found_filler_matches_one_of_the_key() -> None:
    slot = ([Found("6")], [Gold(("6",), frozenset({"miners"})), Gold(("6",), frozenset({"guards"}))])
    assert count("number of victims", slot) == {"halves": 2, "found": 1, "gold": 2}


def test_an_optional_filler_is_not_missed() -> None:
    assert count("number of victims", ([], [Gold(("6",), optional=True)]))["gold"] == 0
    assert count("number of victims", ([Found("6")], [Gold(("6",), optional=True)]))["gold"] == 1

"""What one report alone tells of, where others tell of the same happening otherwise, is no best number but a bound."""

import pytest
from tests.reconcile.test_lone_numbers import claim, figure, range_of

from twosource.reconcile.lone import Telling

EARLIER, LATER = "2031-05-01", "2031-05-03"


def test_one_hurt_in_one_report_alone_is_in_doubt_where_another_tells_of_the_dead_only() -> None:
    found = figure("injured", claim("r1", 1), claim("r1", 1, "injured", at=50), claim("r2", 1))
    assert range_of(found) == (None, None, 1)
    assert found.agreement == "unresolved"
    assert "one report alone tells of 1 injured" in found.explanation


def test_one_hurt_is_counted_where_the_only_other_report_tells_of_no_death() -> None:
    assert figure("injured", claim("r1", 1), claim("r1", 1, "injured", at=50), claim("r2", 1, "missing")).best == 1


def test_one_hurt_is_counted_where_a_second_report_tells_of_the_hurt_too() -> None:
    first = (claim("r1", 1), claim("r1", 1, "injured", at=50))
    assert figure("injured", *first, claim("r2", 1), claim("r2", 1, "injured", at=50)).best == 1


def test_a_count_of_hurt_in_one_report_alone_is_in_no_doubt() -> None:
    assert figure("injured", claim("r1", 1), claim("r1", 3, "injured", at=50), claim("r2", 1)).best == 3


def test_a_rule_that_lets_nobody_yield_counts_whoever_is_told_of() -> None:
    told = (claim("r1", 1), claim("r1", 1, "injured", at=50), claim("r2", 1))
    assert figure("injured", *told, rule="majority").best == 1


def test_a_death_in_one_report_alone_is_in_doubt_where_another_counts_the_hurt_alike_and_no_dead() -> None:
    told = (claim("r1", 5, "injured"), claim("r1", 1, at=50), claim("r2", 5, "hit"))
    assert range_of(figure("killed", *told)) == (None, None, 1)
    assert figure("injured", *told).best == 5


def test_a_death_told_of_later_is_in_no_doubt() -> None:
    told = (claim("r1", 5, "injured"), claim("r1", 1, at=50), claim("r2", 5, "hit"))
    assert figure("killed", *told, days=(LATER, EARLIER)).best == 1
    assert figure("killed", *told, days=(EARLIER, LATER)).best is None


def test_a_copy_of_the_lone_report_is_no_second_report() -> None:
    told = (claim("r1", 1), claim("r1", 1, "injured", at=50), claim("r3", 1), claim("r3", 1, "injured", at=50))
    assert figure("injured", *told, claim("r2", 1)).best == 1
    found = figure("injured", *told, claim("r2", 1), copies=("r1", "r3"))
    assert range_of(found) == (None, None, 1)


@pytest.mark.parametrize("measure", ["injured", "hit"])
def test_one_hurt_is_counted_where_the_other_report_tells_of_people_hurt_whom_it_does_not_count(measure: str) -> None:
    several = claim("r2", 0, measure, at=50, low=None, high=None)
    told = (claim("r1", 1), claim("r1", 1, "injured", at=50), claim("r2", 1), several)
    assert figure("injured", *told).best == 1


def test_a_death_is_in_no_doubt_where_the_other_report_tells_of_dead_whom_it_does_not_count() -> None:
    told = (claim("r1", 5, "injured"), claim("r1", 1, at=50), claim("r2", 5, "hit"))
    assert figure("killed", *told).best is None
    assert figure("killed", *told, claim("r2", 0, at=50, low=None, high=None)).best == 1


def test_who_says_that_nobody_fell_tells_of_nobody() -> None:
    none, some = claim("r1", 0, "injured"), claim("r2", 0, "injured", low=None, high=None)
    assert Telling({}, {}).by_origin((none, some), "injured") == {"r2": [some]}


def test_the_day_of_a_lone_report_is_that_of_the_first_of_its_copies() -> None:
    told = (claim("r1", 5, "injured"), claim("r1", 1, at=50), claim("r3", 1, at=50), claim("r2", 5, "hit"))
    assert figure("killed", *told, days=(LATER, EARLIER, EARLIER), copies=("r1", "r3")).best is None


def test_a_death_is_in_no_doubt_where_the_other_report_counts_the_hurt_otherwise() -> None:
    assert figure("killed", claim("r1", 4, "injured"), claim("r1", 1, at=50), claim("r2", 5, "injured")).best == 1

"""What counts as a right incident row and a right range."""

from dataclasses import replace

from evaluation.incidents import best, days_off, judged
from evaluation.ranges import off_by

from twosource.model import DateRange, Event, Place

EMPTY = Event(
    id="e", title="", type=None, date=None, place=None, actors=(), reports=(), claims=(), copy_groups=(), links=()
)
GOLD = {"killed": 0, "injured": 0, "date": "2031-05-06", "lat": 10.0, "lon": 20.0}


def test_no_figure_is_none_killed() -> None:
    assert best(EMPTY, "killed") == 0
    assert best(None, "killed") == 0


def test_no_day_and_no_place_are_wrong() -> None:
    hits = judged(GOLD, EMPTY)
    assert (hits.exact, hits.near, hits.place, hits.both) == (False, False, False, True)


def test_a_place_without_gold_is_not_judged() -> None:
    assert judged(GOLD | {"lat": None}, EMPTY).place is None


def test_the_farther_end_of_a_range_counts() -> None:
    days = DateRange(earliest="2031-05-04", latest="2031-05-06", precision="range")
    assert days_off(days, "2031-05-06") == 2


def test_a_place_within_25_km_is_right() -> None:
    near = Place(name="Brava", latitude=10.1, longitude=20.1)
    far = Place(name="Brava", latitude=10.5, longitude=20.0)
    assert judged(GOLD, replace(EMPTY, place=near)).place is True
    assert judged(GOLD, replace(EMPTY, place=far)).place is False


def test_an_open_end_is_wrong() -> None:
    gold = {"killed": {"low": 5, "high": 7}}
    assert off_by((5, 7), gold) == 0
    assert off_by((5, 8), gold) == 1
    assert off_by((5, None), gold) == float("inf")

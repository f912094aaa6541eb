"""Arithmetic of days: weekdays, months, feasts, stretches and their precision."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from twosource.values.calendar import (
    Period,
    add_months,
    combine,
    easter,
    hull,
    intersection,
    month_bounds,
    nearest_past,
    nth_weekday,
    precision_of,
    quarter_bounds,
    season_bounds,
    third_of,
    week_of,
    weekday_on_or_after,
    weekday_on_or_before,
    weekend_of,
    year_bounds,
)

days = st.dates(date(1600, 1, 1), date(2400, 12, 31))
weekdays = st.integers(0, 6)


def _period(first: str, last: str) -> Period:
    return Period(date.fromisoformat(first), date.fromisoformat(last))


@settings(deadline=None)
@given(day=days, weekday=weekdays)
def test_the_weekday_on_or_before_is_within_the_last_seven_days(day: date, weekday: int) -> None:
    found = weekday_on_or_before(day, weekday)
    assert found.weekday() == weekday
    assert timedelta(0) <= day - found < timedelta(days=7)


@settings(deadline=None)
@given(day=days, weekday=weekdays)
def test_the_weekday_on_or_after_is_within_the_next_seven_days(day: date, weekday: int) -> None:
    found = weekday_on_or_after(day, weekday)
    assert found.weekday() == weekday
    assert timedelta(0) <= found - day < timedelta(days=7)


@settings(deadline=None)
@given(day=days)
def test_a_week_runs_from_monday_to_sunday_and_holds_its_day(day: date) -> None:
    week = week_of(day)
    assert (week.first.weekday(), week.last.weekday()) == (0, 6)
    assert week.first <= day <= week.last


@pytest.mark.parametrize(
    ("day", "saturday"),
    [
        ("2026-01-07", "2026-01-03"),
        ("2026-01-03", "2026-01-03"),
        ("2026-01-04", "2026-01-03"),
        ("2026-01-09", "2026-01-03"),
    ],
)
def test_the_weekend_is_the_last_that_had_begun(day: str, saturday: str) -> None:
    assert weekend_of(date.fromisoformat(day)).first == date.fromisoformat(saturday)


def test_months_end_on_their_own_last_day() -> None:
    assert month_bounds(2024, 2) == _period("2024-02-01", "2024-02-29")
    assert month_bounds(2025, 2).last.day == 28
    with pytest.raises(ValueError, match="month"):
        month_bounds(2025, 13)


def test_quarters_seasons_and_years_have_their_days() -> None:
    assert quarter_bounds(2025, 4) == _period("2025-10-01", "2025-12-31")
    assert season_bounds(2025, "WI") == _period("2025-12-01", "2026-02-28")
    assert year_bounds(1980, 10) == _period("1980-01-01", "1989-12-31")


def test_adding_months_keeps_to_the_shorter_month() -> None:
    assert add_months(date(2026, 1, 31), 1) == date(2026, 2, 28)
    assert add_months(date(2026, 3, 31), -13) == date(2025, 2, 28)
    with pytest.raises(OverflowError, match="no year"):
        add_months(date(1, 1, 1), -1)


@settings(deadline=None)
@given(day=days, anchor=days)
def test_the_nearest_past_day_is_not_after_the_anchor(day: date, anchor: date) -> None:
    found = nearest_past(day.month, day.day, anchor)
    assert (found.month, found.day) == (day.month, day.day)
    assert found <= anchor
    assert (anchor - found).days < 366 * (8 if (day.month, day.day) == (2, 29) else 1)


def test_the_nearest_past_day_may_lie_a_little_ahead_where_allowed() -> None:
    assert nearest_past(1, 20, date(2026, 1, 7)) == date(2025, 1, 20)
    assert nearest_past(1, 20, date(2026, 1, 7), ahead=30) == date(2026, 1, 20)
    with pytest.raises(ValueError, match="no day 30"):
        nearest_past(2, 30, date(2026, 1, 7))


@pytest.mark.parametrize("day", ["1999-04-04", "2000-04-23", "2024-03-31", "2025-04-20", "2026-04-05", "2038-04-25"])
def test_easter_falls_where_the_tables_have_it(day: str) -> None:
    assert easter(int(day[:4])) == date.fromisoformat(day)


def test_nth_weekdays_count_from_both_ends() -> None:
    assert nth_weekday(2025, 11, 3, 4) == date(2025, 11, 27)
    assert nth_weekday(2025, 5, 0, -1) == date(2025, 5, 26)


@settings(deadline=None)
@given(first=days, length=st.integers(0, 4000))
def test_the_thirds_of_a_stretch_lie_inside_it(first: date, length: int) -> None:
    whole = Period(first, first + timedelta(days=length))
    parts = [third_of(whole, "START"), third_of(whole, "MID"), third_of(whole, "END")]
    assert all(whole.first <= part.first <= part.last <= whole.last for part in parts)
    assert (parts[0].first, parts[2].last) == (whole.first, whole.last)


def test_stretches_meet_or_are_joined() -> None:
    early, late, apart = (
        _period("2026-01-01", "2026-01-05"),
        _period("2026-01-04", "2026-01-09"),
        _period("2026-02-01", "2026-02-02"),
    )
    assert intersection(early, late) == _period("2026-01-04", "2026-01-05")
    assert intersection(early, apart) is None
    assert hull(early, apart) == _period("2026-01-01", "2026-02-02")
    assert combine(early, late) == intersection(early, late)
    assert combine(early, apart) == hull(early, apart)


@pytest.mark.parametrize(
    ("length", "name"),
    [(1, "day"), (2, "range"), (6, "range"), (7, "week"), (8, "month"), (31, "month"), (32, "year"), (400, "year")],
)
def test_precision_follows_the_length(length: int, name: str) -> None:
    assert precision_of(Period(date(2026, 1, 1), date(2026, 1, 1) + timedelta(days=length - 1))) == name

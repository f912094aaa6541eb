"""A report's own day and the days its text names."""

from datetime import date

import pytest

from twosource.link.days import days_named, own_day, own_year

from .conftest import Write

MONDAY = date(2024, 6, 10)


def test_publication_comes_before_change_and_before_the_head_of_the_text(write: Write) -> None:
    told = write("r", "March 3, 2020. A story.", published="2024-06-10T08:00:00Z", modified="2024-07-01")
    assert own_day(told) == MONDAY


@pytest.mark.parametrize("head", ["10 June 2024", "June 10th, 2024", "2024-06-10", "06/10/2024", "Jun 10 2024"])
def test_a_full_date_in_the_head_stands_in_for_publication(write: Write, head: str) -> None:
    assert own_day(write("r", f"{head} - A bus fell into the river.")) == MONDAY


def test_without_any_date_the_latest_year_named_is_the_own_year(write: Write) -> None:
    undated = write("r", "After the flood of 1998 came the one of 2011.")
    assert own_day(undated) is None
    assert own_year(undated, None) == 2011


def test_a_weekday_is_the_last_one_on_or_before_the_own_day() -> None:
    assert days_named("on Monday", MONDAY) == ["2024-06-10"]
    assert days_named("on Tuesday", MONDAY) == ["2024-06-04"]


def test_a_month_and_day_without_year_lie_in_the_past() -> None:
    assert days_named("on Dec. 24", MONDAY) == ["2023-12-24"]
    assert days_named("on 24 December 2020", MONDAY) == ["2020-12-24"]


def test_without_an_own_day_only_month_and_day_are_known() -> None:
    assert days_named("on Dec. 24 and on Monday", None) == ["--12-24"]


def test_days_that_do_not_exist_are_passed_over(write: Write) -> None:
    assert days_named("on Feb. 31 and on June 99", MONDAY) == []
    assert own_day(write("r", "x", published="no date")) is None

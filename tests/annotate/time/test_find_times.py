"""Expressions of time: every case of the table, the anchor trap, ranges, histories, and laws that hold for any text."""

import time
import tomllib
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from twosource.annotate.time.find import find_times
from twosource.lang.times import time_lexicon
from twosource.model import Time

GROUPS = tomllib.loads((Path(__file__).parent / "cases.toml").read_text(encoding="utf-8"))["group"]
CASES = [(group["anchor"], text, times) for group in GROUPS for text, times in group["cases"]]
RELATIVE = [
    "yesterday",
    "last night",
    "on Sunday",
    "last Friday",
    "next Tuesday",
    "over the weekend",
    "last week",
    "three days ago",
    "two weeks ago",
    "the day before yesterday",
    "overnight",
    "early Monday",
    "the past two weeks",
    "this morning",
]
FORMATS = [
    "{month} {d}, {y}",
    "{short} {d}, {y}",
    "{d} {month} {y}",
    "{d} {short} {y}",
    "the {d}{nth} of {month}, {y}",
    "{month} {d}{nth}, {y}",
    "{y}-{m:02d}-{d:02d}",
    "{m:02d}/{d:02d}/{y}",
    "{y}/{m:02d}/{d:02d}",
    "{upper} {d}, {y}",
    "{weekday}, {month} {d}, {y}",
    "{weekday} {d} {month} {y}",
]
SHORT = ["Jan.", "Feb.", "March", "April", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec."]
WORDS = [
    *[
        "the",
        "last",
        "next",
        "two",
        "3",
        "2003",
        "January",
        "May",
        "Monday",
        "Sunday",
        "night",
        "early",
        "of",
        "to",
        "-",
        "and",
        "at",
        "9:30",
        "p.m.",
        "week",
        "weeks",
        "ago",
        "later",
    ],
    *[
        "quarter",
        "third",
        "year",
        "years",
        "said",
        "will",
        ".",
        ",",
        "1980s",
        "12/31/2025",
        "February",
        "30",
        "29",
        "past",
        "9999",
        "century",
        "before",
    ],
]
days = st.dates(date(1700, 1, 1), date(2099, 12, 31))
modern = st.dates(date(1950, 1, 1), date(2050, 12, 31))


def _found(text: str, anchor: date | None = date(2026, 1, 7)) -> tuple[Time, ...]:
    return find_times(text, anchor, time_lexicon())


@pytest.mark.parametrize(("anchor", "text", "times"), CASES, ids=[f"{anchor} {text}" for anchor, text, _ in CASES])
def test_a_case_of_the_table_is_read_as_written_there(anchor: str, text: str, times: list[list[str]]) -> None:
    found = _found(text, date.fromisoformat(anchor) if anchor else None)
    assert [[t.text, t.value or "", t.earliest or "", t.latest or "", t.precision or ""] for t in found] == times


def test_the_table_holds_at_least_three_hundred_cases() -> None:
    assert len(CASES) >= 300


def test_a_weekday_name_is_the_day_of_publication_itself_never_a_week_before() -> None:
    friday = date(2026, 1, 9)
    assert _found("Four died on Friday.", friday)[0].earliest == "2026-01-09"
    assert _found("Four died last Friday.", friday)[0].earliest == "2026-01-02"


def test_the_same_words_are_read_anew_against_the_day_of_speech() -> None:
    assert _found("a lot were killed yesterday", date(2026, 1, 4))[0].earliest == "2026-01-03"


def test_a_sign_of_the_future_turns_a_weekday_ahead_in_its_own_sentence_only() -> None:
    ahead, past = _found("The hearing will be held on Friday. A man was shot on Friday.")
    assert (ahead.earliest, past.earliest) == ("2026-01-09", "2026-01-02")


def test_both_ends_of_a_range_hold_the_days_of_the_whole() -> None:
    ends = _found("Fighting from Monday to Wednesday left nine dead.")
    assert [end.value for end in ends] == ["2026-01-05", "2026-01-07"]
    assert {(end.earliest, end.latest, end.precision) for end in ends} == {("2026-01-05", "2026-01-07", "range")}


def test_in_a_history_days_without_a_year_follow_the_story() -> None:
    text = "In March 1911 the town rose. On May 3, 1912 it fell. In June 1912 a truce came. On 4 July it broke."
    assert _found(text)[-1].earliest == "1912-07-04"


def test_without_an_anchor_relative_words_keep_their_span_and_no_value() -> None:
    (found,) = _found("It rained yesterday.", None)
    assert (found.text, found.value, found.earliest) == ("yesterday", None, None)


def test_ages_money_and_counts_are_no_times() -> None:
    assert _found("The 19-year-old paid $1961 for 1,961 of the 1961 people and 2000 dead.") == ()


@settings(deadline=None)
@given(anchor=modern, weeks=st.integers(-200, 200), text=st.sampled_from(RELATIVE))
def test_shifting_the_anchor_by_weeks_shifts_every_relative_reading_alike(anchor: date, weeks: int, text: str) -> None:
    (before,) = _found(text, anchor)
    (after,) = _found(text, anchor + timedelta(weeks=weeks))
    for old, new in ((before.earliest, after.earliest), (before.latest, after.latest)):
        assert date.fromisoformat(new or "") - date.fromisoformat(old or "") == timedelta(weeks=weeks)
    assert before.precision == after.precision


@settings(deadline=None)
@given(day=days, form=st.sampled_from(FORMATS), anchor=modern)
def test_a_date_written_in_any_known_format_is_read_back(day: date, form: str, anchor: date) -> None:
    nth = "th" if 11 <= day.day <= 13 else {1: "st", 2: "nd", 3: "rd"}.get(day.day % 10, "th")
    names = {"month": f"{day:%B}", "short": SHORT[day.month - 1], "upper": f"{day:%B}".upper(), "weekday": f"{day:%A}"}
    written = form.format(d=day.day, m=day.month, y=day.year, nth=nth, **names)
    (found,) = _found(f"It happened on {written} near the town.", anchor)
    assert (found.text, found.earliest, found.latest) == (written, day.isoformat(), day.isoformat())


@settings(deadline=None)
@given(words=st.lists(st.sampled_from(WORDS), max_size=25), anchor=st.none() | modern)
def test_spans_are_in_order_apart_and_hold_their_text_whatever_the_words(words: list[str], anchor: date | None) -> None:
    text = " ".join(words)
    found = _found(text, anchor)
    assert all(time.span.of(text) == time.text for time in found)
    assert all(a.span.end <= b.span.start for a, b in pairwise(found))
    assert all((t.earliest is None) == (t.latest is None) == (t.precision is None) for t in found)
    assert all((t.earliest or "") <= (t.latest or "") for t in found)


@settings(deadline=None)
@given(text=st.text(max_size=60), anchor=st.dates())
def test_any_text_and_any_day_are_read_without_error(text: str, anchor: date) -> None:
    assert isinstance(_found(text + " two weeks ago next year 100 centuries later", anchor), tuple)


@pytest.mark.parametrize(
    "piece", ["the ", "one-", "1,", "2003-", "Monday and ", "1/", "10:", "last the early ", "' ", "January 3-", "\n "]
)
def test_cost_grows_in_line_with_hostile_text(piece: str) -> None:
    """200,000 characters took at most 2 s on a busy core; squared growth would need minutes."""
    text = (piece * (200_000 // len(piece) + 1))[:200_000]
    begun = time.process_time()
    _found(text)
    assert time.process_time() - begun < 12

"""Values are told in plain English, and what is unknown is said to be unknown."""

from dataclasses import replace
from typing import Any

import pytest

from twosource.model import DateRange, Figure, Group, Place
from twosource.publish.wording import (
    agency_name,
    amount,
    counted,
    day,
    days,
    explained,
    figure_title,
    listed,
    people,
    people_wording,
    place_name,
    rule_title,
    shortened,
    word,
)


def _figure(low: int | None, best: int | None, high: int | None, **further: Any) -> Figure:
    told: dict[str, Any] = {"group": None, "wording": ()} | further
    return Figure(id="f", event="e", measure="killed", low=low, best=best, high=high, agreement="single", voices=1,
                  speakers=(), origins=(), outlets=(), reports=(), claims_for=(), claims_against=(), rule="default",
                  explanation="", **told)  # fmt: skip


@pytest.mark.parametrize(
    ("low", "high", "wording", "told"),
    [
        (32, 32, None, "32"),
        (30, 40, None, "30–40"),
        (30, None, None, "at least 30"),
        (None, 1200, None, "up to 1,200"),
        (0, 0, None, "0"),
        (None, None, "dozens", "“dozens”"),
        (None, None, None, "an unknown number"),
    ],
)
def test_an_amount_tells_its_bounds(low: int | None, high: int | None, wording: str | None, told: str) -> None:
    assert amount(low, high, wording) == told


@pytest.mark.parametrize(
    ("figure", "told"),
    [
        (_figure(32, 32, 32), "32 killed"),
        (_figure(28, 32, 40), "32 (28–40) killed"),
        (_figure(30, 30, None), "at least 30 killed"),
        (_figure(30, None, None), "at least 30 killed"),
        (_figure(None, None, None, wording=("several", "many")), "“several, many” killed"),
        (_figure(3, 3, 3, group=Group(text="children")), "3 killed (children)"),
    ],
)
def test_a_figure_tells_its_best_number_and_its_range(figure: Figure, told: str) -> None:
    assert figure_title(figure) == told


@pytest.mark.parametrize(
    ("earliest", "latest", "precision", "told"),
    [
        ("2025-03-12", "2025-03-12", "day", "Wednesday 12 March 2025"),
        ("2025-03-10", "2025-03-16", "week", "10–16 March 2025"),
        ("2025-03-30", "2025-04-02", "range", "30 March – 2 April 2025"),
        ("2024-12-30", "2025-01-02", "range", "30 December 2024 – 2 January 2025"),
        ("2025-03-01", "2025-03-31", "month", "March 2025"),
        ("2025-01-01", "2025-12-31", "year", "2025"),
        ("soon", "later", "range", "soon to later"),
    ],
)
def test_days_are_told_as_closely_as_they_are_known(earliest: str, latest: str, precision: Any, told: str) -> None:
    assert days(DateRange(earliest=earliest, latest=latest, precision=precision)) == told


@pytest.mark.parametrize(
    ("iso", "told"),
    [
        ("2025-03-13", "13 March 2025"),
        ("2025-03-13T09:30:00+00:00", "13 March 2025, 09:30 UTC"),
        ("2025-03-13T09:30:00-04:00", "13 March 2025, 09:30 UTC-04:00"),
        ("2025-03-13T09:30:00", "13 March 2025, 09:30"),
        ("last week", "last week"),
        (None, ""),
    ],
)
def test_a_day_is_told_with_its_time_and_zone(iso: str | None, told: str) -> None:
    assert day(iso) == told


def test_counts_agree_with_their_nouns() -> None:
    assert [counted(1, "copy", "copies"), counted(0, "report"), counted(2500, "claim")] == [
        "1 copy",
        "0 reports",
        "2,500 claims",
    ]


def test_a_long_list_counts_what_it_does_not_name() -> None:
    assert listed(("a",)) == "a"
    assert listed(("a", "b", "c")) == "a, b and c"
    assert listed(("a", "b", "c", "d", "e")) == "a, b, c and 2 others"


def test_a_place_is_told_once_with_its_country() -> None:
    assert place_name(Place(name="Havana", admin1="Havana", country="CU")) == "Havana, Cuba"
    assert place_name(Place(name="Port Almar", country="ZZ")) == "Port Almar, ZZ"
    assert place_name(None) == ""


def test_a_word_not_in_the_tables_stands_for_itself() -> None:
    assert word("measure", "rescued") == "rescued"


@pytest.mark.parametrize(
    ("explanation", "told"),
    [
        ("32 killed, all from one speaker, the ministry", "All from one speaker, the ministry."),
        ("32 killed: 2 independent voices agree, a and b", "2 independent voices agree, a and b."),
        ("single: told once", "Told once."),
        ("Two voices differ.", "Two voices differ."),
        ("", "Only one report says it."),
    ],
)
def test_an_explanation_does_not_repeat_what_stands_before_it(explanation: str, told: str) -> None:
    assert explained(replace(_figure(32, 32, 32), explanation=explanation)) == told


def test_a_rule_is_told_with_what_it_prefers() -> None:
    assert rule_title("default").startswith("“default” (")
    assert rule_title("<b>") == "“<b>”"


def test_an_agency_is_told_by_name() -> None:
    assert agency_name("ap") == "Associated Press"
    assert agency_name("zzz") == "zzz"
    assert agency_name(None) == ""


@pytest.mark.parametrize(
    ("text", "nationality", "said"),
    [
        ("32 Sarvan officers", None, "Sarvan officers"),
        ("dozens", None, ""),
        ("Cuban officers", "CU", "Cuban"),
        ("our side", "US", "American"),
        ("320 men", None, "320 men"),
        ("the gunman", None, "the gunman"),
    ],
)
def test_people_are_told_by_their_country_or_in_words_without_their_number(
    text: str, nationality: str | None, said: str
) -> None:
    assert people(Group(text=text, nationality=nationality), "32", "dozens", "the gunman") == said


def test_people_of_a_country_are_told_with_what_they_are() -> None:
    officers = Group(text="32 Cuban officers", nationality="CU", role="victim", status="military")
    assert people(officers, "32") == "Cuban military"
    assert people_wording(officers, "32") == "Cuban officers"
    assert people(Group(text="he", nationality="CU", role="perpetrator")) == "Cuban perpetrators"


def test_the_wording_of_people_is_told_only_where_it_differs() -> None:
    assert people_wording(Group(text="five children", status="children"), "five") == ""
    assert people_wording(Group(text="32 Cuban military", nationality="CU", status="military"), "32") == ""
    assert people_wording(None) == ""


def test_names_stand_in_for_one_who_is_only_counted() -> None:
    assert people(Group(text="A guard", names=("Evan Nahul",)), "A guard") == "Evan Nahul"
    assert people(Group(text="Nahul and his wife", names=("Evan Nahul",)), "Nahul and his wife") == "Nahul and his wife"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("short", "short"),
        ("one  two\nthree", "one two three"),
        ("one two three four five", "one two three …"),
        ("one two three, four five", "one two three …"),
        ("onetwothreefourfive", "onetwothreefour …"),
    ],
)
def test_a_long_text_is_cut_behind_a_word(text: str, told: str) -> None:
    assert shortened(text, 15) == told

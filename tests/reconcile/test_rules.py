"""A worked case for each rule: what its codebook says should become of reports that differ."""

from dataclasses import replace

import pytest
from tests.reconcile.test_reconcile import article, claim, everybody, figures, number, of_group

from twosource.model import Actor, Article, Claim
from twosource.ontology.rule import rule_names

DAYS = [article(f"r{n}", f"Outlet {n}", f"2025-05-1{n}") for n in range(1, 6)]
DIFFER = [
    claim("a", "r1", 12, speaker="police"),
    claim("b", "r2", 9, speaker="mayor"),
    claim("c", "r3", 15, speaker="hospital"),
]
BACKED = [*DIFFER, claim("d", "r4", 15, speaker="Red Crescent")]


def told(rule: str, claims: list[Claim], days: list[Article] = DAYS) -> tuple[int | None, int | None, int | None]:
    return number(everybody(claims, days, rule=rule))


def test_ucdp_takes_the_best_supported_else_the_lower_and_keeps_the_higher_as_high() -> None:
    assert told("ucdp", BACKED) == (9, 15, 15)
    assert told("ucdp", DIFFER) == (9, 9, 15)
    assert told("ucdp", [*DIFFER, claim("e", "r5", 40, speaker="post", stance="hedged")]) == (9, 9, 15)


def test_acled_takes_the_most_conservative_number_and_no_range() -> None:
    assert told("acled", BACKED) == (9, 9, 9)


@pytest.mark.parametrize(("words", "coded"), [("tens", 10), ("dozens", 12), ("hundreds", 100)])
def test_acled_codes_vague_words_by_its_table(words: str, coded: int) -> None:
    assert told("acled", [claim("a", "r1", words, speaker="police")]) == (coded, coded, coded)


def test_acled_gives_no_number_where_no_word_does_and_records_no_injuries() -> None:
    assert told("acled", [claim("a", "r1", "several deaths", speaker="police")]) == (None, None, None)
    assert figures([claim("a", "r1", 3, measure="injured")], rule="acled") == ()


def test_airwars_gives_minimum_and_maximum_and_one_number_where_they_are_equal() -> None:
    assert told("airwars", DIFFER) == (9, None, 15)
    assert told("airwars", BACKED[2:]) == (15, 15, 15)
    assert told("airwars", [claim("a", "r1", "dozens", speaker="aunt")]) == (12, None, 24)


def test_airwars_counts_children_inside_and_grades_with_a_reason() -> None:
    army = Actor(name="Northern Army", text="the army", confidence="accused")
    told_of = [replace(claim("a", "r1", 7, speaker="mayor"), actor=army)]
    told_of += [claim("b", "r1", 3, status="children", part_of="a", speaker="mayor")]
    found = figures(told_of, rule="airwars")
    assert number(found[0]) == (7, 7, 7)
    assert number(of_group(found, status="children")) == (3, 3, 3)
    assert (found[0].grade, found[0].grade_reason) == ("Weak", "a single voice tells of it")


def test_ibc_gives_minimum_and_maximum_of_deaths_and_of_injuries_and_is_provisional_on_one_voice() -> None:
    hurt = [replace(one, measure="injured") for one in DIFFER]
    assert told("ibc", DIFFER) == told("ibc", hurt) == (9, None, 15)
    assert [everybody(each, DAYS, rule="ibc").grade for each in (DIFFER[:1], DIFFER)] == ["provisional", None]


def test_latest_takes_the_last_word_whoever_says_it() -> None:
    assert told("latest", [*BACKED, claim("e", "r5", 11, speaker="governor")]) == (9, 11, 15)


def test_majority_takes_the_number_of_most_voices_and_of_equal_ones_the_higher() -> None:
    assert told("majority", BACKED) == (9, 15, 15)
    assert told("majority", DIFFER) == (9, 15, 15)


def test_default_takes_most_voices_then_the_latest_then_the_lower() -> None:
    assert told("default", BACKED) == (9, 15, 15)
    assert told("default", DIFFER[:2]) == (9, 9, 12)
    undated = [replace(day, published=None) for day in DAYS]
    assert told("default", DIFFER, undated) == (9, 9, 15)


@pytest.mark.parametrize("rule", rule_names())
def test_voices_are_the_same_under_every_rule_and_each_figure_names_its_own(rule: str) -> None:
    agreed = [claim("a", "r1", 12, speaker="police"), claim("b", "r2", 12, speaker="hospital")]
    figure = everybody(agreed, DAYS, rule=rule)
    assert (figure.rule, figure.voices, figure.agreement) == (rule, 2, "corroborated")

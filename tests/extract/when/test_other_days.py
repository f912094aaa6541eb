"""Days told in the sentence of a casualty that date something else: words, a later sign, a death, print."""

from collections.abc import Callable
from typing import Any

import pytest

LEAD = "Two men were shot and wounded at a market in Velma late Sunday, police said."
SUNDAY, MONDAY, TUESDAY = "2031-05-04", "2031-05-05", "2031-05-06"


def day(read: Callable[..., Any], text: str, measure: str) -> str | None:
    """Return the day of the last claim of the measure in a text published on Wednesday, 7 May 2031."""
    claims = [c for c in read(f"{LEAD}\n\n{text}")[2] if c.measure == measure]
    last = max(claims, key=lambda c: c.span)
    return None if last.date is None else last.date.earliest


@pytest.mark.parametrize(
    "text",
    [
        "Officials on Tuesday identified three women said to be in a shootout that killed a guard.",
        "The mayor was too upset on Tuesday to speak about the guard killed at the market.",
        "Schools are set to resume on Tuesday after gunmen killed a guard, the mayor wrote.",
        "Crews were back on Tuesday at the market where a guard was killed.",
        "Byerly last phoned on Tuesday, hours before gunmen killed the guard.",
        "The harbour reopened on Tuesday, though a guard had been killed there.",
    ],
)
def test_a_day_of_another_verb_is_not_that_of_the_deed(read: Callable[..., Any], text: str) -> None:
    assert day(read, text, "killed") == SUNDAY


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("Police are investigating two Tuesday night shootings that killed a guard.", "killed"),
        ("The violence began to spread on Tuesday, when a guard was killed.", "killed"),
        ("A guard was riding his bicycle on Tuesday when he was killed.", "killed"),
        ("A guard was killed on Tuesday.", "killed"),
        (
            "Ivo Brandt was identified as the gunman who killed a guard in Velma, Tuesday, a newspaper reports.",
            "killed",
        ),
        ("A guard was killed at the market on Tuesday, police said.", "killed"),
    ],
)
def test_a_day_that_leads_up_to_a_deed_is_its_own(read: Callable[..., Any], text: str, measure: str) -> None:
    assert day(read, text, measure) == TUESDAY


@pytest.mark.parametrize(
    "text",
    [
        "One victim was in stable condition on Tuesday.",
        "One of the men remained in critical condition Tuesday, a doctor said.",
        "As of Tuesday morning, one man was in serious condition.",
        "A boy was hospitalized with gunshot wounds as of Tuesday.",
    ],
)
def test_a_later_sign_of_a_wound_does_not_date_it(read: Callable[..., Any], text: str) -> None:
    assert day(read, text, "injured") == SUNDAY


@pytest.mark.parametrize(
    "text",
    [
        "A boy was wounded in the chest and was pronounced dead at 7 a.m. on Tuesday.",
        "A boy was taken to a hospital, where he died on Tuesday.",
        "A boy was flown to a hospital in critical condition and succumbed on Tuesday.",
    ],
)
def test_a_later_death_does_not_date_the_wound(read: Callable[..., Any], text: str) -> None:
    assert day(read, text, "injured") == SUNDAY


@pytest.mark.parametrize(
    "text",
    [
        "A guard was killed at the market (Published Tuesday, May 6, 2031)",
        "Guard Killed in Market Shooting Posted: Tuesday, May 6, 2031 9:21 PM Updated: Tuesday, May 6, 2031 9:40 PM",
        "A guard was killed, a video uploaded on Tuesday shows.",
        "A guard was killed, said a note posted Tuesday.",
    ],
)
def test_a_day_of_print_dates_no_deed(read: Callable[..., Any], text: str) -> None:
    assert day(read, text, "killed") == SUNDAY


@pytest.mark.parametrize(
    "text",
    [
        "The chief was shot at on Tuesday, a month after the murder of Governor Karel Quill.",
        "A man was arrested on Tuesday, a week after killing a guard.",
        "A man was arrested on Tuesday, a week after he killed a guard.",
        "The council heard of the killing of Karel Quill, head of Lasa and mayor of Velma in 2004.",
    ],
)
def test_a_deed_told_by_how_long_ago_it_was_has_not_the_day_of_the_other(read: Callable[..., Any], text: str) -> None:
    killed = [c for c in read(text)[2] if c.measure == "killed"]
    assert [c.date for c in killed] == [None]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A man was arrested on Tuesday, a week after he had killed a guard on 28 April.", "2031-04-28"),
        ("A man was arrested on Tuesday, hours after killing a guard.", TUESDAY),
    ],
)
def test_its_own_day_stays(read: Callable[..., Any], text: str, expected: str) -> None:
    assert [c.date.earliest for c in read(text)[2] if c.measure == "killed"] == [expected]

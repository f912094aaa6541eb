"""A deed takes the day of what is told right before it, and none where it is another happening's or only answered."""

from collections.abc import Callable
from typing import Any

import pytest


def days(read: Callable[..., Any], text: str) -> list[str | None]:
    """Return the days of the killed and injured of a text in text order; published on Wednesday, 7 May 2031."""
    _, _, claims = read(text)
    people = sorted(
        (c for c in claims if c.measure in {"killed", "injured"} and c.part_of is None), key=lambda c: c.span
    )
    return [None if claim.date is None else claim.date.earliest for claim in people]


LEAD = "A car bomb killed four soldiers in Velma on Tuesday."

CASES = [
    # the day of the happening told right before, in the same paragraph
    (
        f"{LEAD}\n\nOn 11 March another bomb exploded near a convoy. Eight officers were killed.",
        ["2031-05-06", "2031-03-11"],
    ),
    (
        f"{LEAD}\n\nGunmen attacked a village on Sunday. The houses burned. Six people were killed.",
        ["2031-05-06", "2031-05-04"],
    ),
    (
        f"{LEAD}\n\nA bomb exploded on Sunday. In another attack, six people were killed.",
        ["2031-05-06", None],
    ),
    # not over a paragraph, nor over three sentences, nor the day of a meeting
    (f"{LEAD}\n\nA bomb exploded on Sunday.\n\nSix people were injured.", ["2031-05-06", "2031-05-06"]),
    (f"{LEAD}\n\nThe council met on Sunday. Six people were injured.", ["2031-05-06", "2031-05-06"]),
    # nor that of a speech after a happening
    (
        f"{LEAD}\n\nThe mayor spoke on Sunday after a bridge was bombed. Six people were injured.",
        ["2031-05-06", "2031-05-06"],
    ),
    (f"{LEAD}\n\nA bomb exploded, a note posted Sunday said. Six people were injured.", ["2031-05-06", "2031-05-06"]),
    # a happening opened as another one has no day of the first
    (f"{LEAD}\n\nIn another attack, six farmers were killed.", ["2031-05-06", None]),
    (f"{LEAD}\n\nMeanwhile, six farmers were killed by gunmen.", ["2031-05-06", None]),
    (f"{LEAD}\n\nIn addition, gunmen killed six farmers.", ["2031-05-06", None]),
    (f"{LEAD}\n\nMeanwhile, six farmers were killed by gunmen on Monday.", ["2031-05-06", "2031-05-05"]),
    # more people of the same happening keep its day
    (f"{LEAD}\n\nIn addition, six farmers were injured.", ["2031-05-06", "2031-05-06"]),
    (f"{LEAD}\n\nSix farmers were also injured.", ["2031-05-06", "2031-05-06"]),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_a_deed_takes_the_day_told_for_it(read: Callable[..., Any], text: str, expected: list[str | None]) -> None:
    assert days(read, text) == expected


def test_people_of_another_town_do_not_take_the_storys_day(read: Callable[..., Any]) -> None:
    lead = "Two men were shot dead in Dayton, Ohio, on Tuesday."
    assert days(read, f"{lead}\n\nThree women were killed in Toledo, Ohio.") == ["2031-05-06", None]
    assert days(read, f"{lead}\n\nThree women were injured in Dayton.") == ["2031-05-06", "2031-05-06"]


ANSWERED = [
    "The assembly on Tuesday condemned the murder of judge Karl Brandt.",
    "The minister promised on Tuesday to clear up the murder of judge Karl Brandt.",
    "The court on Tuesday issued a warrant over the murder of judge Karl Brandt.",
]


@pytest.mark.parametrize("text", ANSWERED)
def test_the_day_of_an_answer_is_not_that_of_the_deed(read: Callable[..., Any], text: str) -> None:
    later = "\n\nBrandt was shot dead on Sunday as he left his home. The attack happened on Sunday night in Velma."
    assert days(read, text + later)[0] == "2031-05-04"


@pytest.mark.parametrize(
    "text",
    [
        "The murder of judge Karl Brandt on Tuesday was condemned by the assembly.",
        "Gunmen carried out the murder of judge Karl Brandt on Tuesday.",
        "The assembly condemned Tuesday's murder of judge Karl Brandt.",
        "The assembly condemned the murder of judge Karl Brandt on Tuesday.",
        "Police are investigating two Tuesday night shootings that killed judge Karl Brandt and Eva Horak.",
        "A man was arrested on Tuesday after killing two guards of a bank.",
    ],
)
def test_the_day_of_the_deed_itself_stays(read: Callable[..., Any], text: str) -> None:
    assert days(read, f"{text}\n\nThe assembly met on Sunday.")[0] == "2031-05-06"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The priest, who had been kidnapped by rebels, was released on 3 May.", None),
        ("The priest, who was kidnapped on 1 May, was released on 3 May.", "2031-05-01"),
        ("The priest, who was kidnapped by rebels, was seen on 3 May.", "2031-05-03"),
        ("Police arrested two men over the murder of a nun on 3 May.", None),
        ("Police arrested two men on 5 May over the murder of a nun on 3 May.", "2031-05-05"),
        ("Police arrested two men for questioning on 3 May.", "2031-05-03"),
    ],
)
def test_a_capture_has_neither_the_day_of_its_end_nor_of_what_it_was_for(
    read: Callable[..., Any], text: str, day: str | None
) -> None:
    assert {c.date.earliest if c.date else None for c in read(text)[2] if c.measure == "captured"} == {day}


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        ("Karl Brandt was playing cards on 11 March when a fight broke out.", "2031-03-11"),
        ("Karl Brandt was walking home on Sunday when gunmen opened fire.", "2031-05-04"),
        ("Karl Brandt was walking home on Sunday when it rained.", "2031-05-06"),
        ("Karl Brandt was walking home on Sunday.", "2031-05-06"),
    ],
)
def test_what_somebody_did_when_a_fight_broke_out_has_its_day(
    read: Callable[..., Any], before: str, expected: str
) -> None:
    assert days(read, f"{LEAD}\n\n{before} Six people were injured.")[1] == expected

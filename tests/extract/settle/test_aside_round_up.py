"""A round-up says on top that it tells of several happenings, and begins each with its hour and with people unknown."""

from collections.abc import Callable
from typing import Any

import pytest

from twosource.annotate import annotate
from twosource.clean import clean
from twosource.collect.rows import report_from_row
from twosource.config import Limits
from twosource.extract.claims import claims
from twosource.extract.settle.aside_round_up import of_round_up
from twosource.extract.settle.repeats import collapse
from twosource.extract.speech.statements import statements
from twosource.extract.tree import Tree


def evidence(text: str, title: str | None = None) -> dict[str, float]:
    """The evidence of the people told of last."""
    limits = Limits()
    article = clean(
        report_from_row({"id": "1", "text": text, "title": title, "published": "2031-05-07"}, limits), limits
    )
    tree = Tree(article, annotate(article))
    told = sorted(collapse(tree, claims(tree, statements(tree))), key=lambda c: c.span)
    counted = [c for c in told if c.measure in {"killed", "injured", "hit"}]
    return of_round_up(tree, counted[-1], counted[-1].span.start, counted[:-1])


ONE = "A man was shot in Riva. He was taken to a hospital."
FIRST = "A 20-year-old man was killed at 3 p.m. in Riva, police said.\n\n"


@pytest.mark.parametrize(
    ("text", "title", "found"),
    [
        (ONE, "Weekend of gunfire in Riva", (1, 1)),
        (ONE, "Gunfire in Riva", (0, 0)),
        (ONE, None, (0, 0)),
        ("Riva saw two shootings. A man was hurt.", "Gunfire in Riva", (0, 1)),
        ("Riva was calm. Then came shootings. A man was hurt.", None, (0, 1)),
        ("Riva was calm. Then came guns. They fear shootings. A man was hurt.", None, (0, 0)),
    ],
)
def test_title_and_lead_say_that_a_report_tells_of_several(
    text: str, title: str | None, found: tuple[float, float]
) -> None:
    told = evidence(text, title)
    assert (told["title of several"], told["lead of several"]) == found


@pytest.mark.parametrize(
    ("text", "opens"),
    [
        (FIRST + "A 31-year-old woman was wounded on Main Street.", 1),
        (FIRST + "Two women were wounded on Main Street.", 1),
        (FIRST + "14 women were wounded on Main Street.", 1),
        (FIRST + "Police came. A 31-year-old woman was wounded.", 0),
        (FIRST + "Anna Riedl, 31, was wounded on Main Street.", 0),
        ("A woman was wounded on Main Street.", 1),
    ],
)
def test_a_paragraph_opens_with_people_unknown(text: str, opens: float) -> None:
    assert evidence(text)["opens"] == opens


@pytest.mark.parametrize(
    ("text", "again"),
    [
        (FIRST + "About 7:30 p.m. a 31-year-old woman was wounded.", 1),
        (FIRST + "At 9 AM a 31-year-old woman was wounded.", 1),
        (FIRST + "On Main Street a 31-year-old woman was wounded about 7:30 p.m.", 0),
        ("A 20-year-old man was killed in Riva.\n\nAt 9 AM a 31-year-old woman was wounded.", 0),
    ],
)
def test_an_hour_is_told_before_people_again(text: str, again: float) -> None:
    assert evidence(text)["hour again"] == again


@pytest.mark.parametrize(
    ("text", "room", "past"),
    [
        ("Three people were shot in Riva. A 31-year-old woman was killed.", 1, 0),
        ("A 20-year-old man was killed. A 31-year-old woman was wounded.", 0, 0),
        ("Two were shot. A 20-year-old man died. A 31-year-old woman died. A 9-year-old boy died.", 0, 1),
    ],
)
def test_people_counted_before_may_hold_one_more_or_not(text: str, room: float, past: float) -> None:
    told = evidence(text)
    assert (told["room"], told["counted all"]) == (room, past)


@pytest.mark.parametrize(
    ("text", "new"),
    [
        ("A 20-year-old man was killed. A 31-year-old woman was wounded.", 1),
        ("A 20-year-old man was killed. A 20-year-old woman was wounded.", 0),
        ("A man was killed. A 31-year-old woman was wounded.", 0),
        ("A 20-year-old man was killed. A woman was wounded.", 0),
        ("A 20-year-old man was killed. Four people were wounded.", 0),
    ],
)
def test_an_age_nobody_had_is_somebody_elses(text: str, new: float) -> None:
    assert evidence(text)["new age"] == new


def test_whom_a_round_up_tells_of_behind_the_first_is_elsewhere(read: Callable[..., Any]) -> None:
    text = (
        "Riva police look into shootings of the weekend. " + FIRST + "Detectives asked witnesses to come forward.\n\n"
        "At 9 p.m. on Sunday another man was killed on Quay Street. Nobody was arrested."
    )
    killed = [c for c in read(text)[2] if c.measure == "killed"]
    assert [c.scope for c in killed] == ["event", "elsewhere"]

"""A day with little evidence dates no deed of the report's event, even if it stands in the deed's clause."""

from collections.abc import Callable
from typing import Any

import pytest


def days(read: Callable[..., Any], text: str) -> list[str | None]:
    """Return the days of the killed of this event; published on Wednesday, 7 May 2031."""
    killed = (claim for claim in read(text)[2] if claim.measure == "killed" and claim.scope == "event")
    return [claim.date.earliest if claim.date is not None else None for claim in killed]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Two teachers were killed in Riva on Sunday. Police are looking for the gunmen.", ["2031-05-04"]),
        ("Two teachers died when a bomb exploded at a market in Riva, on Monday, police said.", ["2031-05-05"]),
        ("In May 2029, the court heard, two teachers were killed in Riva.", ["2029-05-01"]),
        (
            "In May 2029 two teachers were killed. A man was charged on Tuesday with the death of a guard.",
            ["2029-05-01", None],
        ),
        ("The death of two teachers on Friday was read out, a letter said.", ["2031-05-02"]),
        ("On Monday the mayor met the widows of two teachers killed in Riva.", [None]),
        ("The union remembered the teachers who were killed in Riva. A hearing was held in court on Friday.", [None]),
        ("A letter of Friday about the two teachers killed in Riva was read in court, the lawyer said.", [None]),
        ("The bishop said that gunmen murdered two men. The mayor met him on Monday evening.", ["2031-05-05"]),
        ("Three explosions rocked Riva today, leaving two dead.", ["2031-05-07"]),
        ("The attack was condemned today in Riva, where it left two dead.", [None]),
        ("The bishop condemned the murder of two teachers in Riva. The mayor met him on Monday evening.", [None]),
    ],
)
def test_a_day_counts_by_its_evidence(read: Callable[..., Any], text: str, told: list[str | None]) -> None:
    assert days(read, text) == told


def test_a_doubtful_day_of_the_sentence_yields_to_the_day_of_the_story(read: Callable[..., Any]) -> None:
    first = "Two teachers were shot dead in Riva late Sunday night. "
    letter = "A letter of Tuesday about the two teachers killed in Riva was read in court, the lawyer said."
    assert days(read, first + letter) == ["2031-05-04"]


def test_older_happenings_keep_their_day(read: Callable[..., Any]) -> None:
    text = "A guard was killed on Tuesday in Riva. The case recalls the 2019 death of two teachers, a letter says."
    old = next(claim for claim in read(text)[2] if claim.scope == "historical")
    assert old.date.earliest == "2019-01-01"

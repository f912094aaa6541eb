"""Decisions on events: which event they are on now, whatever it is called."""

from collections.abc import Callable
from typing import Any

import pytest

from twosource.model import Claim, Decision, Event, Subject
from twosource.review.event import judged_events
from twosource.review.find import present
from twosource.review.subject import words_of


def event(name: str, *claims: Claim) -> Event:
    reports = tuple(claim.report for claim in claims)
    return Event(
        id=name,
        title=name,
        type=None,
        date=None,
        place=None,
        actors=(),
        reports=reports,
        claims=tuple(claim.id for claim in claims),
        copy_groups=(),
        links=(),
    )


@pytest.mark.parametrize(("first", "second"), [("e-1", "e-2"), ("e-2", "e-1")])
def test_a_grade_of_an_event_cut_in_equal_halves_goes_with_its_first_words_whatever_the_halves_are_called(
    claim: Callable[..., Claim], decision: Callable[..., Decision], first: str, second: str
) -> None:
    one, other = claim("r-1"), claim("r-2")
    subject = Subject(kind="event", id="e-1", words=(words_of(one), words_of(other)))
    grade: Any = decision(1, "grade", subjects=(subject,), value="Fair")
    on, judgements = judged_events([event(first, one), event(second, other)], present([one, other]), [grade])
    assert on == {first: (grade,)}
    assert [judgement.status for judgement in judgements] == ["in force"]

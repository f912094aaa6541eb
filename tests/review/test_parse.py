"""What can be decided, what cannot, and decisions as lines of a file."""

from collections.abc import Callable
from typing import Any

import pytest

from twosource.errors import UsageError
from twosource.model import Claim, Decision, Subject
from twosource.review import decision_of, decisions_of, lines_of

RULES = ("default", "ucdp")
EVENT, REPORT = Subject(kind="event", id="e-1"), Subject(kind="report", id="r-1")
WRONG: dict[str, tuple[str, dict[str, Any], str]] = {
    "without a reason": ("reject", {"why": " "}, "give the reason"),
    "by nobody": ("reject", {"who": ""}, "name who decides"),
    "of an event": ("reject", {"subjects": (EVENT,)}, "about a claim or a report; not event e-1"),
    "of nothing": ("reject", {"subjects": ()}, "none is named"),
    "one alone": ("same_event", {}, "at least two"),
    "apart from nothing": ("not_same_event", {}, "held apart from"),
    "against": ("same_event", {"subjects": (EVENT, REPORT), "against": (REPORT,)}, "only 'not same event'"),
    "a grade without a value": ("grade", {}, "a value"),
    "a value too many": ("reject", {"value": "x"}, "takes no value"),
    "no such rule": ("rule", {"subjects": (EVENT,), "value": "guess"}, "choose one of: default, ucdp"),
    "no JSON": ("correct", {"value": "3"}, "at least one field"),
    "no such field": ("correct", {"value": '{"colour": 3}'}, "no field 'colour'"),
    "a field of the reading": ("correct", {"value": '{"quote": "x"}'}, "no field 'quote'"),
    "a wrong kind": ("correct", {"value": '{"low": "many"}'}, "Cannot correct"),
    "low above high": ("correct", {"value": '{"low": 5, "high": 4}'}, "low <= high"),
    "a time without a zone": ("reject", {"when": "2031-05-06T10:00:00"}, "no zone"),
}


@pytest.mark.parametrize("name", WRONG)
def test_what_cannot_be_decided_is_refused_with_what_would_do(
    claim: Callable[..., Claim], decision: Callable[..., Decision], name: str
) -> None:
    verb, changes, message = WRONG[name]
    with pytest.raises(UsageError, match=message):
        decision_of(decision(1, verb, claim(), **changes), RULES)


def test_decisions_come_back_from_a_file_as_they_were(
    claim: Callable[..., Claim], decision: Callable[..., Decision]
) -> None:
    made = [
        decision_of(decision(1, "correct", claim(), value='{"place.name": "Bern", "low": 2}'), RULES),
        decision_of(decision(2, "rule", subjects=(EVENT,), value="ucdp"), RULES),
    ]
    assert decisions_of(lines_of(made), RULES) == tuple(made)


def test_a_line_changed_by_hand_is_named(claim: Callable[..., Claim], decision: Callable[..., Decision]) -> None:
    (line,) = lines_of([decision_of(decision(1, "reject", claim()), RULES)])
    with pytest.raises(UsageError, match=r"Line 2 was changed by hand"):
        decisions_of(["", line.replace("ann", "bob")], RULES)
    with pytest.raises(UsageError, match=r"Line 1 is no decision"):
        decisions_of(['{"verb": "burn"}'], RULES)


def test_the_id_is_made_of_what_the_decision_says(
    claim: Callable[..., Claim], decision: Callable[..., Decision]
) -> None:
    one = decision_of(decision(1, "reject", claim()), RULES)
    assert decision_of(decision(1, "reject", claim(), id="anything"), RULES).id == one.id
    assert decision_of(decision(1, "reject", claim(), why="another reason"), RULES).id != one.id
    zoned = decision(1, "reject", claim(), when="2031-05-06T03:00:00+02:00")
    assert decision_of(zoned, RULES).id == one.id

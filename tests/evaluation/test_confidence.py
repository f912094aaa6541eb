"""The reliability of confidence is told by bins, and a claim is judged by what its gold can tell."""

import pytest
from evaluation import judged_claims
from evaluation.confidence import brier, calibration_error, curve, order

from twosource.model import Claim, Group, Span
from twosource.model.claim import Measure

GOLD = {
    "killed": 2,
    "injured": 1,
    "participants": [
        {"age": 24, "gender": "Male", "status": "Killed"},
        {"age": 9, "gender": "Female", "status": "Killed"},
        {"age": 30, "gender": "Female", "status": "Injured"},
    ],
}


def claim(measure: Measure, count: int | None, text: str, status: str | None = None) -> Claim:
    return Claim(
        id="c", report="r", measure=measure, span=Span(0, 1), quote=text, stance="asserted", pattern="passive",
        low=count, high=count, group=Group(text=text, role="victim", status=status),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("told", "right"),
    [
        (claim("killed", 2, "two people"), True),
        (claim("killed", 3, "three people"), False),
        (claim("hit", 3, "three people"), True),
        (claim("killed", 1, "a 24-year-old man"), True),
        (claim("killed", 1, "a 40-year-old man"), False),
        (claim("injured", 1, "a man"), False),
        (claim("injured", 1, "a woman"), True),
        (claim("killed", 0, "no one"), False),
        (claim("killed", None, "several people"), True),
        (claim("captured", 1, "a man"), None),
    ],
    ids=lambda told: f"{told.measure} {told.quote}" if isinstance(told, Claim) else str(told),
)
def test_a_claim_is_judged_by_an_incident(told: Claim, right: bool | None) -> None:  # noqa: FBT001 - a case's verdict
    assert judged_claims.of_incident(GOLD, told) is right


def test_one_child_killed_is_some_of_the_dead() -> None:
    assert judged_claims.of_incident(GOLD | {"killed": 3}, claim("killed", 1, "a girl", "children"))


def test_a_range_judges_totals_and_leaves_parts_alone() -> None:
    gold = {"killed": {"low": 5, "high": 8}, "injured": {"low": None, "high": None}}
    assert judged_claims.in_range(gold, claim("killed", 6, "six people")) is True
    assert judged_claims.in_range(gold, claim("killed", 60, "sixty people")) is False
    assert judged_claims.in_range(gold, claim("killed", 3, "three children", "children")) is None
    assert judged_claims.in_range(gold, claim("injured", 3, "three people")) is None


def test_a_confidence_that_holds_has_no_error() -> None:
    assert calibration_error([(0.75, True)] * 3 + [(0.75, False)]) == pytest.approx(0)


def test_a_confidence_too_high_has_the_error_of_its_distance() -> None:
    assert calibration_error([(0.95, True), (0.95, False)]) == pytest.approx(0.45)
    assert brier([(1.0, True), (1.0, False)]) == pytest.approx(0.5)


def test_the_curve_tells_each_bin_that_holds_claims() -> None:
    lines = list(curve([(0.95, True), (1.0, True), (0.42, False)], "unseen"))
    assert lines[1:] == ["  0.4-0.5  0.420  0.000  1", "  0.9-1.0  0.975  1.000  2"]


def test_the_order_is_how_often_a_right_claim_stands_above_a_wrong_one() -> None:
    assert order([(0.9, True), (0.2, True), (0.5, False)]) == pytest.approx(0.5)
    assert order([(0.9, True), (0.5, False), (0.5, True)]) == pytest.approx(0.75)

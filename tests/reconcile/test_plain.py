"""Civilians count everybody where nobody else is told of; people known by name bound a toll from below."""

import pytest

from twosource.model import Claim, Event, Figure, Group, Span, Speaker
from twosource.reconcile import reconcile

EVENT = Event(
    id="e", title="", type=None, date=None, place=None, actors=(), reports=(), claims=(), copy_groups=(), links=()
)


def told(
    speaker: str, number: int, people: str = "people", status: str | None = None, pattern: str = "passive"
) -> Claim:
    """A count of killed in one report, by a speaker of its own."""
    text = f"{number} {people}"
    return Claim(
        id=speaker,
        report="r1",
        measure="killed",
        span=Span(0, 10),
        quote=text,
        stance="asserted",
        pattern=pattern,
        low=number,
        high=number,
        wording=text,
        group=Group(text=text, role="victim", status=status),
        speaker=Speaker(text=speaker, name=speaker),
    )


def everybody(*claims: Claim) -> Figure:
    return next(f for f in reconcile(EVENT, claims, (), (), "default") if f.group is None)


def test_a_count_of_civilians_widens_the_toll_where_all_may_be_civilians() -> None:
    figure = everybody(told("ministry", 15), told("witness", 11, "civilians", "civilian"))
    assert (figure.low, figure.high) == (11, 15)


@pytest.mark.parametrize(
    ("beside", "people"), [(("soldiers", "military"), "civilians"), (("guests", "civilian"), "teachers")]
)
def test_other_kinds_of_people_are_counted_apart(beside: tuple[str, str], people: str) -> None:
    claims = told("ministry", 15), told("witness", 11, people, "civilian"), told("army", 4, *beside)
    assert everybody(*claims).low == 15


def by_name(number: int) -> Claim:
    return told("relatives", number, pattern="passive, by name")


def test_the_toll_is_no_lower_than_those_known_by_name() -> None:
    figure = everybody(told("A", 6), told("B", 20), by_name(17))
    assert (figure.low, figure.best, figure.high) == (17, 20, 20)


def test_most_of_a_toll_known_by_name_are_its_low_end() -> None:
    """Seventeen have names, somebody speaks of 26: at least the seventeen are dead."""
    figure = everybody(told("A", 26), by_name(17))
    assert (figure.low, figure.best, figure.high) == (17, 26, 26)
    assert everybody(told("A", 26), by_name(15)).low == 26


def test_fewer_known_by_name_lower_and_dispute_nothing() -> None:
    figure = everybody(told("A", 12), by_name(3))
    assert (figure.low, figure.best, figure.high, figure.agreement) == (12, 12, 12, "single")


def test_those_known_by_name_are_the_toll_where_nobody_counts() -> None:
    assert (everybody(by_name(9)).low, everybody(by_name(9)).high) == (9, 9)

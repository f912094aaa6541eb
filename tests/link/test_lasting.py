"""Ids of events stay with the claims and reports they were given to."""

import itertools
from dataclasses import replace

from twosource.link.lasting import lasting
from twosource.model import Event


def event(name: str, *claims: str, reports: tuple[str, ...] = ()) -> Event:
    return Event(
        id=name, title="", type=None, date=None, place=None, actors=(), reports=reports, claims=claims,
        copy_groups=(), links=(),
    )  # fmt: skip


def told(events: tuple[Event, ...]) -> dict[str, tuple[str, ...]]:
    return {one.id: (*one.claims, *one.merged) for one in events}


def test_without_a_ledger_before_nothing_changes() -> None:
    events = (event("b", "c2"), event("a", "c1"))
    assert lasting(events, ()) == (events[1], events[0])


def test_an_event_that_an_earlier_report_joins_keeps_its_id() -> None:
    assert told(lasting([event("new", "c0", "c1", "c2")], [event("old", "c1", "c2")])) == {"old": ("c0", "c1", "c2")}


def test_of_two_that_become_one_the_larger_gives_the_id_and_the_other_is_recorded() -> None:
    former = [event("small", "c1"), event("large", "c2", "c3"), replace(event("third", "c4"), merged=("first",))]
    (one,) = lasting([event("new", "c1", "c2", "c3", "c4")], former)
    assert (one.id, one.merged) == ("large", ("first", "small", "third"))
    (later,) = lasting([event("newer", "c1", "c2", "c3", "c4", "c5")], [one])
    assert (later.id, later.merged) == ("large", ("first", "small", "third"))


def test_of_one_that_falls_apart_the_largest_part_keeps_the_id() -> None:
    now = [event("old", "c1"), event("rest", "c2", "c3")]
    found = lasting(now, [event("old", "c1", "c2", "c3")])
    assert next(one for one in found if one.id == "old").claims == ("c2", "c3")
    assert len({one.id for one in found}) == 2


def test_events_of_one_round_up_are_told_apart_by_their_claims() -> None:
    former = [event("x", "c1", reports=("r",)), event("y", "c2", reports=("r",))]
    now = [event("m", "c2", reports=("r", "s")), event("n", "c1", reports=("r",))]
    assert told(lasting(now, former)) == {"x": ("c1",), "y": ("c2",)}


def test_events_without_claims_are_known_by_their_reports() -> None:
    found = lasting([event("new", reports=("r", "s"))], [event("old", reports=("s",))])
    assert [one.id for one in found] == ["old"]


def test_the_order_of_events_never_matters() -> None:
    now = [event("a", "c1", "c4"), event("b", "c2", "c3"), event("c", "c5")]
    former = [event("p", "c1", "c2"), event("q", "c3", "c4"), event("a", "c5", "c9")]
    answers = {
        tuple(sorted(told(lasting(list(one), list(other))).items()))
        for one in itertools.permutations(now)
        for other in itertools.permutations(former)
    }
    assert len(answers) == 1

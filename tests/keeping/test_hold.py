"""What a ledger held, how a figure came to be, and what is found by its words."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from twosource import Settings, keeping
from twosource.errors import UsageError
from twosource.keeping import Draft, Stamp
from twosource.model import Claim, Event, Figure, Holdings

Add = Callable[..., Holdings]
Rows = tuple[dict[str, Any], ...]


def silent(_stage: str, _done: int) -> None:
    """Tell nobody."""


def killed(holdings: Holdings) -> Figure:
    return killed_in(holdings.events[0])


def killed_in(event: Event) -> Figure:
    return next(f for f in event.figures if f.measure == "killed" and f.group is None)


def test_every_past_state_is_told_as_it_was(tmp_path: Path, add: Add, rows: Rows, stamp: Stamp) -> None:
    where = str(tmp_path / "ledger.db")
    held, moments = [], []
    for change in ((rows[0],), (rows[1],), (rows[2],)):
        held.append(add(where, *change))
        moments.append(stamp.now())
    (claim,) = (claim for claim in held[-1].claims if claim.low == 9)
    keeping.decide(where, [Draft(verb="reject", subjects=(claim.id,), who="ann", why="seen")], stamp)
    held.append(keeping.settle(where, Settings(workers=1), silent, stamp))
    assert [keeping.kept(where, moment) for moment in moments] == held[:-1]
    assert keeping.kept(where) == held[-1]
    assert keeping.kept(where, "2031-09-01T00:00:00Z") == Holdings(rule="default")


def test_each_change_of_a_figure_has_its_cause(tmp_path: Path, add: Add, rows: Rows, stamp: Stamp) -> None:
    where = str(tmp_path / "ledger.db")
    first = add(where, rows[0])
    both = add(where, rows[1])
    add(where, rows[2])  # touches another event
    add(where, rule="ucdp")
    three = next(claim for claim in both.claims if claim.low == 3)
    (decision,) = keeping.decide(
        where, [Draft(verb="reject", subjects=(three.id,), who="ann", why="a slip of the pen")], stamp
    )
    last = keeping.settle(where, Settings(workers=1), silent, stamp)
    changes = keeping.figure_history(where, killed(last).id)
    told = [" and ".join(change.causes) for change in changes]
    assert told == [
        f"new report {first.articles[0].id}",
        f"new report {next(one.id for one in both.articles if one.id != first.articles[0].id)}",
        "new rule: ucdp, before default",
        f"decision {decision.id} of ann: reject {three.id} (a slip of the pen)",
    ]
    figures = [change.figure for change in changes]
    assert [(one.low, one.high) for one in figures if one] == [(2, 2), (2, 3), (2, 3), (2, 2)]


def test_a_decision_is_a_cause_for_the_event_alone_that_it_is_about(
    tmp_path: Path, add: Add, rows: Rows, stamp: Stamp
) -> None:
    """Two decisions enter one run and change two events; undone in one run again, each is told where it was."""
    where = str(tmp_path / "ledger.db")
    held = add(where, *rows)
    mine, bomb = (next(c for c in held.claims if c.measure == "killed" and c.low == low) for low in (9, 3))

    def settled(verb: Any, *subjects: str) -> list[str]:
        drafts = [Draft(verb=verb, subjects=(one,), who="ann", why="seen") for one in subjects]
        made = keeping.decide(where, drafts, stamp)
        keeping.settle(where, Settings(workers=1), silent, stamp)
        return [one.id for one in made]

    def causes(claim: Claim) -> tuple[str, ...]:
        event = next(one for one in keeping.kept(where).events if claim.report in one.reports)
        return keeping.event_growth(where, event)[killed_in(event).id][-1].causes

    of_mine, of_bomb = settled("reject", mine.id, bomb.id)
    assert causes(bomb) == (f"decision {of_bomb} of ann: reject {bomb.id} (seen)",)
    no_mine, no_bomb = settled("undo", of_mine, of_bomb)
    assert causes(bomb) == (f"decision {no_bomb} of ann: undo {of_bomb} (seen)",)
    assert causes(mine) == (f"decision {no_mine} of ann: undo {of_mine} (seen)",)


def test_a_figure_is_followed_back_through_the_event_it_began_in(
    tmp_path: Path, add: Add, rows: Rows, stamp: Stamp
) -> None:
    """A decision that joins two events ends the id of one of them; its figure still has its past."""
    where = str(tmp_path / "ledger.db")
    add(where, rows[2])
    ids = {event.id for event in add(where, *rows).events}
    keeping.decide(where, [Draft(verb="same_event", subjects=tuple(sorted(ids)), who="ann", why="one deed")], stamp)
    (event,) = keeping.settle(where, Settings(workers=1), silent, stamp).events
    figure = next(f for f in event.figures if f.measure == "killed" and f.group is None)
    changes = keeping.figure_history(where, figure.id)
    assert "same event" in changes[-1].causes[-2] + changes[-1].causes[0]
    assert len(changes) >= 2


def test_of_two_runs_at_one_moment_the_first_made_the_change(tmp_path: Path, add: Add, rows: Rows) -> None:
    """A clock that stands, or went back, gives several runs one time."""
    where = str(tmp_path / "ledger.db")
    clock = Stamp(lambda: "2031-10-01T08:00:00Z", "1.0")
    first = add(where, rows[0], by=clock)
    add(where, rows[2], by=clock)
    (change,) = keeping.figure_history(where, killed(first).id)
    assert change.causes == (f"new report {first.articles[0].id}",)


def test_a_figure_of_none_is_refused(tmp_path: Path, add: Add, rows: Rows) -> None:
    where = str(tmp_path / "ledger.db")
    add(where, rows[0])
    with pytest.raises(UsageError, match="no figures in this ledger"):
        keeping.figure_history(where, "f-none")
    with pytest.raises(UsageError, match="no such ledger"):
        keeping.figure_history(str(tmp_path / "none.db"), "f-none")


def test_how_an_event_grew_is_the_history_of_its_totals(tmp_path: Path, add: Add, rows: Rows) -> None:
    where = str(tmp_path / "ledger.db")
    add(where, rows[0])
    both = add(where, *rows, rule="ucdp")
    event = next(one for one in both.events if len(one.reports) == 2)
    totals = [one.id for one in event.figures if one.group is None]
    told = keeping.event_growth(where, event)
    assert told == {one: keeping.figure_history(where, one) for one in totals}
    assert {len(changes) for changes in told.values()} == {2}
    assert keeping.figure_history(where, totals[0][:-1]) == told[totals[0]]  # by the beginning of its id


def test_decisions_are_told_without_reading_the_ledger(tmp_path: Path, add: Add, rows: Rows, stamp: Stamp) -> None:
    where = str(tmp_path / "ledger.db")
    held = add(where, rows[0])
    claim = held.claims[0].id
    keeping.decide(where, [Draft(verb="accept", subjects=(claim,), who="ann", why="seen")], stamp)
    assert [one.status for one in keeping.kept_judgements(where)] == ["waiting"]
    keeping.settle(where, Settings(workers=1), silent, stamp)
    keeping.decide(where, [Draft(verb="note", subjects=(claim,), who="ann", why="seen", value="x")], stamp)
    assert keeping.kept_judgements(where) == keeping.kept(where).judgements
    assert keeping.kept_judgements(where, "2031-09-01T00:00:00Z") == ()

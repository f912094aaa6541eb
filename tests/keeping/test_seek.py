"""Figures and claims found by their id, or the beginning of it, alone."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from twosource import Ledger, keeping
from twosource.errors import UsageError
from twosource.keeping import Draft, Stamp
from twosource.model import Holdings
from twosource.publish import trace

Add = Callable[..., Holdings]
Rows = tuple[dict[str, Any], ...]


def test_every_figure_and_claim_is_walked_back_as_in_the_whole_ledger(tmp_path: Path, add: Add, rows: Rows) -> None:
    where = str(tmp_path / "ledger.db")
    held = add(where, *rows)
    ids = [*(claim.id for claim in held.claims), *(figure.id for event in held.events for figure in event.figures)]
    assert len(ids) == 6
    for wanted in ids:
        alone, whole = keeping.explained(where, wanted), trace(held, wanted)
        assert (alone.event, alone.figure, alone.claims_for) == (whole.event, whole.figure, whole.claims_for)
        assert keeping.explained(where, wanted[:-1]) == alone


def test_an_id_of_none_and_a_beginning_of_many_are_refused(tmp_path: Path, add: Add, rows: Rows) -> None:
    where = str(tmp_path / "ledger.db")
    held = add(where, *rows)
    figures = sum(len(event.figures) for event in held.events)
    with pytest.raises(UsageError, match="no figure or claim"):
        keeping.explained(where, "f-nothing")
    with pytest.raises(UsageError, match="no figure or claim"):
        keeping.explained(where, "")
    with pytest.raises(UsageError, match=f"{figures} figures and claims"):
        keeping.explained(where, "f-")
    with pytest.raises(UsageError, match=f"{len(held.claims)} figures and claims"):
        keeping.explained(where, "c-")
    with pytest.raises(UsageError, match=f"{figures} figures in this ledger"):
        keeping.figure_history(where, "f-")


def test_what_did_not_stand_yet_is_not_found_in_the_past(tmp_path: Path, add: Add, rows: Rows, stamp: Stamp) -> None:
    where = str(tmp_path / "ledger.db")
    add(where, rows[0])
    moment = stamp.now()
    held = add(where, *rows)
    mine = next(event for event in held.events if "Oruro" in event.title)
    assert keeping.explained(where, mine.figures[0].id).event == mine
    for wanted in (mine.figures[0].id, mine.claims[0]):
        with pytest.raises(UsageError, match="no figure or claim"):
            keeping.explained(where, wanted, moment)


def test_a_ledger_that_was_opened_explains_without_being_read(
    tmp_path: Path, add: Add, rows: Rows, stamp: Stamp
) -> None:
    where = str(tmp_path / "ledger.db")
    held = add(where, *rows)
    claim = held.claims[0].id
    keeping.decide(where, [Draft(verb="accept", subjects=(claim,), who="ann", why="seen")], stamp)
    opened = Ledger.open(where)
    assert opened.explain(claim).claims_for[0].claim.id == claim
    assert [one.status for one in opened.judgements] == ["waiting"]
    assert opened._held is None  # noqa: SLF001 - the point: nothing was read whole


def test_a_decision_by_a_whole_id_has_the_words_that_the_whole_ledger_gives(
    tmp_path: Path, add: Add, rows: Rows, stamp: Stamp
) -> None:
    where = str(tmp_path / "ledger.db")
    held = add(where, *rows)
    event = held.events[0]
    drafts = (
        ("note", (event.id,)),
        ("note", (event.claims[0], event.reports[0])),
        ("unresolved", (event.figures[0].id,)),
    )
    for verb, ids in drafts:
        value = "y" if verb == "note" else None
        told = [Draft(verb=verb, subjects=ids, who="ann", why="x", value=value)]  # type: ignore[arg-type]
        short = [replace(told[0], subjects=tuple(one[:-1] for one in ids))]
        (first,), (second,) = keeping.decide(where, told, stamp), keeping.decide(where, short, stamp)
        assert first.subjects == second.subjects
    (undo,) = keeping.decide(where, [Draft(verb="undo", subjects=(first.id,), who="ann", why="x")], stamp)
    assert undo.subjects[0].id == first.id
    for prefix in "cdefr":
        missing = Draft(verb="note", subjects=(f"{prefix}-{'0' * 16}",), who="ann", why="x", value="y")
        with pytest.raises(UsageError, match="no claims, reports, events, figures and decisions"):
            keeping.decide(where, [missing], stamp)

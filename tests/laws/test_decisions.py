"""Law 7: a decision survives a re-run and a re-extraction."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from twosource import Settings, keeping
from twosource.keeping import Draft, Stamp
from twosource.model import Holdings

FIRST, NEWER = Stamp(lambda: "2031-06-01T08:00:00Z", "1.0"), Stamp(lambda: "2031-06-02T08:00:00Z", "2.0")
ALONE = Settings(workers=1)


def silent(_stage: str, _done: int) -> None:
    """Tell nobody."""


def drafts(holdings: Holdings, data: st.DataObject) -> list[Draft]:
    """Judge some claim, some event, and whether two reports tell of one event."""
    counted = [claim for claim in holdings.claims if claim.low]
    made = [Draft(verb="grade", subjects=(holdings.events[0].id,), who="ann", why="seen", value="Fair")]
    if counted:
        chosen = data.draw(st.sampled_from(counted))
        verb = data.draw(st.sampled_from(["reject", "correct"]))
        value = '{"low": 77, "high": 77}' if verb == "correct" else None
        made.append(Draft(verb=verb, subjects=(chosen.id,), who="ann", why="seen", value=value))  # type: ignore[arg-type]
    told = sorted({report for event in holdings.events for report in event.reports})
    if len(told) > 1:
        ids = tuple(told[:2])
        verb = data.draw(st.sampled_from(["same_event", "not_same_event"]))
        made.append(Draft(verb=verb, subjects=ids, who="ann", why="seen"))  # type: ignore[arg-type]
    return made


def held(holdings: Holdings) -> tuple[object, ...]:
    """What people hold, whatever the ids of the events are: another ledger has cited others before."""
    return (
        [replace(claim, event=None) for claim in holdings.claims],
        sorted((one.reports, one.claims, one.grade or "", one.decisions) for one in holdings.events),
        [(one.decision, one.status) for one in holdings.judgements],
    )


@pytest.mark.parametrize("later", ["run again", "read again", "merged into another"])
@settings(
    max_examples=2, deadline=None, phases=[Phase.generate], suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(data=st.data())
def test_decisions_outlive_what_follows_them(
    fresh_folder: Callable[[], Path], worlds: st.SearchStrategy[Any], later: str, data: st.DataObject
) -> None:
    rows, folder = data.draw(worlds).rows(), fresh_folder()
    store, other = str(folder / "a.db"), str(folder / "b.db")
    found = keeping.run_into(rows, store, ALONE, silent, FIRST)
    if not found.events:
        return
    keeping.decide(store, drafts(found, data), FIRST)
    judged = keeping.settle(store, ALONE, silent, FIRST)
    assert {one.status for one in judged.judgements} == {"in force"}
    if later == "run again":
        after = keeping.run_into(rows, store, ALONE, silent, NEWER)
    elif later == "read again":
        after = keeping.reread(store, ALONE, silent, NEWER)
    else:
        keeping.run_into(rows[:1], other, ALONE, silent, FIRST)
        after = keeping.merge(other, store, ALONE, silent, NEWER)
    assert held(after) == held(judged)
    if later != "merged into another":
        assert (after.claims, after.judgements) == (judged.claims, judged.judgements)
    assert keeping.kept(other if later.startswith("merged") else store) == after

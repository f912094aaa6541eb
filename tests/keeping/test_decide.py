"""Decisions on a kept ledger: what they do to events and figures, and that nothing is lost by them."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from twosource import Settings, keeping
from twosource.errors import UsageError
from twosource.keeping import Draft, Stamp
from twosource.model import Figure, Holdings
from twosource.review import lines_of

Add = Callable[..., Holdings]
Rows = tuple[dict[str, Any], ...]


def silent(_stage: str, _done: int) -> None:
    """Tell nobody."""


def killed(holdings: Holdings, event: int = 0) -> Figure:
    return next(f for f in holdings.events[event].figures if f.measure == "killed" and f.group is None)


@pytest.fixture
def store(tmp_path: Path, add: Add, rows: Rows) -> str:
    """A ledger of two events: a bombing in two reports, a mine in one."""
    where = str(tmp_path / "ledger.db")
    add(where, *rows)
    return where


@pytest.fixture
def judge(store: str, stamp: Stamp) -> Callable[..., Holdings]:
    """Decide, and make the ledger again."""

    def judged(verb: Any, *subjects: str, who: str = "ann", **more: Any) -> Holdings:
        keeping.decide(store, [Draft(verb=verb, subjects=subjects, who=who, why="seen", **more)], stamp)
        return keeping.settle(store, Settings(workers=1), silent, stamp)

    return judged


def test_a_rejected_claim_is_out_of_the_figure_but_still_shown(store: str, judge: Callable[..., Holdings]) -> None:
    before = keeping.kept(store)
    assert (killed(before).low, killed(before).high) == (2, 3)
    three = next(claim for claim in before.claims if claim.low == 3)
    after = judge("reject", three.id)
    assert (killed(after).low, killed(after).best, killed(after).high) == (2, 2, 2)
    assert next(claim for claim in after.claims if claim.id == three.id).scope == "rejected"


def test_a_correction_changes_the_figure(store: str, judge: Callable[..., Holdings]) -> None:
    nine = next(claim for claim in keeping.kept(store).claims if claim.low == 9)
    after = judge("correct", nine.id, value='{"low": 8, "high": 8}')
    assert killed(after, 1).best == 8
    assert killed(judge("undo", after.judgements[0].decision.id), 1).best == 9


def test_events_are_merged_and_split_again(store: str, judge: Callable[..., Holdings]) -> None:
    bombing, mine = keeping.kept(store).events
    merged = judge("same_event", bombing.id, mine.id)
    assert [len(event.reports) for event in merged.events] == [3]
    split = judge("undo", merged.judgements[0].decision.id)
    assert [event.id for event in split.events] == [bombing.id, mine.id]
    first, second = bombing.reports
    apart = judge("not_same_event", first, against=(second,))
    assert [len(event.reports) for event in apart.events] == [1, 1, 1]


def test_an_event_has_a_rule_of_its_own_a_grade_and_notes(store: str, judge: Callable[..., Holdings]) -> None:
    event = keeping.kept(store).events[0]
    judge("rule", event.id, value="ucdp")
    judge("note", event.id, value="ask the hospital")
    after = judge("grade", event.id, value="Fair")
    assert {figure.rule for figure in after.events[0].figures} == {"ucdp"}
    assert {figure.rule for figure in after.events[1].figures} == {"default"}
    assert (after.events[0].grade, len(after.events[0].decisions)) == ("Fair", 3)


def test_a_figure_can_be_left_unresolved_with_the_reason(store: str, judge: Callable[..., Holdings]) -> None:
    after = judge("unresolved", killed(keeping.kept(store)).id)
    figure = killed(after)
    assert (figure.low, figure.best, figure.high, figure.agreement) == (None, None, None, "unresolved")
    assert "decision of ann: seen" in figure.explanation
    assert len(figure.claims_for) + len(figure.claims_against) > 1


def test_a_decision_holds_when_a_report_joins_the_event(
    store: str, judge: Callable[..., Holdings], add: Add, rows: Rows
) -> None:
    event = keeping.kept(store).events[0]
    judge("grade", event.id, value="Fair")
    earlier = rows[0] | {
        "id": "9",
        "published": "2031-05-05",
        "text": "A bomb at a market in Bern killed two on Monday.",
    }
    after = add(store, earlier)
    assert [(len(one.reports), one.grade) for one in after.events] == [(3, "Fair"), (1, None)]


def test_what_is_recorded_only_waits_for_the_next_run(store: str, stamp: Stamp, add: Add, rows: Rows) -> None:
    claim = next(claim for claim in keeping.kept(store).claims if claim.low == 9)
    keeping.decide(store, [Draft(verb="reject", subjects=(claim.id,), who="ann", why="seen")], stamp)
    held = keeping.kept(store)
    assert [one.status for one in held.judgements] == ["waiting"]
    assert next(one for one in held.claims if one.id == claim.id).scope == "event"
    assert [one.status for one in add(store, rows[0]).judgements] == ["in force"]


def test_of_several_decisions_all_are_recorded_or_none(store: str, stamp: Stamp) -> None:
    claim = keeping.kept(store).claims[0].id
    good = Draft(verb="reject", subjects=(claim,), who="ann", why="seen")
    with pytest.raises(UsageError, match="have an id that begins so"):
        keeping.decide(store, [good, Draft(verb="reject", subjects=("c-none",), who="ann", why="seen")], stamp)
    assert keeping.kept(store).judgements == ()


def test_decisions_pass_from_one_ledger_to_another_once(
    store: str, judge: Callable[..., Holdings], stamp: Stamp, add: Add, rows: Rows
) -> None:
    nine = next(claim for claim in keeping.kept(store).claims if claim.low == 9)
    judged = judge("reject", nine.id)
    other = str(Path(store).with_name("other.db"))
    add(other, *rows)
    lines = lines_of(one.decision for one in judged.judgements)
    assert keeping.import_decisions(other, lines, stamp) == 1
    assert keeping.import_decisions(other, lines, stamp) == 0
    after = keeping.settle(other, Settings(workers=1), silent, stamp)
    assert (after.claims, after.judgements) == (judged.claims, judged.judgements)

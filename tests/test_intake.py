"""What a ledger made before stands where it is made of the same, and only there."""

from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from twosource import Settings, keeping, pipeline, store
from twosource.intake import Former
from twosource.model import CopyGroup, Event, Holdings

BOMB = "Two people were killed by a bomb at a market in Bern on Monday, police said."
TELLER = "The hospital said three people were killed when a bomb exploded at a market in Bern on Monday."
MINE = "Nine miners died in Oruro on Monday, the mayor said."
ROWS = [{"id": str(n), "published": "2031-05-06", "text": text} for n, text in enumerate((BOMB, TELLER, MINE))]
GROUP = CopyGroup(id="g", reports=("r-1", "r-2"), origin="r-1", agency=None, why="")


def silent(_stage: str, _done: int) -> None:
    """Tell nobody."""


def add(where: Path, rows: list[dict[str, str]], version: str = "1.0", rule: str = "default") -> Holdings:
    stamp = keeping.Stamp(lambda: "2031-10-01T08:00:00Z", version)
    return keeping.run_into(rows, str(where), Settings(workers=1, rule=rule), silent, stamp)


@pytest.fixture
def told(tmp_path: Path) -> Path:
    """A ledger of two reports, in which somebody changed the titles of the events."""
    where = tmp_path / "ledger.db"
    held = add(where, ROWS[:2])
    with closing(store.open_store(str(where))) as opened:
        mine = store.Run(number=2, rule="default", program="1.0")
        changed = replace(held, events=tuple(replace(event, title="Changed") for event in held.events))
        ended = store.Ended(run=mine, kept=store.standing(opened), shelves={})
        store.commit_run(opened, changed, ended, "2031-10-01T09:00:00Z")
    return where


def titles(held: Holdings) -> set[str]:
    return {event.title for event in held.events}


def test_an_event_that_nothing_new_touches_is_not_made_again(told: Path) -> None:
    assert "Changed" in titles(add(told, ROWS[2:]))


def test_another_version_of_the_program_makes_all_events_again(told: Path) -> None:
    assert "Changed" not in titles(add(told, ROWS[2:], version="2.0"))


def test_another_rule_makes_all_events_again(told: Path) -> None:
    held = add(told, ROWS[2:], rule="ucdp")
    assert "Changed" not in titles(held)
    whole = pipeline.run(ROWS, Settings(workers=1, rule="ucdp"), silent)
    assert [event.figures for event in held.events] == [event.figures for event in whole.events]


def test_a_decision_makes_all_events_again(told: Path) -> None:
    held = keeping.kept(str(told))
    drafts = [keeping.Draft(verb="grade", subjects=(held.events[0].id,), who="ann", why="seen", value="fair")]
    stamp = keeping.Stamp(lambda: "2031-10-01T10:00:00Z", "1.0")
    keeping.decide(str(told), drafts, stamp)
    assert "Changed" not in titles(add(told, ROWS[2:]))


def event(identity: str = "e", claims: tuple[str, ...] = ("c-1",), groups: tuple[str, ...] = ("g",)) -> Event:
    return Event(
        id=identity,
        title="",
        type=None,
        date=None,
        place=None,
        actors=(),
        reports=("r-1",),
        claims=claims,
        copy_groups=groups,
        links=(),
    )


def test_figures_stand_for_the_same_id_claims_and_copies_only() -> None:
    former = Former({(event().reports, event().claims): event()}, {"g": GROUP})
    assert former.with_figures(event(groups=()), (GROUP,)) == event()
    assert former.with_figures(event("other"), (GROUP,)) is None
    assert former.with_figures(event(claims=("c-2",)), (GROUP,)) is None
    assert former.with_figures(event(), ()) is None
    assert former.with_figures(event(), (replace(GROUP, agency="ap"),)) is None

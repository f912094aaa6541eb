"""The review queue of a kept ledger, by the page: the same as of the whole ledger, whatever its past."""

import json
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from twosource import Ledger, Settings, keeping
from twosource.keeping import Doubt, Draft, Stamp
from twosource.keeping.shelve import new_rows
from twosource.model import Holdings
from twosource.store import Ended, Run, commit_run, open_store, standing

Add = Callable[..., Holdings]
Rows = tuple[dict[str, Any], ...]


def silent(_stage: str, _done: int) -> None:
    """Tell nobody."""


def pages(where: str, kind: str | None = None, as_of: str | None = None, size: int = 2) -> list[Doubt]:
    """All of the queue, asked for page by page."""
    found: list[Doubt] = []
    while True:
        page = keeping.queued(where, kind, slice(len(found), len(found) + size), as_of)
        found += page.doubts
        if not page.has_more:
            return found


@pytest.fixture
def where(tmp_path: Path, add: Add, rows: Rows) -> str:
    """A ledger with two events that may be one: of one kind, day and town, as its last run has them."""
    place = str(tmp_path / "ledger.db")
    bomb, mine = (found := add(place, *rows)).events
    twin = replace(mine, type=bomb.type, date=bomb.date, place=bomb.place)
    with closing(open_store(place)) as opened:
        events = replace(found, events=(bomb, twin))
        run = Run(number=2, rule="default", program="1.0")
        shelves = new_rows(opened, events, found.events, "1.0")
        commit_run(opened, events, Ended(run=run, kept=standing(opened), shelves=shelves), "2031-10-01T08:30:00Z")
    return place


def test_pages_of_the_queue_are_the_whole_of_it(where: str) -> None:
    whole = keeping.review_queue(keeping.kept(where))
    assert pages(where) == list(whole)
    assert len(whole) > 2
    for kind in ("claim", "contested", "same event", "conflict"):
        assert pages(where, kind, size=1) == [one for one in whole if one.kind == kind]
    assert Ledger.open(where).review(3) == whole[:3]
    assert Ledger.open(where).review(limit=1, kind="claim") == tuple(x for x in whole if x.kind == "claim")[:1]


def test_kinds_are_counted(where: str) -> None:
    whole = keeping.review_queue(keeping.kept(where))
    told = dict(keeping.queued(where, None, slice(0, 1)).kinds)
    assert told["same event"] == sum(one.kind == "same event" for one in whole) == 1
    for kind in ("claim", "contested"):
        assert told.get(kind, 0) == len({one.event for one in whole if one.kind == kind})


def test_a_decision_takes_a_claim_from_the_queue_and_its_undoing_brings_it_back(
    tmp_path: Path, add: Add, rows: Rows, stamp: Stamp
) -> None:
    where = str(tmp_path / "judged.db")
    add(where, *rows)

    def decided(draft: Draft) -> str:
        (made,) = keeping.decide(where, [draft], stamp)
        keeping.settle(where, Settings(workers=1), silent, stamp)
        assert pages(where) == list(keeping.review_queue(keeping.kept(where)))
        return made.id

    before = pages(where)
    first = next(one for one in before if one.kind in {"claim", "contested"})
    made = decided(Draft(verb="accept", subjects=first.subjects, who="ann", why="seen"))
    assert first.subjects not in [one.subjects for one in pages(where)]
    decided(Draft(verb="reject", subjects=first.subjects, who="ben", why="a slip"))
    assert next(one.kind for one in pages(where)) == "conflict"
    last = keeping.kept_judgements(where)[-1].decision.id
    decided(Draft(verb="undo", subjects=(last,), who="ben", why="my mistake"))
    decided(Draft(verb="undo", subjects=(made,), who="ann", why="in doubt again"))
    assert pages(where) == before


def test_pairs_are_those_of_the_moment(where: str, stamp: Stamp) -> None:
    (pair,) = pages(where, "same event")
    note = Draft(verb="note", subjects=pair.subjects[:1], who="ann", why="to be linked anew", value="x")
    keeping.decide(where, [note], stamp)
    assert pages(where, "same event", "2031-10-01T08:20:00Z") == []
    later = Stamp(lambda: "2031-10-02T08:00:00Z", "1.0")
    keeping.settle(where, Settings(workers=1), silent, later)  # linked anew, the two are of two towns again
    assert pages(where, "same event") == []
    assert pages(where, "same event", "2031-10-01T08:30:00Z") == [pair]


def test_the_queue_of_a_past_moment_is_as_it_was(tmp_path: Path, add: Add, rows: Rows, stamp: Stamp) -> None:
    place = str(tmp_path / "grown.db")
    add(place, rows[0])
    moment = stamp.now()
    was = pages(place)
    add(place, *rows)
    assert pages(place, as_of=moment) == was == list(keeping.review_queue(keeping.kept(place, moment)))
    assert pages(place) != was


def test_a_ledger_of_an_older_program_has_the_same_queue(where: str, tmp_path: Path) -> None:
    bare, lined = str(tmp_path / "bare.db"), str(tmp_path / "lined.db")
    with closing(open_store(where)) as source, closing(open_store(bare)) as one, closing(open_store(lined)) as other:
        for entry in source.log():
            row = json.loads(entry.content)
            if entry.table == "shelf events":
                del row["record"]["open"]
            if not entry.table.startswith("shelf "):
                one.append(entry.table, [row], entry.recorded_at)
            if entry.table != "shelf pairs":
                other.append(entry.table, [row], entry.recorded_at)
    assert pages(bare) == pages(where)
    assert pages(lined) == pages(where)
    _has_doubts_written_down(lined, pages(where))


def _has_doubts_written_down(place: str, told: list[Any]) -> None:
    """Once what pages are found by is made anew, doubts are read, not looked for, and nothing else has changed."""
    events = len(keeping.kept(place).events)
    assert (keeping.remake(place), keeping.remake(place)) == (events, 0)
    with closing(open_store(place)) as opened:
        assert all("open" in row["record"] for row in opened.rows("shelf events"))
    assert pages(place) == told
    assert keeping.verify(place).faults == ()


def test_a_ledger_that_cannot_be_written_has_the_same_queue(where: str, tmp_path: Path) -> None:
    bare = tmp_path / "bare.db"
    with closing(open_store(where)) as source, closing(open_store(str(bare))) as target:
        for entry in source.log():
            if not entry.table.startswith("shelf "):
                target.append(entry.table, [json.loads(entry.content)], entry.recorded_at)
    (told,) = {kind for kind, _ in keeping.queued(where, "same event", slice(0, 9)).kinds} & {"same event"}
    bare.chmod(0o444)
    page = keeping.queued(str(bare), told, slice(0, 9))
    assert [one.kind for one in page.doubts] == ["same event"]

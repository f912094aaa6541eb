"""Pages of a ledger's shelves, and the part of it about one event or report."""

import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy

from twosource import keeping
from twosource.errors import UsageError
from twosource.keeping import Draft, Stamp
from twosource.model import EventEntry, Holdings, Query, ReportEntry, SourceEntry
from twosource.reckon import reconciled
from twosource.store import open_store

Add = Callable[..., Holdings]
Rows = tuple[dict[str, Any], ...]


def ids(where: str, as_of: str | None = None, **asked: Any) -> list[str]:
    return [one.id for one in keeping.find(where, Query(**asked), as_of).entries]


def test_reports_and_events_are_found_by_their_words(tmp_path: Path, add: Add, rows: Rows) -> None:
    where = str(tmp_path / "ledger.db")
    held = add(where, *rows)
    assert len(ids(where, shelf="reports", words="BERN bomb")) == 2
    assert ids(where, words="BERN bomb") == [held.events[0].id]
    (mine,) = ids(where, shelf="reports", words="miner oru")
    assert mine == next(a.id for a in held.articles if "miners" in a.text)
    assert ids(where, shelf="reports", words="bern oruro") == ids(where, words="bern oruro") == []
    assert ids(where, words="!") == []


def test_an_event_is_told_on_one_line(tmp_path: Path, add: Add, rows: Rows) -> None:
    where = str(tmp_path / "ledger.db")
    held = add(where, *rows)
    found = keeping.find(where, Query(place="ch", at_least=2, agreement="contested"))
    (entry,) = found.entries
    assert isinstance(entry, EventEntry)
    assert (entry.id, entry.reports, entry.claims) == (held.events[0].id, 2, len(held.events[0].claims))
    assert entry.killed is not None
    assert (entry.killed.low, entry.killed.high, entry.killed.agreement) == (2, 3, "contested")
    killed = found.totals[0]
    assert (killed.measure, killed.low, killed.high, killed.events) == ("killed", 2, 3, 1)
    assert found.days == (("2031-05-05", 1),)
    assert found.facets.countries == (("CH", 1),)
    assert [(spot.events, spot.event) for spot in found.spots] == [(1, entry.id)]


def test_pages_follow_one_another_without_gap_or_double(tmp_path: Path, add: Add, rows: Rows) -> None:
    where = str(tmp_path / "ledger.db")
    add(where, *rows)
    for shelf in ("events", "reports", "sources", "rejects"):
        for sort in ("date", "killed", "title", "reports", "doubt"):
            whole = ids(where, shelf=shelf, sort=sort)
            pages, cursor = [], None
            for _ in range(len(whole) + 1):
                found = keeping.find(where, Query(shelf=shelf, sort=sort, limit=1, cursor=cursor))
                pages += [one.id for one in found.entries]
                cursor = found.cursor
                if cursor is None:
                    break
            assert pages == whole
    with pytest.raises(UsageError, match="Cannot read the cursor"):
        keeping.find(where, Query(cursor="nonsense"))


def test_a_past_moment_and_another_rule_are_found_as_they_were(
    tmp_path: Path, add: Add, rows: Rows, stamp: Stamp
) -> None:
    where = str(tmp_path / "ledger.db")
    add(where, rows[0])
    moment = stamp.now()
    add(where, *rows)
    assert len(ids(where)) == 2
    assert len(ids(where, moment)) == 1
    assert ids(where, at_most=2, as_of=moment) == ids(where, moment)
    for rule in ("acled", "latest", "ucdp"):
        (figure,) = (f for f in reconciled(keeping.kept(where), rule).events[0].figures if f.measure == "killed")
        total = keeping.find(where, Query(rule=rule, place="Bern")).totals[0]
        assert (total.low, total.best, total.high) == (figure.low, figure.best, figure.high)
    with pytest.raises(UsageError, match="choose one of: acled"):
        keeping.find(where, Query(rule="guess"))


def test_sources_are_told_with_what_they_gave(tmp_path: Path, add: Add, rows: Rows) -> None:
    where = str(tmp_path / "ledger.db")
    add(where, *rows)
    found = keeping.find(where, Query(shelf="sources", type="speaker"))
    told = {one.name: one for one in found.entries if isinstance(one, SourceEntry)}
    assert told["police"].speaks_as == "police"
    assert found.facets.types == (("speaker", len(told)),)


def test_an_event_alone_is_a_small_ledger(tmp_path: Path, add: Add, rows: Rows, stamp: Stamp) -> None:
    where = str(tmp_path / "ledger.db")
    held = add(where, *rows)
    event = held.events[0]
    keeping.decide(where, [Draft(verb="note", subjects=(event.id,), who="ann", why="see", value="x")], stamp)
    part = keeping.only(where, event.id)
    assert part.events == (event,)
    assert {claim.id for claim in part.claims} == set(event.claims)
    assert {claim.event for claim in part.claims} == {event.id}
    assert {article.id for article in part.articles} == set(event.reports)
    assert [one.decision.who for one in part.judgements] == ["ann"]
    assert keeping.only(where, held.events[1].id).judgements == ()


def test_a_report_alone_is_a_small_ledger(tmp_path: Path, add: Add, rows: Rows) -> None:
    where = str(tmp_path / "ledger.db")
    held = add(where, *rows)
    report = held.events[0].reports[0]
    part = keeping.only(where, report)
    assert [article.id for article in part.articles] == [report]
    assert part.events == held.events[:1]
    assert {claim.report for claim in part.claims} == {report}
    (entry,) = (one for one in keeping.find(where, Query(shelf="reports")).entries if one.id == report)
    assert isinstance(entry, ReportEntry)
    assert entry.claims == len(part.claims)
    assert entry.events == (held.events[0].id,)


def test_an_event_that_became_another_names_it(tmp_path: Path, add: Add, rows: Rows, stamp: Stamp) -> None:
    where = str(tmp_path / "ledger.db")
    held = add(where, *rows)
    both = tuple(event.id for event in held.events)
    keeping.decide(where, [Draft(verb="same_event", subjects=both, who="ann", why="one deed")], stamp)
    (left,) = add(where).events
    (gone,) = set(both) - {left.id}
    with pytest.raises(UsageError, match=f"became the event {left.id}"):
        keeping.only(where, gone)
    with pytest.raises(UsageError, match="no event and no report"):
        keeping.only(where, "e-none")


def test_reports_without_claims_are_found(tmp_path: Path, add: Add, rows: Rows) -> None:
    talks = {"id": "9", "published": "2031-05-08", "text": "Farmers and dairies will meet in Linz to talk about milk."}
    where = str(tmp_path / "ledger.db")
    add(where, *rows, talks)
    found = keeping.find(where, Query(shelf="reports", type="without claims"))
    assert found.total == 1
    assert keeping.find(where, Query(shelf="reports")).facets.types == (("with claims", 3), ("without claims", 1))


def without_shelves(where: str, place: str) -> str:
    """Write a ledger anew as a program wrote it that knew no shelves."""
    with closing(open_store(where)) as source, closing(open_store(place)) as target:
        for entry in source.log():
            if not entry.table.startswith("shelf "):
                target.append(entry.table, [json.loads(entry.content)], entry.recorded_at)
    return place


def test_a_ledger_of_an_older_program_is_found_in_alike(tmp_path: Path, add: Add, rows: Rows, stamp: Stamp) -> None:
    where = str(tmp_path / "ledger.db")
    add(where, rows[0])
    moment = stamp.now()
    add(where, *rows)
    older = without_shelves(where, str(tmp_path / "older.db"))
    for query in (Query(), Query(shelf="reports", words="bern"), Query(shelf="sources"), Query(rule="latest")):
        for as_of in (moment, None, moment):
            assert keeping.find(older, query, as_of) == keeping.find(where, query, as_of)
    with closing(open_store(older)) as opened:
        assert opened.shelved("events")
        assert not opened.shelved("events", moment)
    assert keeping.kept(older) == keeping.kept(where)


def test_a_ledger_that_cannot_be_written_is_read_whole(tmp_path: Path, add: Add, rows: Rows) -> None:
    where = str(tmp_path / "ledger.db")
    add(where, *rows)
    older = without_shelves(where, str(tmp_path / "older.db"))
    with closing(sqlite3.connect(older, isolation_level=None)) as another:
        another.execute("BEGIN IMMEDIATE")
        assert keeping.find(f"sqlite:///{older}?timeout=0.1", Query()) == keeping.find(where, Query())
    with closing(open_store(older)) as opened:
        assert not opened.shelved("events")


def test_what_is_read_by_ids_is_what_the_whole_ledger_holds_of_it(
    tmp_path: Path, add: Add, rows: Rows, stamp: Stamp
) -> None:
    where = str(tmp_path / "ledger.db")
    held = add(where, *rows)
    moment = stamp.now()
    two = next(claim for claim in held.claims if claim.low == 2)
    correct = Draft(verb="correct", subjects=(two.id,), who="ann", why="misread", value='{"high": 4, "low": 4}')
    keeping.decide(where, [correct], stamp)
    add(where)
    later = [
        Draft(verb="note", subjects=(two.id,), who="bob", why="see", value="x"),
        Draft(verb="grade", subjects=(held.events[1].id,), who="bob", why="sure", value="high"),
    ]
    keeping.decide(where, later, stamp)
    for as_of in (moment, None):
        whole = keeping.kept(where, as_of)
        for wanted in (*(event.id for event in whole.events), *(article.id for article in whole.articles)):
            assert keeping.only(where, wanted, as_of) == keeping.part_of(whole, wanted)


def test_a_ledger_kept_open_shows_what_others_write(tmp_path: Path, add: Add, rows: Rows) -> None:
    where = str(tmp_path / "ledger.db")
    add(where, rows[0])
    with keeping.kept_open(where):
        assert len(ids(where)) == 1
        add(where, *rows)
        assert len(ids(where)) == 2
    with pytest.raises(UsageError, match="no such ledger"), keeping.kept_open(str(tmp_path / "none.db")):
        pass


def test_a_page_of_a_shelf_takes_one_question_and_begins_nothing(tmp_path: Path, add: Add, rows: Rows) -> None:
    """What a server's process does for each list: opened, its state told, found; of a past moment alike."""
    where = str(tmp_path / "ledger.db")
    add(where, *rows)
    asked: list[str] = []

    def happen(_connection: object, _cursor: object, question: str, *_told: object) -> None:
        asked.append(question.partition(" ")[0])

    def made(as_of: str | None) -> None:
        with keeping.asked_together(where, keeping.shared):
            keeping.state(where)
            keeping.check(where, as_of)
            assert keeping.find(where, Query(), as_of).total == 2

    with keeping.kept_open(where):
        made(None)
        sqlalchemy.event.listen(sqlalchemy.Engine, "before_cursor_execute", happen)
        try:
            made(None)
            made("2031-10-01T09:00:00Z")
        finally:
            sqlalchemy.event.remove(sqlalchemy.Engine, "before_cursor_execute", happen)
    assert asked == ["SELECT", "SELECT"]

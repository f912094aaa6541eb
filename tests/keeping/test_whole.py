"""Backup, restore, verify and merge of whole ledgers; two runs at once; stores that fail."""

import json
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from twosource import Settings, keeping
from twosource.errors import SourceError, StoreError, UsageError
from twosource.keeping import Draft, Stamp
from twosource.model import Holdings, Query
from twosource.store import SqlStore

Add = Callable[..., Holdings]
Rows = tuple[dict[str, Any], ...]


def silent(_stage: str, _done: int) -> None:
    """Tell nobody."""


@pytest.fixture
def store(tmp_path: Path, add: Add, rows: Rows) -> str:
    """A ledger with two runs."""
    where = str(tmp_path / "ledger.db")
    add(where, rows[0])
    add(where, rows[1])
    return where


def test_a_backup_brings_back_the_whole_past(store: str, tmp_path: Path) -> None:
    file, again = tmp_path / "ledger.jsonl.gz", str(tmp_path / "again.db")
    number = keeping.back_up(store, file)
    assert keeping.restore(file, again).entries == number
    for moment in (None, "2031-10-01T08:02:30Z"):
        assert keeping.kept(again, moment) == keeping.kept(store, moment)
    assert keeping.verify(again) == keeping.verify(store)
    with pytest.raises(SourceError, match="overwrites nothing"):
        keeping.back_up(store, file)
    with pytest.raises(UsageError, match="holds rows"):
        keeping.restore(file, store)


def test_a_backup_passes_between_kinds_of_databases(
    store: str, tmp_path: Path, fresh_schema: Callable[[], str]
) -> None:
    file, server = tmp_path / "ledger.jsonl.gz", fresh_schema()
    keeping.back_up(store, file)
    keeping.restore(file, server)
    assert keeping.kept(server) == keeping.kept(store)


def test_a_damaged_backup_is_refused(store: str, tmp_path: Path) -> None:
    file = tmp_path / "ledger.jsonl.gz"
    keeping.back_up(store, file)
    file.write_bytes(file.read_bytes()[:-40])
    with pytest.raises(SourceError, match="Cannot read the backup"):
        keeping.restore(file, str(tmp_path / "again.db"))
    assert not (tmp_path / "again.db").exists()


def test_what_was_changed_behind_the_ledgers_back_is_seen(store: str) -> None:
    known = keeping.verify(store).chain
    assert keeping.verify(store, known).faults == ()
    with closing(sqlite3.connect(store)) as other:
        other.execute("UPDATE record SET content = replace(content, 'killed', 'harmed') WHERE table_name = 'readings'")
        other.commit()
    assert "its content was changed" in keeping.verify(store).faults[0]


def test_a_ledger_that_was_cut_short_is_seen_by_a_chain_noted_before(store: str) -> None:
    known = keeping.verify(store).chain
    with closing(sqlite3.connect(store)) as other:
        for table in ("line", "record"):
            other.execute(f"DELETE FROM {table} WHERE sequence = (SELECT max(sequence) FROM record)")  # noqa: S608
        other.commit()
    assert keeping.verify(store).faults == ()
    assert "cut short" in keeping.verify(store, known).faults[0]


@pytest.fixture(params=["sqlite", "postgres"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Callable[[str], str]:
    """A function that names a new place for a ledger, in a file or on a server."""
    if request.param == "postgres":
        fresh: Callable[[], str] = request.getfixturevalue("fresh_schema")
        return lambda _name: fresh()
    return lambda name: str(tmp_path / name)


def shown(where: str) -> tuple[Any, ...]:
    """What pages of a ledger show, found by what stands beside its entries, which is as they say."""
    assert keeping.verify(where).faults == ()
    whole = keeping.review_queue(keeping.kept(where))
    assert keeping.queued(where, None, slice(0, 50)).doubts == whole[:50]
    events = keeping.find(where, Query()).entries
    reports = keeping.find(where, Query(shelf="reports", sort="title")).entries
    return events, reports, keeping.find(where, Query(shelf="sources")).entries, whole


def test_two_ledgers_made_one_hold_what_both_held(
    place: Callable[[str], str], add: Add, rows: Rows, stamp: Stamp
) -> None:
    store, other, both = place("ledger.db"), place("other.db"), place("both.db")
    add(store, rows[0])
    add(store, rows[1])
    held = add(other, rows[1], rows[2])
    nine = next(claim for claim in held.claims if claim.low == 9)
    keeping.decide(other, [Draft(verb="reject", subjects=(nine.id,), who="ann", why="seen")], stamp)
    expected = add(both, *rows)
    merged = keeping.merge(store, other, Settings(workers=1), silent, stamp)
    assert merged.articles == expected.articles
    assert [event.reports for event in merged.events] == [event.reports for event in expected.events]
    assert next(claim for claim in merged.claims if claim.id == nine.id).scope == "rejected"
    assert keeping.merge(store, other, Settings(workers=1), silent, stamp) == merged
    with pytest.raises(UsageError, match="are one ledger"):
        keeping.merge(store, store, Settings(workers=1), silent, stamp)
    keeping.decide(both, [Draft(verb="reject", subjects=(nine.id,), who="ann", why="seen")], stamp)
    keeping.settle(both, Settings(workers=1), silent, stamp)
    assert shown(store) == shown(both)


def test_of_two_runs_at_once_the_second_links_what_the_first_read(
    place: Callable[[str], str], add: Add, rows: Rows, stamp: Stamp
) -> None:
    """The other run ends while this one is linking; nothing is lost, nothing doubled, and the wait is told."""
    where, alone, told = place("ledger.db"), place("alone.db"), list[str]()
    add(where, rows[2])

    def meanwhile(stage: str, _done: int) -> None:
        if stage == "linking" and "linking" not in told:
            told.append(stage)
            add(where, rows[1])
        told.append(stage)

    found = keeping.run_into([rows[0]], where, Settings(workers=1), meanwhile, stamp)
    assert "another program wrote first: linking again" in told
    assert len(found.articles) == 3
    expected = add(alone, *rows)
    assert [claim.id for claim in found.claims] == [claim.id for claim in expected.claims]
    assert [event.reports for event in found.events] == [event.reports for event in expected.events]
    assert keeping.kept(where) == found
    assert [one.reports for one in shown(where)[0]] == [one.reports for one in shown(alone)[0]]


def test_nothing_is_made_where_nothing_came_in(tmp_path: Path, stamp: Stamp) -> None:
    where = tmp_path / "new.db"
    with pytest.raises(UsageError, match="no such file"):
        keeping.run_into([tmp_path / "missing.txt"], str(where), Settings(workers=1), silent, stamp)
    keeping.run_into([], str(where), Settings(workers=1), silent, stamp)
    assert not where.exists()


def test_what_could_not_be_read_is_kept_even_where_nothing_else_came_in(tmp_path: Path, stamp: Stamp) -> None:
    where = str(tmp_path / "new.db")
    found = keeping.run_into([{"id": "1", "text": " "}], where, Settings(workers=1), silent, stamp)
    assert [one.source for one in found.rejects] == ["1"]
    assert keeping.kept(where).rejects == found.rejects


def test_a_writer_that_may_not_write_leaves_the_ledger_as_it_was(store: str, add: Add, rows: Rows) -> None:
    held = keeping.kept(store)
    with closing(sqlite3.connect(store)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreError, match="another program is writing"):
            add(f"sqlite:///{store}?timeout=0.05", rows[2])
    assert keeping.kept(store) == held


def test_a_ledger_that_cannot_be_written_is_shown_and_says_so_to_who_writes(store: str, add: Add, rows: Rows) -> None:
    seen = shown(store)
    Path(store).chmod(0o444)
    assert shown(store) == seen
    with closing(SqlStore(f"sqlite:///file:{store}?mode=ro&uri=true")) as opened, pytest.raises(StoreError):
        opened.append("events", [{"id": "e-1"}], "2031-10-02T08:00:00Z")
    Path(store).chmod(0o644)
    add(store, *rows)
    assert len(shown(store)[0]) == 2


FULL = """
import resource, signal, sys
from twosource.__main__ import main
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv.pop(1)),) * 2)
main()
"""


def test_a_disk_that_fills_while_a_run_ends_leaves_the_ledger_as_it_was(
    store: str, tmp_path: Path, add: Add, rows: Rows
) -> None:
    seen, many = shown(store), tmp_path / "many.jsonl"
    towns = ("Linz", "Graz", "Wels", "Steyr", "Villach", "Bregenz", "Leoben", "Krems", "Baden", "Traun")
    lines = (
        {
            "text": f"{n + 2} people were killed by a bomb in {one} on Monday, police said. {'It rained. ' * 500}",
            "published": "2031-05-06",
        }
        for n, one in enumerate(towns)
    )
    many.write_text("\n".join(json.dumps(line) for line in lines))
    before = keeping.verify(store).entries
    command = [sys.executable, "-c", FULL, "60000", "run", str(many), "--store", store, "--workers", "1"]
    ran = subprocess.run(command, capture_output=True, text=True, check=False, timeout=300)  # noqa: S603 - our own program
    assert ran.returncode == 1, ran.stderr
    assert "free some space" in ran.stderr
    assert shown(store) == seen
    assert keeping.verify(store).entries >= before
    assert add(store, rows[2]).articles


def test_a_lost_server_is_told_and_the_next_question_is_answered(
    fresh_schema: Callable[[], str], add: Add, rows: Rows
) -> None:
    where = fresh_schema()
    add(where, *rows)
    with keeping.kept_open(where):
        seen = keeping.find(where, Query())
        with closing(SqlStore(where)) as other, other._engine.begin() as connection:  # noqa: SLF001 - from outside
            connection.exec_driver_sql(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid()"
                " AND backend_type = 'client backend'"
            )
        try:
            found = keeping.find(where, Query(limit=7))
        except StoreError as error:
            assert "server" in str(error) or "connection" in str(error)  # noqa: PT017 - either will do
            found = keeping.find(where, Query(limit=7))
        assert found.entries == seen.entries


DAMAGE = (
    "DELETE FROM line WHERE sequence IN (SELECT min(sequence) FROM line)",
    "UPDATE line SET terms = 'other'",
    "UPDATE line SET numbers = under",
    "INSERT INTO line SELECT 9999, table_name, id, since, terms, numbers, under FROM line LIMIT 1",
    "DELETE FROM pointer WHERE table_name = 'events'",
)


@pytest.mark.parametrize("damage", DAMAGE)
@pytest.mark.parametrize("kind", ["sqlite", "postgres"])
def test_what_pages_are_found_by_is_checked_and_made_anew(
    request: pytest.FixtureRequest, store: str, tmp_path: Path, kind: str, damage: str
) -> None:
    where = store
    if kind == "postgres":
        where = request.getfixturevalue("fresh_schema")()
        keeping.back_up(store, tmp_path / "ledger.gz")
        keeping.restore(tmp_path / "ledger.gz", where)
    assert keeping.verify(where).faults == ()
    with closing(SqlStore(where)) as opened, opened._engine.begin() as connection:  # noqa: SLF001 - damage from outside
        connection.exec_driver_sql(damage)
    (told,) = keeping.verify(where).faults
    assert "verify --remake" in told
    keeping.remake(where)
    assert keeping.verify(where).faults == ()
    assert keeping.find(where, Query()).total == len(keeping.kept(where).events)

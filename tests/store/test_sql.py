"""A ledger in a file: what it says when the file or the machine refuses, and that a kill leaves it whole."""

import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy.exc import SQLAlchemyError

from twosource.errors import StoreError
from twosource.store import SqlStore
from twosource.store.connect import address, connected
from twosource.store.failure import store_error

NINE = "2026-01-05T09:00:00Z"
KILLED = """
import os, signal, sys
from twosource.store import SqlStore
def rows():
    for number in range(5_000):
        if number == 4_000:
            os.kill(os.getpid(), signal.SIGKILL)
        yield {"id": f"b{number}"}
store = SqlStore(sys.argv[1])
store.append("claims", [{"id": "a"}], "2026-01-05T09:00:00Z")
store.append("claims", rows(), "2026-01-05T09:00:00Z")
"""


@pytest.fixture
def path(tmp_path: Path) -> str:
    """A ledger with one row."""
    where = str(tmp_path / "ledger.db")
    with closing(SqlStore(where)) as store:
        store.append("claims", [{"id": "a"}], NINE)
    return where


def _refusal(path: str, *before: str, last: str) -> StoreError:
    """Return the StoreError for what SQLite says to the last statement."""
    engine = connected(address(path))
    with engine.connect() as connection:
        for statement in before:
            connection.exec_driver_sql(statement)
        with pytest.raises(SQLAlchemyError) as caught:
            connection.exec_driver_sql(last)
    engine.dispose()
    return store_error(caught.value, path)


def test_a_program_killed_in_the_middle_of_a_write_leaves_what_was_before(tmp_path: Path) -> None:
    where = str(tmp_path / "ledger.db")
    ended = subprocess.run([sys.executable, "-c", KILLED, where], check=False)  # noqa: S603 - our own script
    assert ended.returncode == -signal.SIGKILL
    with closing(SqlStore(where)) as store:
        assert list(store.rows("claims")) == [{"id": "a"}]
        assert store.append("claims", [{"id": "b0"}], NINE) == 1


def test_a_file_that_is_no_database_is_named(tmp_path: Path) -> None:
    other = tmp_path / "notes.txt"
    other.write_text("These are notes, not a ledger. " * 50)
    with pytest.raises(StoreError, match=r"notes\.txt.*not a database.*name another file"):
        SqlStore(str(other))
    assert other.read_text().startswith("These are notes")


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match=r"none/ledger\.db.*the folder is missing"):
        SqlStore(str(tmp_path / "none" / "ledger.db"))


def test_a_table_of_another_program_is_not_taken_for_ours(tmp_path: Path) -> None:
    where = tmp_path / "other.db"
    with closing(sqlite3.connect(where)) as other:
        other.execute("CREATE TABLE record (title TEXT)")
    with pytest.raises(StoreError, match="another program"):
        SqlStore(str(where))


def test_a_writer_that_waits_too_long_says_so(path: str) -> None:
    with closing(SqlStore(f"sqlite:///{path}?timeout=0.05")) as store, closing(sqlite3.connect(path)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreError, match=r"locked.*another program is writing"):
            store.append("claims", [{"id": "b"}], NINE)
        assert list(store.rows("claims")) == [{"id": "a"}]
        other.rollback()
        assert store.append("claims", [{"id": "b"}], NINE) == 1


def test_a_read_only_file_says_so(path: str) -> None:
    error = _refusal(path, "PRAGMA query_only = 1", last="DELETE FROM record")
    assert "make both writable" in str(error)


def test_a_full_disk_says_so(path: str) -> None:
    big = "INSERT INTO record VALUES (9, 't', 'i', 1, 'now', 'digest', zeroblob(9000000), 'chain')"
    assert "free some space" in str(_refusal(path, "PRAGMA max_page_count = 20", last=big))


def test_a_refusal_of_no_known_kind_still_tells_the_words(path: str) -> None:
    assert "no such table: nowhere" in str(_refusal(path, last="SELECT * FROM nowhere"))


def test_a_password_is_never_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("psycopg")
    monkeypatch.setenv("PGCONNECT_TIMEOUT", "2")
    with pytest.raises(StoreError) as caught:
        SqlStore("postgresql://someone:secret@/ledger?host=/nowhere")
    assert "secret" not in str(caught.value)
    assert "/nowhere" in str(caught.value)

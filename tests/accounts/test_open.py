"""The tables of accounts beside a ledger's: made once, and never by an older program over a newer one's."""

import sqlite3
from pathlib import Path

import pytest
from tests.accounts.conftest import PASSWORD, Clock

from twosource.accounts import Accounts, add, people, person_here
from twosource.accounts.login import LoggedIn, log_in
from twosource.errors import StoreError
from twosource.store import open_store


def test_accounts_and_ledger_lie_in_one_file(tmp_path: Path, clock: Clock) -> None:
    where = str(tmp_path / "ledger.db")
    store = open_store(where)
    store.append("events", [{"id": "e-1"}], "2031-05-06T09:00:00Z")
    add(Accounts(where), "ada", "admin", PASSWORD, clock.by())
    store.append("events", [{"id": "e-2"}], "2031-05-06T10:00:00Z")
    assert [row["id"] for row in open_store(where).rows("events")] == ["e-1", "e-2"]
    assert [one.name for one in people(Accounts(where))] == ["ada"]


def test_accounts_may_come_before_the_ledger(tmp_path: Path, clock: Clock) -> None:
    where = str(tmp_path / "ledger.db")
    add(Accounts(where), "ada", "admin", PASSWORD, clock.by())
    assert open_store(where).append("events", [{"id": "e-1"}], "2031-05-06T09:00:00Z") == 1


def test_accounts_of_a_newer_program_are_left_alone(tmp_path: Path) -> None:
    where = tmp_path / "ledger.db"
    Accounts(str(where)).close()
    with sqlite3.connect(where) as connection:
        connection.execute("UPDATE account_revision SET version_num = 'a9999'")
    connection.close()
    with pytest.raises(StoreError, match="install a newer one"):
        Accounts(str(where))


def test_a_reader_never_waits_for_the_ledgers_writer(tmp_path: Path, clock: Clock) -> None:
    where = tmp_path / "ledger.db"
    accounts = Accounts(str(where))
    add(accounts, "ada", "admin", PASSWORD, clock.by())
    found = log_in(accounts, PASSWORD, clock.by("ada"))
    assert isinstance(found, LoggedIn)
    clock.pass_by(hours=1)
    writer = sqlite3.connect(where, isolation_level=None)
    writer.execute("BEGIN IMMEDIATE")
    assert person_here(accounts, found.secret, clock.now) is not None
    writer.execute("ROLLBACK")
    writer.close()

"""Addresses of ledgers and the settings of their connections."""

import sys

import pytest

from twosource.errors import UsageError
from twosource.store.connect import address, connected


def test_postgres_means_psycopg() -> None:
    assert address("postgresql://host/ledger").drivername == "postgresql+psycopg"


def test_a_missing_driver_is_named_with_the_command_that_installs_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "psycopg", None)
    with pytest.raises(UsageError, match=r"psycopg: install it with pip install 'twosource\[postgres\]'"):
        connected(address("postgresql://host/ledger"))


def test_a_sqlite_file_is_in_wal_mode_and_writes_through(tmp_path: object) -> None:
    engine = connected(address(f"{tmp_path}/ledger.db"))
    with engine.connect() as connection:
        assert connection.exec_driver_sql("PRAGMA journal_mode").scalar() == "wal"
        assert connection.exec_driver_sql("PRAGMA synchronous").scalar() == 2
    engine.dispose()

"""Addresses of ledgers and the settings of their connections."""

import sys
from collections.abc import Callable
from contextlib import closing

import pytest

from twosource.errors import UsageError
from twosource.store import SqlStore
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


def test_a_connection_that_its_server_has_closed_is_not_asked_again(fresh_schema: Callable[[], str]) -> None:
    where = fresh_schema()
    with closing(SqlStore(where)) as store, closing(SqlStore(where)) as other:
        store.append("claims", [{"id": "a"}], "2031-05-06T09:00:00Z")
        assert list(other.rows("claims", ids=["a"])) == [{"id": "a"}]
        engine = connected(address(where))
        with engine.connect() as connection:
            ended = connection.exec_driver_sql(
                "SELECT pg_terminate_backend(pid, 9000) FROM pg_stat_activity WHERE pid <> pg_backend_pid()"
                " AND backend_type = 'client backend'"
            )
            assert len(ended.all()) >= 2
        engine.dispose()
        assert list(other.rows("claims", ids=["a"])) == [{"id": "a"}]
        assert store.append("claims", [{"id": "b"}], "2031-05-06T09:00:00Z") == 1


def test_many_ids_are_one_question_of_a_server(fresh_schema: Callable[[], str]) -> None:
    with closing(SqlStore(fresh_schema())) as store:
        store.append("claims", ({"id": f"c{number:04}"} for number in range(900)), "2031-05-06T09:00:00Z")
        wanted = [f"c{number:04}" for number in range(0, 900, 2)]
        assert [row["id"] for row in store.rows("claims", ids=wanted)] == wanted

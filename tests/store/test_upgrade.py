"""Ledgers of older versions: brought to the present tables with all they hold; newer ones are refused."""

import hashlib
import json
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import create_engine, inspect, text

from twosource.errors import StoreError
from twosource.store import SqlStore, faults
from twosource.store.schema import HEAD
from twosource.store.upgrade import MIGRATIONS

if TYPE_CHECKING:
    from collections.abc import Callable

FIRST = """CREATE TABLE record (
    sequence {key}, table_name VARCHAR(200) NOT NULL, id VARCHAR(200) NOT NULL, version INTEGER NOT NULL,
    recorded_at VARCHAR(200) NOT NULL, sha256 VARCHAR(64) NOT NULL, content TEXT NOT NULL,
    UNIQUE (table_name, id, version))"""
ADDED = """INSERT INTO record (table_name, id, version, recorded_at, sha256, content)
    VALUES (:t, :i, 1, :r, :d, :c)"""
KEY = {"sqlite": "INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT", "postgresql": "BIGSERIAL PRIMARY KEY"}
EVENT: dict[str, Any] = {"title": "Blast in the port", "type": None, "place": None, "actors": []}
ROWS = [
    ("readings", "r-1", {"report": "r-1"}),
    ("events", "e-1", EVENT),
    ("events", "e-2", EVENT),
    ("state", "current", None),
]


def _old_ledger(address: str) -> None:
    """Make a ledger as the first version did, with two events of which one stands."""
    engine = create_engine(address)
    with engine.begin() as connection:
        connection.exec_driver_sql(FIRST.format(key=KEY[engine.dialect.name]))
        for table, key, record in ROWS:
            state = {"id": key, "rule": "ucdp", "readings": ["r-1"], "events": ["e-2"], "copies": []}
            row = state if record is None else {"id": key, "record": record}
            content = json.dumps(row, sort_keys=True, separators=(",", ":"))
            digest = hashlib.sha256(content.encode()).hexdigest()
            values = {"t": table, "i": key, "r": "2026-01-05T09:00:00.000000Z", "d": digest, "c": content}
            connection.execute(text(ADDED), values)
    engine.dispose()


@pytest.fixture(params=["sqlite", "postgresql"])
def address(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Where an old ledger is."""
    if request.param == "sqlite":
        place = f"sqlite:///{tmp_path}/old.db"
        _old_ledger(place)
        return place
    fresh: Callable[[], str] = request.getfixturevalue("fresh_schema")
    place = fresh()
    _old_ledger(place.replace("postgresql:", "postgresql+psycopg:"))
    return place


def test_an_old_ledger_is_brought_up_with_all_it_holds(address: str) -> None:
    for _ in range(2):  # the second opening changes nothing
        with closing(SqlStore(address)) as store:
            found, _, number = faults(store.log())
            assert (found, number) == ((), 7)
            assert list(store.rows("standing")) == [{"id": "r-1", "record": {"reading": "r-1"}}]
            assert [row["id"] for row in store.rows("events") if row["record"] is not None] == ["e-2"]
            assert next(store.rows("runs"))["record"]["rule"] == "ucdp"
            assert list(store.search("port")) == [("events", "e-2")]
    with closing(SqlStore(address)) as store:
        assert store.append("events", [{"id": "e-3", "record": EVENT}], "2026-01-06T09:00:00Z") == 1
        assert faults(store.log())[0] == ()


def test_a_ledger_that_had_no_pointers_from_figures_gets_them(tmp_path: Path) -> None:
    where = str(tmp_path / "ledger.db")
    with closing(SqlStore(where)) as store:
        store.append("events", [{"id": "e-3", "record": EVENT | {"figures": [{"id": "f-3"}]}}], "2026-01-06T09:00:00Z")
        assert store.naming(["f-3"], "events") == ("e-3",)
    with closing(sqlite3.connect(where)) as other:
        other.execute("DELETE FROM pointer")
        other.execute("DROP TABLE pack")
        other.execute("UPDATE alembic_version SET version_num = '0003'")
        other.commit()
    with closing(SqlStore(where)) as store:
        assert store.naming(["f-3"], "events") == ("e-3",)


def test_an_upgraded_ledger_has_the_tables_of_a_new_one(tmp_path: Path) -> None:
    _old_ledger(f"sqlite:///{tmp_path}/old.db")
    shapes = []
    for name in ("old.db", "new.db"):
        SqlStore(str(tmp_path / name)).close()
        engine = create_engine(f"sqlite:///{tmp_path}/{name}")
        columns = inspect(engine).get_columns("record")
        shapes.append([(c["name"], str(c["type"]), c["nullable"]) for c in columns])
        with engine.connect() as connection:
            assert connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar() == HEAD
        engine.dispose()
    assert shapes[0] == shapes[1]


def test_a_ledger_of_a_newer_version_is_not_touched(tmp_path: Path) -> None:
    where = str(tmp_path / "ledger.db")
    SqlStore(where).close()
    with closing(sqlite3.connect(where)) as other:
        other.execute("UPDATE alembic_version SET version_num = '9999'")
        other.commit()
    with pytest.raises(StoreError, match="install a newer one"):
        SqlStore(where)


def test_the_newest_revision_is_the_one_the_program_knows() -> None:
    names = sorted(path.name for path in (MIGRATIONS / "versions").glob("r*.py"))
    assert names[-1].startswith(f"r{HEAD}_")

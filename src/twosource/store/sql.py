"""The store in a database, SQLite or PostgreSQL: one table, one writer at a time, readers never waiting."""

import json
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from itertools import islice

from sqlalchemy import Connection, Select, func, insert, inspect, select

from twosource.store.connect import address, connected
from twosource.store.content import Sealed, instant, name, sealed
from twosource.store.failure import storing
from twosource.store.schema import METADATA, RECORD
from twosource.store.store import Row

BATCH = 500  # rows looked up and written at once; SQLite takes 32,766 variables in a statement
WRITER_LOCK = 0x7457_6F73  # the number of PostgreSQL's advisory lock that writers of a ledger take
LOCK = {"sqlite": "BEGIN IMMEDIATE", "postgresql": f"SELECT pg_advisory_xact_lock({WRITER_LOCK})"}


class SqlStore:
    """A ledger at a path or an address; the table is made where it is missing."""

    def __init__(self, where: str) -> None:
        url = address(where)
        self._where = url.render_as_string(hide_password=True)
        self._engine = connected(url)
        with storing(self._where):
            if not inspect(self._engine).has_table(RECORD.name):
                with self._writing() as connection:
                    METADATA.create_all(connection)

    def append(self, table: str, rows: Iterable[Row], recorded_at: str) -> int:
        """Add the rows that are new or changed, in one transaction; return how many."""
        name(table, "the name of a table")
        moment = instant(recorded_at)
        new = 0
        with storing(self._where), self._writing() as connection:
            moment = max(moment, _latest_moment(connection))
            kept = sealed(rows)
            while batch := list(islice(kept, BATCH)):
                new += _append(connection, table, batch, moment)
        return new

    def rows(self, table: str, as_of: str | None = None) -> Iterator[Row]:
        """Yield the latest version of each id that was recorded at ``as_of`` or before, as of the first row read."""
        name(table, "the name of a table")
        query = _latest_rows(table, None if as_of is None else instant(as_of))
        return self._read(query)

    def tables(self) -> tuple[str, ...]:
        """Return the names of the tables that hold rows, sorted."""
        with storing(self._where), self._engine.connect() as connection:
            return tuple(sorted(connection.scalars(select(RECORD.c.table_name).distinct())))

    def close(self) -> None:
        """Close every connection."""
        self._engine.dispose()

    def _read(self, query: Select[str]) -> Iterator[Row]:
        with (
            storing(self._where),
            self._engine.connect() as connection,
            closing(connection.execution_options(yield_per=BATCH).scalars(query)) as found,
        ):
            for content in found:
                yield json.loads(content)

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        """Give the only connection that writes; commit at the end, or take all back."""
        with self._engine.connect() as connection, connection.begin():
            connection.exec_driver_sql(LOCK[self._engine.dialect.name])
            yield connection


def _latest_moment(connection: Connection) -> str:
    """Return the time of the last write, "" where there is none."""
    return connection.scalar(select(RECORD.c.recorded_at).order_by(RECORD.c.sequence.desc()).limit(1)) or ""


def _append(connection: Connection, table: str, batch: list[Sealed], moment: str) -> int:
    held = _held(connection, table, [row.id for row in batch])
    new = []
    for row in batch:
        version, digest = held.get(row.id, (0, ""))
        if digest != row.sha256:
            held[row.id] = (version + 1, row.sha256)
            new.append(
                {
                    "table_name": table,
                    "id": row.id,
                    "version": version + 1,
                    "recorded_at": moment,
                    "sha256": row.sha256,
                    "content": row.content,
                }
            )
    if new:
        connection.execute(insert(RECORD), new)
    return len(new)


def _held(connection: Connection, table: str, ids: list[str]) -> dict[str, tuple[int, str]]:
    """Return the latest version's number and digest for each id that is held."""
    query = (
        select(RECORD.c.id, RECORD.c.version, RECORD.c.sha256)
        .where(RECORD.c.table_name == table, RECORD.c.id.in_(ids))
        .order_by(RECORD.c.version)
    )
    return {row.id: (row.version, row.sha256) for row in connection.execute(query)}


def _latest_rows(table: str, limit: str | None) -> Select[str]:
    latest = select(RECORD.c.id, func.max(RECORD.c.version).label("version")).where(RECORD.c.table_name == table)
    if limit is not None:
        latest = latest.where(RECORD.c.recorded_at <= limit)
    chosen = latest.group_by(RECORD.c.id).subquery()
    return (
        select(RECORD.c.content)
        .join(chosen, (RECORD.c.id == chosen.c.id) & (RECORD.c.version == chosen.c.version))
        .where(RECORD.c.table_name == table)
        .order_by(RECORD.c.id)
    )

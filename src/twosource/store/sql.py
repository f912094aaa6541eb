"""The store in a database, SQLite or PostgreSQL: one table, one writer at a time, readers never waiting."""

import json
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing, contextmanager
from itertools import islice
from typing import Any

from sqlalchemy import Connection, Select, func, insert, select, text

from twosource.errors import TurnTakenError, UsageError
from twosource.store.chain import START, link
from twosource.store.connect import address, connected
from twosource.store.content import Sealed, instant, name, sealed
from twosource.store.failure import storing
from twosource.store.finding import index, matching
from twosource.store.schema import HEAD, RECORD
from twosource.store.store import Entry, Row
from twosource.store.upgrade import revision, upgraded
from twosource.store.words import SEARCHED, words_of

BATCH = 500  # rows looked up and written at once; SQLite takes 32,766 variables in a statement
WRITER_LOCK = 0x7457_6F73  # the number of PostgreSQL's advisory lock that writers of a ledger take
LOCK = {"sqlite": "BEGIN IMMEDIATE", "postgresql": f"SELECT pg_advisory_xact_lock({WRITER_LOCK})"}
Values = dict[str, Any]


class SqlStore:
    """A ledger at a path or an address; its tables are made where they are missing, migrated where they are older."""

    def __init__(self, where: str) -> None:
        url = address(where)
        self._where = url.render_as_string(hide_password=True)
        self._engine = connected(url)
        with storing(self._where):
            with self._engine.connect() as connection:
                is_present = revision(connection, self._where) == HEAD
            if not is_present:
                with self._writing() as connection:
                    upgraded(connection, self._where)

    def append(self, table: str, rows: Iterable[Row], recorded_at: str) -> int:
        """Add the rows that are new or changed, in one transaction; return how many."""
        return self._add({table: rows}, recorded_at, None)

    def commit(self, tables: Mapping[str, Iterable[Row]], recorded_at: str, turn: str) -> int:
        """Add the rows of several tables in one transaction, unless the turn is taken; return how many are new."""
        return self._add(tables, recorded_at, turn)

    def rows(self, table: str, as_of: str | None = None) -> Iterator[Row]:
        """Yield the latest version of each id that was recorded at ``as_of`` or before, as of the first row read."""
        name(table, "the name of a table")
        query = _latest_rows(table, None if as_of is None else instant(as_of))
        return (json.loads(row.content) for row in self._read(query))

    def versions(self, table: str, row_id: str) -> Iterator[tuple[str, Row]]:
        """Yield every version of one row with its time, the oldest first."""
        query = (
            select(RECORD.c.recorded_at, RECORD.c.content)
            .where(RECORD.c.table_name == table, RECORD.c.id == row_id)
            .order_by(RECORD.c.version)
        )
        return ((row.recorded_at, json.loads(row.content)) for row in self._read(query))

    def search(self, words: str, as_of: str | None = None) -> Iterator[tuple[str, str]]:
        """Yield table and id of each row with all the words."""
        limit = None if as_of is None else instant(as_of)
        with storing(self._where), self._engine.connect() as connection:
            match = matching(connection, words)
            if match is None:
                return
            found = sorted(connection.scalars(text(match[0]), match[1]))
            rows = [r for batch in _batches(found) for r in connection.execute(_still_latest(batch, limit))]
            yield from sorted((row.table_name, row.id) for row in rows)

    def log(self) -> Iterator[Entry]:
        """Yield every entry in the order of writing."""
        for row in self._read(select(RECORD).order_by(RECORD.c.sequence)):
            yield Entry(
                table=row.table_name,
                id=row.id,
                version=row.version,
                recorded_at=row.recorded_at,
                sha256=row.sha256,
                content=row.content,
                chain=row.chain,
            )

    def extend(self, entries: Iterable[Entry]) -> int:
        """Add another store's entries to this one, which must be empty."""
        added = 0
        with storing(self._where), self._writing() as connection:
            if connection.scalar(select(RECORD.c.sequence).limit(1)) is not None:
                raise UsageError(f"The ledger {self._where} holds rows; name one that does not exist yet.")
            kept = iter(entries)
            while batch := list(islice(kept, BATCH)):
                _write(connection, [_values(entry) for entry in batch])
                added += len(batch)
        return added

    def tables(self) -> tuple[str, ...]:
        """Return the names of the tables that hold rows, sorted."""
        with storing(self._where), self._engine.connect() as connection:
            return tuple(sorted(connection.scalars(select(RECORD.c.table_name).distinct())))

    def close(self) -> None:
        """Close every connection."""
        self._engine.dispose()

    def _add(self, tables: Mapping[str, Iterable[Row]], recorded_at: str, turn: str | None) -> int:
        moment = instant(recorded_at)
        new = 0
        with storing(self._where), self._writing() as connection:
            latest, chain = _latest(connection)
            writer = _Writer(connection, max(moment, latest), chain)
            for table, rows in tables.items():
                name(table, "the name of a table")
                kept = sealed(rows)
                while batch := list(islice(kept, BATCH)):
                    new += writer.add(table, batch, is_turn=table == turn)
        return new

    def _read(self, query: Select[Any]) -> Iterator[Any]:
        with (
            storing(self._where),
            self._engine.connect() as connection,
            closing(connection.execution_options(yield_per=BATCH).execute(query)) as found,
        ):
            yield from found

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        """Give the only connection that writes; commit at the end, or take all back."""
        with self._engine.connect() as connection, connection.begin():
            connection.exec_driver_sql(LOCK[self._engine.dialect.name])
            yield connection


class _Writer:
    """One transaction's time, and the chain as it grows."""

    def __init__(self, connection: Connection, moment: str, chain: str) -> None:
        self._connection = connection
        self._moment = moment
        self._chain = chain

    def add(self, table: str, batch: list[Sealed], *, is_turn: bool) -> int:
        """Write the rows of a batch that are new or changed; return how many."""
        held = _held(self._connection, table, [row.id for row in batch])
        if is_turn and held:
            raise TurnTakenError
        new = []
        for row in batch:
            version, digest = held.get(row.id, (0, ""))
            if digest != row.sha256:
                held[row.id] = (version + 1, row.sha256)
                self._chain = link(self._chain, (table, row.id, str(version + 1), self._moment, row.sha256))
                new.append(self._values(table, row, version + 1))
        _write(self._connection, new)
        return len(new)

    def _values(self, table: str, row: Sealed, version: int) -> Values:
        return {
            "table_name": table,
            "id": row.id,
            "version": version,
            "recorded_at": self._moment,
            "sha256": row.sha256,
            "content": row.content,
            "chain": self._chain,
        }


def _values(entry: Entry) -> Values:
    return {
        "table_name": entry.table,
        "id": entry.id,
        "version": entry.version,
        "recorded_at": entry.recorded_at,
        "sha256": entry.sha256,
        "content": entry.content,
        "chain": entry.chain,
    }


def _write(connection: Connection, new: list[Values]) -> None:
    """Insert entries, and the words of those that are searched."""
    if not new:
        return
    last = connection.scalar(select(func.max(RECORD.c.sequence))) or 0
    numbered = [{"sequence": last + number, **values} for number, values in enumerate(new, 1)]
    connection.execute(insert(RECORD), numbered)
    searched = [one for one in numbered if one["table_name"] in SEARCHED]
    index(connection, ((one["sequence"], words_of(one["table_name"], json.loads(one["content"]))) for one in searched))


def _latest(connection: Connection) -> tuple[str, str]:
    """Return time and chain of the last entry; "" and the start where there is none."""
    query = select(RECORD.c.recorded_at, RECORD.c.chain).order_by(RECORD.c.sequence.desc()).limit(1)
    row = connection.execute(query).first()
    return ("", START) if row is None else (row.recorded_at, row.chain)


def _batches(sequences: list[int]) -> Iterator[list[int]]:
    for start in range(0, len(sequences), BATCH):
        yield sequences[start : start + BATCH]


def _held(connection: Connection, table: str, ids: list[str]) -> dict[str, tuple[int, str]]:
    """Return the latest version's number and digest for each id that is held."""
    query = (
        select(RECORD.c.id, RECORD.c.version, RECORD.c.sha256)
        .where(RECORD.c.table_name == table, RECORD.c.id.in_(ids))
        .order_by(RECORD.c.version)
    )
    return {row.id: (row.version, row.sha256) for row in connection.execute(query)}


def _latest_rows(table: str, limit: str | None) -> Select[Any]:
    latest = select(RECORD.c.id, func.max(RECORD.c.version).label("version")).where(RECORD.c.table_name == table)
    if limit is not None:
        latest = latest.where(RECORD.c.recorded_at <= limit)
    chosen = latest.group_by(RECORD.c.id).subquery()
    return (
        select(RECORD.c.id, RECORD.c.content)
        .join(chosen, (RECORD.c.id == chosen.c.id) & (RECORD.c.version == chosen.c.version))
        .where(RECORD.c.table_name == table)
        .order_by(RECORD.c.id)
    )


def _still_latest(sequences: list[int], limit: str | None) -> Select[Any]:
    """Return the query for those entries that no later version replaced."""
    later = RECORD.alias()
    newer = (later.c.table_name == RECORD.c.table_name) & (later.c.id == RECORD.c.id)
    newer &= later.c.version > RECORD.c.version
    query = select(RECORD.c.table_name, RECORD.c.id).where(RECORD.c.sequence.in_(sequences))
    if limit is not None:
        newer &= later.c.recorded_at <= limit
        query = query.where(RECORD.c.recorded_at <= limit)
    return query.where(~select(later.c.sequence).where(newer).exists())

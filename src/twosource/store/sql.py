"""The store in a database, SQLite or PostgreSQL: one table, one writer at a time, readers never waiting."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, closing, contextmanager
from itertools import islice
from typing import Any, TypeVar

from sqlalchemy import Connection, Select, select, text

from twosource.errors import UsageError
from twosource.model import Found, Query
from twosource.model.query import ShelfName
from twosource.store.connect import address, connected, never_made_anew
from twosource.store.content import instant, name, row_of, sealed
from twosource.store.derived import derive_again, lines, under, unlike
from twosource.store.failure import storing
from twosource.store.finding import matching
from twosource.store.latest import End, beginning_rows, ended_with, latest_rows, still_latest
from twosource.store.packs import keep_pack, packs
from twosource.store.prepared import entry_contents, last_line, last_row, named_rows, naming_rows, row_versions
from twosource.store.questions import Questions
from twosource.store.schema import HEAD, RECORD
from twosource.store.shelves import Line, Shelves, Source
from twosource.store.store import Entry, Row
from twosource.store.upgrade import revision, upgraded
from twosource.store.words import words as wanted_words
from twosource.store.write import Values, Writer, write

BATCH = 500  # rows looked up and written at once; SQLite takes 32,766 variables in a statement
WRITER_LOCK = 0x7457_6F73  # the number of PostgreSQL's advisory lock that writers of a ledger take
LOCK = {"sqlite": "BEGIN IMMEDIATE", "postgresql": f"SELECT pg_advisory_xact_lock({WRITER_LOCK})"}
Key = TypeVar("Key", int, str)


class SqlStore:
    """A ledger at a path or an address; its tables are made where they are missing, migrated where they are older."""

    def __init__(self, where: str) -> None:
        url = address(where)
        self._where = url.render_as_string(hide_password=True)
        self._engine = connected(url)
        self._questions: Questions[End] = Questions(self._engine, self._where, ended_with)
        self._newests: dict[str, tuple[str, int]] = {}
        self._kind = self._engine.dialect.name
        self._shelves = self._fresh_shelves()
        with storing(self._where):
            with self._questions.one() as connection:
                is_present = revision(connection, self._where) == HEAD
            if not is_present:
                with self._writing() as connection:
                    upgraded(connection, self._where)
        never_made_anew(self._engine)

    def append(self, table: str, rows: Iterable[Row], recorded_at: str) -> int:
        """Add the rows that are new or changed, in one transaction; return how many."""
        return self._add({table: rows}, recorded_at, None)

    def commit(self, tables: Mapping[str, Iterable[Row]], recorded_at: str, turn: str) -> int:
        """Add the rows of several tables in one transaction, unless the turn is taken; return how many are new."""
        return self._add(tables, recorded_at, turn)

    def rows(self, table: str, as_of: str | None = None, ids: Iterable[str] | None = None) -> Iterator[Row]:
        """Yield the latest version of each id that was recorded at ``as_of`` or before, as of the first row read."""
        name(table, "the name of a table")
        limit = None if as_of is None else instant(as_of)
        if ids is None:
            return (row_of(row.content) for row in self._read(latest_rows(table, limit)))
        told = {"table": table, "moment": limit}
        batches = _batches(sorted(set(ids)))
        return (
            row_of(row[0])
            for batch in batches
            for row in self._few(named_rows(self._kind, limit is not None), told, batch)
        )

    def last(self, table: str, as_of: str | None = None) -> Row | None:
        """Return the row with the greatest id."""
        told = {"table": table, "moment": None if as_of is None else instant(as_of)}
        found = self._few(last_row(as_of is not None), told)
        return row_of(found[0][0]) if found else None

    def naming(self, keys: Iterable[str], *tables: str) -> tuple[str, ...]:
        """Return the ids of rows of some tables that name one of the keys, or did, sorted."""
        told, batches = {"tables": sorted(set(tables))}, _batches(sorted(set(keys)))
        return tuple(sorted({row[0] for batch in batches for row in self._few(naming_rows(self._kind), told, batch)}))

    def beginning(self, table: str, start: str) -> Iterator[tuple[str, str]]:
        """Yield keys that begin so, with the ids of the rows that name them."""
        return ((row.key, row.id) for row in self._read(beginning_rows(table, start)))

    def find(self, query: Query, as_of: str | None = None) -> Found:
        """Return the page of a shelf that answers a query.

        A shelf tells of the moment that it is asked for, and entries never change: only words of reports are looked for
        by a further question that must be of that moment.
        """
        with self.together() if query.shelf == "reports" and query.words else self.sharing():
            return self._shelves.find(query, as_of)

    def shelved(self, shelf: ShelfName, as_of: str | None = None) -> bool:
        """Tell whether a shelf was kept at a moment."""
        return self._shelves.covers(shelf, as_of)

    def versions(self, table: str, row_id: str) -> Iterator[tuple[str, Row]]:
        """Yield every version of one row with its time, the oldest first."""
        found = self._few(row_versions(self._kind), {"table": table}, [row_id])
        return ((row.recorded_at, row_of(row.content)) for row in found)

    def search(self, words: str, as_of: str | None = None) -> Iterator[tuple[str, str]]:
        """Yield table and id of each row with all the words."""
        limit = None if as_of is None else instant(as_of)
        if not wanted_words(words):
            return
        with self._questions.one() as connection:
            match = matching(connection, words)
            if match is None:
                return
            found = text(match[0]).bindparams(**match[1]).columns(RECORD.c.sequence)
            yield from sorted((table, key) for table, key in connection.execute(still_latest(found, limit)))

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
                write(connection, [_values(entry) for entry in batch])
                added += len(batch)
        return added

    def unlike(self) -> tuple[str, ...]:
        """Return what lines and pointers do not say as the entries do."""
        with self._questions.one() as connection:
            return tuple(unlike(connection))

    def remake(self) -> None:
        """Make lines and pointers anew, in one transaction."""
        with storing(self._where), self._writing() as connection:
            derive_again(connection, lambda _done, _whole: None)
        self._shelves, self._newests = self._fresh_shelves(), {}

    def state(self) -> str:
        """Return the chain after the last entry."""
        return self._questions.end()[2]

    def tables(self) -> tuple[str, ...]:
        """Return the names of the tables that hold rows, sorted."""
        with self._questions.one() as connection:
            return tuple(sorted(connection.scalars(select(RECORD.c.table_name).distinct())))

    def sharing(self) -> AbstractContextManager[None]:
        """Let the questions that this thread asks meanwhile share a connection."""
        return self._questions.sharing()

    def together(self) -> AbstractContextManager[None]:
        """Let the questions that this thread asks meanwhile be answered as of one moment, by one connection."""
        return self._questions.together()

    def rest(self) -> None:
        """Let go of every connection until the next question."""
        self._questions.rest()
        self._engine.dispose()

    def close(self) -> None:
        """Close every connection."""
        self.rest()

    def _fresh_shelves(self) -> Shelves:
        """Shelves that are read from the start when they are first asked."""
        return Shelves(
            Source(self._newest, self._lines, self._under, self._contents, self.search, self._packs, self._keep_pack)
        )

    def _add(self, tables: Mapping[str, Iterable[Row]], recorded_at: str, turn: str | None) -> int:
        moment = instant(recorded_at)
        new = 0
        with storing(self._where), self._writing() as connection:
            _, latest, chain = ended_with(connection)
            writer = Writer(connection, max(moment, latest), chain)
            for table, rows in tables.items():
                name(table, "the name of a table")
                kept = sealed(rows)
                while batch := list(islice(kept, BATCH)):
                    new += writer.add(table, batch, is_turn=table == turn)
        return new

    def _newest(self, table: str) -> int:
        """The sequence of the last line of a table; asked for again once anything was written."""
        until, _, chain = self._questions.end()
        known = self._newests.get(table)
        if known is None or known[0] != chain:
            found = self._few(last_line(), {"table": table, "until": until})
            known = self._newests[table] = (chain, found[0].sequence if found else 0)
        return known[1]

    def _lines(self, table: str, after: int) -> Iterator[Line]:
        with self._questions.streaming() as connection:
            yield from lines(connection, table, after)

    def _under(self, table: str, after: int) -> Iterator[tuple[int, bytes]]:
        with self._questions.streaming() as connection:
            yield from under(connection, table, after)

    def _contents(self, sequences: Sequence[int]) -> dict[int, str]:
        found = (row for batch in _batches(sequences) for row in self._few(entry_contents(self._kind), {}, batch))
        return {row.sequence: row.content for row in found}

    def _packs(self, table: str) -> Iterator[bytes]:
        with self._questions.one() as connection:
            yield from packs(connection, table)

    def _keep_pack(self, table: str, number: int, content: bytes) -> None:
        keep_pack(self._engine, table, number, content)

    def _read(self, query: Select[Any]) -> Iterator[Any]:
        with (
            self._questions.streaming() as connection,
            closing(connection.execute(query, execution_options={"yield_per": BATCH})) as found,
        ):
            yield from found

    def _few(self, query: Select[Any], told: Values, ids: Sequence[Key] = ()) -> Sequence[Any]:
        """What fits into memory, in one go."""
        with self._questions.one() as connection:
            return connection.execute(query, {**told, "ids": ids} if ids else told).all()

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        """Give the only connection that writes; commit at the end, or take all back.

        What this thread asks together is seen anew from then on: it counts on what it wrote, or on what it lost to.
        """
        with self._questions.apart(), self._engine.connect() as connection, connection.begin():
            connection.exec_driver_sql(LOCK[self._kind])
            yield connection


def _values(entry: Entry) -> Values:
    told = ("id", "version", "recorded_at", "sha256", "content", "chain")
    return {"table_name": entry.table, **{name: getattr(entry, name) for name in told}}


def _batches(wanted: Sequence[Key]) -> Iterator[Sequence[Key]]:
    for start in range(0, len(wanted), BATCH):
        yield wanted[start : start + BATCH]

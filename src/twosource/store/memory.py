"""A store that lives as long as the program: for tests, and for runs that keep nothing."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext

from twosource.errors import TurnTakenError, UsageError
from twosource.model import Found, Query
from twosource.model.query import ShelfName
from twosource.store.chain import START, link
from twosource.store.content import Sealed, instant, name, sealed
from twosource.store.pointer import named_ids
from twosource.store.shelves import Line, Shelves, Source, line_of
from twosource.store.store import Entry, Row
from twosource.store.words import words, words_of


class MemoryStore:
    """All entries in the order of writing, and those of each row, the oldest first."""

    def __init__(self) -> None:
        self._entries: list[Entry] = []
        self._tables: dict[str, dict[str, list[Entry]]] = {}
        self._shelves = Shelves(
            Source(self._newest, self._lines, self._under, self._contents, self.search, _no_packs, _not_kept)
        )

    def append(self, table: str, rows: Iterable[Row], recorded_at: str) -> int:
        """Add the rows that are new or changed; return how many."""
        return self._add({table: rows}, recorded_at)

    def commit(self, tables: Mapping[str, Iterable[Row]], recorded_at: str, turn: str) -> int:
        """Add the rows of several tables, unless the turn is taken; return how many are new."""
        return self._add(tables, recorded_at, turn)

    def rows(self, table: str, as_of: str | None = None, ids: Iterable[str] | None = None) -> Iterator[Row]:
        """Yield the latest version of each id that was recorded at ``as_of`` or before."""
        limit = None if as_of is None else instant(as_of)
        held = self._tables.get(name(table, "the name of a table"), {})
        wanted = held if ids is None else set(ids) & set(held)
        return iter([json.loads(entry.content) for key in sorted(wanted) for entry in _latest(held[key], limit)])

    def last(self, table: str, as_of: str | None = None) -> Row | None:
        """Return the row with the greatest id."""
        return max(self.rows(table, as_of), key=lambda row: str(row["id"]), default=None)

    def naming(self, keys: Iterable[str], *tables: str) -> tuple[str, ...]:
        """Return the ids of rows of some tables that name one of the keys, or did, sorted."""
        wanted = set(keys)
        entries = (e for table in tables for versions in self._tables.get(table, {}).values() for e in versions)
        return tuple(sorted({e.id for e in entries if wanted & named_ids(e.table, json.loads(e.content))}))

    def beginning(self, table: str, start: str) -> Iterator[tuple[str, str]]:
        """Yield keys that begin so, with the ids of the rows that name them."""
        entries = (entry for versions in self._tables.get(table, {}).values() for entry in versions)
        told = {(key, entry.id) for entry in entries for key in named_ids(table, json.loads(entry.content))}
        return iter(sorted(pair for pair in told if pair[0].startswith(start)))

    def find(self, query: Query, as_of: str | None = None) -> Found:
        """Return the page of a shelf that answers a query."""
        return self._shelves.find(query, as_of)

    def shelved(self, shelf: ShelfName, as_of: str | None = None) -> bool:
        """Tell whether a shelf was kept at a moment."""
        return self._shelves.covers(shelf, as_of)

    def versions(self, table: str, row_id: str) -> Iterator[tuple[str, Row]]:
        """Yield every version of one row with its time, the oldest first."""
        held = self._tables.get(table, {}).get(row_id, [])
        return iter([(entry.recorded_at, json.loads(entry.content)) for entry in held])

    def search(self, words_wanted: str, as_of: str | None = None) -> Iterator[tuple[str, str]]:
        """Yield table and id of each row with all the words."""
        limit = None if as_of is None else instant(as_of)
        wanted = words(words_wanted)
        for table in self.tables():
            for key in sorted(self._tables[table]):
                for entry in _latest(self._tables[table][key], limit):
                    held = words_of(table, json.loads(entry.content)).split()
                    if wanted and all(any(word.startswith(one) for word in held) for one in wanted):
                        yield table, key

    def log(self) -> Iterator[Entry]:
        """Yield every entry in the order of writing."""
        return iter(tuple(self._entries))

    def extend(self, entries: Iterable[Entry]) -> int:
        """Add another store's entries to this one, which must be empty."""
        if self._entries:
            raise UsageError("Entries of another ledger can be taken over by an empty one only.")
        new = list(entries)
        self._keep(new)
        return len(new)

    def unlike(self) -> tuple[str, ...]:
        """Return nothing: all is made from the entries when it is asked for."""
        return ()

    def remake(self) -> None:
        """Do nothing, for the same reason."""

    def state(self) -> str:
        """Return the chain after the last entry."""
        return self._entries[-1].chain if self._entries else START

    def tables(self) -> tuple[str, ...]:
        """Return the names of the tables that hold rows, sorted."""
        return tuple(sorted(self._tables))

    def sharing(self) -> AbstractContextManager[None]:
        """Do nothing: there is no connection."""
        return nullcontext()

    def together(self) -> AbstractContextManager[None]:
        """Do nothing: there is no connection."""
        return nullcontext()

    def rest(self) -> None:
        """Do nothing: there is no connection."""

    def close(self) -> None:
        """Do nothing: the rows go with the store."""

    def _newest(self, _table: str) -> int:
        return len(self._entries)

    def _lines(self, table: str, after: int) -> Iterator[Line]:
        for sequence, entry, (terms, numbers, _) in self._found_by(table, after):
            yield Line(sequence, entry.id, entry.recorded_at, terms, numbers)

    def _under(self, table: str, after: int) -> Iterator[tuple[int, bytes]]:
        for sequence, _, (_, _, under) in self._found_by(table, after):
            yield sequence, under

    def _found_by(self, table: str, after: int) -> Iterator[tuple[int, Entry, tuple[str, bytes, bytes]]]:
        for sequence, entry in enumerate(self._entries[after:], after + 1):
            line = line_of(table, json.loads(entry.content)) if entry.table == table else None
            if line is not None:
                yield sequence, entry, line

    def _contents(self, sequences: Sequence[int]) -> dict[int, str]:
        return {sequence: self._entries[sequence - 1].content for sequence in sequences}

    def _add(self, tables: Mapping[str, Iterable[Row]], recorded_at: str, turn: str | None = None) -> int:
        latest = self._entries[-1].recorded_at if self._entries else ""
        moment = max(instant(recorded_at), latest)
        parts = [(name(table, "the name of a table"), list(sealed(rows))) for table, rows in tables.items()]
        taken = self._tables.get(turn or "", {})
        if any(row.id in taken for table, rows in parts if table == turn for row in rows):
            raise TurnTakenError
        new: list[Entry] = []
        for table, rows in parts:
            new += self._new(table, rows, moment, new)
        self._keep(new)
        return len(new)

    def _new(self, table: str, rows: list[Sealed], moment: str, before: list[Entry]) -> list[Entry]:
        """Return entries for the rows that differ from the version before them."""
        held = {row.id: _last(self._tables.get(table, {}).get(row.id, [])) for row in rows}
        chain = (before or self._entries)[-1].chain if before or self._entries else START
        new = []
        for row in rows:
            version, digest = held[row.id]
            if digest != row.sha256:
                held[row.id] = (version + 1, row.sha256)
                chain = link(chain, (table, row.id, str(version + 1), moment, row.sha256))
                new.append(
                    Entry(
                        table=table,
                        id=row.id,
                        version=version + 1,
                        recorded_at=moment,
                        sha256=row.sha256,
                        content=row.content,
                        chain=chain,
                    )
                )
        return new

    def _keep(self, entries: list[Entry]) -> None:
        self._entries += entries
        for entry in entries:
            self._tables.setdefault(entry.table, {}).setdefault(entry.id, []).append(entry)


def _no_packs(_table: str) -> Iterator[bytes]:
    return iter(())


def _not_kept(_table: str, _number: int, _content: bytes) -> None:
    """Keep nothing: what is in memory is read at once."""


def _last(versions: list[Entry]) -> tuple[int, str]:
    return (versions[-1].version, versions[-1].sha256) if versions else (0, "")


def _latest(versions: list[Entry], limit: str | None) -> list[Entry]:
    return [entry for entry in versions if limit is None or entry.recorded_at <= limit][-1:]

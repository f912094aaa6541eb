"""A store that lives as long as the program: for tests, and for runs that keep nothing."""

import json
from collections.abc import Iterable, Iterator

from twosource.store.content import Sealed, instant, name, sealed
from twosource.store.store import Row

Version = tuple[str, Sealed]


class MemoryStore:
    """Tables of versions per id, oldest first, each with the time it was recorded."""

    def __init__(self) -> None:
        self._tables: dict[str, dict[str, list[Version]]] = {}
        self._latest = ""

    def append(self, table: str, rows: Iterable[Row], recorded_at: str) -> int:
        """Add the rows that are new or changed; return how many."""
        name(table, "the name of a table")
        moment = max(instant(recorded_at), self._latest)
        held = self._tables.get(table, {})
        new = _new(held, list(sealed(rows)))
        for row in new:
            self._tables.setdefault(table, {}).setdefault(row.id, []).append((moment, row))
            self._latest = moment
        return len(new)

    def rows(self, table: str, as_of: str | None = None) -> Iterator[Row]:
        """Yield the latest version of each id that was recorded at ``as_of`` or before."""
        limit = None if as_of is None else instant(as_of)
        held = self._tables.get(name(table, "the name of a table"), {})
        return iter([json.loads(row.content) for key in sorted(held) for row in _latest(held[key], limit)])

    def tables(self) -> tuple[str, ...]:
        """Return the names of the tables that hold rows, sorted."""
        return tuple(sorted(self._tables))

    def close(self) -> None:
        """Do nothing: the rows go with the store."""


def _new(held: dict[str, list[Version]], rows: list[Sealed]) -> list[Sealed]:
    """Return the rows that differ from the version before them."""
    before = {row.id: held[row.id][-1][1].sha256 for row in rows if row.id in held}
    new = []
    for row in rows:
        if before.get(row.id) != row.sha256:
            new.append(row)
            before[row.id] = row.sha256
    return new


def _latest(versions: list[Version], limit: str | None) -> list[Sealed]:
    return [row for moment, row in versions if limit is None or moment <= limit][-1:]

"""A query in, the page that answers it out: columns are read once, then only what was recorded since."""

from collections import OrderedDict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from threading import Lock
from typing import Any

import msgspec
import numpy as np

from twosource.model import (
    EventEntry,
    Facets,
    Found,
    Listed,
    Query,
    Reject,
    ReportEntry,
    SourceEntry,
    Spot,
    Toll,
    Total,
)
from twosource.model.query import Counts, ShelfName
from twosource.store.content import instant
from twosource.store.shelves import sums
from twosource.store.shelves.choose import chosen
from twosource.store.shelves.columns import Columns, Numbers, Seen
from twosource.store.shelves.line import AGREEMENTS, NO_TOLL, SHELVED, UNKNOWN, Line
from twosource.store.shelves.order import page
from twosource.store.shelves.terms import Bools
from twosource.store.store import Row

AT_ONCE = 50_000  # lines made into columns at once: 55 MB
REMEMBERED = 64  # answers of what all that match add up to: some 225 kB each among 100,000 events
KINDS: dict[str, type[Any]] = {
    "events": EventEntry,
    "reports": ReportEntry,
    "rejects": Reject,
    "sources": SourceEntry,
}


@dataclass(frozen=True, slots=True)
class Source:
    """Where shelves come from: lines of a table after an entry, rows by their entries, ids of rows with words."""

    lines: Callable[[str, int], Iterator[Line]]
    rows: Callable[[Sequence[int]], Mapping[int, Row]]
    search: Callable[[str, str | None], Iterator[tuple[str, str]]]


@dataclass(frozen=True, slots=True)
class Sums:
    """All but the page itself: the rows that match, and what they add up to."""

    match: Bools
    totals: tuple[Total, ...]
    days: Counts
    spots: tuple[Spot, ...]
    facets: Facets


class Shelves:
    """The shelves of one store, in memory; many threads may ask at once."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._lock = Lock()
        self._columns: dict[str, Columns] = {}
        self._sums: OrderedDict[tuple[Any, ...], Sums] = OrderedDict()

    def find(self, query: Query, as_of: str | None = None) -> Found:
        """Return the page that answers a query, now or at a moment.

        Raises:
            UsageError: a query or a moment that cannot be read.
        """
        moment = None if as_of is None else instant(as_of)
        seen = self._seen(query.shelf, moment)
        tolls = seen.tolls(query.rule if query.shelf == "events" else None)
        told = self._summed(seen, query, tolls, moment)
        rows, cursor = page(seen, np.flatnonzero(told.match), query, tolls)
        return Found(
            entries=self._entries(seen, rows.tolist(), query, tolls),
            total=int(told.match.sum()),
            cursor=cursor,
            totals=told.totals,
            days=told.days,
            spots=told.spots,
            facets=told.facets,
        )

    def covers(self, shelf: ShelfName, as_of: str | None = None) -> bool:
        """Tell whether a shelf was kept at a moment, or is now."""
        with self._lock:
            return self._fresh(shelf).covers(None if as_of is None else instant(as_of))

    def _seen(self, shelf: ShelfName, moment: str | None) -> Seen:
        with self._lock:
            return self._fresh(shelf).seen(moment)

    def _fresh(self, shelf: ShelfName) -> Columns:
        """The columns with all that is recorded by now; the lock is held."""
        columns = self._columns.setdefault(shelf, Columns())
        lines = self._source.lines(SHELVED[shelf], columns.last)
        while batch := list(islice(lines, AT_ONCE)):
            columns.add(batch)
        return columns

    def _summed(self, seen: Seen, query: Query, tolls: Numbers, moment: str | None) -> Sums:
        asked = replace(query, cursor=None, limit=0, sort="date", descending=True)
        key = (seen.size, asked)
        known = self._sums.get(key)
        if known is None:
            known = self._made(seen, query, tolls, moment)
            with self._lock:
                self._sums[key] = known
                while len(self._sums) > REMEMBERED:
                    self._sums.popitem(last=False)
        return known

    def _made(self, seen: Seen, query: Query, tolls: Numbers, moment: str | None) -> Sums:
        match = self._matching(seen, query, tolls, moment)
        rows = np.flatnonzero(match)
        is_event = query.shelf == "events"
        return Sums(
            match=match,
            totals=sums.totals(tolls, rows) if is_event else (),
            days=sums.days(seen, rows) if query.shelf in {"events", "reports"} else (),
            spots=sums.spots(seen, rows) if is_event else (),
            facets=sums.facets(seen, match, query, tolls),
        )

    def _matching(self, seen: Seen, query: Query, tolls: Numbers, moment: str | None) -> Bools:
        """Words of reports stand in their texts, which only the store has."""
        if query.shelf != "reports" or not query.words:
            return chosen(seen, query, tolls)
        found = self._source.search(query.words, moment)
        reports = {key.partition(" ")[0].encode() for table, key in found if table == "readings"}
        told = np.isin(seen.ids, np.array(sorted(reports), seen.ids.dtype))
        return chosen(seen, replace(query, words=""), tolls) & told

    def _entries(self, seen: Seen, rows: list[int], query: Query, tolls: Numbers) -> tuple[Listed, ...]:
        held = self._source.rows([int(seen.sequences[row]) for row in rows])
        entries = []
        for row in rows:
            record = held[int(seen.sequences[row])]["record"]
            entry = msgspec.convert(
                record if query.shelf == "rejects" else record["entry"], KINDS[query.shelf], strict=False
            )
            if query.rule is not None and isinstance(entry, EventEntry):
                killed, injured, captured = map(_toll, tolls[row])
                entry = replace(entry, killed=killed, injured=injured, captured=captured)
            entries.append(entry)
        return tuple(entries)


def _toll(numbers: Any) -> Toll | None:
    if numbers["agreement"] == NO_TOLL:
        return None
    low, best, high = (None if numbers[key] == UNKNOWN else int(numbers[key]) for key in ("low", "best", "high"))
    agreement: Any = AGREEMENTS[numbers["agreement"]]
    return Toll(low=low, best=best, high=high, agreement=agreement, voices=int(numbers["voices"]))

"""A query in, the page that answers it out: columns are read once, then only what was recorded since."""

from collections import OrderedDict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from threading import Lock
from typing import Any

import numpy as np

from twosource.model import EventEntry, Facets, Found, Listed, Query, Spot, Toll, Total
from twosource.model.query import Counts, ShelfName
from twosource.store.content import instant
from twosource.store.shelves import sums
from twosource.store.shelves.choose import chosen
from twosource.store.shelves.columns import Columns, Seen
from twosource.store.shelves.entries import Entries
from twosource.store.shelves.line import AGREEMENTS, NO_TOLL, SHELVED, UNKNOWN, Line
from twosource.store.shelves.order import page
from twosource.store.shelves.pack import packed, unpacked
from twosource.store.shelves.ruled import Ruled
from twosource.store.shelves.terms import Bools
from twosource.store.shelves.tolls import Measured, Tolls

AT_ONCE = 50_000  # lines made into columns at once: 35 MB
PACKED = 4_000  # lines that are worth a pack: reading so many takes 60 ms; an index of terms begins with each
REMEMBERED = 64  # answers of what all that match add up to: some 225 kB each among 100,000 events
RULES = 2  # other rules whose figures are held: 10 MB each for 100,000 events


@dataclass(frozen=True, slots=True)
class Source:
    """Where shelves come from, by table and the sequence of an entry after which to begin.

    ``newest`` is the sequence that a table's lines reach to as whoever asks sees them, ``lines`` are those of the
    entries; ``under`` their figures under each rule; ``contents`` the entries themselves, by sequence; ``search`` gives
    ids of rows with words. ``packs`` are those kept of a table, in order, and ``keep`` keeps one more as a number, or
    not.
    """

    newest: Callable[[str], int]
    lines: Callable[[str, int], Iterator[Line]]
    under: Callable[[str, int], Iterator[tuple[int, bytes]]]
    contents: Callable[[Sequence[int]], Mapping[int, str]]
    search: Callable[[str, str | None], Iterator[tuple[str, str]]]
    packs: Callable[[str], Iterator[bytes]]
    keep: Callable[[str, int, bytes], None]


@dataclass(frozen=True, slots=True)
class Sums:
    """All but the page itself: the rows that match, and what they add up to."""

    match: Bools
    total: int
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
        self._ruled: OrderedDict[str, Ruled] = OrderedDict()
        self._entries = Entries(source.contents)
        self._sums: OrderedDict[tuple[Any, ...], Sums] = OrderedDict()

    def find(self, query: Query, as_of: str | None = None) -> Found:
        """Return the page that answers a query, now or at a moment.

        Raises:
            UsageError: a query or a moment that cannot be read.
        """
        moment = None if as_of is None else instant(as_of)
        with self._lock:
            columns, newest = self._fresh(query.shelf)
            seen = columns.seen(moment, newest)
            tolls = self._tolls(seen, query)
        told = self._summed(seen, query, tolls, moment)
        rows, cursor = page(seen, np.flatnonzero(told.match), query, tolls)
        return Found(
            entries=self._listed(seen, rows.tolist(), query, tolls),
            total=told.total,
            cursor=cursor,
            totals=told.totals,
            days=told.days,
            spots=told.spots,
            facets=told.facets,
        )

    def covers(self, shelf: ShelfName, as_of: str | None = None) -> bool:
        """Tell whether a shelf was kept at a moment, or is now."""
        with self._lock:
            columns, newest = self._fresh(shelf)
            return columns.size_at(None if as_of is None else instant(as_of), newest) > 0

    def _fresh(self, shelf: ShelfName) -> tuple[Columns, int]:
        """The columns, and how far they reach for whoever asks: others may have seen more by now. The lock is held."""
        if shelf not in self._columns:
            self._columns[shelf] = self._read(shelf)
        columns, newest = self._columns[shelf], self._source.newest(SHELVED[shelf])
        lines = self._source.lines(SHELVED[shelf], columns.last) if newest > columns.last else iter(())
        while batch := list(islice(lines, AT_ONCE)):
            columns.add(batch)
        return columns, newest

    def _read(self, shelf: ShelfName) -> Columns:
        """The columns from packs, and from what lines follow these; many of them become packs."""
        columns, number = Columns(shelf), 0
        for content in self._source.packs(SHELVED[shelf]):
            pack = unpacked(content, columns.size)
            if pack is None:
                break
            columns.take(pack)
            number += 1
        lines = self._source.lines(SHELVED[shelf], columns.last)
        while batch := list(islice(lines, AT_ONCE)):
            begin = columns.size
            columns.add(batch)
            made = columns.pack(begin) if len(batch) >= PACKED else None
            if made is not None:
                self._source.keep(SHELVED[shelf], number, packed(made))
                number += 1
        return columns

    def _tolls(self, seen: Seen, query: Query) -> Measured:
        """The figures that count: the ledger's own, or those under a rule; the lock is held."""
        if query.rule is None or query.shelf != "events":
            return seen.tolls
        ruled = self._ruled.setdefault(query.rule, Ruled(query.rule))
        self._ruled.move_to_end(query.rule)
        while len(self._ruled) > RULES:
            self._ruled.popitem(last=False)
        return ruled.tolls(seen.size, self._source.under)

    def _summed(self, seen: Seen, query: Query, tolls: Measured, moment: str | None) -> Sums:
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

    def _made(self, seen: Seen, query: Query, tolls: Measured, moment: str | None) -> Sums:
        match = self._matching(seen, query, tolls, moment)
        rows = np.flatnonzero(match)
        picked = sums.Picked(match, rows)
        is_event = query.shelf == "events"
        return Sums(
            match=match,
            total=len(rows),
            totals=sums.totals(tolls, picked) if is_event else (),
            days=sums.days(seen, rows) if query.shelf in {"events", "reports"} else (),
            spots=sums.spots(seen, rows) if is_event else (),
            facets=sums.facets(seen, picked, query, tolls),
        )

    def _matching(self, seen: Seen, query: Query, tolls: Measured, moment: str | None) -> Bools:
        """Words of reports stand in their texts, which only the store has."""
        if query.shelf != "reports" or not query.words:
            return chosen(seen, query, tolls)
        found = self._source.search(query.words, moment)
        reports = {key.partition(" ")[0].encode() for table, key in found if table == "readings"}
        told = np.isin(seen.ids, np.array(sorted(reports), seen.ids.dtype))
        return chosen(seen, replace(query, words=""), tolls) & told

    def _listed(self, seen: Seen, rows: list[int], query: Query, tolls: Measured) -> tuple[Listed, ...]:
        entries = self._entries.of(query.shelf, [int(seen.sequences[row]) for row in rows])
        if query.rule is None:
            return tuple(entries)
        return tuple(_under(entry, tolls, row) for entry, row in zip(entries, rows, strict=True))


def _under(entry: Listed, tolls: Measured, row: int) -> Listed:
    if not isinstance(entry, EventEntry):
        return entry
    killed, injured, captured = (_toll(one, row) for one in tolls)
    return replace(entry, killed=killed, injured=injured, captured=captured)


def _toll(tolls: Tolls, row: int) -> Toll | None:
    if tolls.agreement[row] == NO_TOLL:
        return None
    low, best, high = (None if told[row] == UNKNOWN else int(told[row]) for told in (tolls.low, tolls.best, tolls.high))
    agreement: Any = AGREEMENTS[tolls.agreement[row]]
    return Toll(low=low, best=best, high=high, agreement=agreement, voices=int(tolls.voices[row]))

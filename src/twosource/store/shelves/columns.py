"""Lines in the order they were recorded in, the columns of a shelf out; they only grow, so that any past can be seen.

Rows are numbered by that order. A row stands at a moment where it was there and the next version of it was not.
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from twosource.model.query import ShelfName
from twosource.store.shelves.line import NUMBERS, Line
from twosource.store.shelves.pack import Pack
from twosource.store.shelves.points import Codes, Points
from twosource.store.shelves.room import Room
from twosource.store.shelves.terms import Bools, Terms, indexed
from twosource.store.shelves.tolls import KINDS, Measured, measured, told_tolls

TAIL = 4_000  # rows whose index of terms is made anew when more come: 20 ms; what is older is left alone
ID = "S40"
NEVER = 2**31 - 1
TOLD = ("is_gone", "first", "last", "reports", "longitude", "latitude", "doubt", "title")
Numbers = NDArray[Any]


@dataclass(frozen=True, slots=True)
class Seen:
    """The first ``size`` rows of a shelf as they stood when all of them, and no more, were recorded.

    ``tolls`` are the ledger's own figures by measure, ``places`` the numbers of places in ``points``; both of events.
    """

    size: int
    sequences: NDArray[np.int64]
    ids: NDArray[np.bytes_]
    numbers: dict[str, Numbers]
    standing: Bools
    terms: tuple[Terms, ...]
    tolls: Measured
    places: Codes
    points: Points

    def exact(self, term: str) -> Bools:
        """Tell of each row whether it has a term."""
        return self._joined([one.exact(term) for one in self.terms])

    def beginning(self, start: str) -> Bools:
        """Tell of each row whether it has a term, or a longer one that begins so."""
        return self._joined([one.beginning(start) for one in self.terms])

    def counts(self, kind: str, chosen: Bools) -> tuple[tuple[str, int], ...]:
        """Return the tags of a kind with how many of the chosen rows have them, the most frequent first."""
        summed: dict[str, int] = {}
        for one in self.terms:
            part = chosen[one.first : one.first + one.size]
            padded = part if len(part) == one.size else np.pad(part, (0, one.size - len(part)))
            for name, number in one.counts(kind, padded).items():
                summed[name] = summed.get(name, 0) + number
        return tuple(sorted(summed.items(), key=lambda told: (-told[1], told[0])))

    def _joined(self, parts: Sequence[Bools]) -> Bools:
        return np.concatenate([*parts, np.zeros(0, np.bool_)])[: self.size]


class Columns:
    """The columns of one shelf, and what is needed to add to them."""

    def __init__(self, shelf: ShelfName) -> None:
        self.last = 0
        self._has_tolls = shelf == "events"
        told = {name: NUMBERS.fields[name][0] for name in TOLD} if NUMBERS.fields else {}
        own: dict[str, Any] = {"sequence": "<i8", "id": ID, "next": "<i4", "place": "<i4", **told}
        self._room = Room({**own, **(KINDS if self._has_tolls else {})})
        self._points = Points()
        self._latest: dict[bytes, int] = {}
        self._moments: list[str] = []
        self._ends: list[int] = []
        self._terms: list[Terms] = []
        self._tail: list[str] = []

    @property
    def size(self) -> int:
        """The number of rows."""
        return self._room.size

    def add(self, lines: Sequence[Line]) -> None:
        """Add lines that were recorded after those that are here."""
        begin = self.size
        numbers = np.frombuffer(b"".join(line.numbers for line in lines), NUMBERS)
        self._add(
            {
                "sequence": [line.sequence for line in lines],
                "id": [line.id.encode("utf-8") for line in lines],
                **{name: numbers[name] for name in TOLD},
                **(told_tolls(numbers["tolls"]) if self._has_tolls else {}),
            },
            len(lines),
        )
        for row, key in enumerate(self._room.of("id")[begin:].tolist(), begin):
            before = self._latest.get(key)
            if before is not None:
                self._room.of("next")[before] = row
            self._latest[key] = row
        self._date(lines, begin)
        self._index([line.terms for line in lines])
        self.last = lines[-1].sequence

    def take(self, pack: Pack) -> None:
        """Add the rows of a pack, which must be those that follow."""
        begin = self.size
        self._add(pack.columns, pack.size)
        rows = np.arange(begin, self.size, dtype=np.int32)
        replaced = pack.before >= 0
        self._room.of("next")[pack.before[replaced]] = rows[replaced]
        self._latest.update(zip(self._room.of("id")[begin:].tolist(), range(begin, self.size), strict=True))
        for moment, end in zip(pack.moments, pack.ends, strict=True):
            self._until(moment, begin + end)
        self._terms.append(pack.terms)
        self.last = pack.last

    def pack(self, begin: int) -> Pack | None:
        """Return the rows from one on, None where their terms have no index of their own."""
        if self._tail or not self._terms or self._terms[-1].first != begin:
            return None
        columns = self._room.between(begin, self.size)
        del columns["place"], columns["next"]
        followed = np.flatnonzero((self._room.of("next") >= begin) & (self._room.of("next") != NEVER))
        before = np.full(self.size - begin, -1, np.int32)
        before[self._room.of("next")[followed] - begin] = followed
        at = bisect_right(self._ends, begin)
        return Pack(
            last=self.last,
            size=self.size - begin,
            columns=columns,
            before=before,
            moments=tuple(self._moments[at:]),
            ends=tuple(end - begin for end in self._ends[at:]),
            terms=self._terms[-1],
        )

    def size_at(self, moment: str | None, newest: int) -> int:
        """Return how many rows were there at a moment (as times are kept; None: now), up to the sequence ``newest``."""
        size = self.size if moment is None else self._ends[at - 1] if (at := bisect_right(self._moments, moment)) else 0
        return min(size, int(np.searchsorted(self._room.of("sequence"), newest, side="right")))

    def seen(self, moment: str | None, newest: int) -> Seen:
        """Return the shelf as it is, or as it was at a moment, up to the sequence ``newest``."""
        size = self.size_at(moment, newest)
        of = self._room.of
        return Seen(
            size=size,
            sequences=of("sequence", size),
            ids=of("id", size),
            numbers={name: of(name, size) for name in TOLD},
            standing=(of("next", size) >= size) & (of("is_gone", size) == 0),
            terms=tuple(one for one in self._terms if one.first < size),
            tolls=measured(self._room, size) if self._has_tolls else (),
            places=of("place", size),
            points=self._points,
        )

    def _add(self, told: dict[str, Any], rows: int) -> None:
        places = self._points.codes(told["longitude"], told["latitude"]) if self._has_tolls else -1
        self._room.add(rows, {**told, "next": NEVER, "place": places})

    def _date(self, lines: Sequence[Line], begin: int) -> None:
        for row, line in enumerate(lines, begin + 1):
            self._until(line.since, row)

    def _until(self, moment: str, end: int) -> None:
        if self._moments and self._moments[-1] == moment:
            self._ends[-1] = end
        else:
            self._moments.append(moment)
            self._ends.append(end)

    def _index(self, texts: list[str]) -> None:
        if self._tail:
            self._terms.pop()
        first = self.size - len(texts) - len(self._tail)
        self._tail += texts
        self._terms.append(indexed(self._tail, first))
        if len(self._tail) >= TAIL:
            self._tail = []

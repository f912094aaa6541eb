"""Lines in the order they were recorded in, the columns of a shelf out; they only grow, so that any past can be seen.

Rows are numbered by that order. A row stands at a moment where it was there and the next version of it was not.
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from twosource.store.shelves.line import MEASURES, NUMBERS, UNDER, Line, rule_key
from twosource.store.shelves.terms import Bools, Terms

TAIL = 4_000  # rows whose index of terms is made anew when more come: 20 ms; what is older is left alone
ID = "S40"
NEVER = 2**31 - 1
Numbers = NDArray[Any]


@dataclass(frozen=True, slots=True)
class Seen:
    """The first ``size`` rows of a shelf as they stood when all of them, and no more, were recorded.

    ``bounds`` are figures under each rule: where those of each row begin.
    """

    size: int
    sequences: NDArray[np.int64]
    ids: NDArray[np.bytes_]
    numbers: Numbers
    standing: Bools
    terms: tuple[Terms, ...]
    under: Numbers
    bounds: NDArray[np.int64]

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

    def tolls(self, rule: str | None) -> Numbers:
        """Return the figures of each row, by row and measure: the ledger's own (None), or those under a rule."""
        if rule is None:
            own: Numbers = self.numbers["tolls"]
            return own
        found = np.zeros((self.size, len(MEASURES)), NUMBERS["tolls"].base)
        for name, unknown in (("low", -1), ("best", -1), ("high", -1), ("agreement", -1)):
            found[name] = unknown
        rows = np.repeat(np.arange(self.size), np.diff(self.bounds))
        mine = np.flatnonzero(self.under["rule"] == rule_key(rule))
        found[rows[mine]] = self.under["tolls"][mine]
        return found

    def _joined(self, parts: Sequence[Bools]) -> Bools:
        return np.concatenate([*parts, np.zeros(0, np.bool_)])[: self.size]


@dataclass(slots=True)
class Columns:
    """The columns of one shelf, and what is needed to add to them."""

    size: int = 0
    last: int = 0
    _sequences: NDArray[np.int64] = field(default_factory=lambda: np.zeros(0, np.int64))
    _ids: NDArray[np.bytes_] = field(default_factory=lambda: np.zeros(0, ID))
    _numbers: Numbers = field(default_factory=lambda: np.zeros(0, NUMBERS))
    _next: NDArray[np.int32] = field(default_factory=lambda: np.zeros(0, np.int32))
    _under: Numbers = field(default_factory=lambda: np.zeros(0, UNDER))
    _bounds: NDArray[np.int64] = field(default_factory=lambda: np.zeros(1, np.int64))
    _latest: dict[bytes, int] = field(default_factory=dict)
    _moments: list[str] = field(default_factory=list)
    _ends: list[int] = field(default_factory=list)
    _terms: list[Terms] = field(default_factory=list)
    _tail: list[str] = field(default_factory=list)

    def add(self, lines: Sequence[Line]) -> None:
        """Add lines that were recorded after those that are here."""
        begin, end = self.size, self.size + len(lines)
        if end > len(self._ids):
            self._grow(max(end, len(self._ids) * 3 // 2))
        self._sequences[begin:end] = [line.sequence for line in lines]
        self._ids[begin:end] = [line.id.encode("utf-8") for line in lines]
        self._numbers[begin:end] = np.frombuffer(b"".join(line.numbers for line in lines), NUMBERS)
        self._next[begin:end] = NEVER
        self._replace(begin, end)
        told = np.array([len(line.under) // UNDER.itemsize for line in lines], np.int64)
        self._bounds = np.concatenate((self._bounds, self._bounds[-1] + np.cumsum(told)))
        self._under = np.concatenate((self._under, np.frombuffer(b"".join(x.under for x in lines), UNDER)))
        self._date(lines, begin)
        self._index([line.terms for line in lines])
        self.size, self.last = end, lines[-1].sequence

    def covers(self, moment: str | None) -> bool:
        """Tell whether a moment (None: now) lies after the first line."""
        return bool(self._moments) and (moment is None or self._moments[0] <= moment)

    def seen(self, moment: str | None = None) -> Seen:
        """Return the shelf as it is, or as it was at a moment (as times are kept)."""
        size = self.size if moment is None else self._size_at(moment)
        numbers = self._numbers[:size]
        return Seen(
            size=size,
            sequences=self._sequences[:size],
            ids=self._ids[:size],
            numbers=numbers,
            standing=(self._next[:size] >= size) & (numbers["is_gone"] == 0),
            terms=tuple(one for one in self._terms if one.first < size),
            under=self._under[: self._bounds[size]],
            bounds=self._bounds[: size + 1],
        )

    def _size_at(self, moment: str) -> int:
        at = bisect_right(self._moments, moment)
        return self._ends[at - 1] if at else 0

    def _grow(self, room: int) -> None:
        def larger(column: NDArray[Any]) -> NDArray[Any]:
            grown = np.zeros(room, column.dtype)
            grown[: self.size] = column[: self.size]
            return grown

        self._sequences, self._ids, self._numbers, self._next = map(
            larger, (self._sequences, self._ids, self._numbers, self._next)
        )

    def _replace(self, begin: int, end: int) -> None:
        """Note of each earlier version which row came after it."""
        for row, key in enumerate(self._ids[begin:end].tolist(), begin):
            before = self._latest.get(key)
            if before is not None:
                self._next[before] = row
            self._latest[key] = row

    def _date(self, lines: Sequence[Line], begin: int) -> None:
        for row, line in enumerate(lines, begin + 1):
            if self._moments and self._moments[-1] == line.since:
                self._ends[-1] = row
            else:
                self._moments.append(line.since)
                self._ends.append(row)

    def _index(self, texts: list[str]) -> None:
        if self._tail:
            self._terms.pop()
        first = self.size - len(self._tail)
        self._tail += texts
        self._terms.append(Terms(self._tail, first))
        if len(self._tail) >= TAIL:
            self._tail = []

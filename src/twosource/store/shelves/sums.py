"""Rows that match in, what they add up to out: totals by measure, the time line, the map and the facets."""

from collections.abc import Sequence
from datetime import date
from typing import Any

import numpy as np
from numpy.typing import NDArray

from twosource.model import Facets, Query, Spot, Total
from twosource.model.query import Counts
from twosource.store.shelves.choose import measure_number
from twosource.store.shelves.columns import Seen
from twosource.store.shelves.line import AGREEMENTS, MEASURES, UNKNOWN
from twosource.store.shelves.points import NOWHERE
from twosource.store.shelves.terms import Bools
from twosource.store.shelves.tolls import BOUNDED, OPEN, UNRESOLVED, Measured, Tolls
from twosource.values.bins import DAYS, counted_days

SPOTS = (
    300  # what a map as wide as a page can tell apart: one of the world has 1.8 units a degree, a dot eleven or more
)
GRIDS = (7.5, 5.0, 2.0, 1.0, 0.5, 0.2, 0.1, 0.05, 0.02, 0.01)
"""Degrees that a square may measure; of 7.5 a world has at most 1,152, some 650 of them land."""
MOST = 0.25  # share of the rows from which on it is quicker to look at all of a column than to pick those that match
EPOCH = date(1970, 1, 1).toordinal()
Rows = NDArray[np.int64]
Degrees = NDArray[np.float64]


class Picked:
    """The rows that match, to be summed and counted over: of 100,000, most of them in 40 µs a column instead of 100."""

    def __init__(self, match: Bools, rows: Rows) -> None:
        self.match = match
        self._rows = rows
        self._bits = -match.astype(np.int32) if len(rows) > MOST * len(match) else None

    def sum(self, column: NDArray[np.int32]) -> int:
        """Return the sum of a column."""
        told = column.take(self._rows, mode="clip") if self._bits is None else column & self._bits
        return int(told.sum(dtype=np.int64))

    def counts(self, column: NDArray[np.int8], values: Sequence[int]) -> list[int]:
        """Return how many rows have each value of a column."""
        if self._bits is None:
            told = column.take(self._rows, mode="clip")
            return [int(np.count_nonzero(told == value)) for value in values]
        return [int(np.count_nonzero((column == value) & self.match)) for value in values]


def totals(tolls: Measured, picked: Picked) -> tuple[Total, ...]:
    """Return the people of each measure over the rows."""
    return tuple(_total(measure, tolls[number], picked) for number, measure in enumerate(MEASURES))


def _total(measure: str, tolls: Tolls, picked: Picked) -> Total:
    bounded, unbounded, unresolved = picked.counts(tolls.kind, (BOUNDED, OPEN, UNRESOLVED))
    return Total(
        measure=measure,
        low=picked.sum(tolls.least),
        best=picked.sum(tolls.middle),
        high=picked.sum(tolls.most),
        events=bounded + unbounded,
        unbounded=unbounded,
        unresolved=unresolved,
    )


def days(seen: Seen, rows: Rows) -> Counts:
    """Return the time line of what began when."""
    told = seen.numbers["first"].take(rows, mode="clip")
    known = _where(told, told != UNKNOWN)
    if not len(known):
        return ()
    least = int(known.min())
    counts = np.bincount(known - least)
    held = np.flatnonzero(counts)
    begun, counts = (held + least, counts[held]) if held[-1] < DAYS else _by_month(held + least, counts[held])
    return counted_days({date.fromordinal(day): n for day, n in zip(begun.tolist(), counts.tolist(), strict=True)})


def _by_month(days_told: Rows, counts: Rows) -> tuple[Rows, Rows]:
    """Count days as the first of their month; only the first and the last of all stay as they are."""
    months = (days_told - EPOCH).astype("M8[D]").astype("M8[M]").astype("M8[D]").astype(np.int64) + EPOCH
    begun = np.maximum(months, days_told[0])
    begun[-1] = days_told[-1]
    found, at = np.unique(begun, return_inverse=True)
    return found, np.bincount(at, weights=counts).astype(np.int64)


def spots(seen: Seen, rows: Rows) -> tuple[Spot, ...]:
    """Return the map: each place of its own, or squares as small as they can be, with what lies in them."""
    places = seen.places.take(rows, mode="clip")
    is_placed = places != NOWHERE
    places, rows = _where(places, is_placed), _where(rows, is_placed)
    counts = np.bincount(places)
    held = np.flatnonzero(counts)
    held = held[np.argsort(seen.points.keys[held])]
    last = np.zeros(len(counts), np.int64)
    last[places] = rows
    return _drawn(seen, held, counts[held], last[held])


def _drawn(seen: Seen, held: Rows, counts: Rows, rows: Rows) -> tuple[Spot, ...]:
    """The map of places with how many rows name each, and the last of these."""
    x, y = seen.points.x[held], seen.points.y[held]
    if len(held) <= SPOTS:
        return _spots(seen, (x, y), counts, rows, None)
    width = _width(x, y)
    _, first, square = np.unique(_squares(x, y, width), return_index=True, return_inverse=True)
    middles = tuple((np.floor((told[first] + turn) / width) + 0.5) * width - turn for told, turn in ((x, 180), (y, 90)))
    summed = np.bincount(square, weights=counts).astype(np.int64)
    return _spots(seen, middles, summed, rows[first], width)


def _width(x: Degrees, y: Degrees) -> float:
    """The width of squares that are made finer as long as the map can tell them apart."""
    width = GRIDS[0]
    for finer in GRIDS[1:]:
        if len(np.unique(_squares(x, y, finer))) > SPOTS:
            break
        width = finer
    return width


def _squares(x: Degrees, y: Degrees, width: float) -> Rows:
    """Return the number of the square that each point lies in."""
    across, up = np.floor((x + 180) / width), np.floor((y + 90) / width)
    numbers: Rows = (across.astype(np.int64) << 32) + up.astype(np.int64)
    return numbers


def _spots(seen: Seen, points: tuple[Degrees, ...], counts: Rows, rows: Rows, width: float | None) -> tuple[Spot, ...]:
    x, y = (told.tolist() if width is None else [round(one, 4) for one in told.tolist()] for told in points)
    alone = np.flatnonzero(counts == 1)
    ids: dict[int, bytes] = dict(zip(alone.tolist(), seen.ids[rows[alone]].tolist(), strict=True))
    return tuple(
        Spot(
            longitude=x[at],
            latitude=y[at],
            events=number,
            event=ids[at].decode() if number == 1 else None,
            width=width,
        )
        for at, number in enumerate(counts.tolist())
    )


def _where(told: NDArray[Any], is_so: Bools) -> NDArray[Any]:
    """What is so; most often all is, and then nothing is copied."""
    return told if is_so.all() else told[is_so]


def facets(seen: Seen, picked: Picked, query: Query, tolls: Measured) -> Facets:
    """Return by which filters what matches can be narrowed further."""
    is_event, is_report = query.shelf == "events", query.shelf == "reports"
    return Facets(
        types=seen.counts("type", picked.match),
        agreements=_agreements(tolls[measure_number(query.measure)], picked) if is_event else (),
        countries=seen.counts("country", picked.match) if is_event else (),
        outlets=seen.counts("called", picked.match) if is_report else (),
        languages=seen.counts("language", picked.match) if is_report else (),
    )


def _agreements(tolls: Tolls, picked: Picked) -> Counts:
    counts = picked.counts(tolls.agreement, range(len(AGREEMENTS)))
    told = [(name, number) for name, number in zip(AGREEMENTS, counts, strict=True) if number]
    return tuple(sorted(told, key=lambda one: (-one[1], one[0])))

"""Rows that match in, what they add up to out: totals by measure, the time line, the map and the facets."""

from datetime import date
from typing import Any

import numpy as np
from numpy.typing import NDArray

from twosource.model import Facets, Query, Spot, Total
from twosource.model.query import Counts
from twosource.store.shelves.choose import measure_number
from twosource.store.shelves.columns import Numbers, Seen
from twosource.store.shelves.line import AGREEMENTS, MEASURES, NO_TOLL, UNKNOWN
from twosource.store.shelves.terms import Bools
from twosource.values.bins import counted_days

SPOTS = 2_000  # what a map as wide as a page can tell apart
GRIDS = (
    0.01,
    0.02,
    0.05,
    0.1,
    0.2,
    0.5,
    1.0,
    2.0,
    5.0,
)  # degrees; 5 give at most 2,592 squares, some 1,500 of them land
Rows = NDArray[np.int64]


def totals(tolls: Numbers, rows: Rows) -> tuple[Total, ...]:
    """Return the people of each measure over the rows."""
    return tuple(_total(measure, tolls[rows, number]) for number, measure in enumerate(MEASURES))


def _total(measure: str, tolls: Numbers) -> Total:
    low, best, high = tolls["low"], tolls["best"], tolls["high"]
    told = tolls["agreement"] != NO_TOLL
    known = (low != UNKNOWN) | (best != UNKNOWN) | (high != UNKNOWN)
    return Total(
        measure=measure,
        low=_summed(known, low, best, high),
        best=_summed(known, best, low, high),
        high=_summed(known, high, best, low),
        events=int(known.sum()),
        unbounded=int((known & (high == UNKNOWN)).sum()),
        unresolved=int((told & ~known).sum()),
    )


def _summed(known: Bools, *bounds: NDArray[Any]) -> int:
    """The sum over what is known, of the first bound that there is."""
    first, second, third = bounds
    nearest = np.where(first != UNKNOWN, first, np.where(second != UNKNOWN, second, third))
    return int(nearest[known].sum(dtype=np.int64))


def days(seen: Seen, rows: Rows) -> Counts:
    """Return the time line of what began when."""
    told = seen.numbers["first"][rows]
    known = told[told != UNKNOWN]
    if not len(known):
        return ()
    least = int(known.min())
    counts = np.bincount(known - least)
    return counted_days({date.fromordinal(least + at): int(counts[at]) for at in np.flatnonzero(counts).tolist()})


def spots(seen: Seen, rows: Rows) -> tuple[Spot, ...]:
    """Return the map: each place of its own, or squares as small as they can be, with what lies in them."""
    x, y = seen.numbers["longitude"][rows], seen.numbers["latitude"][rows]
    placed = ~(np.isnan(x) | np.isnan(y))
    rows, x, y = rows[placed], x[placed] + 0.0, y[placed] + 0.0
    for width in (None, *GRIDS):
        found = _spots(seen, rows, (x, y), width)
        if found is not None:
            return found
    return ()


def _spots(seen: Seen, rows: Rows, points: tuple[Rows, Rows], width: float | None) -> tuple[Spot, ...] | None:
    """The map in squares of a width (None: exact), None where there are too many to be told apart."""
    across, up = (
        np.round(p * 1e6) if width is None else np.floor((p + turn) / width)
        for p, turn in zip(points, (180, 90), strict=True)
    )
    keys = (across.astype(np.int64) << 32) + up.astype(np.int64)
    found, first, counts = np.unique(keys, return_index=True, return_counts=True)
    if len(found) > SPOTS and width != GRIDS[-1]:
        return None
    return tuple(
        Spot(
            longitude=float(points[0][at]) if width is None else round((float(across[at]) + 0.5) * width - 180, 4),
            latitude=float(points[1][at]) if width is None else round((float(up[at]) + 0.5) * width - 90, 4),
            events=number,
            event=seen.ids[rows[at]].decode() if number == 1 else None,
            width=width,
        )
        for at, number in zip(first.tolist(), counts.tolist(), strict=True)
    )


def facets(seen: Seen, match: Bools, query: Query, tolls: Numbers) -> Facets:
    """Return by which filters what matches can be narrowed further."""
    is_event, is_report = query.shelf == "events", query.shelf == "reports"
    return Facets(
        types=seen.counts("type", match),
        agreements=_agreements(tolls[match, measure_number(query.measure)]) if is_event else (),
        countries=seen.counts("country", match) if is_event else (),
        outlets=seen.counts("called", match) if is_report else (),
        languages=seen.counts("language", match) if is_report else (),
    )


def _agreements(tolls: Numbers) -> Counts:
    counts = np.bincount(tolls["agreement"] + 1, minlength=len(AGREEMENTS) + 1)[1:]
    told = [(name, int(number)) for name, number in zip(AGREEMENTS, counts, strict=True) if number]
    return tuple(sorted(told, key=lambda one: (-one[1], one[0])))

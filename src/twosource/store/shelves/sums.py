"""Rows that match in, what they add up to out: totals by measure, the time line, the map and the facets."""

from datetime import date

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

SPOTS = 500  # what a map as wide as a page can tell apart: one of the world has 1.8 units a degree, a dot eight or more
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
EPOCH = date(1970, 1, 1).toordinal()
Rows = NDArray[np.int64]
Degrees = NDArray[np.float64]


def totals(tolls: Measured, rows: Rows) -> tuple[Total, ...]:
    """Return the people of each measure over the rows."""
    return tuple(_total(measure, tolls[number], rows) for number, measure in enumerate(MEASURES))


def _total(measure: str, tolls: Tolls, rows: Rows) -> Total:
    kinds = np.bincount(tolls.kind[rows], minlength=OPEN + 1).tolist()
    low, best, high = (int(told[rows].sum(dtype=np.int64)) for told in (tolls.least, tolls.middle, tolls.most))
    return Total(
        measure=measure,
        low=low,
        best=best,
        high=high,
        events=kinds[BOUNDED] + kinds[OPEN],
        unbounded=kinds[OPEN],
        unresolved=kinds[UNRESOLVED],
    )


def days(seen: Seen, rows: Rows) -> Counts:
    """Return the time line of what began when."""
    told = seen.numbers["first"][rows]
    known = told[told != UNKNOWN]
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
    places = seen.places[rows]
    is_placed = places != NOWHERE
    places, rows = places[is_placed], rows[is_placed]
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
    for width in GRIDS:
        across, up = np.floor((x + 180) / width), np.floor((y + 90) / width)
        keys = (across.astype(np.int64) << 32) + up.astype(np.int64)
        found, first, square = np.unique(keys, return_index=True, return_inverse=True)
        if len(found) <= SPOTS or width == GRIDS[-1]:
            middles = (across[first] + 0.5) * width - 180, (up[first] + 0.5) * width - 90
            summed = np.bincount(square, weights=counts).astype(np.int64)
            return _spots(seen, middles, summed, rows[first], width)
    return ()


def _spots(
    seen: Seen, points: tuple[Degrees, Degrees], counts: Rows, rows: Rows, width: float | None
) -> tuple[Spot, ...]:
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


def facets(seen: Seen, match: Bools, query: Query, tolls: Measured) -> Facets:
    """Return by which filters what matches can be narrowed further."""
    is_event, is_report = query.shelf == "events", query.shelf == "reports"
    return Facets(
        types=seen.counts("type", match),
        agreements=_agreements(tolls[measure_number(query.measure)], match) if is_event else (),
        countries=seen.counts("country", match) if is_event else (),
        outlets=seen.counts("called", match) if is_report else (),
        languages=seen.counts("language", match) if is_report else (),
    )


def _agreements(tolls: Tolls, match: Bools) -> Counts:
    counts = np.bincount(tolls.agreement[match] + 1, minlength=len(AGREEMENTS) + 1)[1:]
    told = [(name, int(number)) for name, number in zip(AGREEMENTS, counts, strict=True) if number]
    return tuple(sorted(told, key=lambda one: (-one[1], one[0])))

"""A shelf in columns and a query in, which rows match out."""

from datetime import date
from functools import lru_cache

import numpy as np

from twosource.errors import UsageError
from twosource.lang.places import countries
from twosource.model import Query
from twosource.store.shelves.columns import Seen
from twosource.store.shelves.line import AGREEMENTS, MEASURES, UNKNOWN, tag
from twosource.store.shelves.terms import Bools
from twosource.store.shelves.tolls import Measured, Tolls
from twosource.store.words import words
from twosource.values.name import folded


def chosen(seen: Seen, query: Query, tolls: Measured) -> Bools:
    """Tell of each row whether it stands and matches; words are looked for in its terms alone.

    Raises:
        UsageError: a day or a measure that is none.
    """
    found = seen.standing & _dates(seen, query)
    for wanted in words(query.words):
        found &= seen.beginning(wanted)
    if query.words and not words(query.words):
        found = np.zeros_like(found)
    if query.type is not None:
        found &= seen.exact(tag("type", query.type))
    if query.open is not None:
        found &= seen.exact(tag("open", query.open))
    if query.shelf in {"events", "reports"} and query.outlet is not None:
        found &= seen.exact(tag("outlet", folded(query.outlet)))
    if query.shelf == "reports" and query.language is not None:
        found &= seen.exact(tag("language", query.language))
    return found & _of_events(seen, query, tolls) if query.shelf == "events" else found


def measure_number(measure: str) -> int:
    """Return which of the figures of an entry is meant.

    Raises:
        UsageError: entries carry no such figure.
    """
    if measure not in MEASURES:
        raise UsageError(f"Events are not found by {measure!r}; choose one of: {', '.join(MEASURES)}.")
    return MEASURES.index(measure)


def _dates(seen: Seen, query: Query) -> Bools:
    if query.shelf not in {"events", "reports"} or (query.earliest is None and query.latest is None):
        return np.ones(seen.size, np.bool_)
    first, last = seen.numbers["first"], seen.numbers["last"]
    found: Bools = first != UNKNOWN
    if query.earliest is not None:
        found &= last >= _day(query.earliest)
    if query.latest is not None:
        found &= first <= _day(query.latest)
    return found


def _day(told: str) -> int:
    try:
        return date.fromisoformat(told).toordinal()
    except ValueError as error:
        raise UsageError(f"Cannot read the day {told!r}; write it as 2026-01-05.") from error


def _of_events(seen: Seen, query: Query, tolls: Measured) -> Bools:
    found = np.ones(seen.size, np.bool_)
    for wanted in words(query.actor or ""):
        found &= seen.beginning(f"@actor:{wanted}")
    if query.place is not None:
        found &= _placed(seen, query.place)
    if query.box is not None:
        found &= _inside(seen, query.box)
    return found & _counted(query, tolls[measure_number(query.measure)])


def _placed(seen: Seen, place: str) -> Bools:
    """Called so, or in the country that is called so; a code of two letters is a country's."""
    found = seen.exact(tag("name", folded(place)))
    for iso in _called(place):
        found |= seen.exact(tag("country", iso))
    return found


@lru_cache(maxsize=1024)
def _called(place: str) -> tuple[str, ...]:
    """The codes of the countries that are called so."""
    code, named = place.strip().upper(), folded(place)
    told = ((iso, {folded(name) for name in (one.name, *one.aliases)}) for iso, one in countries().items())
    return tuple(iso for iso, names in told if code == iso or named in names)


def _inside(seen: Seen, box: tuple[float, float, float, float]) -> Bools:
    west, south, east, north = box
    x, y = seen.numbers["longitude"], seen.numbers["latitude"]
    across = (x >= west) & (x <= east) if west <= east else (x >= west) | (x <= east)
    inside: Bools = across & (y >= south) & (y <= north)
    return inside


def _counted(query: Query, tolls: Tolls) -> Bools:
    found: Bools = np.ones(len(tolls.best), np.bool_)
    if query.agreement is not None:
        known = AGREEMENTS.index(query.agreement) if query.agreement in AGREEMENTS else len(AGREEMENTS)
        found &= tolls.agreement == known
    if query.at_least is not None or query.at_most is not None:
        best = tolls.best
        found &= best != UNKNOWN
        found &= best >= (query.at_least or 0)
        if query.at_most is not None:
            found &= best <= query.at_most
    return found

"""Entries of one shelf and a query in, the page that answers it out, by looking at every entry in turn.

What it answers is what every store must answer.
"""

import base64
import json
import math
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from twosource.errors import UsageError
from twosource.lang.places import countries
from twosource.model import EventEntry, Facets, Found, Listed, Query, ReportEntry, SourceEntry, Spot, Toll, Total
from twosource.model.query import Counts
from twosource.store.words import words
from twosource.values.bins import days
from twosource.values.name import folded

MEASURES = ("killed", "injured", "captured")
SPOTS = 300
GRIDS = (7.5, 5.0, 2.0, 1.0, 0.5, 0.2, 0.1, 0.05, 0.02, 0.01)
TITLE = 48  # bytes of a title by which it is sorted


@dataclass(frozen=True, slots=True)
class Line:
    """An entry with the words by which it is found."""

    entry: Listed
    words: frozenset[str]


def line(entry: Listed, text: str = "") -> Line:
    """Return an entry with its own words and those of a text."""
    return Line(entry, frozenset(words(f"{text} {' '.join(_texts(entry))}")))


def found(lines: Iterable[Line], query: Query) -> Found:
    """Return the page of entries that answers the query.

    Raises:
        UsageError: the query cannot be read.
    """
    matching = [one.entry for one in lines if _matches(one, query)]
    ordered = sorted(matching, key=lambda one: place_in_order(one, query))
    after = None if query.cursor is None else _read_cursor(query.cursor)
    left = ordered if after is None else [one for one in ordered if place_in_order(one, query) > after]
    page = left[: query.limit]
    events = [one for one in matching if isinstance(one, EventEntry)]
    return Found(
        entries=tuple(page),
        total=len(matching),
        cursor=_cursor(page[-1], query) if len(left) > len(page) and page else None,
        totals=tuple(_total(measure, events) for measure in MEASURES) if query.shelf == "events" else (),
        days=days(_day(one) for one in matching),
        spots=_spots(events),
        facets=_facets(matching, query),
    )


def _matches(told: Line, query: Query) -> bool:
    one = told.entry
    wanted = words(query.words)
    if query.words and not (wanted and _all_begin(wanted, told.words)):
        return False
    if isinstance(one, EventEntry):
        return _event_matches(one, query)
    tests: list[tuple[str | None, str | None]] = [(query.type, _kind(one))]
    if isinstance(one, ReportEntry):
        tests += [(query.language, one.language), (_folded(query.outlet), folded(one.outlet))]
        day = _day(one)
        if not _between((day, day) if day else None, query):
            return False
    return all(asked is None or asked == held for asked, held in tests)


def _event_matches(one: EventEntry, query: Query) -> bool:
    toll = toll_of(one, query.measure)
    return (
        _between((one.date.earliest, one.date.latest) if one.date else None, query)
        and query.type in {None, one.type}
        and (query.place is None or bool(place_keys(query.place) & _keys_of(one)))
        and (query.actor is None or _all_begin(words(query.actor), words(" ".join(one.actors))))
        and (query.outlet is None or folded(query.outlet) in {folded(name) for name in one.outlets})
        and query.agreement in {None, toll.agreement if toll else None}
        and _is_in(query, one)
        and _counts(query, toll)
    )


def _between(days_told: tuple[str, str] | None, query: Query) -> bool:
    if query.earliest is None and query.latest is None:
        return True
    if days_told is None:
        return False
    return days_told[1] >= (query.earliest or "") and days_told[0] <= (query.latest or "~")


def _is_in(query: Query, one: EventEntry) -> bool:
    if query.box is None:
        return True
    if one.place is None or one.place.latitude is None or one.place.longitude is None:
        return False
    west, south, east, north = query.box
    x, y = one.place.longitude, one.place.latitude
    return south <= y <= north and (west <= x <= east if west <= east else x >= west or x <= east)


def _counts(query: Query, toll: Toll | None) -> bool:
    if query.at_least is None and query.at_most is None:
        return True
    best = toll.best if toll else None
    return best is not None and (query.at_least or 0) <= best and (query.at_most is None or best <= query.at_most)


def toll_of(one: EventEntry, measure: str) -> Toll | None:
    """Return the figure of a measure that entries carry.

    Raises:
        UsageError: they do not carry it.
    """
    if measure not in MEASURES:
        raise UsageError(f"Events are not found by {measure!r}; choose one of: {', '.join(MEASURES)}.")
    toll: Toll | None = getattr(one, measure)
    return toll


def place_keys(name: str) -> frozenset[str]:
    """Return what a place that is asked for may be called: its name, and its code where it is a country."""
    named = folded(name)
    codes = {
        iso.lower()
        for iso, one in countries().items()
        if name.strip().upper() == iso or named in {folded(word) for word in (one.name, *one.aliases)}
    }
    return frozenset({f"name:{named}", *(f"country:{code}" for code in codes)})


def _keys_of(one: EventEntry) -> set[str]:
    if one.place is None:
        return set()
    names = {f"name:{folded(name)}" for name in (one.place.name, one.place.admin1) if name}
    return names | ({f"country:{one.place.country.lower()}"} if one.place.country else set())


def place_in_order(one: Listed, query: Query) -> tuple[bool, Any, str]:
    """Return what sorts entries as the query wants: those without a value last, equals by id."""
    value = _value(one, query)
    if value is None:
        return True, 0, one.id
    if not _is_descending(query):
        return False, value, one.id
    return False, tuple(-x for x in value) if isinstance(value, tuple) else -value, one.id


def _is_descending(query: Query) -> bool:
    return query.descending and query.shelf != "rejects"


def _value(one: Listed, query: Query) -> Any:
    """A number, or the numbers of the letters of a title with an end that is before all letters."""
    if isinstance(one, SourceEntry) and query.sort != "title":
        return one.reports
    title = _title(one)
    if query.sort == "title" or not isinstance(one, EventEntry | ReportEntry):
        return tuple(folded(title).encode()[:TITLE].ljust(TITLE, b"\0")) if title and folded(title) else None
    if query.sort == "date":
        day = _day(one)
        return None if day is None else date.fromisoformat(day).toordinal()
    if isinstance(one, ReportEntry):
        return len(one.events) if query.sort == "reports" else None
    if query.sort in MEASURES:
        toll = toll_of(one, query.sort)
        return toll.best if toll else None
    return one.reports if query.sort == "reports" else one.doubt


def _title(one: Listed) -> str | None:
    if isinstance(one, EventEntry | ReportEntry):
        return one.title
    return one.name if isinstance(one, SourceEntry) else one.source


def _day(one: Listed) -> str | None:
    if isinstance(one, EventEntry):
        return one.date.earliest if one.date else None
    return one.published[:10] if isinstance(one, ReportEntry) and one.published else None


def _cursor(last: Listed, query: Query) -> str:
    return base64.urlsafe_b64encode(json.dumps(place_in_order(last, query)).encode()).decode().rstrip("=")


def _read_cursor(cursor: str) -> tuple[bool, Any, str]:
    try:
        padded = cursor + "=" * (-len(cursor) % 4)
        is_last, value, identity = json.loads(base64.urlsafe_b64decode(padded.encode("ascii")))
    except ValueError as error:
        raise UsageError(f"Cannot read the cursor {cursor!r}; take it from the page before, as it is.") from error
    return is_last, tuple(value) if isinstance(value, list) else value, identity


def _total(measure: str, events: Sequence[EventEntry]) -> Total:
    tolls = [toll for one in events if (toll := toll_of(one, measure)) is not None]
    known = [one for one in tolls if _numbers(one)]
    return Total(
        measure=measure,
        low=sum(_first(one.low, one.best, one.high) for one in known),
        best=sum(_first(one.best, one.low, one.high) for one in known),
        high=sum(_first(one.high, one.best, one.low) for one in known),
        events=len(known),
        unbounded=sum(one.high is None for one in known),
        unresolved=len(tolls) - len(known),
    )


def _numbers(toll: Toll) -> bool:
    return (toll.low, toll.best, toll.high) != (None, None, None)


def _first(*values: int | None) -> int:
    return next((value for value in values if value is not None), 0)


def _spots(events: Sequence[EventEntry]) -> tuple[Spot, ...]:
    points = [(p.longitude, p.latitude, e.id) for e in events if (p := e.place) and p.latitude is not None]
    exact = Counter((x, y) for x, y, _ in points)
    ids = {(x, y): identity for x, y, identity in points}
    if len(exact) <= SPOTS:
        return tuple(
            Spot(longitude=x or 0.0, latitude=y or 0.0, events=n, event=ids[x, y] if n == 1 else None)
            for (x, y), n in sorted(exact.items())
        )
    width, cells = GRIDS[0], _cells(points, GRIDS[0])
    for finer in GRIDS[1:]:
        if len(_cells(points, finer)) > SPOTS:
            break
        width, cells = finer, _cells(points, finer)
    return tuple(
        Spot(
            longitude=round((i + 0.5) * width - 180, 4),
            latitude=round((j + 0.5) * width - 90, 4),
            events=len(ids_in),
            event=ids_in[0] if len(ids_in) == 1 else None,
            width=width,
        )
        for (i, j), ids_in in sorted(cells.items())
    )


def _cells(points: Sequence[tuple[float | None, float | None, str]], width: float) -> dict[tuple[int, int], list[str]]:
    cells: dict[tuple[int, int], list[str]] = {}
    for x, y, identity in points:
        square = math.floor(((x or 0) + 180) / width), math.floor(((y or 0) + 90) / width)
        cells.setdefault(square, []).append(identity)
    return cells


def _facets(matching: Sequence[Listed], query: Query) -> Facets:
    return Facets(
        types=_counted(_kind(one) for one in matching),
        agreements=_counted(
            t.agreement for e in matching if isinstance(e, EventEntry) if (t := toll_of(e, query.measure))
        ),
        countries=_counted(one.place.country for one in matching if isinstance(one, EventEntry) and one.place),
        outlets=_counted(one.outlet for one in matching if isinstance(one, ReportEntry)),
        languages=_counted(one.language for one in matching if isinstance(one, ReportEntry)),
    )


def _kind(one: Listed) -> str | None:
    if isinstance(one, EventEntry):
        return one.type
    if isinstance(one, ReportEntry):
        return "with claims" if one.claims else "without claims"
    return one.kind if isinstance(one, SourceEntry) else one.reason


def _counted(values: Iterable[str | None]) -> Counts:
    counted = Counter(value for value in values if value is not None)
    return tuple(sorted(counted.items(), key=lambda one: (-one[1], one[0])))


def _texts(one: Listed) -> Iterator[str]:
    if isinstance(one, EventEntry):
        place = one.place
        yield from (t for t in (one.title, one.type, place and place.name, place and place.admin1, *one.actors) if t)
    elif isinstance(one, ReportEntry):
        yield from (text for text in (one.title, one.outlet) if text)
    elif isinstance(one, SourceEntry):
        yield one.name
    else:
        yield from (one.source, one.stage, one.reason, one.detail)


def _all_begin(wanted: Sequence[str], held: Iterable[str]) -> bool:
    told = tuple(held)
    return all(any(word.startswith(one) for word in told) for one in wanted)


def _folded(name: str | None) -> str | None:
    return None if name is None else folded(name)

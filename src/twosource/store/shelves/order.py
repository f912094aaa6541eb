"""Rows that match in, those of one page out: sorted as asked, after the place where the page before ended."""

import base64
import json
from typing import Any

import numpy as np
from numpy.typing import NDArray

from twosource.errors import UsageError
from twosource.model import Query
from twosource.store.shelves.choose import measure_number
from twosource.store.shelves.columns import Seen
from twosource.store.shelves.line import MEASURES, UNKNOWN
from twosource.store.shelves.tolls import Measured

Rows = NDArray[np.int64]
SIEVE = 16


def page(seen: Seen, rows: Rows, query: Query, tolls: Measured) -> tuple[Rows, str | None]:
    """Return the rows of the page in order, and the cursor of the next page (None: this is the last).

    Raises:
        UsageError: a cursor that is none.
    """
    values, unknown = _values(seen, rows, query, tolls)
    left = np.arange(len(rows)) if query.cursor is None else _after(seen.ids[rows], values, unknown, query)
    best = _first(left, values, unknown, (seen.ids, rows), query)
    if len(left) <= query.limit or not len(best):
        return rows[best], None
    return rows[best], _cursor(values[best[-1]], bool(unknown[best[-1]]), seen.ids[rows[best[-1]]])


def _values(seen: Seen, rows: Rows, query: Query, tolls: Measured) -> tuple[NDArray[Any], NDArray[np.bool_]]:
    """What the rows are sorted by, the first first, and which of them have nothing to be sorted by."""
    if _by_title(query):
        titles = seen.numbers["title"][rows]
        keys = _turned(titles, query.descending and query.shelf != "rejects")
        return keys, titles == b""
    numbers = _numbers(seen, rows, query, tolls)
    unknown = numbers == UNKNOWN
    return np.where(unknown, 0, -numbers if query.descending else numbers), unknown


def _by_title(query: Query) -> bool:
    return query.shelf == "rejects" or query.sort == "title"


def _numbers(seen: Seen, rows: Rows, query: Query, tolls: Measured) -> NDArray[Any]:
    columns = seen.numbers
    if query.shelf == "sources" or query.sort == "reports":
        told: NDArray[Any] = columns["reports"][rows]
    elif query.sort == "date":
        told = columns["first"][rows]
    elif query.shelf == "reports":
        told = np.full(len(rows), UNKNOWN)
    elif query.sort in MEASURES:
        told = tolls[measure_number(query.sort)].best[rows]
    else:
        told = columns["doubt"][rows]
    return told


def _turned(titles: NDArray[np.bytes_], is_descending: bool) -> NDArray[Any]:  # noqa: FBT001 - told by the query
    if not is_descending:
        return titles
    width = titles.dtype.itemsize
    letters = np.ascontiguousarray(titles).view(np.uint8).reshape(len(titles), width)
    return np.ascontiguousarray(255 - letters).view(f"S{width}").reshape(len(titles))


def _first(
    left: Rows, values: NDArray[Any], unknown: NDArray[np.bool_], names: tuple[NDArray[np.bytes_], Rows], query: Query
) -> Rows:
    """The first of those left: what cannot be on the page is set aside before anything is sorted or named."""
    ids, rows = names
    is_lacking = unknown.take(left)
    known, lacking = (left[~is_lacking], left[is_lacking]) if is_lacking.any() else (left, left[:0])
    if len(known) > query.limit and values.dtype.kind == "S":
        known = _first_texts(known, values, query.limit)
    elif len(known) > query.limit:
        known = _first_numbers(known, values, query.limit, names)
    chosen = known[np.lexsort((ids[rows[known]], values[known]))][: query.limit]
    return np.concatenate((chosen, _least(lacking, names, query.limit - len(chosen))))


def _first_numbers(some: Rows, values: NDArray[Any], number: int, names: tuple[NDArray[np.bytes_], Rows]) -> Rows:
    """Those with the least numbers, among equal ones those with the least ids.

    The first of every sixteenth bound those of all: of 90,000 numbers the first fifty come in 0.1 ms instead of 0.9.
    """
    told = values.take(some)
    for step in (SIEVE, 1):
        if len(sieve := told[::step]) > number:
            left = np.flatnonzero(told <= np.partition(sieve, number - 1)[number - 1])
            some, told = some[left], told[left]
    if len(some) <= number:
        return some
    bound = told.max()
    before = some[told < bound]
    return np.concatenate((before, _least(some[told == bound], names, number - len(before))))


def _first_texts(some: Rows, texts: NDArray[Any], number: int) -> Rows:
    """Those with the least texts, and the ones they cannot be told from: eight letters are compared at a time.

    Of 100,000 titles the first fifty come in 6 ms; all of them sorted take 50.
    """
    letters = np.ascontiguousarray(texts[some]).view(">u8").reshape(len(some), -1)
    chosen, left = np.zeros(len(some), np.bool_), np.arange(len(some))
    for at in range(letters.shape[1]):
        if len(left) <= number:
            break
        keys = letters[left, at].astype(np.uint64)
        bound = np.partition(keys, number - 1)[number - 1]
        before = left[keys < bound]
        chosen[before] = True
        number, left = number - len(before), left[keys == bound]
    chosen[left] = True
    return some[chosen]


def _least(some: Rows, names: tuple[NDArray[np.bytes_], Rows], number: int) -> Rows:
    """Those with the least ids, in their order; most are told apart by the first eight letters."""
    if number <= 0 or not len(some):
        return some[:0]
    ids = names[0][names[1][some]]
    if len(some) > number:
        letters = ids.view(np.uint8).reshape(len(some), -1)[:, :8]
        keys = np.ascontiguousarray(letters).view(">u8").reshape(len(some)).astype(np.uint64)
        least = keys <= np.partition(keys, number - 1)[number - 1]
        some, ids = some[least], ids[least]
    return some[np.argsort(ids)][:number]


def _after(ids: NDArray[np.bytes_], values: NDArray[Any], unknown: NDArray[np.bool_], query: Query) -> Rows:
    is_unknown, value, identity = _read(str(query.cursor), is_text=values.dtype.kind == "S")
    if is_unknown:
        later = unknown & (ids > identity)
    else:
        later = unknown | (values > value) | ((values == value) & (ids > identity))
    return np.flatnonzero(later)


def _cursor(value: Any, is_unknown: bool, identity: bytes) -> str:  # noqa: FBT001 - a part of the place told
    plain = value.hex() if isinstance(value, bytes) else float(value)
    told = json.dumps([is_unknown, plain, identity.decode()])
    return base64.urlsafe_b64encode(told.encode("ascii")).decode("ascii").rstrip("=")


def _read(cursor: str, *, is_text: bool) -> tuple[bool, bytes | float, bytes]:
    try:
        told = json.loads(base64.urlsafe_b64decode(cursor.encode("ascii") + b"=" * (-len(cursor) % 4)))
        is_unknown, value, identity = told
        return bool(is_unknown), bytes.fromhex(value) if is_text else float(value), str(identity).encode()
    except (ValueError, TypeError) as error:
        raise UsageError(f"Cannot read the cursor {cursor!r}; take it from the page before, as it is.") from error

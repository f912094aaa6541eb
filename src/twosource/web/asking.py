"""The fields of a form or address in, the query they ask out, and the fields of a query for an address.

Names in addresses are the names of the query's own fields, on every page, in the export and in the interface.
"""

from collections.abc import Callable, Mapping
from dataclasses import fields
from typing import Any, get_args

from starlette.requests import Request

from twosource.errors import UsageError
from twosource.model import Query
from twosource.model.query import Box, ShelfName, Sort
from twosource.values.box import box_of

LONGEST = 400
LIMIT = 200
WHOLE = frozenset({"at_least", "at_most", "limit"})
LEFT_OUT = frozenset({"shelf", "limit"})
DEFAULT = Query()


def query_of(request: Request, shelf: ShelfName = "events") -> Query:
    """Return what an address asks of a shelf.

    Raises:
        UsageError: a field cannot be read.
    """
    names = [field.name for field in fields(Query) if field.name != "shelf"]
    told = {name: request.query_params.get(name, "").strip() for name in names}
    return Query(shelf=shelf, **{name: _read(name, text) for name, text in told.items() if text})


def asked(query: Query) -> dict[str, str]:
    """Return the fields of a query that narrow or order it, as an address names them."""
    told = {field.name: getattr(query, field.name) for field in fields(Query) if field.name not in LEFT_OUT}
    return {
        name: _written(value)
        for name, value in told.items()
        if value not in {None, ""} and value != getattr(DEFAULT, name)
    }


def box_text(box: Box) -> str:
    """Return a box as an address names it: west, south, east, north."""
    return ",".join(f"{degrees:.4f}".rstrip("0").rstrip(".") for degrees in box)


def _read(name: str, text: str) -> Any:
    if len(text) > LONGEST:
        raise UsageError(f"{name} has {len(text)} characters; at most {LONGEST} can be asked for.")
    reader = READERS.get(name)
    if reader is not None:
        return reader(name, text)
    return _whole(name, text) if name in WHOLE else text


def _whole(name: str, text: str) -> int:
    if not text.isascii() or not text.isdigit() or len(text) > 9:
        raise UsageError(f"{name} is {text!r}; give a whole number from 0 on.")
    return min(int(text), LIMIT) if name == "limit" else int(text)


def _box(_name: str, text: str) -> Box:
    return box_of(text)


def _sort(_name: str, text: str) -> Sort:
    known: tuple[Sort, ...] = get_args(Sort)
    for one in known:
        if one == text:
            return one
    raise UsageError(f"Cannot sort by {text!r}; choose one of: {', '.join(known)}.")


def _descending(_name: str, text: str) -> bool:
    return text.lower() not in {"false", "0", "no"}


READERS: Mapping[str, Callable[[str, str], Any]] = {"box": _box, "sort": _sort, "descending": _descending}


def _written(value: object) -> str:
    if isinstance(value, tuple):
        return box_text(value)
    return "false" if value is False else "true" if value is True else str(value)

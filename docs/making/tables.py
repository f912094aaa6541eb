"""The tables a run writes and their columns: names, order and types from the records, meanings from columns.toml."""

import tomllib
import types
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any, Literal, get_args, get_origin, get_type_hints

from docs.making.markdown import code, page, table
from twosource.model import (
    Annotations,
    Article,
    Claim,
    CopyGroup,
    Decision,
    Event,
    Figure,
    Judgement,
    Place,
    Reject,
    Statement,
    Toponym,
)
from twosource.publish import rows

COLUMNS = Path(__file__).parents[1] / "columns.toml"
TABLES: dict[str, tuple[type, str]] = {
    "reports": (Article, "One row a report that was read."),
    "statements": (Statement, "One row for each time somebody is told to say something."),
    "claims": (Claim, "One row for each thing one report says: a number of people, or an act."),
    "events": (Event, "One row an event, with its figures."),
    "copies": (CopyGroup, "One row for each group of reports of one origin."),
    "rejects": (Reject, "One row for each input, or part of one, that was not read."),
    "annotations": (Annotations, "One row a report; written with `--annotations` only."),
    "decisions": (Decision, "One row for each judgement of a person; written where there are any."),
}
FIRST: dict[type, tuple[str, ...]] = {
    Article: rows.REPORT,
    Statement: rows.STATEMENT,
    Claim: rows.CLAIM,
    Event: rows.EVENT,
    Figure: rows.FIGURE,
}
WORDS: dict[object, str] = {str: "text", int: "whole number", float: "number", bool: "true or false"}
Columns = dict[str, object]


def tables_page() -> str:
    """Return the page of all tables.

    Raises:
        ValueError: a column without a meaning, or a meaning without a column.
    """
    _check_meanings()
    intro = (
        "`twosource run --out DIR` writes each table as `NAME.jsonl`: UTF-8, one JSON object a line. The same rows come"
        " from `Ledger.frame` in Python. Unknown is `null`, never 0; dates are ISO 8601; lists may be empty."
    )
    parts = [part for name, (record, means) in TABLES.items() for part in _section(name, means, record)]
    nested = [part for record in _nested() for part in _section(record.__name__, "", record)]
    return page("Tables", intro, *parts, "# Objects inside the rows", *nested)


def columns_of(record: type) -> Columns:
    """Return the columns of a record as it is published, in order, with their types."""
    told: Columns = dict(get_type_hints(record))
    if record is Article:
        told |= {"copy_group": str | None, "fields": object}
    if record is Annotations:
        told = {name: told[name] for name in ("report", "names", "times", "places", "numbers", "quotations")}
    if record is Decision:
        told |= {name: kind for name, kind in get_type_hints(Judgement).items() if name != "decision"}
    if record is Toponym:
        told = {"span": told["span"], **get_type_hints(Place), "government": told["government"]}
    return {name: told[name] for name in FIRST.get(record, ())} | told


def _section(name: str, means: str, record: type) -> Iterator[str]:
    yield f"## {name}"
    if means:
        yield means
    meanings = _meanings()
    own = meanings["Place"] | meanings[record.__name__] if record is Toponym else meanings[record.__name__]
    yield table(
        ("column", "type", "meaning"),
        ((code(column), _type(kind), own[column]) for column, kind in columns_of(record).items()),
    )


def _type(kind: Any) -> str:
    origin, inside = get_origin(kind), get_args(kind)
    if origin is types.UnionType:
        return f"{_type(inside[0])} or null"
    if origin is Literal:
        return ", ".join(inside)
    if origin is tuple:
        return f"list of {_type(inside[0])}"
    if is_dataclass(kind):
        name = getattr(kind, "__name__", "")
        return f"[{name}](#{name.lower()})"
    return WORDS.get(kind, "object")


def _records_in(kind: Any) -> Iterator[type]:
    if isinstance(kind, type) and is_dataclass(kind):
        yield kind
    for inside in get_args(kind):
        yield from _records_in(inside)


def _nested() -> tuple[type, ...]:
    """Return the records inside the rows, in the order they are met."""
    found: dict[type, None] = {}
    waiting = [record for record, _ in TABLES.values()]
    while waiting:
        for kind in columns_of(waiting.pop(0)).values():
            new = [record for record in _records_in(kind) if record not in found]
            found |= dict.fromkeys(new)
            waiting += new
    return tuple(found)


def _meanings() -> dict[str, dict[str, str]]:
    return tomllib.loads(COLUMNS.read_text(encoding="utf-8"))


def _check_meanings() -> None:
    published = {record: set(columns_of(record)) for record in (*(r for r, _ in TABLES.values()), *_nested())}
    published[Toponym] -= {field.name for field in fields(Place)}
    here = {(record.__name__, column) for record, columns in published.items() for column in columns}
    told = {(record, column) for record, columns in _meanings().items() for column in columns}
    if here != told:
        raise ValueError(
            f"docs/columns.toml: without a meaning {sorted(here - told)}; of no column {sorted(told - here)}"
        )

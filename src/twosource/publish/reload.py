"""A folder of tables in, the holdings they were written from out."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from twosource.errors import SourceError, UsageError
from twosource.model import Annotations, Article, Claim, CopyGroup, Event, Holdings, Judgement, Reject, Statement

Record = TypeVar("Record")
Row = dict[str, Any]
TABLES = ("reports", "statements", "claims", "events", "copies", "rejects")
OPTIONAL = ("annotations", "decisions")


def read_tables(directory: Path) -> Holdings:
    """Read the tables that a run wrote; of annotations come back the layers that are published.

    Raises:
        UsageError: the folder holds no tables of a run.
        SourceError: a table cannot be read, or holds rows that no run wrote.
    """
    if not (directory / "claims.jsonl").is_file():
        raise UsageError(f"{directory} holds no claims.jsonl. Name the folder that 'twosource run --out' wrote.")
    tables = {table: _rows(directory, table) for table in TABLES}
    return holdings_of(tables | {table: _optional(directory, table) for table in OPTIONAL})


def holdings_of(tables: Mapping[str, Sequence[Row]]) -> Holdings:
    """Return the holdings that rows of each table were made from.

    Raises:
        SourceError: a row is not one that a run made.
    """
    events = _records(tables, "events", Event)
    return Holdings(
        rule=next((figure.rule for event in events for figure in event.figures), "default"),
        articles=tuple(_article(row) for row in tables["reports"]),
        statements=_records(tables, "statements", Statement),
        claims=_records(tables, "claims", Claim),
        events=events,
        copies=_records(tables, "copies", CopyGroup),
        rejects=_records(tables, "rejects", Reject),
        annotations=tuple(_layers(row) for row in tables["annotations"]),
        judgements=tuple(_judgement(row) for row in tables["decisions"]),
    )


def _records(tables: Mapping[str, Sequence[Row]], table: str, kind: type[Record]) -> tuple[Record, ...]:
    return tuple(_checked(row, kind, table) for row in tables[table])


def _article(row: dict[str, Any]) -> Article:
    kept = _checked(row.get("fields"), dict[str, Any], "reports")
    fields = [(name, json.dumps(value, ensure_ascii=False, sort_keys=True)) for name, value in kept.items()]
    return _checked({**row, "fields": fields}, Article, "reports")


def _layers(row: dict[str, Any]) -> Annotations:
    """Annotations whose places are flat in the table."""
    places = [{"span": one["span"], "place": one, "government": one["government"]} for one in row.get("places", ())]
    return _checked({**row, "places": places}, Annotations, "annotations")


def _judgement(row: dict[str, Any]) -> Judgement:
    return _checked({**row, "decision": row}, Judgement, "decisions")


def _optional(directory: Path, table: str) -> list[dict[str, Any]]:
    return _rows(directory, table) if (directory / f"{table}.jsonl").is_file() else []


def _checked(row: Any, kind: type[Record], table: str) -> Record:
    try:
        return msgspec.convert(row, kind, strict=False)
    except msgspec.ValidationError as error:
        raise SourceError(f"A row of {table}.jsonl is not one that a run wrote: {error}. Run again.") from error


def _rows(directory: Path, table: str) -> list[dict[str, Any]]:
    path = directory / f"{table}.jsonl"
    try:
        return [msgspec.json.decode(line, type=dict[str, Any]) for line in path.read_bytes().splitlines()]
    except (OSError, msgspec.DecodeError) as error:
        raise SourceError(f"Cannot read {path}: {error}. Run again with --out {directory}.") from error

"""Holdings in, JSON Lines files out: one file a table, one row a line; the shape of a row is not its business."""

import json
from pathlib import Path
from typing import Any

import msgspec

from twosource.model import Holdings
from twosource.publish.rows import table_rows
from twosource.publish.whole import scrubbed, write_whole

OPTIONAL = ("annotations", "decisions")


def write_tables(holdings: Holdings, directory: Path) -> tuple[Path, ...]:
    """Write every table as ``NAME.jsonl`` into ``directory`` (made where missing) and return the paths.

    Each file appears whole or not at all. A file of an optional table left by an earlier run is removed where this
    one kept none: it would speak of other reports.

    Raises:
        SourceError: the directory cannot be made or written.
    """
    tables = table_rows(holdings)
    paths = [write_whole(directory / f"{name}.jsonl", encoded_lines(rows)) for name, rows in tables.items()]
    for name in OPTIONAL:
        if name not in tables:
            (directory / f"{name}.jsonl").unlink(missing_ok=True)
    return tuple(paths)


def encoded_lines(rows: list[dict[str, Any]]) -> bytes:
    """Return the rows as UTF-8 JSON, one a line."""
    return b"".join(encoded(row) + b"\n" for row in rows)


def encoded(row: dict[str, Any]) -> bytes:
    """Return one row as JSON in UTF-8; half a surrogate pair, which UTF-8 cannot hold, becomes U+FFFD.

    One character stands for one, so every offset still holds, and every JSON reader accepts the line.
    """
    try:
        return msgspec.json.encode(row)
    except UnicodeEncodeError:
        text = json.dumps(row, ensure_ascii=False, separators=(",", ":"))
        return scrubbed(text).encode("utf-8")

"""Rows (mappings, or lines of JSON) come in; reports go out. Knows nothing of files but the name it is told."""

import hashlib
import json
import re
from collections.abc import Iterator, Mapping
from typing import Any, BinaryIO

from twosource.collect.item import Found, Refusal
from twosource.config import Limits
from twosource.errors import UnreadableError
from twosource.model import Report
from twosource.values.identifier import identifier

_TEXTS = ("url", "title", "published", "text", "html")
_KNOWN = frozenset((*_TEXTS, "id"))
_NO_CHARACTER = re.compile("[\0\ud800-\udfff]")
_MARKS = (b"\xff\xfe", b"\xfe\xff")


def report_from_row(row: Mapping[str, object], limits: Limits, path: str | None = None) -> Report:
    """Return the report that a row ``{"id","url","title","published","text"|"html"}`` carries.

    The id is a hash of the row in canonical JSON (keys sorted, ASCII). NUL and lone surrogates, which no store and
    no file can hold, become U+FFFD one for one. Further fields are kept as JSON text, sorted by name.

    Raises:
        UnreadableError: ``wrong type``, ``missing text``, ``empty`` or ``too large``.
    """
    canonical = _canonical(row)
    if len(canonical) > limits.row_bytes:
        raise UnreadableError("too large", f"a row of {len(canonical)} bytes; the limit is {limits.row_bytes}")
    known = {name: _text(row, name) for name in _TEXTS}
    body = "text" if known["text"] is not None else "html"
    return Report(
        id=identifier("r", canonical),
        sha256=hashlib.sha256(canonical).hexdigest(),
        content=_content(known[body]),
        form="text" if body == "text" else "html",
        encoding="utf-8",
        input_id=_input_id(row),
        url=known["url"],
        path=path,
        title=known["title"],
        published=known["published"],
        fields=_fields(row, body),
    )


def found_in_lines(stream: BinaryIO, source: str, limits: Limits) -> Iterator[Found | Refusal]:
    """Yield the report of each line of JSON Lines, or why the line holds none; blank lines are skipped.

    Args:
        stream: bytes, read line by line and never held as a whole.
        source: the name of the file; a refused line is named ``source:number``.
        limits: what a line may cost.

    Raises:
        UnreadableError: the stream itself is damaged (a broken or exploding archive).
    """
    for number, line in _lines(stream, limits.row_bytes):
        here = f"{source}:{number}"
        try:
            if line is None:
                yield Refusal(source=here, reason="too large", detail=f"a line of more than {limits.row_bytes} bytes")
            elif line.strip():
                yield Found(source=here, report=report_from_row(_row(line), limits, source))
        except UnreadableError as error:
            yield Refusal(source=here, reason=error.reason, detail=error.detail)


def _lines(stream: BinaryIO, most: int) -> Iterator[tuple[int, bytes | None]]:
    """Yield number and bytes of each line, None for a line that is longer than ``most`` bytes."""
    number = 0
    while piece := stream.readline(most + 1):
        number += 1
        too_long = len(piece) > most and not piece.endswith(b"\n")
        while too_long and piece and not piece.endswith(b"\n"):
            piece = stream.readline(most + 1)
        yield number, None if too_long else piece.removeprefix(b"\xef\xbb\xbf")


def _row(line: bytes) -> Mapping[str, object]:
    if line.startswith(_MARKS) or b"\0" in line:
        raise UnreadableError("unreadable encoding", "the line is no UTF-8; save the file as UTF-8")
    try:
        row = json.loads(line.decode("utf-8"), parse_constant=_no_constant)
    except UnicodeDecodeError as error:
        raise UnreadableError("unreadable encoding", f"the line is no UTF-8 at byte {error.start}") from error
    except RecursionError as error:
        raise UnreadableError("broken JSON", "nested too deep to be read") from error
    except ValueError as error:
        raise UnreadableError("broken JSON", f"no JSON object in one line: {error}") from error
    if not isinstance(row, dict):
        raise UnreadableError("wrong type", f"a row is a JSON object, this line holds a {type(row).__name__}")
    return row


def _no_constant(name: str) -> Any:
    raise ValueError(f"{name} is no JSON value")


def _canonical(row: Mapping[str, object]) -> bytes:
    try:
        return json.dumps(dict(row), sort_keys=True, separators=(",", ":"), allow_nan=False).encode("ascii")
    except (TypeError, ValueError, RecursionError) as error:
        raise UnreadableError("wrong type", f"the row cannot be written as JSON: {error}") from error


def _text(row: Mapping[str, object], name: str) -> str | None:
    value = row.get(name)
    if value is None:
        return None
    if not isinstance(value, str):
        raise UnreadableError("wrong type", f'field "{name}" is text, this row has a {type(value).__name__}')
    return _NO_CHARACTER.sub("\ufffd", value)


def _input_id(row: Mapping[str, object]) -> str | None:
    value = row.get("id")
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, str | int):
        raise UnreadableError("wrong type", f'field "id" is text or a whole number, not a {type(value).__name__}')
    return _NO_CHARACTER.sub("\ufffd", str(value))


def _content(body: str | None) -> bytes:
    if body is None:
        raise UnreadableError("missing text", 'the row has neither "text" nor "html"')
    if not body.strip():
        raise UnreadableError("empty", "the row's text holds nothing but space")
    return body.encode("utf-8")


def _fields(row: Mapping[str, object], body: str) -> tuple[tuple[str, str], ...]:
    """Return the fields that are not read, and an "html" that a "text" beside it outranks."""
    kept = {name for name in row if name not in _KNOWN}
    if body == "text" and row.get("html") is not None:
        kept.add("html")
    dumped = ((name, json.dumps(row[name], ensure_ascii=False, sort_keys=True)) for name in sorted(kept))
    return tuple((_NO_CHARACTER.sub("\ufffd", name), _NO_CHARACTER.sub("\ufffd", text)) for name, text in dumped)

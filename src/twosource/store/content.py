"""Rows and times in the one form that all stores compare and keep; unusable ones are refused here."""

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

import msgspec

from twosource.errors import UsageError
from twosource.store.store import Row

NAME_LENGTH = 200
EXAMPLE = "write it with a zone, as in 2026-01-05T09:00:00Z"


@dataclass(frozen=True, slots=True)
class Sealed:
    """A row as it is kept: ``content`` is JSON with sorted keys, ``sha256`` the digest of its bytes."""

    id: str
    sha256: str
    content: str


def sealed(rows: Iterable[Row]) -> Iterator[Sealed]:
    """Yield each row in the form it is kept in.

    Raises:
        UsageError: a row has no usable id or is not JSON (NaN and infinities are not).
    """
    for row in rows:
        identity = name(row.get("id"), "the id of a row")
        content = _json(row, identity)
        yield Sealed(identity, hashlib.sha256(content.encode("ascii")).hexdigest(), content)


def row_of(content: str) -> Row:
    """Return the row that a store keeps so; text with half a sign in it can be read by the slower reader alone."""
    try:
        row: Row = msgspec.json.decode(content)
    except msgspec.DecodeError:
        row = json.loads(content)
    return row


def name(found: object, what: str) -> str:
    """Return a table's name or a row's id as it is.

    Raises:
        UsageError: it is not a text that every database can hold and sort.
    """
    if not isinstance(found, str) or not 0 < len(found) <= NAME_LENGTH:
        raise UsageError(f"Cannot store: {what} is {found!r}; it must be text of 1 to {NAME_LENGTH} characters.")
    if any(character < " " or "\ud800" <= character <= "\udfff" for character in found):
        raise UsageError(f"Cannot store: {what} is {found!r}; it must hold no control character or lone surrogate.")
    return found


def instant(text: str) -> str:
    """Return an ISO 8601 time with a zone as UTC in one width, so that the order of texts is the order of times.

    Raises:
        UsageError: it is no time, or has no zone.
    """
    try:
        moment = datetime.fromisoformat(text)
        utc = moment.astimezone(UTC).replace(tzinfo=None)
    except (ValueError, OverflowError) as error:
        raise UsageError(f"Cannot read the time {text!r} ({error}); {EXAMPLE}.") from error
    if moment.tzinfo is None:
        raise UsageError(f"The time {text!r} has no zone; {EXAMPLE}.")
    return utc.isoformat(timespec="microseconds") + "Z"


def _json(row: Row, identity: str) -> str:
    try:
        return json.dumps(row, sort_keys=True, separators=(",", ":"), allow_nan=False)
    except (TypeError, ValueError, RecursionError) as error:
        raise UsageError(f"Cannot store the row {identity!r}: it is not JSON ({error}).") from error

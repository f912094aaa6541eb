"""Sequences of entries in, the lines of lists that they hold out; what was read lately is remembered.

An entry never changes, so that nothing remembered can be old.
"""

import json
from collections import OrderedDict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from threading import Lock
from typing import Any, Generic, TypeVar

import msgspec

from twosource.model import EventEntry, Listed, Reject, ReportEntry, SourceEntry
from twosource.model.query import ShelfName

One = TypeVar("One")
REMEMBERED = 4_096  # entries of some 3 kB: 12 MB


@dataclass(frozen=True, slots=True)
class _Kept(Generic[One]):
    """What a row of a shelf that is made for lists holds: the line of the list."""

    entry: One


@dataclass(frozen=True, slots=True)
class _Row(Generic[One]):
    """A row; of it all but the record is left out."""

    record: One


KINDS: dict[ShelfName, Any] = {
    "events": _Row[_Kept[EventEntry]],
    "reports": _Row[_Kept[ReportEntry]],
    "sources": _Row[_Kept[SourceEntry]],
    "rejects": _Row[Reject],
}
DECODERS = {shelf: msgspec.json.Decoder(kind, strict=False) for shelf, kind in KINDS.items()}


class Entries:
    """The entries of one store; many threads may ask at once."""

    def __init__(self, contents: Callable[[Sequence[int]], Mapping[int, str]]) -> None:
        self._contents = contents
        self._lock = Lock()
        self._held: OrderedDict[int, Listed] = OrderedDict()

    def of(self, shelf: ShelfName, sequences: Sequence[int]) -> list[Listed]:
        """Return the entries of a shelf with these sequences, in their order."""
        with self._lock:
            known = {one: self._held[one] for one in sequences if one in self._held}
        lacking = [one for one in sequences if one not in known]
        if lacking:
            read = {one: _entry(shelf, content) for one, content in self._contents(lacking).items()}
            known |= read
            with self._lock:
                self._held.update(read)
                while len(self._held) > REMEMBERED:
                    self._held.popitem(last=False)
        return [known[one] for one in sequences]


def _entry(shelf: ShelfName, content: str) -> Listed:
    """The entry in a row; text with half a sign in it can be read by the slower reader alone."""
    try:
        row = DECODERS[shelf].decode(content)
    except msgspec.ValidationError:
        raise
    except msgspec.DecodeError:
        row = msgspec.convert(json.loads(content), KINDS[shelf], strict=False)
    entry: Listed = row.record if shelf == "rejects" else row.record.entry
    return entry

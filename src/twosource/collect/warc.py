"""The bytes of a WARC archive come in; its records go out one by one, and each break in it with its reason.

Its own reader, since fastwarc 2.0 ends in silence where a packed archive is cut short, and after an answer sent in
chunks; what is missing has to be told. Formats: ISO 28500:2017, WARC 1.0 and 1.1.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from twosource.collect.members import Source
from twosource.config import Limits
from twosource.errors import UnreadableError

_VERSION = re.compile(rb"WARC/\d+\.\d+\s*")
_BEGIN = re.compile(rb"(?:^|(?<=\n))WARC/\d+\.\d+\r?\n")
_LINE, _LINES = 16_384, 200  # bytes and lines of a record's head; the heads of real archives stay below 2,000 and 20
_BREAKS = 100  # damaged places of one archive that are told; beyond, the archive is given up
_HEAD = 65_536  # bytes that the head of a kept HTTP answer may take on top of what a report may
Headers = Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """One record: its place in the archive, its head (names in lower case) and, where it was wanted, its block."""

    number: int
    headers: Headers
    block: bytes | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Break:
    """A place where the archive could not be read, or a record that is too large."""

    number: int
    reason: str
    detail: str


def records(source: Source, limits: Limits, wanted: Callable[[Headers], bool]) -> Iterator[Record | Break]:
    """Yield the records of an archive in order; after a break reading goes on at the next record that is found.

    Args:
        source: where the bytes come from.
        limits: what one record may cost.
        wanted: tells by its head whether a record's block is to be kept.
    """
    cursor, number, breaks = _Cursor(source), 0, 0
    while breaks < _BREAKS:
        number += 1
        try:
            headers = _headers(cursor)
            if headers is None:
                return
            yield _record(cursor, number, headers, (limits, wanted))
        except UnreadableError as error:
            breaks += 1
            yield Break(number=number, reason=error.reason, detail=error.detail)
            if not cursor.go_on():
                return
    yield Break(number=number, reason="broken archive", detail=f"more than {_BREAKS} breaks; the rest is left unread")


def _record(
    cursor: "_Cursor", number: int, headers: Headers, how: tuple[Limits, Callable[[Headers], bool]]
) -> Record | Break:
    limits, wanted = how
    told = headers.get("content-length", "")
    if not told.isascii() or not told.isdecimal() or len(told) > 15:
        raise UnreadableError("broken archive", f"a record of the length {told[:40]!r}")
    size = int(told)
    if not wanted(headers):
        cursor.skip(size)
        return Record(number=number, headers=headers)
    if size > limits.report_bytes + _HEAD:
        cursor.skip(size)
        return Break(number=number, reason="too large", detail=f"{size} bytes; the limit is {limits.report_bytes}")
    return Record(number=number, headers=headers, block=cursor.take(size))


def _headers(cursor: "_Cursor") -> Headers | None:
    line = cursor.line()
    while line in {b"\n", b"\r\n"}:
        line = cursor.line()
    if not line:
        return None
    if not _VERSION.fullmatch(line):
        raise UnreadableError("broken archive", "no record begins where one should")
    found: dict[str, str] = {}
    last = ""
    for _ in range(_LINES):
        text = cursor.line().decode("utf-8", "replace").rstrip("\r\n")
        if not text:
            return found
        name, colon, value = text.partition(":")
        if text[0] in " \t" and last:
            found[last] += f" {text.strip()}"
        elif colon:
            last = name.strip().lower()
            found[last] = value.strip()
    raise UnreadableError("broken archive", f"the head of a record has more than {_LINES} lines")


class _Cursor:
    """A place in the bytes of an archive."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._held = bytearray()

    def line(self) -> bytes:
        """Return the bytes up to and with the next line feed; at the end, what is left."""
        while (end := self._held.find(b"\n")) < 0 and len(self._held) <= _LINE:
            if not self._pull():
                return self._give(len(self._held))
        if not 0 <= end <= _LINE:
            raise UnreadableError("broken archive", "no record begins where one should")
        return self._give(end + 1)

    def take(self, size: int) -> bytes:
        """Return so many bytes."""
        while len(self._held) < size:
            if not self._pull():
                raise UnreadableError("broken archive", "the archive ends within a record")
        return self._give(size)

    def skip(self, size: int) -> None:
        """Pass over so many bytes, holding none."""
        while size > len(self._held):
            size -= len(self._held)
            self._held.clear()
            if not self._pull():
                raise UnreadableError("broken archive", "the archive ends within a record")
        self._give(size)

    def go_on(self) -> bool:
        """Go to the next place where a record begins; tell whether there is one."""
        if not self._source.go_on():
            return False
        while not (begin := _BEGIN.search(self._held)):
            del self._held[:-_LINE]
            if not self._pull_past_breaks():
                return False
        self._give(begin.start())
        return True

    def _pull_past_breaks(self) -> bool:
        """A stream damaged at its very opening is one break with what comes before it."""
        for _ in range(_BREAKS):
            try:
                return self._pull()
            except UnreadableError:
                if not self._source.go_on():
                    return False
        return False

    def _pull(self) -> bool:
        piece = self._source.pull()
        self._held += piece
        return bool(piece)

    def _give(self, size: int) -> bytes:
        piece = bytes(self._held[:size])
        del self._held[:size]
        return piece

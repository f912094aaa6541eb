"""The packed or plain bytes of an archive come in; records' bytes go out, and after a break what can be found again.

Archives of the web are many gzip streams one after the other: one that is damaged costs that one alone.
"""

import zlib
from typing import BinaryIO, Protocol

from twosource.config import Limits
from twosource.errors import UnreadableError

_PIECE = 65_536
_MAGIC = b"\x1f\x8b\x08"
_RATIO_FROM = 1_000_000  # bytes unpacked before the ratio counts, as for other packed files
_GZIP = 31  # zlib's word for a gzip stream with its head and checksum


class Source(Protocol):
    """Where the bytes of an archive come from."""

    def pull(self) -> bytes:
        """Return the next bytes, none at the end.

        Raises:
            UnreadableError: the archive is damaged here.
        """
        ...

    def go_on(self) -> bool:
        """Go to where reading may go on after a break; tell whether there is such a place."""
        ...


class Plain:
    """The bytes of an archive that is not packed."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream

    def pull(self) -> bytes:
        """Return the next bytes, none at the end."""
        return self._stream.read(_PIECE)

    def go_on(self) -> bool:
        """Any place is as good as the next."""
        return True


class Members:
    """What the gzip streams of an archive hold, one after the other."""

    def __init__(self, packed: BinaryIO, limits: Limits) -> None:
        self._packed = packed
        self._limits = limits
        self._waiting = b""
        self._member: zlib._Decompress | None = None
        self._came = 0
        self._gave = 0
        self._is_broken = False

    def pull(self) -> bytes:
        """Return the next unpacked bytes, none at the end.

        Raises:
            UnreadableError: ``broken archive``, or ``expands too far``.
        """
        while True:
            is_end = not self._waiting and not self._more()
            if self._member is None:
                if is_end:
                    return b""
                self._member = zlib.decompressobj(_GZIP)
            piece = self._unpack(self._member)
            if piece:
                return piece
            if is_end and self._member is not None:
                self._member = None
                raise UnreadableError("broken archive", "the archive is cut short")

    def go_on(self) -> bool:
        """Go to the next gzip stream where this one is damaged."""
        if not self._is_broken:
            return True
        self._is_broken = False
        self._member = None
        self._waiting = self._waiting[1:]
        while (start := self._waiting.find(_MAGIC)) < 0:
            self._waiting = self._waiting[-2:]
            if not self._more():
                return False
        self._waiting = self._waiting[start:]
        return True

    def _more(self) -> bool:
        piece = self._packed.read(_PIECE)
        self._came += len(piece)
        self._waiting += piece
        return bool(piece)

    def _unpack(self, member: "zlib._Decompress") -> bytes:
        try:
            piece = member.decompress(self._waiting, _PIECE)
        except zlib.error as error:
            self._is_broken = True
            raise UnreadableError("broken archive", f"a gzip stream of the archive is damaged: {error}") from error
        self._waiting = member.unused_data if member.eof else member.unconsumed_tail
        if member.eof:
            self._member = None
            self._waiting = self._waiting.lstrip(b"\0")
        self._gave += len(piece)
        if self._gave > _RATIO_FROM and self._gave / self._came > self._limits.expansion_ratio:
            self._is_broken = True
            raise UnreadableError("expands too far", f"{self._came} packed bytes gave {self._gave} and more")
        return piece

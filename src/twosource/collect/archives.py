"""A packed stream comes in; an unpacked one goes out that refuses to grow past the limits."""

import gzip
import io
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import BinaryIO

from twosource.config import Limits
from twosource.errors import UnreadableError

_RATIO_FROM = 1_000_000
"""Bytes unpacked before the ratio counts: a short file of one repeated line packs 500 to 1 and harms nobody."""


class Counted(io.RawIOBase):
    """A readable stream that counts what went through it."""

    def __init__(self, inner: BinaryIO) -> None:
        self._inner = inner
        self.count = 0

    def readable(self) -> bool:
        """Tell that the stream can be read."""
        return True

    def readinto(self, buffer: bytearray | memoryview, /) -> int:  # type: ignore[override] # the buffer's stub is wider
        """Read into ``buffer`` and count."""
        piece = self._inner.read(len(buffer))
        buffer[: len(piece)] = piece
        self.count += len(piece)
        return len(piece)


class Unpacked(io.RawIOBase):
    """The unpacked bytes of a gzip stream.

    Raises:
        UnreadableError: ``broken archive``, or ``expands too far`` past ``expanded_bytes`` or ``expansion_ratio``.
    """

    def __init__(self, packed: BinaryIO, limits: Limits) -> None:
        self._packed = Counted(packed)
        self._stream = gzip.GzipFile(fileobj=io.BufferedReader(self._packed), mode="rb")
        self._limits = limits
        self._count = 0

    def readable(self) -> bool:
        """Tell that the stream can be read."""
        return True

    def readinto(self, buffer: bytearray | memoryview, /) -> int:  # type: ignore[override] # the buffer's stub is wider
        """Read into ``buffer`` and stop where the limits are passed."""
        with broken_archives():
            piece = self._stream.read(len(buffer))
        self._count += len(piece)
        self._refuse_a_bomb()
        buffer[: len(piece)] = piece
        return len(piece)

    def _refuse_a_bomb(self) -> None:
        ratio = self._count / max(self._packed.count, 1)
        too_large = self._count > self._limits.expanded_bytes
        if too_large or (self._count > _RATIO_FROM and ratio > self._limits.expansion_ratio):
            detail = f"{self._packed.count} packed bytes gave {self._count} and more; unpack and split the file"
            raise UnreadableError("expands too far", detail)


@contextmanager
def broken_archives() -> Iterator[None]:
    """Turn the errors of a damaged gzip stream into one of ours."""
    try:
        yield
    except (zlib.error, EOFError, gzip.BadGzipFile) as error:
        raise UnreadableError("broken archive", f"the gzip stream is damaged or cut short: {error}") from error


def unpacked(packed: BinaryIO, limits: Limits) -> io.BufferedReader:
    """Return a buffered stream of what ``packed`` (gzip) holds; reading it raises as :class:`Unpacked` says."""
    return io.BufferedReader(Unpacked(packed, limits))

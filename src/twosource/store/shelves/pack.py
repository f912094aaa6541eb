"""Rows of columns in, the bytes they are kept as out, and back: read at once where lines take a second.

A pack is made from lines and can be made again; one that is damaged, or of another form, is none.
"""

import zlib
from dataclasses import dataclass
from typing import Any

import msgspec
import numpy as np
from numpy.typing import NDArray

from twosource.store.shelves.terms import Terms

FORM = 1  # goes up with whatever changes in columns or in what they are made of

Array = NDArray[Any]


@dataclass(frozen=True, slots=True)
class Pack:
    """Some rows: ``last`` is the sequence of the last one, ``before`` the row that each came after (-1: none).

    ``moments`` are the times at which rows were recorded, ``ends`` how many of the rows were there then.
    """

    last: int
    size: int
    columns: dict[str, Array]
    before: Array
    moments: tuple[str, ...]
    ends: tuple[int, ...]
    terms: Terms


@dataclass(frozen=True, slots=True)
class _Kept:
    form: int
    last: int
    size: int
    arrays: dict[str, tuple[str, bytes]]
    moments: tuple[str, ...]
    ends: tuple[int, ...]
    terms: str


def packed(pack: Pack) -> bytes:
    """Return the bytes of a pack, with a sum to check them by in front."""
    arrays = {**pack.columns, " before": pack.before, " rows": pack.terms.rows, " starts": pack.terms.starts}
    kept = _Kept(
        form=FORM,
        last=pack.last,
        size=pack.size,
        arrays={name: (one.dtype.str, np.ascontiguousarray(one).tobytes()) for name, one in arrays.items()},
        moments=pack.moments,
        ends=pack.ends,
        terms="\n".join(pack.terms.terms),
    )
    content = msgspec.msgpack.encode(kept)
    return zlib.crc32(content).to_bytes(4, "big") + content


def unpacked(content: bytes, first: int) -> Pack | None:
    """Return a pack whose rows begin at a number, None where the bytes are none of this form."""
    if int.from_bytes(content[:4], "big") != zlib.crc32(content[4:]):
        return None
    try:
        kept = msgspec.msgpack.decode(content[4:], type=_Kept)
    except msgspec.MsgspecError:
        return None
    if kept.form != FORM:
        return None
    arrays = {name: np.frombuffer(raw, kind) for name, (kind, raw) in kept.arrays.items()}
    rows, starts = arrays.pop(" rows"), arrays.pop(" starts")
    return Pack(
        last=kept.last,
        size=kept.size,
        before=arrays.pop(" before"),
        columns=arrays,
        moments=kept.moments,
        ends=kept.ends,
        terms=Terms(kept.terms.split("\n") if kept.terms else [], rows, starts, first, kept.size),
    )

"""An open stream and its name come in; its kind is found, and the reports it holds go out."""

import hashlib
import io
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import BinaryIO

from twosource.collect.archives import Counted, Unpacked, unpacked
from twosource.collect.item import Found, Refusal
from twosource.collect.rows import found_in_lines
from twosource.collect.sniff import Kind, is_binary, kind_by_name, kind_of_content, looks_like_page
from twosource.config import Limits
from twosource.errors import UnreadableError
from twosource.model import Report
from twosource.values.identifier import identifier

_HEAD = 4096
_REFUSED: dict[str, str] = {
    "archive": "an archive of several files; unpack it first (gzip of one file is read)",
    "binary": "no text in any encoding",
    "not a report": "a text file of another kind; reports are .txt, .html, .jsonl and these as .gz",
}


def found_in_stream(stream: BinaryIO, name: str, limits: Limits) -> Iterator[Found | Refusal]:
    """Yield the reports that a stream holds, or why it holds none.

    Args:
        stream: the bytes; read as far as the limits allow.
        name: the path as the caller gave it; its ending tells the kind, else the first bytes do.
        limits: what one input may cost.
    """
    try:
        yield from _found(io.BufferedReader(Counted(stream)), name, PurePosixPath(name.lower()), limits)
    except UnreadableError as error:
        yield Refusal(source=name, reason=error.reason, detail=error.detail)


def _found(stream: io.BufferedReader, name: str, told: PurePosixPath, limits: Limits) -> Iterator[Found | Refusal]:
    head = _peek(stream)
    kind = _kind(told.suffix, head)
    if kind == "gzip":
        if isinstance(stream.raw, Unpacked) or not head.startswith(b"\x1f\x8b"):
            raise UnreadableError("broken archive", "no gzip stream, or gzip inside gzip")
        inner = told.with_suffix("") if told.suffix == ".gz" else told
        yield from _found(unpacked(stream, limits), name, inner, limits)
    elif kind in _REFUSED:
        raise UnreadableError(kind, _REFUSED[kind])
    elif kind == "rows":
        rows = found_in_lines(stream, name, limits)
        yield next(rows, Refusal(source=name, reason="empty", detail="the file holds no row"))
        yield from rows
    else:
        yield Found(source=name, report=_report(_whole(stream, limits), kind == "html", name))


def _kind(suffix: str, head: bytes) -> Kind:
    """Return the kind the name promises, corrected where the bytes plainly say otherwise."""
    named = kind_by_name(suffix)
    if named is None:
        return kind_of_content(head)
    if named in {"saved text", "html"} and kind_of_content(head) in {"archive", "binary"}:
        return kind_of_content(head)
    return "html" if named == "saved text" and looks_like_page(head) else named


def _report(content: bytes, is_page: bool, name: str) -> Report:  # noqa: FBT001 # the two forms of a file
    return Report(
        id=identifier("r", content),
        sha256=hashlib.sha256(content).hexdigest(),
        content=content,
        form="html" if is_page else "saved text",
        path=name,
    )


def _whole(stream: io.BufferedReader, limits: Limits) -> bytes:
    content = stream.read(limits.report_bytes + 1)
    if len(content) > limits.report_bytes:
        raise UnreadableError("too large", f"more than {limits.report_bytes} bytes")
    if not content.strip():
        raise UnreadableError("empty", "the file holds nothing")
    if is_binary(content):
        raise UnreadableError("binary", _REFUSED["binary"])
    return content


def _peek(stream: io.BufferedReader) -> bytes:
    """Return the first bytes without taking them from the stream."""
    return stream.peek(_HEAD)[:_HEAD]

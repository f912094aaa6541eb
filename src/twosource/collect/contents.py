"""An open stream and its name come in; its kind is found, and the reports it holds go out."""

import hashlib
import io
import zlib
from collections.abc import Callable, Iterator, Mapping
from pathlib import PurePosixPath
from typing import BinaryIO

from twosource.collect.archived import found_in_archive
from twosource.collect.archives import Counted, Unpacked, unpacked
from twosource.collect.fetch import Reach
from twosource.collect.item import Found, Refusal
from twosource.collect.linked import Item, found_in_listing
from twosource.collect.listing import looks_like_listing
from twosource.collect.members import Members, Plain
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
    "not a report": "a text file of another kind; reports are .txt, .html, .jsonl, .warc, these as .gz, and feeds",
}


def found_in_stream(stream: BinaryIO, name: str, reach: Reach) -> Iterator[Item]:
    """Yield the reports that a stream holds, or why it holds none.

    Args:
        stream: the bytes; read as far as the limits allow.
        name: the path as the caller gave it; its ending tells the kind, else the first bytes do.
        reach: what one input may cost, and what of the web it may reach.
    """
    try:
        yield from _found(io.BufferedReader(Counted(stream)), name, PurePosixPath(name.lower()), reach)
    except UnreadableError as error:
        yield Refusal(source=name, reason=error.reason, detail=error.detail)


def _found(stream: io.BufferedReader, name: str, told: PurePosixPath, reach: Reach) -> Iterator[Item]:
    head = _peek(stream)
    kind = _kind(told.suffix, head)
    if kind == "gzip" and _holds_archive(told, head):
        yield from found_in_archive(Members(stream, reach.limits), name, reach)
    elif kind == "gzip":
        if isinstance(stream.raw, Unpacked) or not head.startswith(b"\x1f\x8b"):
            raise UnreadableError("broken archive", "no gzip stream, or gzip inside gzip")
        inner = told.with_suffix("") if told.suffix == ".gz" else told
        yield from _found(unpacked(stream, reach.limits), name, inner, reach)
    elif kind in _REFUSED and not (kind == "not a report" and _is_listing(told.suffix, head)):
        raise UnreadableError(kind, _REFUSED[kind])
    else:
        yield from _READ.get(kind, _listed)(stream, name, reach)


def _archived(stream: io.BufferedReader, name: str, reach: Reach) -> Iterator[Item]:
    return found_in_archive(Plain(stream), name, reach)


def _rows(stream: io.BufferedReader, name: str, reach: Reach) -> Iterator[Item]:
    rows = found_in_lines(stream, name, reach.limits)
    yield next(rows, Refusal(source=name, reason="empty", detail="the file holds no row"))
    yield from rows


def _listed(stream: io.BufferedReader, name: str, reach: Reach) -> Iterator[Item]:
    return found_in_listing(_whole(stream, reach.limits), name, reach)


def _page(stream: io.BufferedReader, name: str, reach: Reach) -> Iterator[Item]:
    yield Found(source=name, report=_report(_whole(stream, reach.limits), is_page=True, name=name))


def _text(stream: io.BufferedReader, name: str, reach: Reach) -> Iterator[Item]:
    yield Found(source=name, report=_report(_whole(stream, reach.limits), is_page=False, name=name))


_READ: Mapping[Kind, Callable[[io.BufferedReader, str, Reach], Iterator[Item]]] = {
    "web archive": _archived,
    "rows": _rows,
    "listing": _listed,
    "html": _page,
    "saved text": _text,
}
"""What reads each kind of file that holds reports."""


def _holds_archive(told: PurePosixPath, head: bytes) -> bool:
    """Tell whether a packed file is a web archive, by its name or by the first bytes in it."""
    if told.suffixes[-2:] == [".warc", ".gz"]:
        return True
    try:
        return zlib.decompressobj(31).decompress(head, 16).startswith(b"WARC/")
    except zlib.error:
        return False


def _is_listing(suffix: str, head: bytes) -> bool:
    """Tell whether an .xml or .json file is a feed or sitemap; most that lie beside reports are not."""
    return suffix in {".xml", ".json"} and looks_like_listing(head)


def _kind(suffix: str, head: bytes) -> Kind:
    """Return the kind the name promises, corrected where the bytes plainly say otherwise."""
    named = kind_by_name(suffix)
    if named is None:
        return kind_of_content(head)
    if named in {"saved text", "html"} and kind_of_content(head) in {"archive", "binary"}:
        return kind_of_content(head)
    return "html" if named == "saved text" and looks_like_page(head) else named


def _report(content: bytes, *, is_page: bool, name: str) -> Report:
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

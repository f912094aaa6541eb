"""The records of a WARC archive come in; the pages kept in it go out as reports, with what was passed over counted.

What an archive tells of a page is kept as its citation: target address, time of retrieval, record id, payload digest.
"""

import hashlib
import json
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from twosource.collect.address import shown_address
from twosource.collect.exchange import charset, is_page, media_type, plain_body
from twosource.collect.fetch import Reach
from twosource.collect.item import Found, Refusal
from twosource.collect.members import Source
from twosource.collect.sniff import is_binary
from twosource.collect.warc import Break, Headers, Record, records
from twosource.errors import UnreadableError
from twosource.model import Report
from twosource.values.identifier import identifier

_WANTED = frozenset({"response", "resource", "revisit"})
_STATUS = re.compile(r"HTTP/\d(?:\.\d)?\s+(\d{3})")
_CHUNK = re.compile(rb"([0-9a-fA-F]{1,8})[^\r\n]{0,200}\r?\n")
_KINDS = 6  # kinds of passed-over records that are named; the others are added up
_PASSED = "passed over"
_MARKS = ("warc-record-id", "warc-payload-digest")


@dataclass(slots=True)
class Passed:
    """What an archive held besides pages, by kind, and where each record stands that a later one may refer to."""

    kinds: Counter[str] = field(default_factory=Counter)
    revisits: list[tuple[str, Headers]] = field(default_factory=list)


def found_in_archive(source: Source, name: str, reach: Reach) -> Iterator[Found | Refusal]:
    """Yield the pages and texts of an archive, what of it could not be read, and at its end what was passed over."""
    passed, count = Passed(), 0
    for one in records(source, reach.limits, lambda head: head.get("warc-type") in _WANTED):
        here = f"{name}:{one.number}"
        try:
            found = _of_break(one, here) if isinstance(one, Break) else _found(one, name, reach, passed)
        except UnreadableError as error:
            found = Refusal(source=here, reason=error.reason, detail=error.detail)
        if found is not None:
            count += 1
            yield found
    for here, head in passed.revisits:
        yield _revisit(here, head, reach)
    if passed.kinds:
        yield Refusal(source=name, reason="not a report", detail=f"records {_PASSED}: {_told(passed.kinds)}")
    elif not count and not passed.revisits:
        yield Refusal(source=name, reason="empty", detail="the archive holds no page")


def _of_break(one: Break, here: str) -> Refusal:
    return Refusal(source=here, reason=one.reason, detail=one.detail)


def _found(record: Record, name: str, reach: Reach, passed: Passed) -> Found | None:
    here = f"{name}:{record.number}"
    kind, block = record.headers.get("warc-type"), record.block
    if block is None:
        return None
    if kind == "resource":
        media, encoding, content = _resource(record.headers, block)
        status = "200"
    else:
        status, answer, content = _answer(block)
        media, encoding = media_type(answer.get("content-type")), charset(answer.get("content-type"))
        if kind == "revisit" and (media is None or is_page(media)):
            passed.revisits.append((here, record.headers))
            return None
        content = _undone(content, answer, reach) if status == "200" and is_page(media) else b""
    if status != "200" or not is_page(media):
        passed.kinds[f"status {status}" if status != "200" else media or "no media type"] += 1
        _remember(record.headers, _PASSED, reach)
        return None
    _remember(record.headers, here, reach)
    return Found(source=here, report=_report(record.headers, name, content, (media == "text/plain", encoding)))


def _resource(head: Headers, block: bytes) -> tuple[str | None, str | None, bytes]:
    told = head.get("content-type")
    return media_type(told), charset(told), block


def _answer(block: bytes) -> tuple[str, Headers, bytes]:
    """Return status, headers and body of a kept HTTP answer; status "" where the block is none (a name server's)."""
    head, gap, body = block.partition(b"\r\n\r\n") if b"\r\n\r\n" in block else block.partition(b"\n\n")
    lines = head.decode("latin-1").splitlines()
    status = _STATUS.match(lines[0]) if lines else None
    if status is None:
        return "unknown", {}, b""
    told = (line.partition(":") for line in lines[1:])
    return status[1], {name.strip().lower(): value.strip() for name, _, value in told}, body if gap else b""


def _undone(body: bytes, answer: Headers, reach: Reach) -> bytes:
    """Undo chunks and packing; some archivers keep the body undone beside the headers it came with."""
    if "chunked" in answer.get("transfer-encoding", "").lower():
        body = _joined(body)
    coding = answer.get("content-encoding", "")
    is_packed = body.startswith(b"\x1f\x8b") if "gzip" in coding.lower() else True
    return plain_body(body, coding if is_packed else None, reach.limits)


def _joined(body: bytes) -> bytes:
    """Return the chunks of a body in one; the body itself where it is not in chunks."""
    found, place = bytearray(), 0
    while match := _CHUNK.match(body, place):
        size = int(match[1], 16)
        if size == 0:
            return bytes(found)
        found += body[match.end() : match.end() + size]
        place = match.end() + size
        place += 2 if body.startswith(b"\r\n", place) else 1 if body.startswith(b"\n", place) else 0
    if place == 0:
        return body
    if place < len(body):
        raise UnreadableError("broken archive", "the chunks of the answer are damaged")
    return bytes(found)


def _report(head: Headers, name: str, content: bytes, form: tuple[bool, str | None]) -> Report:
    """The id is that of the bytes: the same page fetched or saved by hand is the same report."""
    is_text, encoding = form
    if not content.strip():
        raise UnreadableError("empty", "the page kept in the archive holds nothing")
    if is_binary(content):
        raise UnreadableError("binary", "no text in any encoding")
    told = {
        "retrieved": head.get("warc-date"),
        **{mark.replace("-", "_"): head.get(mark) for mark in _MARKS},
    }
    return Report(
        id=identifier("r", content),
        sha256=hashlib.sha256(content).hexdigest(),
        content=content,
        form="saved text" if is_text else "html",
        encoding=encoding,
        url=_target(head),
        path=name,
        fields=tuple((key, json.dumps(value, ensure_ascii=False)) for key, value in sorted(told.items()) if value),
    )


def _target(head: Headers) -> str | None:
    told = head.get("warc-target-uri", "").strip("<> ")
    return shown_address(told) if told else None


def _remember(head: Headers, here: str, reach: Reach) -> None:
    target = head.get("warc-target-uri", "").strip("<> ")
    keys = (head.get("warc-record-id"), head.get("warc-payload-digest"), f"{target} {head.get('warc-date')}")
    for key in keys:
        if key:
            reach.originals.setdefault(key, here)


def _revisit(here: str, head: Headers, reach: Reach) -> Refusal:
    """A revisit says that a page was as it had been; where that page is here, it is a duplicate."""
    at = f"{head.get('warc-refers-to-target-uri', '').strip('<> ')} {head.get('warc-refers-to-date')}"
    keys = (head.get("warc-refers-to"), at, head.get("warc-payload-digest"))
    first = next((reach.originals[key] for key in keys if key and key in reach.originals), None)
    if first is None:
        detail = f"a revisit of {_target(head)}; the record with the page is in none of the archives read before"
        return Refusal(source=here, reason="missing original", detail=detail)
    return Refusal(source=here, reason="duplicate", detail=f"a revisit: the same content as {first}")


def _told(kinds: Counter[str]) -> str:
    most = sorted(kinds.items(), key=lambda one: (-one[1], one[0]))
    rest = sum(count for _, count in most[_KINDS:])
    named = [f"{count} {kind}" for kind, count in most[:_KINDS]]
    return ", ".join([*named, *([f"{rest} others"] if rest else [])])

"""A row of a shelf in, what it is found by out: terms, numbers of one width, and figures under each rule.

The same for every store. Entries of events, reports and sources come with their tables; rejects stand for themselves.
"""

import hashlib
import struct
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import quote

import numpy as np

from twosource.store.store import Row
from twosource.store.words import words
from twosource.values.name import folded

SHELVED = {"events": "shelf events", "reports": "shelf reports", "rejects": "rejects", "sources": "shelf sources"}
"""The table that each shelf's lines come from."""

MEASURES = ("killed", "injured", "captured")
AGREEMENTS = ("corroborated", "echoed", "single", "contested", "unresolved")
FIELDS = ("low", "best", "high", "agreement", "voices")
UNKNOWN = -1
NO_TOLL = -1
TITLE = 48  # bytes of a title by which it is sorted
TOLL = np.dtype([("low", "<i4"), ("best", "<i4"), ("high", "<i4"), ("voices", "<i2"), ("agreement", "<i2")])
NUMBERS = np.dtype(
    [
        ("is_gone", "<i4"),
        ("first", "<i4"),
        ("last", "<i4"),
        ("reports", "<i4"),
        ("longitude", "<f8"),
        ("latitude", "<f8"),
        ("doubt", "<f8"),
        ("title", f"S{TITLE}"),
        ("tolls", TOLL, (len(MEASURES),)),
    ]
)
UNDER = np.dtype([("rule", "<u8"), ("tolls", TOLL, (len(MEASURES),))])
FORM = struct.Struct(f"<4i3d{TITLE}s" + "3i2h" * len(MEASURES))
FORM_UNDER = struct.Struct("<Q" + "3i2h" * len(MEASURES))
NOWHERE = float("nan")


@dataclass(frozen=True, slots=True)
class Line:
    """What one version of a row is found by: ``sequence`` is its entry's, ``since`` when it was recorded."""

    sequence: int
    id: str
    since: str
    terms: str
    numbers: bytes


def line_of(table: str, row: Row) -> tuple[str, bytes, bytes] | None:
    """Return terms, numbers and figures under each rule of a row, None where its table is no shelf's."""
    if table not in SHELVED.values():
        return None
    record = row.get("record")
    if not isinstance(record, dict):
        return "", _numbers({}, is_gone=True), b""
    named = {"events": _event, "reports": _report, "sources": _source, "rejects": _reject}
    shelf = next(shelf for shelf, one in SHELVED.items() if one == table)
    found = record if shelf == "rejects" else record.get("entry", {})
    is_open = {tag("open", one[0]) for one in record.get("open") or ()}
    return " ".join(sorted({*named[shelf](found), *is_open})), _numbers(found), _under(record.get("under") or {})


def rule_key(rule: str) -> int:
    """Return the number by which figures under a rule are told from others."""
    return int.from_bytes(hashlib.sha256(rule.encode()).digest()[:8], "little")


def tag(kind: str, value: str) -> str:
    """Return a term that no word of a text is: what is found by being so, not by being called so."""
    return f"@{kind}:{quote(value, safe='', errors='surrogatepass')}"


def title_key(title: str) -> bytes:
    """Return what titles are sorted by."""
    return folded(title).encode("utf-8", "replace")[:TITLE]


def ordinal(day: str | None) -> int:
    """Return the number of an ISO day, whatever follows it; unknown where it is none."""
    try:
        return date.fromisoformat((day or "")[:10]).toordinal()
    except ValueError:
        return UNKNOWN


def toll_numbers(toll: Sequence[Any] | None) -> tuple[int, int, int, int, int]:
    """Return low, best, high, voices and agreement of a figure (in the order of its fields) as numbers."""
    if toll is None:
        return UNKNOWN, UNKNOWN, UNKNOWN, 0, NO_TOLL
    low, best, high = (UNKNOWN if bound is None else min(bound, 2**31 - 1) for bound in toll[:3])
    return low, best, high, min(toll[4], 2**15 - 1), AGREEMENTS.index(toll[3])


def _numbers(entry: dict[str, Any], *, is_gone: bool = False) -> bytes:
    when, place = entry.get("date") or {}, entry.get("place") or {}
    day = when.get("earliest") or entry.get("published")
    title = entry.get("title") or entry.get("name") or entry.get("source")
    latitude, longitude = place.get("latitude"), place.get("longitude")
    is_nowhere = latitude is None or longitude is None
    told = entry["reports"] if "reports" in entry else len(entry.get("events") or ())
    own = (entry.get(measure) for measure in MEASURES)
    tolls = (number for toll in own for number in toll_numbers(toll and [toll[field] for field in FIELDS]))
    return FORM.pack(
        int(is_gone),
        ordinal(day),
        ordinal(when.get("latest") or day),
        told,
        NOWHERE if is_nowhere else longitude,
        NOWHERE if is_nowhere else latitude,
        entry.get("doubt") or 0.0,
        b"" if title is None else title_key(title),
        *tolls,
    )


def _under(rules: dict[str, Any]) -> bytes:
    return b"".join(
        FORM_UNDER.pack(rule_key(rule), *(n for toll in rules[rule] for n in toll_numbers(toll)))
        for rule in sorted(rules)
    )


def _event(entry: dict[str, Any]) -> Iterator[str]:
    place = entry.get("place") or {}
    texts = [entry.get("title"), entry.get("type"), place.get("name"), place.get("admin1"), *entry.get("actors", ())]
    yield from words(" ".join(text for text in texts if text))
    yield from (f"@actor:{word}" for name in entry.get("actors", ()) for word in words(name))
    yield from (tag("name", folded(name)) for name in (place.get("name"), place.get("admin1")) if name)
    yield from _tags(entry, "type", "type")
    yield from (tag("country", place["country"]) for _ in [0] if place.get("country"))
    yield from (tag("outlet", folded(outlet)) for outlet in entry.get("outlets", ()))


def _report(entry: dict[str, Any]) -> Iterator[str]:
    yield from words(f"{entry.get('title') or ''} {entry.get('outlet') or ''}")
    yield from _tags(entry, "language", "language")
    yield from _tags(entry, "called", "outlet")
    yield tag("outlet", folded(entry.get("outlet") or ""))
    yield tag("type", "with claims" if entry.get("claims") else "without claims")


def _source(entry: dict[str, Any]) -> Iterator[str]:
    yield from words(entry.get("name") or "")
    yield from _tags(entry, "type", "kind")


def _reject(entry: dict[str, Any]) -> Iterator[str]:
    yield from words(" ".join(str(entry.get(key) or "") for key in ("source", "stage", "reason", "detail")))
    yield from _tags(entry, "type", "reason")


def _tags(entry: dict[str, Any], kind: str, field: str) -> Iterator[str]:
    if entry.get(field) is not None:
        yield tag(kind, entry[field])

"""Holdings in, one zip archive of them out, piece by piece: tables, sheets, a map's file, the page, what was asked.

The same holdings give the same bytes: every file in it bears the same time.
"""

import io
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from twosource.model import Holdings
from twosource.publish.geojson import NAME as GEOJSON
from twosource.publish.geojson import geojson
from twosource.publish.page import PAGE, page
from twosource.publish.rows import table_rows
from twosource.publish.sheets import event_sheet, figure_sheet
from twosource.publish.tables import encoded
from twosource.publish.whole import scrubbed
from twosource.publish.wording import counted, rule_title

ABOUT = "about.txt"
NO_TIME = (1980, 1, 1, 0, 0, 0)  # the earliest that a zip archive can tell
AT_ONCE = 1 << 16  # bytes


def bundle(holdings: Holdings, asked: Iterable[str]) -> Iterator[bytes]:
    """Yield the bytes of the archive.

    Args:
        holdings: what it holds.
        asked: lines for a person: what was asked for, of which ledger, as of when.
    """
    tables = table_rows(holdings)
    out = _Pieces()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, lines in _files(holdings, tables, asked):
            yield from _written(archive, out, name, lines)
    yield out.taken()


class _Pieces(io.RawIOBase):
    """A file that can only be written: what was written since the last time is taken from it."""

    def __init__(self) -> None:
        super().__init__()
        self._held = bytearray()

    def writable(self) -> bool:
        return True

    def write(self, content: Any) -> int:
        self._held += content
        return len(content)

    def taken(self) -> bytes:
        """Return what was written since the last time."""
        piece = bytes(self._held)
        self._held.clear()
        return piece

    def __len__(self) -> int:
        return len(self._held)


def _files(
    holdings: Holdings, tables: Mapping[str, list[dict[str, Any]]], asked: Iterable[str]
) -> Iterator[tuple[str, Iterable[bytes]]]:
    yield ABOUT, (f"{scrubbed(line)}\n".encode() for line in (*asked, *_about(holdings)))
    for name, rows in tables.items():
        yield f"{name}.jsonl", (encoded(row) + b"\n" for row in rows)
    yield GEOJSON, geojson(tables["events"])
    yield "events.csv", (line.encode() for line in event_sheet(tables["events"]))
    yield "figures.csv", (line.encode() for line in figure_sheet(tables["events"]))
    yield PAGE, iter((page(holdings).encode(),))


def _about(holdings: Holdings) -> Iterator[str]:
    counts = (
        counted(len(holdings.events), "event"),
        counted(len(holdings.claims), "claim"),
        counted(len(holdings.articles), "report"),
    )
    yield f"Held: {', '.join(counts)}."
    yield f"Rule of the figures: {holdings.rule}, {rule_title(holdings.rule)}."
    yield f"Open {PAGE} to read it; *.jsonl are the tables, *.csv open in a spreadsheet, {GEOJSON} in a map."


def _written(archive: zipfile.ZipFile, out: _Pieces, name: str, lines: Iterable[bytes]) -> Iterator[bytes]:
    entry = zipfile.ZipInfo(name, NO_TIME)
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.external_attr = 0o644 << 16
    with archive.open(entry, "w") as member:
        for line in lines:
            member.write(line)
            if len(out) >= AT_ONCE:
                yield out.taken()
    yield out.taken()

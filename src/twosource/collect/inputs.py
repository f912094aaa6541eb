"""Inputs as a caller names them come in; reports and rejects go out one by one, none held longer than its turn."""

import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import BinaryIO

from twosource.collect.contents import found_in_stream
from twosource.collect.fetch import Held, Reach
from twosource.collect.files import files_below, shown
from twosource.collect.item import Found, Refusal, Upload, reject
from twosource.collect.linked import Item, found_at
from twosource.collect.rows import report_from_row
from twosource.config import Limits
from twosource.errors import UnreadableError, UsageError
from twosource.model import Reject, Report
from twosource.values.identifier import identifier

Input = str | Path | Upload | Mapping[str, object]

_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]+://", re.IGNORECASE)
_WEB = re.compile(r"https?://", re.IGNORECASE)


def collect(
    inputs: Iterable[Input], limits: Limits | Reach, stdin: BinaryIO | None = None
) -> Iterator[Report | Reject | Held]:
    """Return a stream of one report or reject for each item that the inputs hold.

    Args:
        inputs: files, folders (read in sorted order), uploads, addresses (``https://...``), ``-`` for standard input,
            or rows ``{"id","url","title","published","text"|"html"}``. Given as a list or tuple, all names are
            checked before anything is read, and read in sorted order ahead of the rows.
        limits: what one input may cost and, as a :class:`Reach`, what of the web may be reached. An address that a
            ledger holds already gives what is held.
        stdin: the stream that ``-`` stands for; standard input where None.

    Raises:
        UsageError: a named file does not exist, an address of another kind is given, one is given where nothing is
            fetched, or an input is none of the above.
    """
    if isinstance(inputs, str | Path | Upload | Mapping):
        raise UsageError("inputs are a list; put the one input into brackets")
    reach = limits if isinstance(limits, Reach) else Reach(limits=limits)
    return _told_once(_found(_in_order(inputs), reach, stdin))


def _in_order(inputs: Iterable[Input]) -> Iterable[Input]:
    """Return names sorted, then rows as they came, so that a copy's first place does not hang on the order of names."""
    if not isinstance(inputs, Sequence):
        return inputs
    for item in inputs:
        _check(item)
    names = sorted((item for item in inputs if not isinstance(item, Mapping)), key=str)
    return [*names, *(item for item in inputs if isinstance(item, Mapping))]


def _check(item: Input) -> None:
    if isinstance(item, Mapping | Upload) or item == "-":
        return
    if not isinstance(item, str | Path):
        raise UsageError(f"an input is a path or a row, not a {type(item).__name__}")
    if _is_web(item):
        return
    if _ADDRESS.match(str(item)):
        raise UsageError(f"{item}: only http:// and https:// addresses are read; save the page and name the file")
    if not _exists(Path(item)):
        raise UsageError(f"{item}: no such file or folder")


def _is_web(item: object) -> bool:
    return isinstance(item, str) and _WEB.match(item) is not None


def _exists(path: Path) -> bool:
    """Tell whether the name stands for something; a link that leads nowhere does (it is refused later)."""
    try:
        return path.exists() or path.is_symlink()
    except PermissionError:
        return True
    except (OSError, ValueError):
        return False


def _found(inputs: Iterable[Input], reach: Reach, stdin: BinaryIO | None) -> Iterator[Item]:
    for item in inputs:
        _check(item)
        if isinstance(item, Mapping):
            yield _found_row(item, reach.limits)
        elif item == "-":
            yield from found_in_stream(stdin or sys.stdin.buffer, "-", reach)
        elif isinstance(item, Upload):
            yield from _found_in_file(item.path, item.name, reach)
        elif _is_web(item):
            yield from found_at(str(item), reach)
        else:
            yield from _found_below(Path(item), reach)


def _found_row(row: Mapping[str, object], limits: Limits) -> Found | Refusal:
    try:
        report = report_from_row(row, limits)
    except UnreadableError as error:
        return Refusal(source=_row_name(row), reason=error.reason, detail=error.detail)
    return Found(source=report.input_id or report.id, report=report)


def _row_name(row: Mapping[str, object]) -> str:
    """Return the row's id, or a name made of what it holds where it has none."""
    told = row.get("id")
    if isinstance(told, str | int) and not isinstance(told, bool):
        return str(told).encode("utf-8", "replace").decode("utf-8")
    return identifier("row", *(f"{name}={row[name]!r:.500}" for name in sorted(map(str, row)) if name in row))


def _found_below(name: Path, reach: Reach) -> Iterator[Item]:
    for file in files_below(name):
        if isinstance(file, Refusal):
            yield file
        else:
            yield from _found_in_file(file, shown(file), reach)


def _found_in_file(file: Path, name: str, reach: Reach) -> Iterator[Item]:
    try:
        with file.open("rb", buffering=0) as stream:
            yield from found_in_stream(stream, name, reach)
    except OSError as error:
        detail = f"the file cannot be read: {error.strerror or error}"
        yield Refusal(source=name, reason="unreadable path", detail=detail)


def _told_once(found: Iterable[Item]) -> Iterator[Report | Reject | Held]:
    """Yield each report the first time it is met, and a reject that names the first where it comes again."""
    first: dict[str, str] = {}
    refused: Counter[tuple[str, str]] = Counter()
    for item in found:
        if isinstance(item, Held):
            yield item
        elif isinstance(item, Refusal):
            yield _counted(item, refused)
        elif item.report.id in first:
            detail = f"the same content as {first[item.report.id]}"
            yield _counted(Refusal(source=item.source, reason="duplicate", detail=detail), refused, item.report)
        else:
            first[item.report.id] = item.source
            yield item.report


def _counted(refusal: Refusal, refused: Counter[tuple[str, str]], report: Report | None = None) -> Reject:
    turn = refused[refusal.source, refusal.reason]
    refused[refusal.source, refusal.reason] += 1
    return reject(refusal, turn, report)

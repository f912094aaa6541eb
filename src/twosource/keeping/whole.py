"""Whole ledgers: a backup and the way back, the check of the chain, two ledgers made one."""

from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path

from twosource import store
from twosource.config import Settings
from twosource.errors import StoreError, UsageError
from twosource.intake import Progress
from twosource.keeping.place import existing
from twosource.keeping.run import How, Stamp, last_settings, run_as
from twosource.keeping.shelve import bring_up_doubts
from twosource.model import Holdings, Report

AT_ONCE = 200  # reports taken over in one write


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """What a check of the chain found: how many entries, the last chain, whether ``known`` stands in it, the faults."""

    entries: int
    chain: str
    faults: tuple[str, ...]


def back_up(where: str, file: Path) -> int:
    """Write the whole ledger, all past versions included, to one file; return how many entries it holds.

    Raises:
        UsageError: no such ledger.
        SourceError: the file exists, or cannot be written.
        StoreError: the ledger cannot be read.
    """
    with existing(where) as opened:
        return store.pack(opened.log(), file)


def restore(file: Path, where: str) -> Check:
    """Make a ledger from a backup, in SQLite or PostgreSQL, whatever it came from; its chain is checked before.

    Raises:
        UsageError: the place holds a ledger with rows.
        SourceError: the backup cannot be read.
        StoreError: the backup was changed, or the store cannot be written; nothing was kept.
    """
    found = _check(store.unpack(file))
    if found.faults:
        raise StoreError(f"The backup {file} is not as it was written: {found.faults[0]}.")
    with closing(store.open_store(where)) as opened:
        opened.extend(store.unpack(file))
    return found


def verify(where: str, known: str | None = None) -> Check:
    """Check that no entry of a ledger was changed, removed or put between others, and that pages are found by them.

    Args:
        where: the ledger.
        known: a chain that an earlier check gave; it must stand in the ledger still. Only with one noted elsewhere can
            it be seen that a ledger was cut short or written anew.

    Raises:
        UsageError: no such ledger.
        StoreError: it cannot be read.
    """
    with existing(where) as opened:
        found = _check(opened.log())
        beside = tuple(f"{told}; `twosource verify --remake` makes them anew" for told in opened.unlike())
        found = replace(found, faults=(*found.faults, *beside))
        if known is None or any(entry.chain == known for entry in opened.log()):
            return found
    lost = f"no entry has the chain {known} that was noted: the ledger was cut short or written anew"
    return replace(found, faults=(*found.faults, lost))


def remake(where: str) -> int:
    """Make anew what pages and records of a ledger are found by: lines and pointers, from the entries alone.

    Lines of events that an older program wrote without the doubts in their claims are written again, as further
    entries; how many is returned. Until then, or the next run, pages look for these doubts whenever they are asked.

    Raises:
        UsageError: no such ledger.
        StoreError: it cannot be read or written; what it held still stands.
    """
    with existing(where) as opened:
        opened.remake()
        return bring_up_doubts(opened)


def merge(where: str, other: str, settings: Settings, progress: Progress, stamp: Stamp) -> Holdings:
    """Take reports, readings, decisions and rejects of another ledger into this one; the other stays as it is.

    Raises:
        UsageError: the other one does not exist, or is the same.
        StoreError: one of them cannot be read or written; what they held still stands.
    """
    if where == other or (Path(where).exists() and Path(other).exists() and Path(where).samefile(other)):
        raise UsageError(f"{where} and {other} are one ledger; name two.")
    with existing(other) as source, closing(store.open_store(where)) as target:
        held = store.standing(target)
        new = {report: key for report, key in store.standing(source).items() if report not in held}
        _take_over(source, target, new, stamp.now())
        store.add_decisions(target, store.read_decisions(source), stamp.now())
        rejects = tuple(store.read_rejects(source))
        chosen = last_settings(target if held else source, settings)
    how = How(settings=chosen, progress=progress, stamp=stamp, taken=new, rejects=rejects)
    return run_as((), where, how)


def _take_over(source: store.Store, target: store.Store, new: dict[str, str], now: str) -> None:
    """Write reports and readings of the other ledger; they stand only once the run that follows has ended."""
    readings = store.read_named(source, set(new.values()))
    for program in sorted({key.partition(" ")[2] for key in new.values()}):
        same = (report for report, key in new.items() if key.partition(" ")[2] == program)
        for batch in _batches(store.read_originals(source, same)):
            store.add_readings(target, [(report, readings[report.id]) for report in batch], program, now)


def _check(entries: Iterable[store.Entry]) -> Check:
    faults, chain, number = store.faults(entries)
    return Check(entries=number, chain=chain, faults=faults)


def _batches(reports: Iterator[Report]) -> Iterator[list[Report]]:
    while batch := list(islice(reports, AT_ONCE)):
        yield batch

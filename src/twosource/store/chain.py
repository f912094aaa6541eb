"""The chain of digests over all entries of a ledger: what an entry adds to it, and whether a log is whole."""

import hashlib
from collections.abc import Iterable, Sequence

from twosource.store.store import Entry

START = "0" * 64


def link(before: str, told: Sequence[str]) -> str:
    """Return the chain after an entry: SHA-256 over the chain before it and its table, id, version, time and digest."""
    return hashlib.sha256("\n".join((before, *told)).encode("utf-8")).hexdigest()


def chained(before: str, entry: Entry) -> str:
    """Return the chain after an entry, whatever the entry itself says it is."""
    return link(before, (entry.table, entry.id, str(entry.version), entry.recorded_at, entry.sha256))


def faults(entries: Iterable[Entry]) -> tuple[tuple[str, ...], str, int]:
    """Return what is wrong with a log (nothing: an empty tuple), its last chain and the number of its entries."""
    before, found, number = START, list[str](), 0
    for number, entry in enumerate(entries, 1):
        if hashlib.sha256(entry.content.encode("utf-8", "surrogatepass")).hexdigest() != entry.sha256:
            found.append(f"entry {number} ({entry.table} {entry.id}, version {entry.version}): its content was changed")
        if chained(before, entry) != entry.chain:
            found.append(
                f"entry {number} ({entry.table} {entry.id}, version {entry.version}): it was changed,"
                " or an entry before it was removed or added"
            )
        before = entry.chain
    return tuple(found), before, number

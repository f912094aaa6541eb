"""A row in, the ids that it names out: by which it is found from the other end."""

from collections.abc import Iterator
from typing import Any

from twosource.store.content import NAME_LENGTH
from twosource.store.store import Row

NAMING: dict[str, tuple[str, ...]] = {
    "events": ("reports", "merged", "figures.id"),
    "copies": ("reports",),
    "decisions": ("subjects.id", "subjects.words.report", "against.id", "against.words.report"),
    "judgements": ("targets",),
    "readings": ("claims.id",),
}
"""The fields of a table's records that hold ids of others."""


def named_ids(table: str, row: Row) -> frozenset[str]:
    """Return the ids that a row names; none where nobody asks a table of its kind so."""
    record = row.get("record")
    if table not in NAMING or not isinstance(record, dict):
        return frozenset()
    return frozenset(one for path in NAMING[table] for one in _texts(record, path))


def _texts(value: Any, path: str) -> Iterator[str]:
    name, _, rest = path.partition(".")
    found = value.get(name) if isinstance(value, dict) else None
    for one in found if isinstance(found, list) else [found]:
        if rest:
            yield from _texts(one, rest)
        elif isinstance(one, str) and 0 < len(one) <= NAME_LENGTH and one.isprintable():
            yield one

"""One call of a stage's function: a record in, its result out; an error leaves with the record's name on it."""

from collections.abc import Callable, Iterable, Mapping

from twosource.engine.engine import Record, Result

NAME_LENGTH = 120  # characters of a record without an id that are shown; a whole page would bury the message


def call(function: Callable[[Record], Result], record: Record) -> Result:
    """Return ``function(record)``; note the record's id on any exception that passes."""
    try:
        return function(record)
    except Exception as error:
        error.add_note(f"while working on {record_name(record)}")
        raise


def call_group(step: Callable[[str, tuple[Record, ...]], Result], keyed: tuple[str, tuple[Record, ...]]) -> Result:
    """Return ``step(key, group)`` for a pair of both."""
    return step(*keyed)


def record_name(record: object) -> str:
    """Return the ``id`` of a record or row, the key of a keyed group, or the start of the record as text."""
    if isinstance(record, Mapping):
        found = record.get("id")
    elif isinstance(record, tuple) and len(record) == 2 and isinstance(record[0], str):
        found = record[0]
    else:
        found = getattr(record, "id", None)
    return str(found) if found is not None else repr(record)[:NAME_LENGTH]


def grouped(keys: Callable[[Record], Iterable[str]], records: Iterable[Record]) -> list[tuple[str, tuple[Record, ...]]]:
    """Return pairs of key and records, sorted by key; a record stands once in the group of each of its keys."""
    groups: dict[str, list[Record]] = {}
    for record in records:
        for key in dict.fromkeys(call(keys, record)):
            groups.setdefault(key, []).append(record)
    return [(key, tuple(groups[key])) for key in sorted(groups)]

"""Entries in, what they are found by written beside them: words, lines of shelves, and who names whom.

All of it is made from the entries alone, in the transaction that writes them, and can be made again.
"""

from collections.abc import Callable, Iterator, Sequence
from typing import Any, TypedDict

import msgspec
from sqlalchemy import Connection, Select, case, delete, func, select

from twosource.store.content import row_of
from twosource.store.finding import index
from twosource.store.pointer import NAMING, named_ids
from twosource.store.prepared import lines_after
from twosource.store.schema import LINE, PACK, POINTER, RECORD
from twosource.store.shelves import SHELVED, Line, line_of
from twosource.store.words import SEARCHED, words_of

AT_ONCE = 500
TABLES = frozenset({*SEARCHED, *NAMING, *SHELVED.values()})
BESIDE = sorted({*NAMING, *SHELVED.values()})
Values = dict[str, Any]
Pointer = tuple[str, str, str]


class _Claim(TypedDict):
    id: str


class _Claims(TypedDict, total=False):
    claims: list[_Claim]


class _Reading(TypedDict):
    record: _Claims


def derive(connection: Connection, entries: Sequence[Values]) -> None:
    """Write what entries (sequence, table_name, id, recorded_at and content) are found by."""
    rows = [(one, row_of(one["content"])) for one in entries if one["table_name"] in TABLES]
    index(connection, ((one["sequence"], words_of(one["table_name"], row)) for one, row in rows))
    _beside(connection, rows)


def derive_again(connection: Connection, told: Callable[[int, int], None]) -> None:
    """Make lines and pointers of all entries anew; ``told`` hears how many of how many entries are done."""
    connection.execute(delete(LINE))
    connection.execute(delete(POINTER))
    connection.execute(delete(PACK))
    whole = connection.scalar(select(func.count()).select_from(RECORD).where(RECORD.c.table_name.in_(BESIDE))) or 0
    done = 0
    for batch in _batches(connection):
        _beside(connection, batch)
        done += len(batch)
        told(done, whole)


def unlike(connection: Connection) -> Iterator[str]:
    """Yield what lines and pointers do not say as the entries do; a pointer too many, which leads nowhere, is no fault.

    Nothing else is read from them than by entries that stand, so that a fault hides what is there; it invents nothing.
    """
    lines_due, lines_wrong, pointers_wrong = 0, 0, 0
    for batch in _batches(connection):
        due = {one["sequence"]: line for one, row in batch if (line := line_of(one["table_name"], row)) is not None}
        held = {row.sequence: tuple(row)[1:] for row in connection.execute(_lines_of(list(due)))}
        lines_due += len(due)
        lines_wrong += sum(held.get(sequence) != line for sequence, line in due.items())
        pointers_wrong += len(_lacking(connection, _pointers(batch)))
    lines_held = connection.scalar(select(func.count()).select_from(LINE)) or 0
    if lines_wrong or lines_held != lines_due:
        told = f"{lines_wrong} are missing or other" if lines_wrong else f"{lines_held} are held"
        yield f"of {lines_due} lines by which pages are found, {told}"
    if pointers_wrong:
        yield f"{pointers_wrong} pointers by which records are found from others are missing"


def _batches(connection: Connection) -> Iterator[list[tuple[Values, Any]]]:
    """Yield the entries that something stands beside, some at a time, in the order of writing.

    Asked for by the numbers of entries alone: asked for by table too, SQLite sorts all of it again for each batch,
    which was half of the 3 minutes that a ledger of 171,000 such entries took.
    """
    content = case((RECORD.c.table_name.in_(BESIDE), RECORD.c.content))
    query = select(RECORD.c.sequence, RECORD.c.table_name, RECORD.c.id, RECORD.c.recorded_at, content.label("content"))
    last = connection.scalar(select(func.max(RECORD.c.sequence))) or 0
    for after in range(0, last, AT_ONCE):
        some = query.where(RECORD.c.sequence > after, RECORD.c.sequence <= after + AT_ONCE).order_by(RECORD.c.sequence)
        found = connection.execute(some).mappings().all()
        if batch := [(dict(one), _named(one["table_name"], one["content"])) for one in found if one["content"]]:
            yield batch


def _lines_of(sequences: Sequence[int]) -> Select[Any]:
    return select(LINE.c.sequence, LINE.c.terms, LINE.c.numbers, LINE.c.under).where(LINE.c.sequence.in_(sequences))


def _lacking(connection: Connection, due: Sequence[Pointer]) -> set[Pointer]:
    held: set[Pointer] = set()
    for at in range(0, len(due), AT_ONCE):
        keys = sorted({key for _, key, _ in due[at : at + AT_ONCE]})
        query = select(POINTER.c.table_name, POINTER.c.key, POINTER.c.id).where(POINTER.c.key.in_(keys))
        query = query.where(POINTER.c.table_name.in_(sorted(NAMING)))
        held |= {(row.table_name, row.key, row.id) for row in connection.execute(query)}
    return set(due) - held


def lines(connection: Connection, table: str, after: int) -> Iterator[Line]:
    """Yield the lines of a table that were recorded after an entry, in order."""
    for row in _after(connection, ("sequence", "id", "since", "terms", "numbers"), table, after):
        yield Line(*row)


def under(connection: Connection, table: str, after: int) -> Iterator[tuple[int, bytes]]:
    """Yield what the lines of a table hold of all rules, after an entry, each with its own entry's sequence."""
    for row in _after(connection, ("sequence", "under"), table, after):
        yield row[0], row[1]


def _after(connection: Connection, names: tuple[str, ...], table: str, after: int) -> Iterator[Any]:
    told, options = {"table": table, "after": after}, {"yield_per": AT_ONCE * 10}
    yield from connection.execute(lines_after(names), told, execution_options=options)


def _named(table: str, content: str) -> Any:
    """What an entry holds; of a reading no more than it is found by: a fifth of the time."""
    try:
        return msgspec.json.decode(content, type=_Reading) if table == "readings" else row_of(content)
    except msgspec.DecodeError:
        return row_of(content)


def _beside(connection: Connection, rows: Sequence[tuple[Values, Any]]) -> None:
    found = [(one, line) for one, row in rows if (line := line_of(one["table_name"], row)) is not None]
    if found:
        connection.execute(LINE.insert(), [_line(one, line) for one, line in found])
    pointers = _pointers(rows)
    if pointers:
        told = [{"table_name": table, "key": key, "id": identity} for table, key, identity in pointers]
        from sqlalchemy.dialects import postgresql, sqlite  # noqa: PLC0415 - 30 ms that only a writer needs

        dialect = postgresql if connection.dialect.name == "postgresql" else sqlite
        connection.execute(dialect.insert(POINTER).on_conflict_do_nothing(), told)


def _pointers(rows: Sequence[tuple[Values, Any]]) -> list[Pointer]:
    return sorted(
        {(one["table_name"], key, one["id"]) for one, row in rows for key in named_ids(one["table_name"], row)}
    )


def _line(one: Values, line: tuple[str, bytes, bytes]) -> Values:
    terms, numbers, under = line
    return {
        "sequence": one["sequence"],
        "table_name": one["table_name"],
        "id": one["id"],
        "since": one["recorded_at"],
        "terms": terms,
        "numbers": numbers,
        "under": under,
    }

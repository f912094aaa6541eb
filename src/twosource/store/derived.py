"""Entries in, what they are found by written beside them: words, lines of shelves, and who names whom.

All of it is made from the entries alone, in the transaction that writes them, and can be made again.
"""

from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, delete, inspect, select
from sqlalchemy.dialects import postgresql, sqlite

from twosource.store.content import row_of
from twosource.store.finding import index
from twosource.store.pointer import NAMING, named_ids
from twosource.store.prepared import any_after, lines_after
from twosource.store.schema import LINE, PACK, POINTER, RECORD
from twosource.store.shelves import SHELVED, Line, line_of
from twosource.store.words import SEARCHED, words_of

AT_ONCE = 500
TABLES = frozenset({*SEARCHED, *NAMING, *SHELVED.values()})
Values = dict[str, Any]


def derive(connection: Connection, entries: Sequence[Values]) -> None:
    """Write what entries (sequence, table_name, id, recorded_at and content) are found by."""
    rows = [(one, row_of(one["content"])) for one in entries if one["table_name"] in TABLES]
    index(connection, ((one["sequence"], words_of(one["table_name"], row)) for one, row in rows))
    _beside(connection, rows)


def derive_again(connection: Connection) -> None:
    """Make lines and pointers of all entries anew."""
    connection.execute(delete(LINE))
    connection.execute(delete(POINTER))
    if inspect(connection).has_table(PACK.name):  # an older ledger gets it by a later revision
        connection.execute(delete(PACK))
    query = select(RECORD.c.sequence, RECORD.c.table_name, RECORD.c.id, RECORD.c.recorded_at, RECORD.c.content)
    query = query.where(RECORD.c.table_name.in_(sorted({*NAMING, *SHELVED.values()}))).order_by(RECORD.c.sequence)
    after = 0
    while batch := connection.execute(query.where(RECORD.c.sequence > after).limit(AT_ONCE)).mappings().all():
        _beside(connection, [(dict(one), row_of(one["content"])) for one in batch])
        after = batch[-1]["sequence"]


def lines(connection: Connection, table: str, after: int) -> Iterator[Line]:
    """Yield the lines of a table that were recorded after an entry, in order."""
    for row in _after(connection, ("sequence", "id", "since", "terms", "numbers"), table, after):
        yield Line(*row)


def under(connection: Connection, table: str, after: int) -> Iterator[tuple[int, bytes]]:
    """Yield what the lines of a table hold of all rules, after an entry, each with its own entry's sequence."""
    for row in _after(connection, ("sequence", "under"), table, after):
        yield row[0], row[1]


def _after(connection: Connection, names: tuple[str, ...], table: str, after: int) -> Iterator[Any]:
    """Most often there is nothing new: that is asked without a cursor of the server's."""
    told, options = {"table": table, "after": after}, {"yield_per": AT_ONCE * 10}
    if connection.execute(any_after(), told).first() is not None:
        yield from connection.execute(lines_after(names), told, execution_options=options)


def _beside(connection: Connection, rows: Sequence[tuple[Values, Any]]) -> None:
    found = [(one, line) for one, row in rows if (line := line_of(one["table_name"], row)) is not None]
    if found:
        connection.execute(LINE.insert(), [_line(one, line) for one, line in found])
    pointers = sorted(
        {(one["table_name"], key, one["id"]) for one, row in rows for key in named_ids(one["table_name"], row)}
    )
    if pointers:
        told = [{"table_name": table, "key": key, "id": identity} for table, key, identity in pointers]
        dialect = postgresql if connection.dialect.name == "postgresql" else sqlite
        connection.execute(dialect.insert(POINTER).on_conflict_do_nothing(), told)


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

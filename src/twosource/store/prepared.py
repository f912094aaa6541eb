"""Questions that every page asks, put into SQL once: building one each time took as long as the answer."""

from functools import cache
from typing import Any

from sqlalchemy import ARRAY, BindParameter, Column, ColumnElement, Select, any_, bindparam, func, select

from twosource.store.schema import LINE, POINTER, RECORD

ARRAYS = "postgresql"  # which takes many ids as one value; so their number is no part of a question, and it is prepared
TABLE: BindParameter[Any] = bindparam("table")
LIMIT: BindParameter[Any] = bindparam("moment")


def _among(column: Column[Any], kind: str, name: str = "ids") -> ColumnElement[bool]:
    """Tell whether a column is one of the ``ids``, or of others told by a name, in the words of a kind of database."""
    if kind != ARRAYS:
        return column.in_(bindparam(name, expanding=True))
    return column == any_(bindparam(name, type_=ARRAY(column.type)))


@cache
def named_rows(kind: str, is_past: bool) -> Select[Any]:  # noqa: FBT001 - a part of the key
    """Return the query for the content of the latest version of the rows with some ``ids``, by id.

    Each is looked up in the index; joined as all rows of a table are, SQLite reads the whole table: 75 ms instead of
    0.2 ms for 5 of 110,000 versions.
    """
    other = RECORD.alias()
    latest = select(func.max(other.c.version)).where(other.c.table_name == TABLE, other.c.id == RECORD.c.id)
    if is_past:
        latest = latest.where(other.c.recorded_at <= LIMIT)
    wanted = (RECORD.c.table_name == TABLE) & _among(RECORD.c.id, kind)
    wanted &= RECORD.c.version == latest.scalar_subquery()
    return select(RECORD.c.content).where(wanted).order_by(RECORD.c.id)


@cache
def last_row(is_past: bool) -> Select[Any]:  # noqa: FBT001 - a part of the key
    """Return the query for the content of the row of a table with the greatest id."""
    query = select(RECORD.c.content).where(RECORD.c.table_name == TABLE)
    if is_past:
        query = query.where(RECORD.c.recorded_at <= LIMIT)
    return query.order_by(RECORD.c.id.desc(), RECORD.c.version.desc()).limit(1)


@cache
def naming_rows(kind: str) -> Select[Any]:
    """Return the query for the ids of rows of some ``tables`` that name one of some ``ids``."""
    is_there = _among(POINTER.c.table_name, kind, "tables") & _among(POINTER.c.key, kind)
    return select(POINTER.c.id).where(is_there)


@cache
def row_versions(kind: str) -> Select[Any]:
    """Return the query for time and content of each version of the row with one of some ``ids``."""
    told = RECORD.c.recorded_at, RECORD.c.content
    return select(*told).where(RECORD.c.table_name == TABLE, _among(RECORD.c.id, kind)).order_by(RECORD.c.version)


@cache
def entry_contents(kind: str) -> Select[Any]:
    """Return the query for the contents of entries by some ``ids``, which are their sequences."""
    return select(RECORD.c.sequence, RECORD.c.content).where(_among(RECORD.c.sequence, kind))


@cache
def lines_after(column_names: tuple[str, ...]) -> Select[Any]:
    """Return the query for some columns of the lines of a table ``after`` an entry, in order."""
    columns = [LINE.c[name] for name in column_names]
    after = LINE.c.sequence > bindparam("after")
    return select(*columns).where(LINE.c.table_name == TABLE, after).order_by(LINE.c.sequence)


@cache
def last_line() -> Select[Any]:
    """Return the query for the sequence of the last line of a table, ``until`` an entry."""
    is_there = (LINE.c.table_name == TABLE) & (LINE.c.sequence <= bindparam("until"))
    return select(LINE.c.sequence).where(is_there).order_by(LINE.c.sequence.desc()).limit(1)


@cache
def last_entry() -> Select[Any]:
    """Return the query for sequence, time and chain of the last entry of all."""
    return select(RECORD.c.sequence, RECORD.c.recorded_at, RECORD.c.chain).order_by(RECORD.c.sequence.desc()).limit(1)

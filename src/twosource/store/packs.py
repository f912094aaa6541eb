"""Packs of columns kept in a database beside the lines that they are made of; nobody waits for one to be written."""

from collections.abc import Iterator
from contextlib import suppress
from itertools import count

from sqlalchemy import Connection, Engine, bindparam, delete, select
from sqlalchemy.exc import DBAPIError

from twosource.store.schema import PACK


def packs(connection: Connection, table: str) -> Iterator[bytes]:
    """Yield the packs of a table, in order, each asked for by itself: one takes 15 MB."""
    query = select(PACK.c.content).where(PACK.c.table_name == table, PACK.c.number == bindparam("number"))
    for number in count():
        content = connection.scalar(query, {"number": number})
        if content is None:
            return
        yield content


def keep_pack(engine: Engine, table: str, number: int, content: bytes) -> None:
    """Keep a pack as a number of its table, in the place of what stood there and after it.

    Where another program writes just then, or nothing can be written, the lines are read again the next time.
    """
    is_file = engine.dialect.name == "sqlite"
    with suppress(DBAPIError), engine.connect() as connection:
        waits = connection.exec_driver_sql("PRAGMA busy_timeout").scalar() if is_file else None
        try:
            if is_file:
                connection.exec_driver_sql("PRAGMA busy_timeout = 0")
                connection.exec_driver_sql("BEGIN IMMEDIATE")
            connection.execute(delete(PACK).where(PACK.c.table_name == table, PACK.c.number >= number))
            connection.execute(PACK.insert().values(table_name=table, number=number, content=content))
            connection.commit()
        finally:
            if is_file:
                connection.rollback()
                connection.exec_driver_sql(f"PRAGMA busy_timeout = {waits}")

"""A ledger in a file in, the same ledger in an empty PostgreSQL out: its tables as they are, by COPY.

A million claims are made once, in ten minutes, and carried over in two.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import msgspec
from sqlalchemy import Connection, Table, create_engine

from twosource import store
from twosource.store.connect import address
from twosource.store.schema import LINE, PACK, POINTER, RECORD
from twosource.store.words import SEARCHED, words_of

TABLES: tuple[Table, ...] = (RECORD, LINE, POINTER, PACK)
INDEX = "INSERT INTO found SELECT sequence, array_to_tsvector(string_to_array(words, ' ')) FROM carried"


def carry(file: Path, where: str) -> None:
    """Write the ledger of a file to an empty place in PostgreSQL."""
    store.open_store(where).close()
    engine = create_engine(address(where))
    with closing(sqlite3.connect(f"file:{file}?mode=ro", uri=True)) as held, engine.begin() as connection:
        for table in TABLES:
            names = [column.name for column in table.columns]
            rows = held.execute(f"SELECT {', '.join(names)} FROM {table.name}")  # noqa: S608 - names of our own tables
            _copy(connection, table.name, names, rows)
        connection.exec_driver_sql("CREATE TEMPORARY TABLE carried (sequence BIGINT, words TEXT) ON COMMIT DROP")
        _copy(connection, "carried", ["sequence", "words"], _words(held))
        connection.exec_driver_sql(INDEX)
    with engine.connect() as connection:
        connection.execution_options(isolation_level="AUTOCOMMIT").exec_driver_sql("VACUUM ANALYZE")
    engine.dispose()


def _copy(connection: Connection, table: str, names: list[str], rows: Iterator[Any] | sqlite3.Cursor) -> None:
    cursor: Any = connection.connection.cursor()
    with cursor.copy(f"COPY {table} ({', '.join(names)}) FROM STDIN") as copy:
        for row in rows:
            copy.write_row(row)
    cursor.close()


def _words(held: sqlite3.Connection) -> Iterator[tuple[int, str]]:
    marks = ", ".join("?" for _ in SEARCHED)
    query = f"SELECT sequence, table_name, content FROM record WHERE table_name IN ({marks})"  # noqa: S608 - marks alone
    for sequence, table, content in held.execute(query, sorted(SEARCHED)):
        if told := words_of(table, msgspec.json.decode(content)):
            yield sequence, told

"""A path or an address in, a connected database out; the settings that each kind of database needs stand here."""

import sqlite3
from contextlib import suppress
from pathlib import Path

from sqlalchemy import URL, Engine, create_engine, event, make_url
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import ArgumentError
from sqlalchemy.pool import ConnectionPoolEntry

from twosource.errors import UsageError

WAIT = 30  # seconds that a writer waits for another to end; a batch of 500 rows takes 8 ms


def address(where: str) -> URL:
    """Return the address of a ledger: ``where`` is a path, or a URL of SQLite or PostgreSQL.

    Raises:
        UsageError: another kind of database, or an address that cannot be read.
    """
    try:
        url = make_url(where) if "://" in where else URL.create("sqlite", database=str(Path(where)))
    except ArgumentError as error:
        raise UsageError(f"Cannot read the address {where!r} of a ledger: {error}") from error
    kind = url.get_backend_name()
    if kind == "sqlite" and url.database not in {None, "", ":memory:"}:
        return url
    if kind in {"postgresql", "postgres"}:
        return url.set(drivername="postgresql+psycopg")
    raise UsageError(f"No ledger can be kept at {where!r}; name a file, sqlite:///FILE or postgresql://HOST/DATABASE.")


def connected(url: URL) -> Engine:
    """Return a pool of connections; none is opened before it is needed.

    Raises:
        UsageError: the driver of the database is not installed.
    """
    if url.get_backend_name() == "sqlite":
        waiting = {} if "timeout" in url.query else {"timeout": WAIT}
        engine = create_engine(url, connect_args=waiting)
        event.listen(engine, "connect", _prepare_sqlite)
        return engine
    try:
        return create_engine(url, pool_pre_ping=True)
    except ModuleNotFoundError as error:
        raise UsageError(
            f"A ledger in PostgreSQL needs {error.name}: install it with pip install 'twosource[postgres]'."
        ) from error


def _prepare_sqlite(connection: DBAPIConnection, _entry: ConnectionPoolEntry) -> None:
    """Leave transactions to us; readers see the last state while one writes; a commit is on the disk.

    The change to WAL stays in the file. It cannot wait: where another connection is just making it (10 times in 1,200
    openings of new files by eight threads) or the file cannot be written, this one takes the file as it is.
    """
    connection.isolation_level = None
    cursor = connection.cursor()
    with suppress(sqlite3.OperationalError):
        cursor.execute("PRAGMA journal_mode = WAL")
    cursor.execute("PRAGMA synchronous = FULL")
    cursor.close()

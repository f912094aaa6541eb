"""The address of a ledger in, the tables of its accounts out: made where there are none, migrated where older."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import RLock

from sqlalchemy import Connection, Engine, create_engine, inspect, select
from sqlalchemy.exc import OperationalError
from sqlalchemy.pool import StaticPool

from twosource.accounts.password import PasswordHashes
from twosource.accounts.schema import HEAD, REVISION
from twosource.errors import StoreError
from twosource.store import MEMORY
from twosource.store.connect import address, connected, never_made_anew
from twosource.store.failure import storing

WRITER_LOCK = 0x7457_6163  # PostgreSQL's advisory lock of writers of accounts; another than that of the ledger's
LOCK = {"sqlite": "BEGIN IMMEDIATE", "postgresql": f"SELECT pg_advisory_xact_lock({WRITER_LOCK})"}
MIGRATIONS = Path(__file__).parent / "migrations"


class Accounts:
    """The accounts beside the ledger at ``where``: a path, an address of a database, or ``memory:``.

    Raises:
        UsageError: an address of no known kind, or the part that hashes passwords is not installed.
        StoreError: it cannot be opened, or was made by a newer version of the program.
    """

    def __init__(self, where: str) -> None:
        self.passwords = PasswordHashes()
        in_memory = where == MEMORY
        self._where = where if in_memory else address(where).render_as_string(hide_password=True)
        self._engine = _shared() if in_memory else connected(address(where))
        self._turn = RLock() if in_memory else None  # one connection for all threads there
        with self.reading() as connection:
            found = _revision(connection)
        if found is not None and found > HEAD:
            way_out = (
                f"it has accounts of the revision {found}; this version of Twosource knows {HEAD}: install a newer one"
            )
            raise StoreError(f"Cannot use the ledger {self._where}: {way_out}.", way_out)
        if found != HEAD:
            with self.writing() as connection:
                _migrate(connection)
        never_made_anew(self._engine)

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Give a connection to read with."""
        with self._one_at_a_time(), storing(self._where), self._engine.connect() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """Give the only connection that writes; commit at the end, or take all back."""
        with self.reading() as connection, connection.begin():
            connection.exec_driver_sql(LOCK[self._engine.dialect.name])
            yield connection

    @contextmanager
    def writing_unless_busy(self) -> Iterator[Connection]:
        """Give a connection for what may be left undone: where the ledger is being written, nothing waits for it."""
        if self._engine.dialect.name != "sqlite":
            with self.writing() as connection:
                yield connection
            return
        with self._one_at_a_time(), suppress(OperationalError), self._engine.connect() as connection:
            waits = connection.exec_driver_sql("PRAGMA busy_timeout").scalar()
            connection.exec_driver_sql("PRAGMA busy_timeout = 0")
            try:
                yield connection
            finally:
                connection.exec_driver_sql(f"PRAGMA busy_timeout = {waits}")

    def close(self) -> None:
        """Close every connection."""
        self._engine.dispose()

    @contextmanager
    def _one_at_a_time(self) -> Iterator[None]:
        if self._turn is None:
            yield
        else:
            with self._turn:
                yield


def _shared() -> Engine:
    return create_engine(
        "sqlite://",
        poolclass=StaticPool,
        connect_args={"check_same_thread": False, "isolation_level": None},
    )


def _revision(connection: Connection) -> str | None:
    if not inspect(connection).has_table(REVISION.name):
        return None
    return connection.scalar(select(REVISION.c.version_num))


def _migrate(connection: Connection) -> None:
    from alembic import command  # noqa: PLC0415 - costs 0.2 s, needed at the first time alone
    from alembic.config import Config  # noqa: PLC0415 - the same

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.attributes["connection"] = connection
    command.upgrade(config, HEAD)

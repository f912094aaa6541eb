"""A database in, the connections by which threads ask it out; what one thread asks together is answered alike.

It knows no table: what is asked, and what is written, is others' work.
"""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from threading import local

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DBAPIError

from twosource.store.connect import asking
from twosource.store.failure import storing

HOLD = {"sqlite": "BEGIN", "postgresql": "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"}


class Questions:
    """The connections of one store; ``where`` is what its errors call it."""

    def __init__(self, engine: Engine, where: str) -> None:
        self._engine = engine
        self._asked = asking(engine)
        self._where = where
        self._own = local()

    @contextmanager
    def one(self) -> Iterator[Connection]:
        """Give the connection that this thread's questions share, or one of their own."""
        shared = self._shared()
        with storing(self._where):
            if shared is not None:
                yield shared
                return
            with self._asked.connect() as connection:
                yield connection

    @contextmanager
    def streaming(self) -> Iterator[Connection]:
        """Give a connection that an answer comes by in parts: a server sends such ones within a transaction alone."""
        if self._asked is self._engine or self._shared() is not None:
            with self.one() as connection:
                yield connection
            return
        with storing(self._where), self._engine.connect() as connection:
            yield connection

    @contextmanager
    def together(self) -> Iterator[None]:
        """Let the questions that this thread asks meanwhile be answered as of one moment, by one connection."""
        if self._shared() is not None:
            yield
            return
        with self.one() as connection:
            self._hold(connection)
            self._own.connection = connection
            try:
                yield
            finally:
                self._own.connection = None
                _let_go(connection)

    @contextmanager
    def apart(self) -> Iterator[None]:
        """Let this thread's questions be answered as of now meanwhile, each by itself; then as of another moment."""
        shared, self._own.connection = self._shared(), None
        if shared is not None:
            _let_go(shared)
        try:
            yield
        finally:
            if shared is not None:
                with suppress(DBAPIError):  # where the server is lost each goes on by itself, and the next one tells
                    self._hold(shared)
                    self._own.connection = shared

    def rest(self) -> None:
        """Let go of every connection until the next question."""
        self._asked.dispose()

    def _hold(self, connection: Connection) -> None:
        connection.exec_driver_sql(HOLD[self._engine.dialect.name])

    def _shared(self) -> Connection | None:
        """The connection by which this thread asks together, if it does."""
        shared: Connection | None = getattr(self._own, "connection", None)
        return shared


def _let_go(connection: Connection) -> None:
    """End what was asked together; where the server is lost there is nothing to end, and its answers still hold."""
    with suppress(DBAPIError):
        connection.rollback()

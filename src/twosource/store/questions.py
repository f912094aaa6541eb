"""A database in, the connections by which threads ask it out; what one thread asks together is answered alike.

It knows no table: what is asked, and what is written, is others' work.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from threading import local
from typing import Generic, TypeVar

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DBAPIError, PendingRollbackError

from twosource.store.connect import asking
from twosource.store.failure import storing

HOLD = {"sqlite": "BEGIN", "postgresql": "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"}
Answer = TypeVar("Answer")


class _Own(local, Generic[Answer]):
    """What a thread asks by: a connection that its questions share, whether it is held at a moment, what it knows."""

    connection: Connection | None = None
    is_held = False
    known: Answer | None = None


class Questions(Generic[Answer]):
    """The connections of one store.

    Args:
        engine: of the database.
        where: what its errors call it.
        end: asks for the end of what is written: what it tells, all else before it keeps to.
    """

    def __init__(self, engine: Engine, where: str, end: Callable[[Connection], Answer]) -> None:
        self._engine = engine
        self._asked = asking(engine)
        self._where = where
        self._end = end
        self._own: _Own[Answer] = _Own()

    @contextmanager
    def one(self) -> Iterator[Connection]:
        """Give the connection that this thread's questions share, or one of their own."""
        shared = self._own.connection
        with storing(self._where):
            if shared is not None:
                yield shared
                return
            with self._asked.connect() as connection:
                yield connection

    @contextmanager
    def streaming(self) -> Iterator[Connection]:
        """Give a connection that an answer comes by in parts: a server sends such ones within a transaction alone."""
        if self._asked is self._engine or self._own.is_held:
            with self.one() as connection:
                yield connection
            return
        with storing(self._where), self._engine.connect() as connection:
            yield connection

    def end(self) -> Answer:
        """Return where what is written ends; of questions that share a connection the first alone asks for it."""
        known = self._own.known
        if known is None:
            with self.one() as connection:
                known = self._end(connection)
            self._own.known = known if self._own.connection is not None else None
        return known

    @contextmanager
    def sharing(self) -> Iterator[None]:
        """Let the questions that this thread asks meanwhile share a connection."""
        if self._own.connection is not None:
            yield
            return
        with self.one() as connection:
            self._own.connection = connection
            try:
                yield
            finally:
                self._own.connection = self._own.known = None

    @contextmanager
    def together(self) -> Iterator[None]:
        """Let the questions that this thread asks meanwhile be answered as of one moment, by one connection."""
        if self._own.is_held:
            yield
            return
        with self.sharing(), self.one() as connection:
            self._hold(connection)
            try:
                yield
            finally:
                self._let_go(connection)

    @contextmanager
    def apart(self) -> Iterator[None]:
        """Let this thread's questions be answered as of now meanwhile, each by itself; then as of another moment."""
        shared, is_held = self._own.connection, self._own.is_held
        if shared is not None:
            self._let_go(shared)
        self._own.connection = None
        try:
            yield
        finally:
            if shared is not None:
                with suppress(DBAPIError):  # where the server is lost each goes on by itself, and the next one tells
                    if is_held:
                        self._hold(shared)
                    self._own.connection = shared

    def rest(self) -> None:
        """Let go of every connection until the next question."""
        self._asked.dispose()

    def _hold(self, connection: Connection) -> None:
        connection.exec_driver_sql(HOLD[self._engine.dialect.name])
        self._own.is_held, self._own.known = True, None

    def _let_go(self, connection: Connection) -> None:
        """End what was asked together; where the server is lost there is nothing to end, and its answers still hold.

        Nothing was written that could be taken back, and taken back psycopg would have all that it asks prepared anew:
        0.12 ms of the processor on either side for each question.
        """
        self._own.is_held, self._own.known = False, None
        try:
            connection.commit()
        except (DBAPIError, PendingRollbackError):
            connection.rollback()

"""Where a ledger is, and whether there is one: reading makes no file."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack, closing, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from twosource.errors import LostError, NoLedgerError, TwosourceError
from twosource.store import Store, open_store


@dataclass(frozen=True, slots=True)
class Shared:
    """A ledger that is kept open, and what tells its file from every other; None: it is no file."""

    store: Store
    mark: tuple[int, int] | None


SHARED: dict[str, Shared] = {}
"""The ledgers that ``kept_open`` holds, by the name they are asked by."""


def may_hold(where: str) -> bool:
    """Tell whether there may be a ledger: a server is asked, a file must be there."""
    file = _file(where)
    return file is None or file.exists()


def _file(where: str) -> Path | None:
    """Return the file that a ledger is, None where it is none."""
    told = where.removeprefix("sqlite:///").partition("?")[0] if where.startswith("sqlite:///") else where
    return None if "://" in told else Path(told)


def _mark(where: str) -> tuple[int, int] | None:
    """Return what tells a ledger's file from every other.

    Raises:
        LostError: it is gone.
    """
    file = _file(where)
    if file is None:
        return None
    try:
        found = file.stat()
    except OSError as error:
        raise LostError(where) from error
    return found.st_dev, found.st_ino


@contextmanager
def existing(where: str) -> Iterator[Store]:
    """Open a ledger that must be there, to be asked as of one moment, and close it at the end.

    Raises:
        UsageError: a file that does not exist.
        StoreError: the store cannot be opened.
    """
    with _open(where) as opened, opened.together():
        yield opened


@contextmanager
def shared(where: str) -> Iterator[Store]:
    """Open a ledger that must be there, to be asked by one connection, and close it at the end.

    Raises:
        UsageError: a file that does not exist.
        StoreError: the store cannot be opened.
    """
    with _open(where) as opened, opened.sharing():
        yield opened


@contextmanager
def _open(where: str) -> Iterator[Store]:
    if where in SHARED:
        if _mark(where) != SHARED[where].mark:
            raise LostError(where, "replaced by another one")
        yield SHARED[where].store
        return
    if not may_hold(where):
        raise NoLedgerError(where)
    with closing(open_store(where)) as opened:
        yield opened


@contextmanager
def kept_open(where: str) -> Iterator[None]:
    """Keep a ledger open, so that whatever asks it in this process by the same name need not open it and read anew.

    Raises:
        UsageError: a file that does not exist.
        StoreError: the store cannot be opened.
    """
    with _open(where) as opened:
        SHARED[where] = Shared(opened, _mark(where))
        try:
            yield
        finally:
            del SHARED[where]


@contextmanager
def asked_together(where: str, by: Callable[[str], AbstractContextManager[Store]] = existing) -> Iterator[None]:
    """Let all that this thread asks a ledger meanwhile be answered as of one moment; one that is lost says so later.

    ``shared``: by one connection alone. To begin and end a moment takes two of the three ways to a server and back by
    which it tells a page of a shelf.
    """
    with ExitStack() as held:
        with suppress(TwosourceError):
            held.enter_context(by(where))
        yield


def begin(where: str) -> bool:
    """Make an empty ledger where there is none; tell whether it is new. A server's is made by its first run.

    Raises:
        StoreError: it cannot be made.
    """
    if may_hold(where):
        return False
    with closing(open_store(where)) as opened:
        opened.tables()
    return True


def check(where: str, as_of: str | None = None) -> None:
    """Check that there is a ledger, and that a time can be asked for, before anything is read.

    Raises:
        UsageError: a file that does not exist, or a time without a zone.
        StoreError: the store cannot be opened.
    """
    with shared(where) as opened:
        next(opened.search("", as_of), None)

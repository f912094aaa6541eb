"""Where a ledger is, and whether there is one: reading makes no file."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from twosource.errors import UsageError
from twosource.store import Store, open_store

SHARED: dict[str, Store] = {}
"""The ledgers that ``kept_open`` holds, by the name they are asked by."""


def may_hold(where: str) -> bool:
    """Tell whether there may be a ledger: a server is asked, a file must be there."""
    file = where.removeprefix("sqlite:///").partition("?")[0] if where.startswith("sqlite:///") else where
    return "://" in file or Path(file).exists()


@contextmanager
def existing(where: str) -> Iterator[Store]:
    """Open a ledger that must be there, and close it at the end.

    Raises:
        UsageError: a file that does not exist.
        StoreError: the store cannot be opened.
    """
    with _open(where) as opened, opened.together():
        yield opened


@contextmanager
def _open(where: str) -> Iterator[Store]:
    if where in SHARED:
        yield SHARED[where]
        return
    if not may_hold(where):
        raise UsageError(f"{where}: no such ledger; name the file that 'twosource run --store' keeps.")
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
        SHARED[where] = opened
        try:
            yield
        finally:
            del SHARED[where]


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
    with existing(where) as opened:
        next(opened.search("", as_of), None)

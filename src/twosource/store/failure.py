"""Errors of databases, said as StoreErrors that name the way out."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import SQLAlchemyError

from twosource.errors import BusyError, StoreError

BUSY = "another program is writing to the ledger: wait for it to end, then try again"
WAYS_OUT = (  # the words databases use, in lower case; the first that is found speaks
    ("readonly database", "the file or its folder is read-only: make both writable, or copy the file elsewhere"),
    ("read-only transaction", "the server is read-only: use the address of the primary server"),
    ("disk is full", "the disk is full: free some space, then run again; nothing is lost or doubled"),
    ("no space left", "the disk is full: free some space, then run again; nothing is lost or doubled"),
    (
        "disk i/o error",
        "the disk refuses, being full, limited or broken: free some space, then run again",
    ),
    ("locked", BUSY),
    ("lock timeout", BUSY),
    (
        "not a database",
        "the file is something else (of a backup 'twosource restore' makes a ledger): name another file",
    ),
    ("malformed", "the file is damaged: restore a copy; `sqlite3 FILE .recover` saves what can be read"),
    ("unable to open", "the folder is missing or closed to you: create it, or name another"),
    ("no such column", "it holds a table `record` of another program: name another file or database"),
    ("password authentication", "the name or password is wrong: check the address"),
    ("does not exist", "the server has no such database, role or table: create it, or check the address"),
    ("permission denied", "the role may not do this: grant it CREATE and INSERT on the schema"),
    ("connection", "the server cannot be reached: check that it runs, and the address"),
)
UNKNOWN = "the database's own words are all there is to go by"


@contextmanager
def storing(where: str) -> Iterator[None]:
    """Turn any error of the database into a StoreError about ``where``."""
    try:
        yield
    except SQLAlchemyError as error:
        raise store_error(error, where) from error


def store_error(error: SQLAlchemyError, where: str) -> StoreError:
    """Return what happened, in the database's words, and what would do."""
    words = " ".join(str(getattr(error, "orig", None) or error).split())
    fix = next((fix for sign, fix in WAYS_OUT if sign in words.lower()), UNKNOWN)
    kind = BusyError if fix == BUSY else StoreError
    return kind(f"Cannot use the ledger {where} ({words}): {fix}.", fix)

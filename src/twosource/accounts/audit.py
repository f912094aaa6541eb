"""Who did what, when and from where; only ever added to."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, insert, select

from twosource.accounts.moment import told
from twosource.accounts.open import Accounts
from twosource.accounts.schema import AUDIT

ABOUT = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class By:
    """Who does something, from which address, and when."""

    who: str
    address: str
    now: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed:
    """One thing done or refused: ``what`` is a short fixed word, ``about`` what it was done to."""

    sequence: int
    at: str
    who: str
    what: str
    about: str
    address: str


def note(connection: Connection, by: By, what: str, about: str = "") -> None:
    """Add a deed."""
    row = {
        "at": told(by.now),
        "who": by.who[:64],
        "what": what[:40],
        "about": about[:ABOUT],
        "address": by.address[:64],
    }
    connection.execute(insert(AUDIT), row)


def noted(accounts: Accounts, by: By, what: str, about: str = "") -> None:
    """Add a deed that stands alone."""
    with accounts.writing() as connection:
        note(connection, by, what, about)


def deeds(accounts: Accounts, earlier_than: int | None = None, limit: int = 100) -> tuple[Deed, ...]:
    """Return deeds, the latest first; ``earlier_than`` is the sequence of the last one seen."""
    query = select(AUDIT).order_by(AUDIT.c.sequence.desc()).limit(limit)
    if earlier_than is not None:
        query = query.where(AUDIT.c.sequence < earlier_than)
    with accounts.reading() as connection:
        return tuple(Deed(**row._mapping) for row in connection.execute(query))  # noqa: SLF001 - SQLAlchemy's public name

"""Sessions of people in browsers: begun at login, ended at logout, at a change of password, by idling and by age."""

from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, Connection, delete, insert, or_, select, update

from twosource.accounts.moment import before, told
from twosource.accounts.open import Accounts
from twosource.accounts.person import Person, role_named
from twosource.accounts.schema import ACCOUNT, SESSION
from twosource.accounts.secret import digest, fresh

IDLE = timedelta(hours=8)  # a working day's longest pause
LONGEST = timedelta(days=7)
SEEN_AFTER = timedelta(minutes=5)  # how exactly it is kept when a session was last used


def begin(connection: Connection, name: str, now: datetime) -> str:
    """Begin a session of an account and return its secret, which is kept nowhere; ended ones are forgotten."""
    connection.execute(delete(SESSION).where(_is_over(now)))
    secret = fresh()
    row = {"digest": digest(secret), "account": name, "began_at": told(now), "seen_at": told(now)}
    connection.execute(insert(SESSION), row)
    return secret


def person_here(accounts: Accounts, secret: str, now: datetime) -> Person | None:
    """Return whose session this is, None where it is over or was none."""
    own = SESSION.c.digest == digest(secret)
    query = (
        select(ACCOUNT.c.name, ACCOUNT.c.role, SESSION.c.seen_at)
        .join(ACCOUNT, ACCOUNT.c.name == SESSION.c.account)
        .where(own, ~_is_over(now), ACCOUNT.c.is_disabled.is_(False))
    )
    with accounts.reading() as connection:
        found = connection.execute(query).first()
    if found is None:
        return None
    if found.seen_at < before(now, SEEN_AFTER):
        with accounts.writing_unless_busy() as connection:
            connection.execute(update(SESSION).where(own).values(seen_at=told(now)))
    return Person(name=found.name, role=role_named(found.role))


def end(accounts: Accounts, secret: str) -> None:
    """End one session."""
    with accounts.writing() as connection:
        connection.execute(delete(SESSION).where(SESSION.c.digest == digest(secret)))


def end_all(connection: Connection, name: str) -> None:
    """End every session of an account."""
    connection.execute(delete(SESSION).where(SESSION.c.account == name))


def _is_over(now: datetime) -> ColumnElement[bool]:
    return or_(SESSION.c.seen_at < before(now, IDLE), SESSION.c.began_at < before(now, LONGEST))

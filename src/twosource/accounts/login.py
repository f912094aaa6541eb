"""A name and a password in; a session, a refusal, or a time to wait out, the same for names that exist or not."""

from dataclasses import dataclass

from sqlalchemy import delete, select, update

from twosource.accounts.audit import By, note
from twosource.accounts.open import Accounts
from twosource.accounts.person import NAME
from twosource.accounts.schema import ACCOUNT, SESSION
from twosource.accounts.secret import digest
from twosource.accounts.session import begin
from twosource.accounts.throttle import attempt, forgive, wait

NOBODY = "-"  # what attempts on names that cannot be names are counted under


@dataclass(frozen=True, slots=True, kw_only=True)
class LoggedIn:
    """``secret`` is what the browser is to hold."""

    name: str
    secret: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Refused:
    """Name or password is wrong, or the account closed; which of them is not told."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TooSoon:
    """Too many attempts; try again after so many seconds."""

    seconds: int


def log_in(accounts: Accounts, password: str, by: By, before: str | None = None) -> LoggedIn | Refused | TooSoon:
    """Check a name and a password.

    The attempt is counted before the password is looked at, in a transaction of its own: a thousand attempts at once
    wait like a thousand in a row. Every attempt on any name takes the same steps.

    Args:
        accounts: where.
        password: as it was typed.
        by: who says to be there (``by.who`` as it was typed), from where, and when.
        before: the secret of a session that the browser held; it ends.
    """
    typed = by.who.strip().lower()
    name = typed if NAME.fullmatch(typed) else NOBODY
    own = ACCOUNT.c.name == name
    with accounts.writing() as connection:
        seconds = wait(connection, name, by.address, by.now)
        if seconds:
            return TooSoon(seconds=seconds)
        attempt(connection, name, by.address, by.now)
        kept = connection.execute(select(ACCOUNT.c.password, ACCOUNT.c.is_disabled).where(own)).first()
    is_right = accounts.passwords.is_right(None if kept is None else kept.password, password)
    with accounts.writing() as connection:
        if kept is None or not is_right or kept.is_disabled:
            note(connection, By(who=name, address=by.address, now=by.now), "login failed")
            return Refused()
        forgive(connection, name)
        if before is not None:
            connection.execute(delete(SESSION).where(SESSION.c.digest == digest(before)))
        if accounts.passwords.is_outdated(kept.password):
            connection.execute(update(ACCOUNT).where(own).values(password=accounts.passwords.of(password)))
        note(connection, By(who=name, address=by.address, now=by.now), "login")
        return LoggedIn(name=name, secret=begin(connection, name, by.now))

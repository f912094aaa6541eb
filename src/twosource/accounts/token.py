"""Tokens with which programs speak for an account; shown once, kept as a digest, ended by date or by hand."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Connection, delete, insert, select

from twosource.accounts.moment import after, told
from twosource.accounts.open import Accounts
from twosource.accounts.person import Person, role_named
from twosource.accounts.schema import ACCOUNT, TOKEN
from twosource.accounts.secret import digest, fresh
from twosource.errors import UsageError

PREFIX = "twosource_"  # so that scanners of leaked secrets, and people, know one when they see it
LASTS = timedelta(days=365)
LABEL = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Token:
    """A token as its owner sees it; ``id`` is the beginning of its digest."""

    id: str
    account: str
    label: str
    made_at: str
    ends_at: str


def make_token(accounts: Accounts, name: str, label: str, now: datetime) -> str:
    """Return a new token for an account.

    Raises:
        UsageError: the label is empty or too long.
    """
    if not 0 < len(label.strip()) <= LABEL:
        raise UsageError(f"Say what the token is for, in 1 to {LABEL} characters.")
    secret = PREFIX + fresh()
    kept = digest(secret)
    row = {
        "digest": kept,
        "id": kept[:16],
        "account": name,
        "label": label.strip(),
        "made_at": told(now),
        "ends_at": after(now, LASTS),
    }
    with accounts.writing() as connection:
        connection.execute(insert(TOKEN), row)
    return secret


def let_in(accounts: Accounts, secret: str, now: datetime) -> Person | None:
    """Return for whom a token speaks, None where it is none or has ended."""
    query = (
        select(ACCOUNT.c.name, ACCOUNT.c.role)
        .join(ACCOUNT, ACCOUNT.c.name == TOKEN.c.account)
        .where(TOKEN.c.digest == digest(secret), TOKEN.c.ends_at > told(now), ACCOUNT.c.is_disabled.is_(False))
    )
    with accounts.reading() as connection:
        found = connection.execute(query).first()
    return None if found is None else Person(name=found.name, role=role_named(found.role))


def tokens(accounts: Accounts, name: str) -> tuple[Token, ...]:
    """Return an account's tokens, the oldest first."""
    chosen = (TOKEN.c.id, TOKEN.c.account, TOKEN.c.label, TOKEN.c.made_at, TOKEN.c.ends_at)
    query = select(*chosen).where(TOKEN.c.account == name).order_by(TOKEN.c.made_at, TOKEN.c.id)
    with accounts.reading() as connection:
        return tuple(Token(**row._mapping) for row in connection.execute(query))  # noqa: SLF001 - SQLAlchemy's public name


def revoke(accounts: Accounts, name: str, token_id: str) -> bool:
    """End one token of an account; tell whether there was one."""
    with accounts.writing() as connection:
        own = (TOKEN.c.id == token_id) & (TOKEN.c.account == name)
        return connection.execute(delete(TOKEN).where(own)).rowcount > 0


def revoke_all(connection: Connection, name: str) -> None:
    """End every token of an account."""
    connection.execute(delete(TOKEN).where(TOKEN.c.account == name))

"""Accounts made and changed; each change ends what the account had open, and is told in the audit.

There is always an admin who can log in: the last one can be neither disabled nor given another role.
"""

from datetime import datetime
from typing import Any

from sqlalchemy import Connection, func, insert, select, update

from twosource.accounts.audit import By, note
from twosource.accounts.moment import told
from twosource.accounts.open import Accounts
from twosource.accounts.password import checked
from twosource.accounts.person import Account, Role, account_name, role_named
from twosource.accounts.schema import ACCOUNT
from twosource.accounts.session import begin, end_all
from twosource.accounts.throttle import forgive
from twosource.accounts.token import revoke_all
from twosource.errors import UsageError

SHOWN = (ACCOUNT.c.name, ACCOUNT.c.role, ACCOUNT.c.is_disabled, ACCOUNT.c.made_at, ACCOUNT.c.changed_at)


def people(accounts: Accounts) -> tuple[Account, ...]:
    """Return every account, by name."""
    with accounts.reading() as connection:
        rows = connection.execute(select(*SHOWN).order_by(ACCOUNT.c.name)).all()
    return tuple(
        Account(
            name=row.name,
            role=role_named(row.role),
            is_disabled=row.is_disabled,
            made_at=row.made_at,
            changed_at=row.changed_at,
        )
        for row in rows
    )


def add(accounts: Accounts, name: str, role: Role, password: str, by: By) -> str:
    """Add an account and return its name as it is kept.

    Raises:
        UsageError: the name cannot be one or is taken, or the password is too easy.
    """
    name = account_name(name)
    kept = accounts.passwords.of(checked(password, name))
    now = told(by.now)
    row = {"name": name, "role": role, "password": kept, "is_disabled": False, "made_at": now, "changed_at": now}
    with accounts.writing() as connection:
        if _found(connection, name):
            raise UsageError(f"There is an account {name!r} already; choose another name.")
        connection.execute(insert(ACCOUNT), row)
        note(connection, by, "account added", f"{name} as {role}")
    return name


def set_role(accounts: Accounts, name: str, role: Role, by: By) -> None:
    """Give an account another role; it holds from the next request on, and open sessions end.

    Raises:
        UsageError: there is no such account, or it is the last admin.
    """
    with accounts.writing() as connection:
        name = _known(connection, name)
        if role != "admin":
            _not_the_last(connection, name)
        _change(connection, name, by.now, role=role)
        end_all(connection, name)
        note(connection, by, "role changed", f"{name} to {role}")


def set_disabled(accounts: Accounts, name: str, by: By, *, is_disabled: bool) -> None:
    """Close an account, with all its sessions and tokens, or open it again.

    Raises:
        UsageError: there is no such account, or it is the last admin.
    """
    with accounts.writing() as connection:
        name = _known(connection, name)
        if is_disabled:
            _not_the_last(connection, name)
            revoke_all(connection, name)
            end_all(connection, name)
        _change(connection, name, by.now, is_disabled=is_disabled)
        note(connection, by, "account disabled" if is_disabled else "account enabled", name)


def reset_password(accounts: Accounts, name: str, password: str, by: By) -> None:
    """Give an account another password, without knowing the old one; its sessions and tokens end.

    Raises:
        UsageError: there is no such account, or the password is too easy.
    """
    name = account_name(name)
    kept = accounts.passwords.of(checked(password, name))
    with accounts.writing() as connection:
        name = _known(connection, name)
        _change(connection, name, by.now, password=kept)
        revoke_all(connection, name)
        end_all(connection, name)
        forgive(connection, name)
        note(connection, by, "password reset", name)


def change_password(accounts: Accounts, old: str, new: str, by: By) -> str:
    """Change one's own password and return the secret of a new session; every other session ends.

    Raises:
        UsageError: the old one is wrong, or the new one too easy.
    """
    with accounts.reading() as connection:
        kept = connection.scalar(select(ACCOUNT.c.password).where(ACCOUNT.c.name == by.who))
    if not accounts.passwords.is_right(kept, old):
        raise UsageError("The present password is not right.")
    made = accounts.passwords.of(checked(new, by.who))
    with accounts.writing() as connection:
        _change(connection, by.who, by.now, password=made)
        end_all(connection, by.who)
        note(connection, by, "password changed", by.who)
        return begin(connection, by.who, by.now)


def _found(connection: Connection, name: str) -> bool:
    return connection.scalar(select(ACCOUNT.c.name).where(ACCOUNT.c.name == name)) is not None


def _known(connection: Connection, told_name: str) -> str:
    name = account_name(told_name)
    if not _found(connection, name):
        raise UsageError(f"There is no account {name!r}.")
    return name


def _not_the_last(connection: Connection, name: str) -> None:
    others = select(func.count()).where(
        ACCOUNT.c.role == "admin", ACCOUNT.c.is_disabled.is_(False), ACCOUNT.c.name != name
    )
    own = select(ACCOUNT.c.role).where(ACCOUNT.c.name == name)
    if connection.scalar(own) == "admin" and not connection.scalar(others):
        raise UsageError(f"{name} is the last admin who can log in; make another one first.")


def _change(connection: Connection, name: str, now: datetime, **columns: Any) -> None:
    connection.execute(update(ACCOUNT).where(ACCOUNT.c.name == name).values(**columns, changed_at=told(now)))

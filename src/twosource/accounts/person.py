"""Who a person is to the ledger: a name and a role; what a role may stands here alone."""

import re
from dataclasses import dataclass
from typing import Literal, get_args

from twosource.errors import UsageError

Role = Literal["reader", "reviewer", "admin"]
ROLES: tuple[Role, ...] = get_args(Role)
"""From the one that may least: readers look, reviewers also decide and add reports, admins also keep the accounts."""

NAME = re.compile(r"[a-z0-9][a-z0-9._-]{0,63}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Who asks."""

    name: str
    role: Role


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """One account as an admin sees it; times are ISO 8601 in UTC."""

    name: str
    role: Role
    is_disabled: bool
    made_at: str
    changed_at: str


def may(person: Person, least: Role) -> bool:
    """Tell whether the person's role is at least this one."""
    return ROLES.index(person.role) >= ROLES.index(least)


def role_named(told: str) -> Role:
    """Return the role of this name.

    Raises:
        UsageError: there is none.
    """
    for role in ROLES:
        if role == told:
            return role
    raise UsageError(f"There is no role {told!r}; choose one of: {', '.join(ROLES)}.")


def account_name(told: str) -> str:
    """Return a name as accounts are kept under: ``Ann`` and ``ann`` are one.

    Raises:
        UsageError: it is none.
    """
    name = told.strip().lower()
    if not NAME.fullmatch(name):
        raise UsageError(
            f"{told[:80]!r} cannot be the name of an account: use 1 to 64 letters a-z, digits, '.', '_' and '-',"
            " and begin with a letter or digit."
        )
    return name

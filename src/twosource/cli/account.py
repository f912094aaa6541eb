"""``twosource account``: the accounts of a team beside a kept ledger; how the first admin is made."""

import os
import sys
from datetime import UTC, datetime
from getpass import getuser
from typing import TYPE_CHECKING, Annotated

import typer

from twosource.cli.ledger import Store, shown
from twosource.errors import UsageError

if TYPE_CHECKING:
    from twosource.accounts import Account, Accounts, By

WAYS = ("list", "add", "role", "disable", "enable", "password")
VARIABLE = "TWOSOURCE_PASSWORD"

What = Annotated[str, typer.Argument(help="list, add, role, disable, enable or password.", metavar="WHAT")]
Name = Annotated[str, typer.Argument(help="The name of the account; not for list.", metavar="NAME")]
Role = Annotated[str | None, typer.Option("--role", help="For add and role: reader, reviewer or admin.")]


def account(what: What, name: Name = "", *, store: Store, role: Role = None) -> None:
    """Keep the accounts of a team, whose server is started with --accounts.

    Passwords are asked for, or taken from TWOSOURCE_PASSWORD in the environment. Readers look; reviewers also decide
    and add reports; admins also keep the accounts.
    """
    from twosource.accounts import Accounts, By, people  # noqa: PLC0415 - needs the extra ``web``

    if what not in WAYS:
        raise UsageError(f"There is no 'twosource account {what}'; choose one of: {', '.join(WAYS)}.")
    accounts = Accounts(store)
    if what == "list":
        shown([_line(one) for one in people(accounts)] or ["No accounts yet."])
        return
    by = By(who=f"{getuser()} (command line)", address="local", now=datetime.now(UTC))
    shown([_changed(accounts, what, name, role, by)])


def _changed(accounts: "Accounts", what: str, name: str, role: str | None, by: "By") -> str:
    from twosource.accounts import add, reset_password, role_named, set_disabled, set_role  # noqa: PLC0415 - as above

    if what in {"add", "role"} and role is None:
        raise UsageError(f"'twosource account {what}' needs --role reader, reviewer or admin.")
    if what == "add":
        return f"{add(accounts, name, role_named(role or ''), _password(), by)} is added as {role}."
    if what == "role":
        set_role(accounts, name, role_named(role or ""), by)
        return f"{name} is {role} now."
    if what == "password":
        reset_password(accounts, name, _password(), by)
        return f"{name} has another password; sessions and tokens of the account have ended."
    set_disabled(accounts, name, by, is_disabled=what == "disable")
    return f"{name} is {'closed' if what == 'disable' else 'open again'}."


def _password() -> str:
    told = os.environ.get(VARIABLE)
    if told:
        return told
    if not sys.stdin.isatty():
        raise UsageError(f"There is no terminal to ask for the password on; put it into {VARIABLE}.")
    return str(typer.prompt("Password", hide_input=True, confirmation_prompt=True, err=True))


def _line(one: "Account") -> str:
    return f"{one.name}  {one.role}{'  closed' if one.is_disabled else ''}  since {one.made_at[:10]}"

"""The people of a team: who they are, who is here, what programs they let in, and who did what.

Kept in tables of their own beside the ledger's, in the same database. It knows no page, clock or environment.
"""

from twosource.accounts.audit import By, Deed, deeds, noted
from twosource.accounts.login import LoggedIn, Refused, TooSoon, log_in
from twosource.accounts.open import Accounts
from twosource.accounts.people import add, change_password, people, reset_password, set_disabled, set_role
from twosource.accounts.person import ROLES, Account, Person, Role, may, role_named
from twosource.accounts.session import end, person_here
from twosource.accounts.token import Token, let_in, make_token, revoke, tokens

__all__ = [
    "ROLES",
    "Account",
    "Accounts",
    "By",
    "Deed",
    "LoggedIn",
    "Person",
    "Refused",
    "Role",
    "Token",
    "TooSoon",
    "add",
    "change_password",
    "deeds",
    "end",
    "let_in",
    "log_in",
    "make_token",
    "may",
    "noted",
    "people",
    "person_here",
    "reset_password",
    "revoke",
    "role_named",
    "set_disabled",
    "set_role",
    "tokens",
]

"""``/accounts`` and ``/audit``: an admin keeps the team's accounts and sees who did what."""

from typing import Annotated

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from twosource.accounts import ROLES, add, deeds, people, reset_password, role_named, set_disabled, set_role
from twosource.errors import UsageError
from twosource.web.render import page
from twosource.web.routes import Number, Routes, Text
from twosource.web.team import accounts_of, by
from twosource.web.ways import way

router = Routes()
Word = Annotated[str, Text(longest=2_000, in_form=True)]
A_PAGE = 100


@router.get("/accounts")
def team(request: Request) -> Response:
    """Return the accounts; one that was just changed is named."""
    return _page(request)


@router.post("/accounts")
def make(request: Request, name: Word = "", role: Word = "", password: Word = "") -> Response:
    """Add an account."""
    try:
        add(accounts_of(request), name, role_named(role), password, by(request))
    except UsageError as error:
        return _page(request, str(error))
    return RedirectResponse(way("/accounts", {"changed": name}), 303)


@router.post("/accounts/{name}/{what}")
def change(request: Request, name: str, what: str, value: Word = "") -> Response:
    """Change an account: its ``role``, its ``password``, or ``disable`` and ``enable`` it."""
    accounts, who = accounts_of(request), by(request)
    try:
        if what == "role":
            set_role(accounts, name, role_named(value), who)
        elif what == "password":
            reset_password(accounts, name, value, who)
        elif what in {"disable", "enable"}:
            set_disabled(accounts, name, who, is_disabled=what == "disable")
        else:
            return _page(request, f"There is nothing called {what[:40]!r} that can be changed.")
    except UsageError as error:
        return _page(request, str(error))
    return RedirectResponse(way("/accounts", {"changed": name}), 303)


@router.get("/audit")
def audit(request: Request, before: Annotated[int | None, Number(least=1, most=2**62)] = None) -> Response:
    """Return what was done, the latest first."""
    found = deeds(accounts_of(request), before, A_PAGE)
    older = found[-1].sequence if len(found) == A_PAGE else None
    return page(request, "audit.html.j2", {"deeds": found, "older": older})


def _page(request: Request, told: str = "") -> Response:
    found = people(accounts_of(request))
    changed = next((one.name for one in found if one.name == request.query_params.get("changed", "").lower()), "")
    shown = {"people": found, "roles": ROLES, "told": told, "changed": changed}
    return page(request, "accounts.html.j2", shown, 400 if told else 200)

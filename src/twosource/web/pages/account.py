"""``/account``: one's own password, and the tokens with which one's programs come in."""

from typing import Annotated

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from twosource.accounts import By, change_password, make_token, noted, revoke, tokens
from twosource.errors import UsageError
from twosource.web.guard.cookie import SESSION, set_cookie
from twosource.web.render import page
from twosource.web.routes import Routes, Text
from twosource.web.team import accounts_of, by

router = Routes()
Word = Annotated[str, Text(longest=2_000, in_form=True)]


@router.get("/account")
def own(request: Request) -> Response:
    """Return the page."""
    return _page(request)


@router.post("/account/password")
def password(request: Request, old: Word = "", new: Word = "", again: Word = "") -> Response:
    """Change the password; every other session ends, and this one gets another secret."""
    if new != again:
        return _page(request, told="The two new passwords differ.", status=400)
    who = by(request)
    try:
        secret = change_password(accounts_of(request), old, new, who)
    except UsageError as error:
        return _page(request, told=str(error), status=400)
    answer = RedirectResponse("/account?done=password", 303)
    answer.raw_headers.append(set_cookie(request.scope, SESSION, secret))
    return answer


@router.post("/account/tokens")
def token(request: Request, label: Word = "") -> Response:
    """Make a token and show it, this once."""
    accounts, who = accounts_of(request), by(request)
    try:
        secret = make_token(accounts, who.who, label, who.now)
    except UsageError as error:
        return _page(request, told=str(error), status=400)
    noted(accounts, who, "token made", label)
    return _page(request, secret=secret)


@router.post("/account/tokens/{token_id}/end")
def stop(request: Request, token_id: str) -> Response:
    """End a token."""
    accounts, who = accounts_of(request), by(request)
    if revoke(accounts, who.who, token_id):
        noted(accounts, who, "token ended", token_id)
    return RedirectResponse("/account", 303)


def _page(request: Request, *, told: str = "", secret: str = "", status: int = 200) -> Response:
    who: By = by(request)
    held = tokens(accounts_of(request), who.who)
    done = request.query_params.get("done") == "password"
    shown = {"tokens": held, "told": told, "secret": secret, "is_done": done}
    return page(request, "account.html.j2", shown, status)

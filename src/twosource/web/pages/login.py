"""``/login`` and ``/logout``: a person of the team comes and goes."""

from typing import Annotated

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from twosource.accounts import By, LoggedIn, TooSoon, end, log_in, noted
from twosource.web.desk import desk_of, person_of
from twosource.web.guard.cookie import SESSION, cookie_of, end_cookie, set_cookie
from twosource.web.render import page
from twosource.web.routes import Routes, Text
from twosource.web.team import accounts_of, by
from twosource.web.ways import own_path

WRONG = "Name or password is wrong, or the account is closed."
SOON = "Too many attempts. Wait {seconds} seconds, then try again."

router = Routes()


@router.get("/login")
def form(request: Request, back: Annotated[str, Text(longest=2_000)] = "/events") -> Response:
    """Return the form."""
    accounts_of(request)
    return page(request, "login.html.j2", {"back": own_path(back), "told": "", "name": ""})


@router.post("/login")
def come(
    request: Request,
    name: Annotated[str, Text(longest=100, in_form=True)] = "",
    password: Annotated[str, Text(longest=2_000, in_form=True)] = "",
    back: Annotated[str, Text(longest=2_000, in_form=True)] = "/events",
) -> Response:
    """Begin a session, another one than the browser held before; or say why not."""
    who = By(who=name, address=by(request).address, now=desk_of(request).clock())
    found = log_in(accounts_of(request), password, who, cookie_of(request.scope, SESSION))
    if isinstance(found, LoggedIn):
        answer = RedirectResponse(own_path(back), 303)
        answer.raw_headers.append(set_cookie(request.scope, SESSION, found.secret))
        return answer
    shown = {"back": own_path(back), "name": name}
    if isinstance(found, TooSoon):
        later = page(request, "login.html.j2", {**shown, "told": SOON.format(seconds=found.seconds)}, 429)
        later.headers["Retry-After"] = str(found.seconds)
        return later
    return page(request, "login.html.j2", {**shown, "told": WRONG}, 401)


@router.post("/logout")
def go(request: Request) -> Response:
    """End the session."""
    accounts, session = accounts_of(request), cookie_of(request.scope, SESSION)
    if session is not None:
        end(accounts, session)
    noted(accounts, by(request), "logout", person_of(request).name)
    answer = RedirectResponse("/login", 303)
    answer.raw_headers.append(end_cookie(request.scope, SESSION))
    return answer

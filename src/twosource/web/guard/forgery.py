"""Changes that another page made the browser ask for are refused: by where it says it comes from, and by a token.

The token in a form is an HMAC over what the browser holds in a cookie: the session, or a visit where nobody logs in. A
page of another site can neither read the cookie nor make the token.
"""

import hashlib
import hmac
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from twosource.web.guard.answer import refused
from twosource.web.guard.cookie import VISIT, cookie_of, set_cookie
from twosource.web.guard.policy import SAFE
from twosource.web.guard.protection import Protection
from twosource.web.http.problem import is_for_programs

FIELD, HEADER = "csrf_token", b"x-csrf-token"
FORMS = ("application/x-www-form-urlencoded", "multipart/form-data")
JSON = "application/json"
OWN_SITE = frozenset({"same-origin", "none"})
AGAIN = "Go back, load the page again and send it once more."


@dataclass(slots=True)
class Ticket:
    """What a form of this request's page must carry; ``is_used`` tells whether a page asked for it."""

    secret: bytes
    basis: str
    is_new: bool
    is_used: bool = field(default=False)

    def token(self) -> str:
        """Return the token for a form."""
        self.is_used = True
        return self.expected()

    def expected(self) -> str:
        """Return the token that a form must bring back."""
        return hmac.new(self.secret, b"form\0" + self.basis.encode(), hashlib.sha256).hexdigest()


class Forgery:
    """Let through what only looks, and changes that our own pages or programs ask for."""

    def __init__(self, app: ASGIApp, *, protection: Protection) -> None:
        self._app = app
        self._protection = protection

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on a request, with a ticket for its page's forms, or refuse it."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        state = scope.setdefault("state", {})
        ticket = state["ticket"] = self._ticket(scope)
        fault = None if scope["method"] in SAFE or state.get("by_token") else await _fault(scope, ticket)
        if fault is not None:
            await refused(scope, *fault)(scope, receive, send)
            return
        await self._app(scope, receive, _visiting(scope, ticket, send))

    def _ticket(self, scope: Scope) -> Ticket:
        session = scope["state"].get("session")
        if session is not None:
            return Ticket(self._protection.secret, f"session {session}", is_new=False)
        visit = cookie_of(scope, VISIT)
        if visit is not None:
            return Ticket(self._protection.secret, f"visit {visit}", is_new=False)
        return Ticket(self._protection.secret, f"visit {self._protection.token_source()}", is_new=True)


def _visiting(scope: Scope, ticket: Ticket, send: Send) -> Send:
    """Return a ``send`` that gives the browser a visit where its page has a form."""

    async def sent(message: Message) -> None:
        if message["type"] == "http.response.start" and ticket.is_new and ticket.is_used:
            value = ticket.basis.partition(" ")[2]
            message = {**message, "headers": [*message["headers"], set_cookie(scope, VISIT, value)]}
        await send(message)

    return sent


async def _fault(scope: Scope, ticket: Ticket) -> tuple[int, str] | None:
    if not _is_from_here(scope):
        return 403, f"Another site asked for this; nothing was changed. {AGAIN}"
    kind = _header(scope, b"content-type").partition(";")[0].strip().lower()
    if is_for_programs(scope["path"]):
        return _programs_fault(scope, ticket, kind)
    if kind not in FORMS:
        return 415, "A form is expected here."
    try:
        told = _header(scope, HEADER) or await _told(scope)
    except HTTPException as error:
        return error.status_code, f"The form cannot be read: {error.detail}"
    if not hmac.compare_digest(told.encode("utf-8", "replace"), ticket.expected().encode()):
        return 403, f"The form is too old, or is not one of this server's; nothing was changed. {AGAIN}"
    return None


def _programs_fault(scope: Scope, ticket: Ticket, kind: str) -> tuple[int, str] | None:
    """A page of another site cannot send JSON without being asked about it first, and we never say yes."""
    if kind != JSON:
        return 415, f"Send {JSON}."
    told = _header(scope, HEADER)
    if scope["state"].get("session") is not None and not hmac.compare_digest(told.encode(), ticket.expected().encode()):
        return 403, "Send the header X-CSRF-Token with the session's cookie, or a token in the header Authorization."
    return None


def _is_from_here(scope: Scope) -> bool:
    """Tell whether the browser says that one of our pages asks; programs say nothing."""
    site, origin = _header(scope, b"sec-fetch-site"), _header(scope, b"origin")
    if site and site not in OWN_SITE:
        return False
    return not origin or urlsplit(origin).netloc == _header(scope, b"host")


async def _told(scope: Scope) -> str:
    again: Receive = scope["body_again"]()
    async with Request(scope, again).form(max_files=1_000, max_fields=1_000) as form:
        told = form.get(FIELD)
    return told if isinstance(told, str) else ""


def _header(scope: Scope, wanted: bytes) -> str:
    return next((value.decode("latin-1") for name, value in scope["headers"] if name == wanted), "")

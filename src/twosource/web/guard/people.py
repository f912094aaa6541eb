"""Who asks, and whether this person may: by session (browsers) or by token (programs); what is refused is told why."""

from collections.abc import Callable
from datetime import datetime
from urllib.parse import urlencode

from starlette.concurrency import run_in_threadpool
from starlette.responses import RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from twosource.accounts import Accounts, By, Person, let_in, may, noted, person_here
from twosource.web.guard.answer import refused
from twosource.web.guard.cookie import SESSION, cookie_of
from twosource.web.guard.policy import SAFE, deed, least
from twosource.web.http.problem import is_for_programs

BEARER = "bearer "
ERRORS = 400
MOST_TOLD = 400  # characters of what was asked for, in the audit
NOBODY = Person(name="", role="reader")


class People:
    """Put the person into ``scope["state"]`` and let through what the person's role may."""

    def __init__(self, app: ASGIApp, *, accounts: Accounts, clock: Callable[[], datetime]) -> None:
        self._app = app
        self._accounts = accounts
        self._clock = clock

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on a request or refuse it."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        state = scope.setdefault("state", {})
        token, session = _bearer(scope), cookie_of(scope, SESSION)
        person = await run_in_threadpool(self._person, token, session)
        state["person"] = person or NOBODY
        state["session"] = session if token is None and person is not None else None
        state["by_token"] = token is not None
        wanted = least(scope["method"], scope["path"])
        if wanted is None or (person is not None and may(person, wanted)):
            await self._app(scope, receive, self._noting(scope, person, send))
            return
        if person is not None:
            await run_in_threadpool(self._note, scope, person, "refused")
        await _refusal(scope, person, wanted)(scope, receive, send)

    def _person(self, token: str | None, session: str | None) -> Person | None:
        now = self._clock()
        if token is not None:
            return let_in(self._accounts, token, now)
        return None if session is None else person_here(self._accounts, session, now)

    def _noting(self, scope: Scope, person: Person | None, send: Send) -> Send:
        """Return a ``send`` that notes what was changed or taken along before its answer leaves."""
        what = deed(scope["method"], scope["path"])
        if what is None or person is None:
            return send

        async def sent(message: Message) -> None:
            if message["type"] == "http.response.start" and message["status"] < ERRORS:
                await run_in_threadpool(self._note, scope, person, what)
            await send(message)

        return sent

    def _note(self, scope: Scope, person: Person, what: str) -> None:
        query = scope["query_string"].decode("latin-1")[:MOST_TOLD] if what == "export" else ""
        about = scope["state"].get("deed") or f"{scope['method']} {scope['path']}{'?' if query else ''}{query}"
        noted(self._accounts, By(who=person.name, address=address_of(scope), now=self._clock()), what, about)


def address_of(scope: Scope) -> str:
    """Return the address a request came from."""
    client = scope.get("client")
    return str(client[0]) if client else "unknown"


def _bearer(scope: Scope) -> str | None:
    told = next((value.decode("latin-1") for name, value in scope["headers"] if name == b"authorization"), "")
    return told[len(BEARER) :].strip() if told.lower().startswith(BEARER) else None


def _refusal(scope: Scope, person: Person | None, wanted: str) -> Response:
    if person is not None:
        return refused(scope, 403, f"This needs the role {wanted}; {person.name} has the role {person.role}.")
    if is_for_programs(scope["path"]):
        told = "Log in, or send the header 'Authorization: Bearer TOKEN' with a token made on the page /account."
        return refused(scope, 401, told, {"WWW-Authenticate": 'Bearer realm="twosource"'})
    if scope["method"] not in SAFE:
        return refused(scope, 401, "You are not logged in any more. Log in again, then go back and send it once more.")
    query = f"?{scope['query_string'].decode('latin-1')}" if scope["query_string"] else ""
    return RedirectResponse(f"/login?{urlencode({'back': scope['path'] + query})}", 303)

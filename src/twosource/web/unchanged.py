"""Pages that a browser holds, and that are still what they were, are not made again: it is told so (304).

What a page shows follows from the ledger's state, its address, who asks, and the secret that signs its forms; the mark
of all these is its tag. Where people log in, browsers keep no page, and none is marked; nor is what shows a job.
"""

import hashlib
import hmac

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from twosource import upkeep
from twosource.errors import TwosourceError
from twosource.web.desk import Desk
from twosource.web.turn import in_turn

MARKED = ("/events", "/reports", "/sources", "/rejects", "/compare")
RECORDED = b"recorded="
OK = 200


class Unchanged:
    """Mark pages, and answer 304 where the browser tells the mark that its page would get."""

    def __init__(self, app: ASGIApp, *, desk: Desk) -> None:
        self._app = app
        self._desk = desk

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on a request, or answer it."""
        if scope["type"] != "http" or self._desk.accounts or not _is_marked(scope):
            await self._app(scope, receive, send)
            return
        try:
            state = await in_turn(scope, upkeep.state, self._desk.store)
        except TwosourceError:  # the page tells what is wrong with the ledger
            await self._app(scope, receive, send)
            return
        tag = f'"{self._mark(scope, state)}"'
        if tag in _held(scope):
            headers = [(b"etag", tag.encode("ascii"))]
            await send({"type": "http.response.start", "status": 304, "headers": headers})
            await send({"type": "http.response.body", "body": b""})
            return
        await self._app(scope, receive, _marking(scope, tag, send))

    def _mark(self, scope: Scope, state: str) -> str:
        ticket = scope["state"]["ticket"]
        basis = "" if ticket.is_new else ticket.basis
        told = (state, scope["path"], scope["query_string"].decode("latin-1"), basis, *_cookies(scope))
        return hmac.new(self._desk.protection.secret, "\0".join(told).encode(), hashlib.sha256).hexdigest()[:32]


def _is_marked(scope: Scope) -> bool:
    path: str = scope["path"]
    is_page = any(path == one or path.startswith(f"{one}/") for one in MARKED)
    return scope["method"] == "GET" and is_page and RECORDED not in scope["query_string"]


def _held(scope: Scope) -> list[str]:
    told = Headers(scope=scope).get("if-none-match", "")
    return [one.strip().removeprefix("W/") for one in told.split(",")]


def _cookies(scope: Scope) -> list[str]:
    """A page's forms may be filled in with what the browser told before."""
    return sorted(Headers(scope=scope).getlist("cookie"))


def _marking(scope: Scope, tag: str, send: Send) -> Send:
    """Return a ``send`` that marks a page; one with a form is marked once the browser has a visit to hold it by."""

    async def sent(message: Message) -> None:
        ticket = scope["state"]["ticket"]
        is_page = message["type"] == "http.response.start" and message["status"] == OK
        if is_page and not (ticket.is_new and ticket.is_used):
            MutableHeaders(scope=message)["ETag"] = tag
        await send(message)

    return sent

"""Requests that name this server by another name than its own are refused.

A hostile page can let its own name point to 127.0.0.1 (DNS rebinding); the browser then takes us for that page's
server, but the Host header tells.
"""

import re

from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from twosource.values.address import is_loopback

HOST = re.compile(r"(\[[0-9a-fA-F:.]+\]|[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?)(?::([0-9]{1,5}))?")


class Hosts:
    """Let through what is asked of a loopback name, or of one of the names given."""

    def __init__(self, app: ASGIApp, *, names: frozenset[str]) -> None:
        self._app = app
        self._names = frozenset(name.lower() for name in names)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on a request or refuse it."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        told = [value.decode("latin-1") for name, value in scope["headers"] if name == b"host"]
        found = HOST.fullmatch(told[0]) if len(told) == 1 else None
        if found is None or not self._is_own(found[1].strip("[]").lower()):
            shown = told[0][:100] if told else ""
            text = (
                f"This server does not answer to the name {shown!r}; start it with --allowed-host NAME if it should.\n"
            )
            await PlainTextResponse(text, 421)(scope, receive, send)
            return
        await self._app(scope, receive, send)

    def _is_own(self, name: str) -> bool:
        return name in self._names or is_loopback(name)


def port_of(scope: Scope) -> str:
    """Return the port a request was sent to, as the browser knows it."""
    told = next((value.decode("latin-1") for name, value in scope["headers"] if name == b"host"), "")
    found = HOST.fullmatch(told)
    if found and found[2]:
        return found[2]
    return "443" if scope.get("scheme") == "https" else "80"

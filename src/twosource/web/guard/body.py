"""Requests in, those of a bearable size on; their body is read whole before, so that it can be looked at twice."""

from collections.abc import Callable
from tempfile import SpooledTemporaryFile
from typing import IO

import anyio
from starlette.requests import ClientDisconnect
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from twosource.web.guard.answer import refused
from twosource.web.guard.protection import Protection

IN_MEMORY = 1_000_000  # bytes; a longer body lies in a temporary file
PIECE = 65_536
UPLOADS = frozenset({"/add", "/api/v1/reports"})
Again = Callable[[], Receive]


class TooLargeError(Exception):
    """The body is longer than it may be."""


class Limits:
    """Refuse what is too long (413, 414, 431) or too slow (408).

    ``scope["body_again"]`` gives the body from its start to whoever looks at it before the page does.
    """

    def __init__(self, app: ASGIApp, *, protection: Protection) -> None:
        self._app = app
        self._protection = protection

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on a request with its body, or refuse it."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        if fault := self._fault(scope):
            await refused(scope, *fault)(scope, receive, send)
            return
        most = self._most(scope["path"])
        with SpooledTemporaryFile(max_size=IN_MEMORY) as body:
            try:
                with anyio.fail_after(self._protection.seconds):
                    await _read(receive, body, most)
            except TooLargeError:
                told = f"What was sent is larger than {_size(most)}, which is the most that is taken here."
                await refused(scope, 413, told, {"Connection": "close"})(scope, receive, send)
            except TimeoutError:
                told = f"What was sent did not arrive in {self._protection.seconds:.0f} seconds."
                await refused(scope, 408, told, {"Connection": "close"})(scope, receive, send)
            except ClientDisconnect:
                return
            else:
                scope["body_again"] = lambda: _replayed(body, receive)
                await self._app(scope, _replayed(body, receive), send)

    def _most(self, path: str) -> int:
        return self._protection.upload_bytes if path in UPLOADS else self._protection.form_bytes

    def _fault(self, scope: Scope) -> tuple[int, str] | None:
        own = self._protection
        if len(scope["query_string"]) > own.query_bytes or len(scope["path"]) > own.query_bytes:
            return 414, f"The address is longer than {own.query_bytes:,} bytes."
        if sum(len(name) + len(value) for name, value in scope["headers"]) > own.header_bytes:
            return 431, f"The headers are longer than {own.header_bytes:,} bytes."
        told = next((value for name, value in scope["headers"] if name == b"content-length"), b"0")
        most = self._most(scope["path"])
        if told.isdigit() and int(told) > most:
            return 413, f"What was sent is larger than {_size(most)}, which is the most that is taken here."
        return None


async def _read(receive: Receive, body: IO[bytes], most: int) -> None:
    size, is_more = 0, True
    while is_more:
        message = await receive()
        if message["type"] == "http.disconnect":
            raise ClientDisconnect
        piece = message.get("body", b"")
        size += len(piece)
        if size > most:
            raise TooLargeError
        body.write(piece)
        is_more = message.get("more_body", False)


def _replayed(body: IO[bytes], receive: Receive) -> Receive:
    """Return a way to receive the body from its start; after its end, what the client does (it may hang up)."""
    body.seek(0)
    place, is_over = 0, False

    async def received() -> Message:
        nonlocal place, is_over
        if is_over:
            return await receive()
        body.seek(place)
        piece = body.read(PIECE)
        place += len(piece)
        is_over = len(piece) < PIECE
        return {"type": "http.request", "body": piece, "more_body": not is_over}

    return received


def _size(number: int) -> str:
    """Say how many bytes, in the unit that people read: ``50 MB``, ``64 kB``."""
    return f"{number / 1_000_000:.4g} MB" if number >= 1_000_000 else f"{number / 1_000:.4g} kB"

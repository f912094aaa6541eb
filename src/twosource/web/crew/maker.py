"""The work of one process that makes pages: requests come from a socket one by one, and their answers go back."""

import asyncio
import socket

import msgspec
from starlette.applications import Starlette
from starlette.types import Message

from twosource.upkeep import asked_by_one, asked_together
from twosource.web.crew.told import LENGTH, Answered, framed, scope_of
from twosource.web.turn import ALONE

SHELVES = frozenset(
    {f"{way}/{shelf}" for way in ("", "/api/v1") for shelf in ("events", "reports", "sources", "rejects")}
)
"""The paths of what one question to a shelf tells; all else asks several, which must be of one moment."""


def make_pages(end: socket.socket, app: Starlette) -> None:
    """Answer requests of an application until the other end is closed.

    An error that nobody foresaw ends the process: the one that listens then says so, and another takes its place.
    """
    asyncio.run(_answered(end, app))


async def _answered(end: socket.socket, app: Starlette) -> None:
    """Answer one request after the other in one task: with a task for each, each began and ended threads of its own."""
    with end.makefile("rwb") as stream:
        while len(length := stream.read(LENGTH)) == LENGTH:
            told = stream.read(int.from_bytes(length, "big"))
            answered = await _made(app, told)
            stream.write(framed(msgspec.msgpack.encode(answered)))
            stream.flush()


async def _made(app: Starlette, told: bytes) -> Answered:
    scope = {**scope_of(told, app.state.desk.protection.secret), "app": app, ALONE: True}
    status, headers, body = 500, list[tuple[bytes, bytes]](), list[bytes]()

    async def receive() -> Message:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: Message) -> None:
        nonlocal status
        if message["type"] == "http.response.start":
            status = message["status"]
            headers.extend(message.get("headers", ()))
        else:
            body.append(message.get("body", b""))

    asking = asked_by_one if scope["path"] in SHELVES else asked_together
    with asking(app.state.desk.store):
        await app.state.seats.inner(scope, receive, send)
    is_used: bool = scope["state"]["ticket"].is_used
    return Answered(status=status, headers=headers, body=b"".join(body), has_form=is_used)

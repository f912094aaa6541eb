"""Requests that only look in, handed on to whichever process is free; what they may ask of others stays here.

Nothing is shared but the ledger: uploads, jobs, decisions, logins and all that writes stay in the process that listens.
"""

import asyncio
import socket
from collections.abc import Callable

import msgspec
from starlette.types import ASGIApp, Receive, Scope, Send

from twosource.web.crew.told import LENGTH, Answered, asked

LOOKING = ("/events", "/reports", "/sources", "/rejects", "/review", "/decisions", "/compare", "/api/v1")
HERE = ("/api/v1/jobs", "/api/v1/export", "/api/v1/openapi.json")
QUICK = ("/events", "/reports", "/sources", "/rejects", "/api/v1/events", "/api/v1/reports", "/api/v1/parts")
RECORDED = b"recorded="  # the address names a job, and jobs are known here alone
BUFFER = 2**20
CONTROL = b"maker"


class Makers:
    """The processes that make pages, as the one that listens knows them: those that are free, and all there are.

    One of them is left to pages that are quick to make: what reads the whole ledger may take a minute.
    """

    def __init__(self, control: socket.socket, number: int) -> None:
        self._control = control
        self._free: asyncio.LifoQueue[_Maker] = asyncio.LifoQueue()
        self._slow = asyncio.Semaphore(max(1, number - 1))
        self._there: set[_Maker] = set()

    @property
    def are_there(self) -> bool:
        """Tell whether there is any."""
        return bool(self._there)

    async def arrive(self, over: Callable[[], None]) -> None:
        """Take in makers as they come, each as its end of a socket; call ``over`` when no more will."""
        loop = asyncio.get_running_loop()
        self._control.setblocking(False)
        while True:
            await _readable(loop, self._control)
            message, ends, _, _ = socket.recv_fds(self._control, len(CONTROL), 1)
            if not message:
                over()
                return
            reader, writer = await asyncio.open_connection(sock=socket.socket(fileno=ends[0]), limit=BUFFER)
            maker = _Maker(reader, writer)
            self._there.add(maker)
            self._free.put_nowait(maker)

    async def answer(self, scope: Scope) -> Answered:
        """Return the answer to a request.

        Raises:
            EOFError: the process that made it ended.
        """
        if _under(scope["path"], QUICK):
            return await self._answer(scope)
        async with self._slow:
            return await self._answer(scope)

    async def _answer(self, scope: Scope) -> Answered:
        maker = await self._free.get()
        is_whole = False
        try:
            told = await maker.answer(asked(scope))
            is_whole = True
            return told
        finally:
            if is_whole:
                self._free.put_nowait(maker)
            else:  # it ended, or was left in the middle of an answer
                self._there.discard(maker)
                maker.leave()


class _Maker:
    """One process, at the other end of a socket."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._reader = reader
        self._writer = writer

    async def answer(self, told: bytes) -> Answered:
        self._writer.write(told)
        await self._writer.drain()
        length = int.from_bytes(await self._reader.readexactly(LENGTH), "big")
        return msgspec.msgpack.decode(await self._reader.readexactly(length), type=Answered)

    def leave(self) -> None:
        self._writer.close()


class HandedOn:
    """Hand on what only looks, where there is somebody to make it; ``seats`` holds the makers once there are any."""

    def __init__(self, app: ASGIApp, *, seats: "Seats") -> None:
        self._app = app
        self._seats = seats
        seats.inner = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on a request, here or there."""
        makers = self._seats.makers
        if makers is None or not makers.are_there or scope["type"] != "http" or not is_handed_on(scope):
            await self._app(scope, receive, send)
            return
        told = await makers.answer(scope)
        scope["state"]["ticket"].is_used |= told.has_form
        await send({"type": "http.response.start", "status": told.status, "headers": told.headers})
        await send({"type": "http.response.body", "body": told.body})


class Seats:
    """Where an application's makers sit: none until a server seats them; ``inner`` is the application they run."""

    def __init__(self) -> None:
        self.makers: Makers | None = None
        self.inner: ASGIApp | None = None


def is_handed_on(scope: Scope) -> bool:
    """Tell whether a request only looks at the ledger, and so may be answered by any process that has it open."""
    path = scope["path"]
    is_looking = scope["method"] == "GET" and _under(path, LOOKING) and not _under(path, HERE)
    return is_looking and RECORDED not in scope["query_string"]


def _under(path: str, paths: tuple[str, ...]) -> bool:
    return any(path == one or path.startswith(f"{one}/") for one in paths)


async def _readable(loop: asyncio.AbstractEventLoop, end: socket.socket) -> None:
    ready = asyncio.Event()
    loop.add_reader(end, ready.set)
    try:
        await ready.wait()
    finally:
        loop.remove_reader(end)

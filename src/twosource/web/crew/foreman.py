"""An application and its settings in, a server of several processes out.

The first process reads what pages are found by, and then only forks: what it read is shared by all, and a page-maker
that ends is replaced by one as fresh as the first. It starts no thread and holds no connection to the database.
"""

import asyncio
import gc
import os
import signal
import socket
import sys
import time
import traceback
from collections.abc import Callable
from contextlib import suppress

import uvicorn
from starlette.applications import Starlette

from twosource.errors import UsageError
from twosource.web.crew.maker import make_pages
from twosource.web.crew.makers import CONTROL, Makers, Seats

STOPPING = (signal.SIGINT, signal.SIGTERM)
PAUSE = 0.2  # seconds before a page-maker that ended is replaced, so that one that cannot run does not fill the machine


class Foreman:
    """One server's processes."""

    def __init__(self, app: Starlette, config: uvicorn.Config, number: int) -> None:
        self._app = app
        self._config = config
        self._number = number
        self._seats: Seats = app.state.seats
        self._listening = listening(config.host, config.port)
        self._control, self._others_control = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        self._makers: set[int] = set()

    def serve(self) -> int:
        """Serve until the process that listens ends, and return its exit status."""
        self._app.middleware_stack = self._app.build_middleware_stack()
        gc.freeze()  # nothing that is here by now is ever looked through for garbage, so its pages stay shared
        signal.pthread_sigmask(signal.SIG_BLOCK, STOPPING)  # one that comes just now is heard once somebody can be told
        front = _forked(self._listen)
        self._others_control.close()
        self._listening.close()
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches all processes of the terminal, and that one ends
        signal.signal(signal.SIGTERM, lambda _signal, _frame: _tell(front, signal.SIGTERM))
        signal.pthread_sigmask(signal.SIG_UNBLOCK, STOPPING)
        for _ in range(self._number):
            self._hire()
        return self._watched(front)

    def _watched(self, front: int) -> int:
        """Replace page-makers that end, until the process that listens does."""
        while True:
            ended, status = os.waitpid(-1, 0)
            if ended == front:
                self._control.close()
                for maker in self._makers:
                    _tell(maker, signal.SIGTERM)
                    os.waitpid(maker, 0)
                return max(0, os.waitstatus_to_exitcode(status))
            if ended in self._makers:
                self._makers.remove(ended)
                time.sleep(PAUSE)
                self._hire()

    def _hire(self) -> None:
        here, there = socket.socketpair()
        self._makers.add(_forked(lambda: self._make(there, here)))
        there.close()
        with suppress(OSError):  # the process that listens is just ending
            socket.send_fds(self._control, [CONTROL], [here.fileno()])
        here.close()

    def _make(self, end: socket.socket, other: socket.socket) -> None:
        signal.signal(signal.SIGTERM, signal.SIG_DFL)
        other.close()
        self._control.close()
        make_pages(end, self._app)

    def _listen(self) -> None:
        signal.signal(signal.SIGTERM, signal.SIG_DFL)
        signal.signal(signal.SIGINT, signal.default_int_handler)
        signal.pthread_sigmask(signal.SIG_UNBLOCK, STOPPING)
        self._control.close()
        with suppress(KeyboardInterrupt):
            asyncio.run(self._listened())

    async def _listened(self) -> None:
        server = uvicorn.Server(self._config)
        self._seats.makers = Makers(self._others_control, self._number)

        def over() -> None:
            server.should_exit = True

        arriving = asyncio.create_task(self._seats.makers.arrive(over))
        await server.serve(sockets=[self._listening])
        arriving.cancel()


def listening(host: str, port: int) -> socket.socket:
    """Return the socket a server listens at, whose connections hold back no small part of an answer.

    Else the end of a short page waits 40 ms for word that its head has come: the socket that uvicorn binds names no
    protocol, and asyncio turns this off for TCP by name alone.

    Raises:
        UsageError: the port is another program's, or the address is none of this machine.
    """
    bound = socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET)
    bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    bound.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    try:
        bound.bind((host, port))
    except OSError as error:
        bound.close()
        why = (error.strerror or str(error)).lower()
        raise UsageError(f"Cannot listen on {host}, port {port}: {why}. Name another with --port or --host.") from error
    bound.set_inheritable(True)
    return bound


def _forked(work: Callable[[], None]) -> int:
    """Do work in a process of its own and return its number; the process ends with its work, whatever comes."""
    pid = os.fork()
    if pid:
        return pid
    status = 1
    try:
        work()
        status = 0
    finally:
        if status:
            traceback.print_exc()
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(status)


def _tell(pid: int, what: signal.Signals) -> None:
    with suppress(ProcessLookupError):
        os.kill(pid, what)

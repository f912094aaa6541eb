"""An address and the checked number of its host come in; an open connection to that number goes out.

The name is not looked up again: who answers the second question of a name cannot send the connection elsewhere.
"""

import io
import socket
import ssl
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from typing import Protocol

from twosource.collect.address import Address


class Wire(Protocol):
    """What an exchange needs of a connection; ``http.client`` takes it for a socket."""

    def sendall(self, content: bytes, /) -> None:
        """Send all of it."""
        ...

    def makefile(self, mode: str, /) -> io.BufferedReader:
        """Return a stream of what comes in."""
        ...

    def close(self) -> None:
        """Do nothing: who opened the connection closes it, ``http.client`` would do it too early."""
        ...


@dataclass(frozen=True, slots=True)
class Timer:
    """How long is left for one address, all redirects included; ``clock`` gives seconds."""

    clock: Callable[[], float]
    until: float

    def left(self, most: float) -> float:
        """Return the seconds for the next step, ``most`` or what is left.

        Raises:
            TimeoutError: nothing is left.
        """
        rest = self.until - self.clock()
        if rest <= 0:
            raise TimeoutError("the whole took too long")
        return min(most, rest)


@dataclass(frozen=True, slots=True, kw_only=True)
class Patience:
    """The timer of an address, and the seconds that connecting and each reading may take at most."""

    timer: Timer
    connect: float
    read: float


Resolve = Callable[[str, int], tuple[str, ...]]
Dial = Callable[[Address, str, Patience], AbstractContextManager[Wire]]


class TimedWire:
    """A socket whose every step gets only the time that is left: a server that drips bytes cannot hold it open."""

    def __init__(self, opened: socket.socket, patience: Patience) -> None:
        self._socket = opened
        self._patience = patience

    def sendall(self, content: bytes, /) -> None:
        """Send all of it."""
        self._socket.settimeout(self._patience.timer.left(self._patience.read))
        self._socket.sendall(content)

    def makefile(self, _mode: str, /) -> io.BufferedReader:
        """Return a stream of what comes in."""
        return io.BufferedReader(_Incoming(self._socket, self._patience))

    def close(self) -> None:
        """Leave the socket to who opened it."""


class _Incoming(io.RawIOBase):
    def __init__(self, opened: socket.socket, patience: Patience) -> None:
        self._socket = opened
        self._patience = patience

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray | memoryview, /) -> int:  # type: ignore[override] # the buffer's stub is wider
        self._socket.settimeout(self._patience.timer.left(self._patience.read))
        return self._socket.recv_into(buffer)


def resolved(host: str, port: int) -> tuple[str, ...]:
    """Return every number that the system's resolver gives for a host.

    Raises:
        OSError: the name is unknown, or no name server answers.
    """
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return tuple(dict.fromkeys(str(entry[4][0]) for entry in found))


@contextmanager
def dialled(address: Address, number: str, patience: Patience) -> Iterator[Wire]:
    """Open a connection to one number, by TLS where the address says so; the certificate must be the host's.

    Raises:
        OSError: nobody answers, in time or with a valid certificate.
    """
    with socket.create_connection((number, address.port), patience.timer.left(patience.connect)) as opened:
        if address.scheme == "http":
            yield TimedWire(opened, patience)
            return
        opened.settimeout(patience.timer.left(patience.connect))
        with ssl.create_default_context().wrap_socket(opened, server_hostname=address.host) as secured:
            yield TimedWire(secured, patience)

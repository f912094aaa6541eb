"""A small web for tests: hosts with numbers, and servers that answer from a list, without any socket."""

import io
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field

import pytest

from twosource.collect import Web
from twosource.collect.address import Address
from twosource.collect.wire import Patience, Wire
from twosource.config import Limits

PUBLIC = "93.184.216.34"


def answer(body: bytes = b"", status: str = "200 OK", **headers: str) -> bytes:
    """Return the bytes of an answer; ``content_type`` and the like name headers."""
    told = {"content_type": "text/html; charset=utf-8", "content_length": str(len(body)), **headers}
    lines = "".join(f"{name.replace('_', '-')}: {value}\r\n" for name, value in told.items())
    return f"HTTP/1.1 {status}\r\n{lines}\r\n".encode("latin-1") + body


class FakeWire:
    """What a server answers, and what it was asked."""

    def __init__(self, reply: bytes) -> None:
        self.sent = b""
        self._reply = reply

    def sendall(self, content: bytes, /) -> None:
        """Keep what was asked."""
        self.sent += content

    def makefile(self, _mode: str, /) -> io.BufferedReader:
        """Return the whole answer."""
        return io.BufferedReader(io.BytesIO(self._reply))

    def close(self) -> None:
        """Do nothing."""


@dataclass
class SmallWeb:
    """Numbers by host, answers by address; ``asked`` and ``dialled`` tell what was done, ``waited`` the pauses."""

    numbers: dict[str, tuple[str, ...]] = field(default_factory=dict)
    answers: dict[str, bytes] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    sent: list[bytes] = field(default_factory=list)
    dialled: list[str] = field(default_factory=list)
    looked_up: list[str] = field(default_factory=list)
    waited: list[float] = field(default_factory=list)
    time: float = 0.0

    def resolve(self, host: str, _port: int) -> tuple[str, ...]:
        """Return the numbers of a host."""
        self.looked_up.append(host)
        if host not in self.numbers:
            raise OSError(f"{host}: no such name")
        return self.numbers[host]

    @contextmanager
    def dial(self, address: Address, number: str, patience: Patience) -> Iterator[Wire]:
        """Connect to an answer."""
        self.dialled.append(number)
        self.asked.append(address.text)
        patience.timer.left(patience.connect)
        missing = answer(status="404 Not Found") if address.path == "/robots.txt" else None
        reply = self.answers.get(address.text, missing)
        if reply is None:
            raise ConnectionRefusedError("nobody listens")
        wire = FakeWire(reply)
        yield wire
        self.sent.append(wire.sent)

    def pause(self, seconds: float) -> None:
        """Let time pass."""
        self.waited.append(seconds)
        self.time += seconds

    def visitor(self, limits: Limits | None = None) -> Web:
        """Return what fetches from this web."""
        return Web(
            now=lambda: "2031-05-07T10:00:00+00:00",
            limits=limits or Limits(),
            resolve=self.resolve,
            dial=self.dial,
            clock=lambda: self.time,
            pause=self.pause,
        )


@pytest.fixture
def small_web() -> Callable[[Mapping[str, bytes]], SmallWeb]:
    """Build a web in which every host of the answers has one public number."""

    def built(answers: Mapping[str, bytes]) -> SmallWeb:
        hosts = {address.split("/")[2] for address in answers}
        return SmallWeb(dict.fromkeys(hosts, (PUBLIC,)), dict(answers))

    return built

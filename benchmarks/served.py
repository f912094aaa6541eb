"""A ledger in, a running server of it out, with how long its start took and what processor time it has spent."""

import http.client
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from benchmarks.readers import PATIENCE, get
from benchmarks.watch import family


@dataclass(frozen=True, slots=True)
class Served:
    """A running server: where it listens, its first process, and after how many seconds the first page came."""

    port: int
    process: subprocess.Popen[bytes]
    start: float

    def spent(self) -> float:
        """Return the seconds of processor time of all its processes that run."""
        return sum(map(_spent, family(self.process.pid)))


@contextmanager
def served(where: str) -> Iterator[Served]:
    """Serve a ledger on a free port until the context ends."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    started = time.time()
    command = [sys.executable, "-m", "twosource", "serve", where, "--port", str(port)]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)  # noqa: S603 - our own program
    try:
        _await(port, started + PATIENCE)
        yield Served(port, process, time.time() - started)
    finally:
        process.terminate()
        process.wait()


def _await(port: int, until: float) -> None:
    while True:
        try:
            get(http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE), "/events")
        except ConnectionError:
            if time.time() > until:
                raise
            time.sleep(0.02)
        else:
            return


def _spent(pid: int) -> float:
    """Seconds of processor time of a process."""
    fields = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

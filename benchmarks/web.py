"""A ledger of invented events in, how quick its pages are out: eight readers at once while one writes.

Each reader asks for pages in turn, no two alike; the writer ends a small run every second. The same is told of one
reader alone with nobody writing, and of the ledger read whole at each question, as before there were shelves.
"""

import http.client
import os
import random
import resource
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from statistics import quantiles
from threading import Event
from urllib.parse import quote

from benchmarks.invented import ISO, TYPES, grow, make
from benchmarks.postgres import server
from benchmarks.result import Result
from benchmarks.watch import sample
from twosource import keeping
from twosource.model import Query

FULL, QUICK = 100_000, 2_000
READERS = 8
SECONDS = 30.0
PAST = "2031-01-05T09:00:00Z"  # four runs in
MOST_MS, MOST_START, MOST_MB = 100.0, 2.0, 500.0
PATIENCE = 120.0
Pages = dict[str, Callable[[random.Random], str]]
Times = dict[str, list[float]]


@dataclass(frozen=True, slots=True)
class Served:
    """A running server: where it listens, its process, and after how many seconds the first page came."""

    port: int
    process: subprocess.Popen[bytes]
    start: float


def measured(folder: Path, *, quick: bool, ledger: str | None = None) -> Iterator[Result]:
    """Yield the figures for SQLite, and for PostgreSQL where a server is installed; ``ledger`` is one made before."""
    size = QUICK if quick else FULL
    if ledger is not None:
        yield from _served(ledger, "given", quick=quick)
        return
    for kind in ("sqlite", "postgres"):
        with server() if kind == "postgres" else _file(folder / "ledger.db") as where:
            if where is None:
                print("No PostgreSQL is installed: left out.", file=sys.stderr)
                return
            started = time.time()
            make(where, size)
            yield Result(name=f"web {kind}: {size:,} events written", value=time.time() - started, unit="s")
            yield from _served(where, kind, quick=quick)


class _file:  # noqa: N801 - stands where a function would
    """A ledger in a file, as a context."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def __enter__(self) -> str:
        return str(self._path)

    def __exit__(self, *_told: object) -> None:
        """Leave the file to the folder."""


def _served(where: str, kind: str, *, quick: bool) -> Iterator[Result]:
    if quick:
        yield _whole(where, kind)
    ids = [entry.id for entry in keeping.find(where, Query(sort="title", limit=500)).entries]
    past = [entry.id for entry in keeping.find(where, Query(sort="title", limit=500), PAST).entries]
    pages = _pages(ids, past)
    served = _start(where)
    try:
        yield Result(name=f"web {kind}: start to first page", value=served.start, unit="s", most=MOST_START)
        alone, cpu = _asked(served, pages, readers=1, seconds=SECONDS / 3)
        for name, times in alone.items():
            yield Result(name=f"web {kind}: {name}, one reader, p50", value=quantiles(times, n=20)[9], unit="ms")
        yield Result(name=f"web {kind}: processor time of a page", value=cpu, unit="ms")
        stop = Event()
        with ThreadPoolExecutor(1) as writers:
            writing = writers.submit(_write, where, stop)
            together, _ = _asked(served, pages, readers=READERS, seconds=SECONDS)
            stop.set()
            yield Result(name=f"web {kind}: runs written meanwhile", value=writing.result(), unit="")
        for name, times in together.items():
            cut = quantiles(times, n=20)
            yield Result(name=f"web {kind}: {name}, p50", value=cut[9], unit="ms")
            yield Result(name=f"web {kind}: {name}, p95", value=cut[18], unit="ms", most=MOST_MS)
        memory = sample(served.process.pid).resident
        yield Result(name=f"web {kind}: memory", value=memory, unit="MB", most=MOST_MB)
    finally:
        served.process.terminate()
        served.process.wait()


def _whole(where: str, kind: str) -> Result:
    """What a page costs where the whole ledger is read for it."""
    started = resource.getrusage(resource.RUSAGE_SELF).ru_utime
    keeping.find_in(keeping.kept(where), Query())
    spent = resource.getrusage(resource.RUSAGE_SELF).ru_utime - started
    return Result(
        name=f"web {kind}: the list from the ledger read whole, processor time", value=spent * 1000, unit="ms"
    )


def _pages(ids: list[str], past: list[str]) -> Pages:
    """What is asked for; each time with other filters, so that no answer is remembered."""
    return {
        "list": lambda chance: f"/events?at_least={chance.randrange(30)}&sort={chance.choice(('date', 'killed'))}",
        "filters": lambda chance: (
            f"/events?type={quote(chance.choice(TYPES))}&place={chance.choice(ISO)}&at_least={chance.randrange(40)}"
        ),
        "search": lambda chance: f"/events?words={quote(chance.choice(TYPES))}+{chance.choice('kmtlvsbdn')}",
        "event": lambda chance: f"/events/{chance.choice(ids)}",
        "as of": lambda chance: f"/events?as_of={PAST}&at_most={chance.randrange(200)}",
        "event as of": lambda chance: f"/events/{chance.choice(past)}?as_of={PAST}",
    }


def _start(where: str) -> Served:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    started = time.time()
    command = [sys.executable, "-m", "twosource", "serve", where, "--port", str(port)]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)  # noqa: S603 - our own program
    while time.time() - started < PATIENCE:
        try:
            _get(http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE), "/events")
        except ConnectionError:
            time.sleep(0.02)
        else:
            return Served(port, process, time.time() - started)
    process.kill()
    raise TimeoutError(f"No page came in {PATIENCE:.0f} s.")


def _asked(served: Served, pages: Pages, *, readers: int, seconds: float) -> tuple[Times, float]:
    """Return the times of each page (ms) and the server's processor time for one (ms)."""
    before = _spent(served.process.pid)
    until = time.time() + seconds
    with ThreadPoolExecutor(readers) as pool:
        parts = list(pool.map(lambda number: _read(served.port, pages, number, until), range(readers)))
    times = {name: [one for part in parts for one in part[name]] for name in pages}
    asked = sum(len(one) for one in times.values())
    return times, (_spent(served.process.pid) - before) / asked * 1000


def _read(port: int, pages: Pages, number: int, until: float) -> Times:
    chance = random.Random(number)  # noqa: S311 - to be the same each time
    times: Times = {name: [] for name in pages}
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
    while time.time() < until or min(map(len, times.values())) < 2:
        for name, address in pages.items():
            started = time.perf_counter()
            _get(connection, address(chance))
            times[name].append((time.perf_counter() - started) * 1000)
    connection.close()
    return times


def _get(connection: http.client.HTTPConnection, address: str) -> None:
    connection.request("GET", address)
    answer = connection.getresponse()
    answer.read()
    if answer.status != http.client.OK:
        raise RuntimeError(f"{address} was answered with {answer.status}.")


def _write(where: str, stop: Event) -> int:
    number = 0
    while not stop.wait(1.0):
        grow(where, number)
        number += 1
    return number


def _spent(pid: int) -> float:
    """Seconds of processor time of a process."""
    fields = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

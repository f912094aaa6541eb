"""A ledger of invented events in, how quick its pages are out: eight readers at once while one writes.

Readers and the writer are processes of their own, so that only the server's time is told. Each reader asks for pages in
turn, no two alike: once without any pause, once as people read. Processor time of a page is that of all processes
of the server; a database server's own is not in it.
"""

import os
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.synchronize import Event
from pathlib import Path
from statistics import median, quantiles
from typing import Any

from benchmarks.carry import carry
from benchmarks.invented import grow, make
from benchmarks.postgres import server
from benchmarks.readers import Kept, Visit, asked, kept_pages
from benchmarks.result import Result
from benchmarks.served import Served, served
from benchmarks.watch import sample

FULL, QUICK = 100_000, 2_000
READERS = 8
SECONDS = 30.0
THINK = 0.5  # seconds between two pages of one who reads, in the mean
STARTS = 3
PAGES = 60  # of each kind, for its processor time
MOST_MS, MOST_START, MOST_MB = 100.0, 2.0, 500.0


@dataclass(frozen=True, slots=True)
class Crowd:
    """Who asks: what they are called, and the pause between two pages (seconds, in the mean)."""

    name: str
    pause: float


CROWDS = (Crowd("8 readers, no pause", 0.0), Crowd(f"8 readers, {THINK} s a page", THINK))


def measured(folder: Path, *, quick: bool, ledgers: list[str] | None = None) -> Iterator[Result]:
    """Yield the figures for SQLite, and for PostgreSQL where a server is installed; ``ledgers`` were made before."""
    if ledgers:
        for where in ledgers:
            yield from _figures(where, "postgres" if "://" in where else "sqlite", quick=quick)
        return
    size, file = QUICK if quick else FULL, folder / "ledger.db"
    started = time.time()
    make(str(file), size)
    yield Result(name=f"web sqlite: {size:,} events written", value=time.time() - started, unit="s")
    yield from _figures(str(file), "sqlite", quick=quick)
    with server() as there:
        if there is None:
            print("No PostgreSQL is installed: left out.", file=sys.stderr)
            return
        started = time.time()
        carry(file, there)
        yield Result(name=f"web postgres: {size:,} events carried over", value=time.time() - started, unit="s")
        yield from _figures(there, "postgres", quick=quick)


def _figures(where: str, kind: str, *, quick: bool) -> Iterator[Result]:
    yield Result(name=f"web {kind}: load of the machine before", value=os.getloadavg()[0], unit="")
    kept = kept_pages(where)
    yield Result(name=f"web {kind}: start to first page", value=median(_starts(where)), unit="s", most=MOST_START)
    with served(where) as one:
        yield from _alone(one, kind, kept)
        for crowd in CROWDS:
            yield from _together(one, kind, (where, kept), crowd, SECONDS / 3 if quick else SECONDS)
        memory = sample(one.process.pid)
        yield Result(name=f"web {kind}: memory, shared once", value=memory.shared_once, unit="MB", most=MOST_MB)
    yield Result(name=f"web {kind}: load of the machine after", value=os.getloadavg()[0], unit="")


def _starts(where: str) -> Iterator[float]:
    for _ in range(STARTS):
        with served(where) as one:
            yield one.start


def _alone(one: Served, kind: str, kept: Kept) -> Iterator[Result]:
    """What each page costs where nobody else asks or writes."""
    for name in kept.names:
        asked(one.port, kept.only(name), 99, Visit(rounds=5))  # what is prepared at the first page of a kind
        before = one.spent()
        times = asked(one.port, kept.only(name), 100, Visit(rounds=PAGES))[name]
        cpu = (one.spent() - before) / len(times) * 1000
        yield Result(name=f"web {kind}: {name}, one reader, p50", value=median(times), unit="ms")
        yield Result(name=f"web {kind}: {name}, processor time", value=cpu, unit="ms")


def _together(one: Served, kind: str, held: tuple[str, Kept], crowd: Crowd, seconds: float) -> Iterator[Result]:
    where, kept = held
    context = get_context("fork")
    stop, written = context.Event(), context.Value("i", 0)
    writer = context.Process(target=_write, args=(where, stop, written))
    writer.start()
    before = one.spent()
    with context.Pool(READERS) as pool:
        visit = Visit(seconds=seconds, pause=crowd.pause)
        parts = pool.starmap(asked, [(one.port, kept, number, visit) for number in range(READERS)])
    cpu = one.spent() - before
    stop.set()
    writer.join()
    pages = sum(len(times) for part in parts for times in part.values())
    yield Result(name=f"web {kind}: {crowd.name}: pages a second", value=pages / seconds, unit="")
    yield Result(name=f"web {kind}: {crowd.name}: processor time of a page", value=cpu / pages * 1000, unit="ms")
    yield Result(name=f"web {kind}: {crowd.name}: runs written meanwhile", value=written.value, unit="")
    for name in kept.names:
        cut = quantiles([told for part in parts for told in part[name]], n=20)
        yield Result(name=f"web {kind}: {crowd.name}: {name}, p50", value=cut[9], unit="ms")
        yield Result(name=f"web {kind}: {crowd.name}: {name}, p95", value=cut[18], unit="ms", most=MOST_MS)


def _write(where: str, stop: Event, written: Any) -> None:
    while not stop.wait(1.0):
        grow(where)
        written.value += 1

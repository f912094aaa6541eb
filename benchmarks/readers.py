"""A server's port and what its ledger holds in, how long each page took out: what one reader sees."""

import http.client
import random
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from urllib.parse import quote

from benchmarks.invented import ISO, TYPES
from twosource import keeping
from twosource.model import Query

PAST = "2031-01-05T09:00:00Z"  # four runs in
PATIENCE = 120.0
Chance = random.Random
Times = dict[str, list[float]]


@dataclass(frozen=True, slots=True)
class Kept:
    """Ids of events, now and in the past, and the kinds of page asked for."""

    now: tuple[str, ...]
    past: tuple[str, ...]
    names: tuple[str, ...]

    def only(self, name: str) -> "Kept":
        """Return the same with one kind of page."""
        return replace(self, names=(name,))


Address = Callable[[Chance, Kept], str]
PAGES: Mapping[str, Address] = {
    "list": lambda chance, _: f"/events?at_least={chance.randrange(30)}&sort={chance.choice(('date', 'killed'))}",
    "filters": lambda chance, _: (
        f"/events?type={quote(chance.choice(TYPES))}&place={chance.choice(ISO)}&at_least={chance.randrange(40)}"
    ),
    "search": lambda chance, _: f"/events?words={quote(chance.choice(TYPES))}+{chance.choice('kmtlvsbdn')}",
    "event": lambda chance, kept: f"/events/{chance.choice(kept.now)}",
    "as of": lambda chance, _: f"/events?as_of={PAST}&at_most={chance.randrange(200)}",
    "event as of": lambda chance, kept: f"/events/{chance.choice(kept.past)}?as_of={PAST}",
}


def kept_pages(where: str) -> Kept:
    """Return what pages of a ledger are asked for."""

    def ids(as_of: str | None) -> tuple[str, ...]:
        return tuple(one.id for one in keeping.find(where, Query(sort="title", limit=500), as_of).entries)

    return Kept(ids(None), ids(PAST), tuple(PAGES))


@dataclass(frozen=True, slots=True)
class Visit:
    """How long somebody asks (seconds, or rounds through all kinds), and the pause between two pages, in the mean."""

    seconds: float = 0.0
    rounds: int = 2
    pause: float = 0.0


def asked(port: int, kept: Kept, number: int, visit: Visit) -> Times:
    """Ask for pages one after the other and return the times of each kind (ms).

    Args:
        port: of the server.
        kept: what to ask for.
        number: of the reader; each asks for other pages.
        visit: how long, with which pause.
    """
    chance = Chance(number)
    times: Times = {name: [] for name in kept.names}
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
    for name in _turns(kept, visit):
        started = time.perf_counter()
        get(connection, PAGES[name](chance, kept))
        times[name].append((time.perf_counter() - started) * 1000)
        time.sleep(chance.uniform(0, 2 * visit.pause))
    connection.close()
    return times


def get(connection: http.client.HTTPConnection, address: str) -> None:
    """Ask for a page.

    Raises:
        RuntimeError: it is refused.
    """
    connection.request("GET", address)
    answer = connection.getresponse()
    answer.read()
    if answer.status != http.client.OK:
        raise RuntimeError(f"{address} was answered with {answer.status}.")


def _turns(kept: Kept, visit: Visit) -> Iterator[str]:
    until, turn = time.time() + visit.seconds, 0
    while time.time() < until or turn < visit.rounds:
        yield from kept.names
        turn += 1

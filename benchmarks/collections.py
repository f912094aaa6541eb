"""Collections of any size to link: the accounts of real reports, each event drawn again with other terms and days.

A draw changes all reports of an event alike: each word, name, number, age and place to one that is about as frequent
in the corpus, all days by one shift. So two reports of one event stay as alike as they are, two draws of one event
become strangers, and terms keep their frequencies. The number of different terms grows with the collection as it does
in the corpus (``Heaps``): terms are drawn from a store that is made larger by new ones.
"""

import random
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import cycle

from twosource.link import Account
from twosource.link.terms import DAY
from twosource.values.identifier import identifier

HEAPS = 0.54  # exponent of different terms against accounts: in gva .54 from 722 to 2,891 reports
COMMON = 0.1  # terms that a tenth of the reports hold stay as they are: they make up the genre
SPAN_DAYS = 1460  # days are spread over four years, as in the corpus, however many reports there are
FULL_DAY = re.compile(r"\d{4}-\d\d-\d\d")

Event = Sequence[Account]


@dataclass(frozen=True, slots=True)
class Store:
    """The terms of a corpus by band (kind and frequency), and how many times larger the bands are made."""

    band_of: dict[str, tuple[str, int]]
    bands: dict[tuple[str, int], list[str]]
    growth: float


def drawn(events: Sequence[Event], count: int) -> tuple[list[Account], list[int]]:
    """Return at least ``count`` accounts and the event of each: all events in turn, each turn drawn anew."""
    size = sum(len(event) for event in events)
    store = _store([account for event in events for account in event], (max(count, size) / size) ** HEAPS)
    found: list[Account] = []
    truth: list[int] = []
    for number, event in enumerate(cycle(events)):
        if len(found) >= count:
            break
        found += _draw(event, store, number)
        truth += [number] * len(event)
    return found, truth


def _store(accounts: Sequence[Account], growth: float) -> Store:
    held = Counter(term for account in accounts for term in set(account.terms.split()))
    band_of = {
        term: (term[0], count.bit_length())
        for term, count in held.items()
        if count < COMMON * len(accounts) and term[0] != DAY
    }
    bands: dict[tuple[str, int], list[str]] = defaultdict(list)
    for term in sorted(band_of):
        bands[band_of[term]].append(term)
    return Store(band_of, dict(bands), growth)


def _draw(event: Event, store: Store, number: int) -> list[Account]:
    source = random.Random(number)  # noqa: S311 - a collection needs repeating, not secrecy
    shift = timedelta(days=source.randrange(-SPAN_DAYS // 2, SPAN_DAYS // 2))
    names: dict[str, str] = {}

    def other(term: str) -> str:
        if term not in names:
            names[term] = _other(term, store, source, shift)
        return names[term]

    return [_changed(account, number, other, shift) for account in event]


def _other(term: str, store: Store, source: random.Random, shift: timedelta) -> str:
    if term[0] == DAY:
        return DAY + _moved(term[1:], shift)
    band = store.band_of.get(term)
    if band is None:
        return term
    alike = store.bands[band]
    place = source.randrange(round(len(alike) * store.growth))
    return alike[place] if place < len(alike) else f"{alike[place % len(alike)]}{place // len(alike)}"


def _moved(day: str, shift: timedelta) -> str:
    return (date.fromisoformat(day) + shift).isoformat() if FULL_DAY.fullmatch(day) else day


def _changed(account: Account, number: int, other: Callable[[str], str], shift: timedelta) -> Account:
    day = None if account.day is None else _moved(account.day, shift)
    return replace(
        account,
        id=identifier("a", account.id, number),
        report=identifier("r", account.report, number),
        title=None,
        day=day,
        year=int(day[:4]) if day else account.year,
        date=None,
        place=None,
        terms=" ".join(sorted(other(term) for term in account.terms.split())),
        lead=" ".join(sorted(other(term) for term in account.lead.split())),
        days=tuple(sorted(_moved(day, shift) for day in account.days)),
        claims=(),
    )

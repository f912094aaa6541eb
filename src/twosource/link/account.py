"""What is compared: the account that one report gives of one happening, and the same account with its terms weighed."""

from dataclasses import dataclass

from twosource.link.terms import TEXT
from twosource.model import DateRange, Place

Toll = tuple[str, int | None, int | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """One happening as one report tells it; ``part`` counts the accounts of the report from 0.

    ``outlet`` is the publisher's name, else the host of the address. ``day`` and ``year`` are the report's own (of its
    publication, else read from its head); ``date``, ``place`` and ``tolls`` (measure, low, high) come from its claims.
    ``claims`` and ``statements`` are the ids of those made in its text.
    ``type`` is the id of an event type. ``terms`` is the bag of its words and names, sorted, each with its kind as the
    first letter, ``lead`` the bag of its head; ``days`` are the days it names. Bags are strings, 2 kB each on average
    for local news, so that 100,000 accounts stay in memory.
    """

    id: str
    report: str
    part: int
    outlet: str | None
    title: str | None
    type: str | None
    day: str | None
    year: int | None
    date: DateRange | None
    place: Place | None
    tolls: tuple[Toll, ...]
    claims: tuple[str, ...]
    statements: tuple[str, ...]
    terms: str
    lead: str
    days: tuple[str, ...]


def text_terms(account: Account) -> frozenset[str]:
    """Return the words, names and numbers of an account."""
    return frozenset(term for term in account.terms.split() if term[0] in TEXT)


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """An account made ready for comparison within a collection.

    ``blocks`` are the blocks it is compared in, each with its shard before it. ``day`` is an ordinal. ``spot``
    (latitude and longitude of a town or county) and ``told`` (first and last day, ordinals) are where and when its
    claims put the happening. ``terms`` are its different terms in the order of their ``codes`` (64-bit integers, so
    that terms are matched without their spelling);
    ``counts`` (one byte each) says how often each stands in the account, ``lead_counts`` how often in its head,
    ``rarity`` (32-bit floats) is the inverse document frequency of each.
    """

    id: str
    report: str
    blocks: tuple[str, ...]
    outlet: str | None
    day: int | None
    year: int | None
    place: str | None
    spot: tuple[float, float] | None
    told: tuple[int, int] | None
    tolls: tuple[Toll, ...]
    terms: str
    codes: bytes
    counts: bytes
    lead_counts: bytes
    rarity: bytes

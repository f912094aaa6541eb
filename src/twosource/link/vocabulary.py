"""Accounts of a whole collection in, how rare each term is out; and one account weighed by it."""

import math
from array import array
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from hashlib import blake2b
from zlib import crc32

from twosource.lang.wording import stem_rates, word_rates
from twosource.link.account import Account, Profile
from twosource.link.settings import settings
from twosource.link.terms import KIND_BITS, KINDS, NAME, TEXT, WORD
from twosource.model import DateRange, Place

MOST_COUNTED = 255
LOCAL, DAILY = frozenset({"exact", "town", "admin2"}), frozenset({"day", "range"})
UNDATED = "?"
SHARD_DIGITS = 5


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """How many accounts there are and in how many of them each term stands."""

    accounts: int
    held_by: dict[str, int]

    def rarity(self, term: str) -> float:
        """Return the inverse document frequency of a term: the log of how many accounts there are to one with it.

        General news stands behind the collection with the weight of ``prior_reports`` articles, so that two reports
        alone can tell a village from "police". Who holds a term is counted in steps of ``rarity_step`` down from all
        to ``least_share``: a hundred reports more leave most rarities as they were.
        """
        return _rarity(term, self.held_by.get(term, 1), self.size)

    @property
    def size(self) -> int:
        """Return the number of accounts to the nearest power of two."""
        return 1 << round(math.log2(max(self.accounts, 1)))


@lru_cache(maxsize=1 << 18)
def _rarity(term: str, held: int, size: int) -> float:
    step, prior = settings().rarity_step, settings().prior_reports
    share = max(step ** -max(0, round(math.log(size / held, step))), settings().least_share)
    return max(0.0, math.log((size + prior + 1) / (size * share + prior * _general_rate(term) + 1)))


def _general_rate(term: str) -> float:
    if term[0] == WORD:
        return stem_rates().get(term[1:], 0.0)
    return word_rates().get(term[1:], 0.0) if term[0] == NAME else 0.0


def vocabulary(accounts: Iterable[Account]) -> Vocabulary:
    """Return the document frequencies of a collection."""
    return enlarged(Vocabulary(0, {}), accounts)


def enlarged(known: Vocabulary, accounts: Iterable[Account]) -> Vocabulary:
    """Return the document frequencies of a collection with some accounts more."""
    held = Counter(known.held_by)
    total = known.accounts
    for account in accounts:
        total += 1
        held.update(set(account.terms.split()))
    return Vocabulary(total, dict(held))


def renewed_terms(before: Vocabulary, after: Vocabulary, accounts: Iterable[Account]) -> frozenset[str]:
    """Return the terms of some accounts that weigh or block otherwise than before."""
    terms = {term for account in accounts for term in account.terms.split()}
    return frozenset(
        term for term in terms if _band(before, term) != _band(after, term) or before.rarity(term) != after.rarity(term)
    )


def _band(known: Vocabulary, term: str) -> int:
    """Whether no other account, few or many hold a term: no key, a rare one or a wide one."""
    held = known.held_by.get(term, 1)
    return 0 if held < 2 else 1 if held <= settings().rare_at_most else 2


def weigh(account: Account, known: Vocabulary) -> Profile:
    """Return the account ready for comparison: its terms with their rarity, and the blocks it is compared in."""
    counts, lead = Counter(account.terms.split()), Counter(account.lead.split())
    terms = sorted(counts, key=code)
    size = known.size
    held = {term: known.held_by.get(term, 1) for term in terms}
    rarity = {term: _rarity(term, count, size) for term, count in held.items()}
    worth = {term: _worth(term, counts[term], rarity[term]) for term in terms if held[term] > 1 and term[0] in TEXT}
    most = settings().rare_at_most
    day = None if account.day is None else date.fromisoformat(account.day).toordinal()
    rare = _heaviest({term: weight for term, weight in worth.items() if held[term] <= most})[: settings().rare_keys]
    frequent = _wide_keys({term: weight for term, weight in worth.items() if held[term] > most}, lead)
    wide = (f"{term} {fortnight}" for term in frequent for fortnight in _fortnights(day))
    return Profile(
        id=account.id,
        report=account.report,
        blocks=tuple(_in_shard(name, size) for name in (*rare, *wide)),
        outlet=account.outlet,
        day=day,
        year=account.year,
        place=None if account.place is None else account.place.name,
        spot=_spot(account.place),
        told=_told(account.date),
        tolls=account.tolls,
        terms=" ".join(terms),
        codes=array("q", map(code, terms)).tobytes(),
        counts=_bytes([counts[term] for term in terms]),
        lead_counts=_bytes([lead[term] for term in terms]),
        rarity=array("f", rarity.values()).tobytes(),
    )


def _spot(place: Place | None) -> tuple[float, float] | None:
    if place is None or place.precision not in LOCAL or place.latitude is None or place.longitude is None:
        return None
    return place.latitude, place.longitude


def _told(when: DateRange | None) -> tuple[int, int] | None:
    if when is None or when.precision not in DAILY:
        return None
    return date.fromisoformat(when.earliest[:10]).toordinal(), date.fromisoformat(when.latest[:10]).toordinal()


@lru_cache(maxsize=1 << 18)
def code(term: str) -> int:
    """Return the number of a term: its kind in the highest byte, 56 bits of a hash below; the same on any machine."""
    digest = blake2b(term.encode("utf-8", "surrogatepass"), digest_size=7).digest()
    return KINDS.index(term[0]) << KIND_BITS | int.from_bytes(digest, "big")


def _bytes(counts: list[int]) -> bytes:
    return bytes([min(count, MOST_COUNTED) for count in counts])


def _worth(term: str, count: int, rarity: float) -> float:
    """How much a term tells an account from others: rarity times how often it stands there, names before words."""
    often = 1 + math.log(count) if count > 1 else 1.0
    return often * rarity * (settings().name_weight if term[0] == NAME else 1.0)


def _wide_keys(frequent: dict[str, float], lead: Counter[str]) -> Iterator[str]:
    """The heaviest frequent names of the head, then the heaviest frequent terms: for many reports of one event.

    Names come first because two dispatches of one event share them, whatever their wording.
    """
    names = _heaviest({term: weight for term, weight in frequent.items() if term[0] == NAME and lead[term]})
    chosen = dict.fromkeys([*names[: settings().wide_names], *_heaviest(frequent)])
    yield from list(chosen)[: settings().wide_keys]


def _fortnights(day: int | None) -> list[str]:
    length = settings().fortnight_days
    return [UNDATED] if day is None else [str(day // length), str(day // length + 1)]


def _heaviest(worth: dict[str, float]) -> list[str]:
    return sorted(worth, key=lambda term: (-worth[term], term))


def _in_shard(name: str, size: int) -> str:
    """Put the shard of a block before its name: there are the more shards the larger the collection."""
    shards = max(1, size // settings().shard_accounts)
    return f"{crc32(name.encode('utf-8', 'surrogatepass')) % shards:0{SHARD_DIGITS}}{name}"


def keys(profile: Profile) -> tuple[str, ...]:
    """Return the shards in which a profile is compared: each holds many blocks, so that a step has work for arrays."""
    return tuple(sorted({name[:SHARD_DIGITS] for name in profile.blocks}))

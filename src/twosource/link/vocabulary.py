"""Accounts of a whole collection in, how rare each term is out; and one account weighed by it."""

import math
from array import array
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from twosource.lang.wording import stem_rates, word_rates
from twosource.link.account import Account, Profile
from twosource.link.settings import settings
from twosource.link.terms import NAME, NUMBER, WORD

MOST_COUNTED = 255
KEYED = WORD + NAME + NUMBER
UNDATED = "?"


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """How many accounts there are and in how many of them each term stands; terms of one account are left out."""

    accounts: int
    held_by: dict[str, int]

    def rarity(self, term: str) -> float:
        """Return the inverse document frequency of a term: the log of how many accounts there are to one with it.

        General news stands behind the collection with the weight of ``prior_reports`` articles, so that two reports
        alone can tell a village from "police".
        """
        prior = settings().prior_reports
        held = self.held_by.get(term, 1) + prior * _general_rate(term) + 1
        return math.log((self.accounts + prior + 1) / held)


def _general_rate(term: str) -> float:
    if term[0] == WORD:
        return stem_rates().get(term[1:], 0.0)
    return word_rates().get(term[1:], 0.0) if term[0] == NAME else 0.0


def vocabulary(accounts: Iterable[Account]) -> Vocabulary:
    """Return the document frequencies of a collection."""
    held: Counter[str] = Counter()
    total = 0
    for account in accounts:
        total += 1
        held.update(set(account.terms.split()))
    return Vocabulary(total, {term: count for term, count in held.items() if count > 1})


def weigh(account: Account, known: Vocabulary) -> Profile:
    """Return the account ready for comparison: its terms with their rarity, and the blocks it is compared in."""
    counts, lead = Counter(account.terms.split()), Counter(account.lead.split())
    terms = sorted(counts)
    rarity = {term: max(0.0, known.rarity(term)) for term in terms}
    day = None if account.day is None else date.fromisoformat(account.day).toordinal()
    wide = list(_wide_keys(counts, lead, rarity, known))
    return Profile(
        id=account.id,
        keys=(
            *_rare_keys(counts, rarity, known),
            *(f"{term} {fortnight}" for term in wide for fortnight in _fortnights(day)),
        ),
        outlet=account.outlet,
        day=day,
        year=account.year,
        place=None if account.place is None else account.place.name,
        tolls=account.tolls,
        terms=" ".join(terms),
        counts=_bytes(counts[term] for term in terms),
        lead_counts=_bytes(lead[term] for term in terms),
        rarity=array("f", (rarity[term] for term in terms)).tobytes(),
    )


def _bytes(counts: Iterable[int]) -> bytes:
    return bytes(min(count, MOST_COUNTED) for count in counts)


def _rare_keys(counts: Counter[str], rarity: dict[str, float], known: Vocabulary) -> Iterator[str]:
    """The heaviest terms that few other accounts hold: blocks of bounded size."""
    most = settings().rare_at_most
    shared = [term for term in counts if term[0] in KEYED and 2 <= known.held_by.get(term, 1) <= most]
    yield from _heaviest(shared, counts, rarity)[: settings().rare_keys]


def _wide_keys(counts: Counter[str], lead: Counter[str], rarity: dict[str, float], known: Vocabulary) -> Iterator[str]:
    """The heaviest frequent names of the head, then the heaviest frequent terms: for many reports of one event.

    Names come first because two dispatches of one event share them, whatever their wording.
    """
    most = settings().rare_at_most
    frequent = [term for term in counts if term[0] in KEYED and known.held_by.get(term, 1) > most]
    names = _heaviest([term for term in frequent if term[0] == NAME and lead[term]], counts, rarity)
    chosen = dict.fromkeys([*names[: settings().wide_names], *_heaviest(frequent, counts, rarity)])
    yield from list(chosen)[: settings().wide_keys]


def _fortnights(day: int | None) -> list[str]:
    length = settings().fortnight_days
    return [UNDATED] if day is None else [str(day // length), str(day // length + 1)]


def _heaviest(terms: list[str], counts: Counter[str], rarity: dict[str, float]) -> list[str]:
    def weight(term: str) -> float:
        return (1 + math.log(counts[term])) * rarity[term] * (settings().name_weight if term[0] == NAME else 1.0)

    return sorted(terms, key=lambda term: (-weight(term), term))


def keys(profile: Profile) -> tuple[str, ...]:
    """Return the blocks in which a profile is compared; a key with a space in it is a wide one."""
    return profile.keys

"""Two profiles in, the evidence that they tell of one happening out, as named numbers; it weighs nothing."""

import math
from array import array
from dataclasses import dataclass
from functools import cached_property

from twosource.link.account import Profile
from twosource.link.settings import settings
from twosource.link.terms import AGE, DAY, NAME, NUMBER, PLACE, WORD

TEXT = WORD + NAME + NUMBER
KINDS = WORD + NAME + NUMBER + AGE + PLACE + DAY
NAMES_FULL = 20.0  # the sum of rarities of shared names at which 63 % of their worth is reached
RARE_NAME = 2.0  # names in more than an eighth of the collection say little


@dataclass(frozen=True)
class Vectors:
    """A profile unpacked: the weight of each term in the whole account and in its head, and their lengths by kind."""

    profile: Profile

    @cached_property
    def rarity(self) -> dict[str, float]:
        """Return the rarity of each term."""
        return dict(zip(self.profile.terms.split(), array("f", self.profile.rarity), strict=True))

    @cached_property
    def body(self) -> dict[str, float]:
        """Return the weights in the whole account: one and the log of the count, times the rarity."""
        return self._weighed(self.profile.counts)

    @cached_property
    def lead(self) -> dict[str, float]:
        """Return the weights in the head of the account."""
        return self._weighed(self.profile.lead_counts)

    def _weighed(self, counts: bytes) -> dict[str, float]:
        pairs = zip(self.rarity.items(), counts, strict=True)
        return {term: (1 + math.log(count)) * rarity for (term, rarity), count in pairs if count}

    @cached_property
    def body_lengths(self) -> dict[str, float]:
        """Return the squared length of the body's part of each kind."""
        return _lengths(self.body)

    @cached_property
    def lead_lengths(self) -> dict[str, float]:
        """Return the squared length of the head's part of each kind."""
        return _lengths(self.lead)


def _lengths(weights: dict[str, float]) -> dict[str, float]:
    squares = dict.fromkeys(KINDS, 0.0)
    for term, weight in weights.items():
        squares[term[0]] += weight * weight
    return squares


def _products(a: dict[str, float], b: dict[str, float]) -> dict[str, float]:
    """Sum in the order of the terms, which both hold sorted: a set's order would show in the last digits."""
    small, large = (a, b) if len(a) <= len(b) else (b, a)
    sums = dict.fromkeys(KINDS, 0.0)
    for term, weight in small.items():
        other = large.get(term)
        if other is not None:
            sums[term[0]] += weight * other
    return sums


def _cosine(products: dict[str, float], a: dict[str, float], b: dict[str, float], kinds: str) -> float:
    """Names count ``name_weight`` times where they stand beside words."""
    boost = settings().name_weight ** 2
    scale = {kind: boost if kind == NAME and len(kinds) > 1 else 1.0 for kind in kinds}
    length = math.sqrt(sum(a[k] * scale[k] for k in kinds) * sum(b[k] * scale[k] for k in kinds))
    return sum(products[k] * scale[k] for k in kinds) / length if length else 0.0


def evidence(a: Vectors, b: Vectors) -> dict[str, float] | None:
    """Return the evidence by name; None where the wordings have too little in common to be worth a look."""
    products = _products(a.body, b.body)
    whole = _cosine(products, a.body_lengths, b.body_lengths, TEXT)
    if whole < settings().least_cosine:
        return None
    return {
        "wording": whole,  # for the reader of a link; its root weighs
        "wording_root": math.sqrt(whole),
        **_by_kind(products, a, b),
        **_heads(a, b),
        "names_shared": names_shared(a, b),
        "same_outlet": float(a.profile.outlet is not None and a.profile.outlet == b.profile.outlet),
        **_apart(a.profile, b.profile),
    }


def _by_kind(products: dict[str, float], a: Vectors, b: Vectors) -> dict[str, float]:
    def cosine(kind: str) -> float:
        return _cosine(products, a.body_lengths, b.body_lengths, kind)

    def clash(kind: str) -> float:
        both = a.body_lengths[kind] > 0 and b.body_lengths[kind] > 0
        return float(both and products[kind] == 0)

    return {
        "names": cosine(NAME),
        "numbers": cosine(NUMBER),
        "ages": cosine(AGE),
        "ages_differ": clash(AGE),
        "places_differ": clash(PLACE),
        "days": cosine(DAY),
        "days_differ": clash(DAY),
    }


def _heads(a: Vectors, b: Vectors) -> dict[str, float]:
    products = _products(a.lead, b.lead)
    return {
        "lead": _cosine(products, a.lead_lengths, b.lead_lengths, TEXT),
        "lead_names": _cosine(products, a.lead_lengths, b.lead_lengths, NAME),
    }


def names_shared(a: Vectors, b: Vectors) -> float:
    """Return how much the names that both hold weigh by their rarity, 0-1."""
    return 1 - math.exp(-sum(a.rarity[name] for name in shared_names(a, b)) / NAMES_FULL)


def shared_names(a: Vectors, b: Vectors) -> list[str]:
    """Return the terms of the rare names that both hold, the rarest first."""
    shared = [t for t in a.body.keys() & b.body.keys() if t[0] == NAME and a.rarity[t] >= RARE_NAME]
    return sorted(shared, key=lambda term: (-a.rarity[term], term))


def _apart(a: Profile, b: Profile) -> dict[str, float]:
    """How far apart the reports' own days are; neutral (0) where one has none."""
    if a.day is None or b.day is None:
        other_year = a.year is not None and b.year is not None and a.year != b.year
        return {"near": 0.0, "gap": 0.0, "far": 0.0, "years_differ": float(other_year)}
    gap = abs(a.day - b.day)
    return {
        "near": float(gap <= 2),
        "gap": math.log1p(min(gap, 400)),
        "far": math.log1p(max(gap - 14, 0)),
        "years_differ": 0.0,
    }

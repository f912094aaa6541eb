"""Claims of one measure in, populations out: the people counted, each with the claims that count them."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from twosource.model import Claim, Group
from twosource.values.pattern import ANEW

FORCES = frozenset({"military", "police", "civilian", "combatant"})
AGES = frozenset({"children", "women", "men"})
NO_CHILDREN = ({"children", "military"}, {"children", "police"})
COUNTED_ONE = re.compile(r"^(?:only |just |at least |a total of )?(?:one|1|single)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True, order=True)
class Key:
    """The people a claim counts; "" where it does not tell. All empty but the role: everybody of that role."""

    role: str
    nationality: str
    status: str

    @property
    def is_everybody(self) -> bool:
        """Tell whether neither nationality nor status narrows the people."""
        return not self.nationality and not self.status

    def apart(self, other: "Key") -> bool:
        """Tell whether no person can be counted under both."""
        if self.role != other.role:
            return True
        both = {self.nationality, other.nationality}
        if len(both) == 2 and "" not in both:
            return True
        states = {self.status, other.status}
        return len(states) == 2 and (states <= FORCES or states <= AGES or states in NO_CHILDREN)

    def within(self, other: "Key") -> bool:
        """Tell whether everybody counted under this key is among those of the other: children are civilians."""
        if self == other or self.role != other.role or other.nationality not in {"", self.nationality}:
            return False
        return other.status in {"", self.status} or (self.status, other.status) == ("children", "civilian")


@dataclass(frozen=True, slots=True, kw_only=True)
class Population:
    """People counted together, and the claims that count them."""

    key: Key
    claims: tuple[Claim, ...]


def populations(claims: Iterable[Claim]) -> tuple[Population, ...]:
    """Return the populations of claims on one measure, sorted by key; each claim is in one.

    A claim that tells the nationality alone counts the people of the one force told of with it ("a lot of Cubans" are
    the "32 Cuban officers"); where two forces are told of it counts both, as a population of its own.
    """
    kept = tuple(claims)
    keys = sorted({key_of(claim) for claim in kept})
    meant = {key: _meant(key, keys) for key in keys}
    gathered: dict[Key, list[Claim]] = {}
    for claim in kept:
        gathered.setdefault(meant[key_of(claim)], []).append(claim)
    return tuple(
        Population(key=key, claims=tuple(sorted(gathered[key], key=lambda claim: claim.id))) for key in sorted(gathered)
    )


def key_of(claim: Claim) -> Key:
    """Return the key of the people of a claim; a single man, woman or child is a person among everybody."""
    group = claim.group
    if group is None:
        return Key("victim", "", "")
    status = group.status or ""
    if status in AGES and (is_person(claim) or ANEW in claim.pattern):
        status = ""
    role = "perpetrator" if group.role == "perpetrator" else "victim"
    return Key(role, group.nationality or "", status)


def is_person(claim: Claim) -> bool:
    """Tell whether the claim is about one certain person ("Anna Holt", "a man"), not a count that is one."""
    if (claim.low, claim.high) != (1, 1) or claim.group is None or ANEW in claim.pattern:
        return False
    return bool(claim.group.names) or not COUNTED_ONE.match(claim.wording or claim.group.text)


def group_of(population: Population, best: int | None = None) -> Group:
    """Return the population as a group, in the shortest words of the claims that tell of it in full.

    Those that count ``best`` people go before others: six passengers are not "the driver".
    """
    key = population.key
    told = [(claim.low, claim.group) for claim in population.claims if claim.group is not None]
    full = [(low, g) for low, g in told if (g.status or "") == key.status and (g.nationality or "") == key.nationality]
    wished = (
        [g for low, g in full or told if low is not None and low == best],
        [g for low, g in full or told if low is not None],
        [g for _, g in full or told],
    )
    counted = next((groups for groups in wished if groups), [])
    groups = [g for _, g in told]
    return Group(
        text=min((g.text for g in counted), key=lambda text: (len(text), text), default=key.role),
        role=key.role,
        nationality=key.nationality or None,
        status=key.status or None,
        names=tuple(sorted({name for g in groups for name in g.names})),
    )


def _meant(key: Key, keys: Sequence[Key]) -> Key:
    """The one fuller key that a partial one stands for; itself where none, or several, would fit."""
    if key.is_everybody or (key.nationality and key.status) or key.status in AGES:
        return key
    fuller = [
        other
        for other in keys
        if other.role == key.role
        and other.nationality
        and other.status in FORCES
        and ((key.nationality == other.nationality) or (key.status == other.status and not key.nationality))
    ]
    return fuller[0] if len(fuller) == 1 else key

"""The accounts of one block in, the pairs of them to compare out; of wordings it asks only whether two are equal."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations

from twosource.link.account import Profile
from twosource.link.settings import settings

Pair = tuple[str, str]  # ids of two accounts, the lesser first


@dataclass(frozen=True, slots=True)
class Block:
    """The accounts that share a key, as ids: the first of each wording, the hubs among them, and each other's first.

    Hubs are compared with all firsts. In a block up to the bound (``rare_at_most``) all firsts are hubs; a larger one
    has a fixed number of them (``leaders``), so that its cost grows with its size, not with the square.
    """

    firsts: tuple[str, ...]
    hubs: tuple[str, ...]
    twins: tuple[Pair, ...]

    @property
    def members(self) -> tuple[str, ...]:
        """Return all accounts of the block."""
        return (*self.firsts, *(twin for _, twin in self.twins))


def block(key: str, members: Iterable[Profile]) -> Block:
    """Return the block of a key; the order of its members does not show.

    Hubs of a large block are drawn by a hash of term and account: the same ones on any machine, others for another
    term.
    """
    first: dict[tuple[bytes, bytes], str] = {}
    twins: list[Pair] = []
    for profile in sorted(members, key=lambda one: one.id):
        same = first.setdefault((profile.codes, profile.counts), profile.id)
        if same != profile.id:
            twins.append((same, profile.id))
    firsts = tuple(first.values())
    return Block(firsts, _hubs(key, firsts), tuple(twins))


def _hubs(key: str, firsts: tuple[str, ...]) -> tuple[str, ...]:
    if len(firsts) <= settings().rare_at_most:
        return firsts
    term = key.split(" ", maxsplit=1)[0]

    def draw(account: str) -> bytes:
        return hashlib.sha256(f"{term} {account}".encode()).digest()

    return tuple(sorted(firsts, key=draw)[: settings().leaders])


def pairs(of: Block) -> Iterator[Pair]:
    """Yield the pairs to compare, each once."""
    if of.hubs is of.firsts:
        yield from combinations(of.firsts, 2)
        return
    hubs = frozenset(of.hubs)
    for hub in of.hubs:
        yield from (ordered(hub, other) for other in of.firsts if other not in hubs or other > hub)


def pairs_with(of: Block, some: Iterable[str]) -> Iterator[Pair]:
    """Yield the pairs to compare that hold one of some accounts."""
    firsts, hubs = frozenset(of.firsts), frozenset(of.hubs)
    for one in some:
        mates = firsts if one in hubs else hubs if one in firsts else ()
        yield from (ordered(one, other) for other in mates if other != one)


def is_judged(name: str, pair: Pair, profiles: Mapping[str, Profile]) -> bool:
    """Tell whether a pair is judged in this block: in the first rare one that both share, else in every wide one."""
    shared = {*profiles[pair[0]].blocks}.intersection(profiles[pair[1]].blocks)
    return name == min((other for other in shared if " " not in other), default=name)


def ordered(a: str, b: str) -> Pair:
    """Return two ids as a pair."""
    return (a, b) if a < b else (b, a)

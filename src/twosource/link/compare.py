"""Profiles of one shard of blocks in, links out: each with a score of 0-1 and its reasons in words."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

import numpy as np

from twosource.link.account import Profile
from twosource.link.block import Block, Pair, block, is_judged, pairs
from twosource.link.features import Floats, Integers, Table, alike, evidence, table
from twosource.link.reason import reasons
from twosource.link.settings import settings
from twosource.model import Link

SAME_WORDING, MOST_LIKELY = 1.0, 0.9999
AT_ONCE = 8192  # pairs: 50 MB of arrays at 200 terms an account


def step(key: str, group: Sequence[Profile]) -> tuple[Link, ...]:
    """Return the links between the accounts that share a block of the shard, sorted.

    A pair that shares wide blocks alone may be linked in several shards, with the same result.

    Args:
        key: the shard, as ``keys`` gives it.
        group: the profiles with a block in it, in any order.
    """
    by_id = {profile.id: profile for profile in group}
    members: dict[str, list[Profile]] = {}
    for profile in by_id.values():
        for name in profile.blocks:
            if name.startswith(key):
                members.setdefault(name, []).append(profile)
    blocks = {name: block(name, sharing) for name, sharing in sorted(members.items()) if len(sharing) > 1}
    wanted = {pair for name, one in blocks.items() for pair in pairs(one) if is_judged(name, pair, by_id)}
    return tuple(sorted({*twin_links(blocks.values()), *links_of(by_id, wanted)}, key=lambda link: (link.a, link.b)))


def twin_links(blocks: Iterable[Block]) -> Iterator[Link]:
    """Yield the links between accounts of the same wording."""
    for one in blocks:
        yield from (Link(a=a, b=b, score=SAME_WORDING, why="same wording") for a, b in one.twins)


def links_of(profiles: Mapping[str, Profile], wanted: Iterable[Pair]) -> Iterator[Link]:
    """Yield the links of the pairs wanted that score ``floor``; none links the happenings that one report tells apart.

    Args:
        profiles: by id; those that the pairs name, and others.
        wanted: pairs of ids, each once.
    """
    in_order = sorted(pair for pair in wanted if profiles[pair[0]].report != profiles[pair[1]].report)
    members = [profiles[one] for one in sorted({one for pair in in_order for one in pair})]
    number = {profile.id: row for row, profile in enumerate(members)}
    if not members:
        return
    arrays = table(members)
    for start in range(0, len(in_order), AT_ONCE):
        some = in_order[start : start + AT_ONCE]
        a, b = (np.array([number[pair[side]] for pair in some], dtype=np.int64) for side in (0, 1))
        yield from _linked(members, arrays, a, b)


def _linked(members: Sequence[Profile], arrays: Table, a: Integers, b: Integers) -> Iterator[Link]:
    worth = alike(arrays, a, b)
    a, b = a[worth], b[worth]
    found = evidence(arrays, a, b)
    scores = likelihood(found)
    for at in np.flatnonzero(scores >= settings().floor):
        first, second = members[a[at]], members[b[at]]
        why = ", ".join(reasons(first, second, float(found["wording"][at])))
        yield Link(a=first.id, b=second.id, score=float(scores[at]), why=why)


def likelihood(found: Mapping[str, Floats]) -> Floats:
    """Return the likelihood that two accounts tell of one happening: a logistic sum of the evidence, 0-1.

    Rounded to four digits, so that the order of additions never shows; 1 is kept for the same wording.
    """
    total = settings().intercept + sum(weight * found[name] for name, weight in settings().weights)
    return np.minimum(MOST_LIKELY, np.round(1 / (1 + np.exp(-total)), 4))

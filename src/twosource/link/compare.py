"""Profiles of one block in, links out: each with a score of 0-1 and its reasons in words."""

import hashlib
import math
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from twosource.link.account import Profile
from twosource.link.features import Vectors, evidence, shared_names
from twosource.link.settings import settings
from twosource.link.terms import DAY
from twosource.model import Link

SAME_WORDING, MOST_LIKELY = 1.0, 0.9999
NAMES_SHOWN, DAYS_SHOWN = 3, 2


def step(key: str, group: Sequence[Profile]) -> tuple[Link, ...]:
    """Return the links between the accounts of one block.

    Accounts of the same wording are linked to the first of them and compared once. A pair that shares several rare
    keys is compared in the first of them only. A block above the bound (``rare_at_most``; only wide keys give such)
    compares each account with a fixed number of leaders, so that its cost grows with its size, not with the square.

    Args:
        key: the block, as ``keys`` gives it.
        group: its profiles, in any order.
    """
    ordered = sorted(group, key=lambda profile: profile.id)
    firsts, links = _fold_copies(ordered)
    vectors = [Vectors(profile) for profile in firsts]
    pairs = combinations(vectors, 2) if len(firsts) <= settings().rare_at_most else _with_leaders(key, vectors)
    links.extend(link for a, b in pairs if _compared_here(key, a, b) and (link := _link(a, b)) is not None)
    return tuple(links)


def _fold_copies(ordered: list[Profile]) -> tuple[list[Profile], list[Link]]:
    first: dict[tuple[str, bytes], Profile] = {}
    links: list[Link] = []
    for profile in ordered:
        same = first.setdefault((profile.terms, profile.counts), profile)
        if same is not profile:
            links.append(Link(a=same.id, b=profile.id, score=SAME_WORDING, why="same wording"))
    return list(first.values()), links


def _with_leaders(key: str, vectors: list[Vectors]) -> Iterator[tuple[Vectors, Vectors]]:
    """Leaders are drawn by a hash of term and account: the same ones on any machine, others for another term."""
    term = key.split(" ", maxsplit=1)[0]

    def draw(vector: Vectors) -> bytes:
        return hashlib.sha256(f"{term} {vector.profile.id}".encode()).digest()

    drawn = sorted(vectors, key=draw)
    leaders, rest = drawn[: settings().leaders], drawn[settings().leaders :]
    yield from combinations(leaders, 2)
    yield from ((leader, other) for other in rest for leader in leaders)


def _compared_here(key: str, a: Vectors, b: Vectors) -> bool:
    """In the first rare key that both have, else in each wide term's first fortnight that both have."""
    both = [shared for shared in a.profile.keys if shared in b.profile.keys]
    rare = [shared for shared in both if " " not in shared]
    if rare:
        return min(rare) == key
    term = key.split(" ", maxsplit=1)[0]
    return key == min(shared for shared in both if shared.split(" ")[0] == term)


def _link(a: Vectors, b: Vectors) -> Link | None:
    found = evidence(a, b)
    score = 0.0 if found is None else likelihood(found)
    if found is None or score < settings().floor:
        return None
    first, second = sorted((a, b), key=lambda vector: vector.profile.id)
    return Link(a=first.profile.id, b=second.profile.id, score=score, why=", ".join(_reasons(first, second, found)))


def likelihood(found: dict[str, float]) -> float:
    """Return the likelihood that two accounts tell of one happening: a logistic sum of the evidence, 0-1.

    Rounded to four digits, so that the order of additions never shows; 1 is kept for the same wording.
    """
    total = settings().intercept + sum(weight * found[name] for name, weight in settings().weights)
    return min(MOST_LIKELY, round(1 / (1 + math.exp(-total)), 4))


def _reasons(a: Vectors, b: Vectors, found: dict[str, float]) -> Iterator[str]:
    if a.profile.place is not None and a.profile.place == b.profile.place:
        yield f"same place ({a.profile.place})"
    names = shared_names(a, b)
    if names:
        shown = ", ".join(name[1:].title() for name in names[:NAMES_SHOWN])
        yield f"{len(names)} name{'s' if len(names) > 1 else ''} shared ({shown})"
    yield from _same_tolls(a.profile, b.profile)
    yield from _same_days(a, b)
    yield f"wording {found['wording']:.2f}"
    if a.profile.day is not None and b.profile.day is not None:
        gap = abs(a.profile.day - b.profile.day)
        yield f"published {gap} day{'' if gap == 1 else 's'} apart" if gap else "published on the same day"


def _same_tolls(a: Profile, b: Profile) -> Iterator[str]:
    for measure, low, high in sorted(set(a.tolls) & set(b.tolls), key=str):
        yield f"same toll ({measure} {_bounds(low, high)})"


def _bounds(low: int | None, high: int | None) -> str:
    if low == high:
        return str(low)
    return f"at least {low}" if high is None else f"at most {high}" if low is None else f"{low}-{high}"


def _same_days(a: Vectors, b: Vectors) -> Iterable[str]:
    days = sorted(term[1:] for term in a.body.keys() & b.body.keys() if term[0] == DAY)
    return [f"same day told ({', '.join(days[:DAYS_SHOWN])})"] if days else []

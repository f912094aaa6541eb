"""Fingerprints to bucket keys, and the fingerprints of one bucket to pairs; the work in a bucket is bounded."""

from collections.abc import Iterable, Iterator, Sequence

from twosource.copies.compare import CopyPair, compare, identical
from twosource.copies.fingerprint import Fingerprint

# Up to so many different texts a bucket compares each with each (1,128 comparisons); beyond, each text meets the texts
# that led before it, 48 at most: 5,000 texts cost 240,000 set comparisons at worst, 5,000 where all ran one dispatch.
LEADERS = 48


def keys(of: Fingerprint) -> tuple[str, ...]:
    """Return the buckets of a fingerprint: one for each anchor.

    An agency's name is no key: reports that credit one agency have one origin by their credit (``origins``), and those
    that share its text as well meet by that text.
    """
    return tuple(f"{anchor:016x}" for anchor in of.anchors)


def step(key: str, group: Iterable[Fingerprint]) -> tuple[CopyPair, ...]:
    """Return the pairs of one bucket that share text; each pair is found in the first bucket it shares, and only there.

    Args:
        key: one of ``keys``.
        group: the fingerprints with that key, in any order.
    """
    classes: dict[bytes, list[Fingerprint]] = {}
    for each in sorted(group, key=lambda f: f.report):
        classes.setdefault(each.shape, []).append(each)
    anchor = int(key, 16)
    found = [identical(same[0], twin) for same in classes.values() if same[0].anchors[0] == anchor for twin in same[1:]]
    firsts = sorted((same[0] for same in classes.values()), key=lambda f: (-len(f.words), f.report))
    found += _all_pairs(firsts, anchor) if len(firsts) <= LEADERS else _led_pairs(firsts, anchor)
    return tuple(sorted(found, key=lambda pair: (pair.a, pair.b)))


def _all_pairs(firsts: Sequence[Fingerprint], anchor: int) -> Iterator[CopyPair]:
    for position, one in enumerate(firsts):
        for other in firsts[position + 1 :]:
            pair = compare(one, other) if _first_shared(one, other) == anchor else None
            if pair is not None:
                yield pair


def _led_pairs(firsts: Sequence[Fingerprint], anchor: int) -> Iterator[CopyPair]:
    """Compare each text with the longer ones that were copies of nothing before them."""
    leaders: list[Fingerprint] = []
    for one in firsts:
        led = False
        for leader in leaders:
            here = _first_shared(leader, one) == anchor
            pair = compare(leader, one) if here else None
            led = led or not here or (pair is not None and pair.is_copy)
            if pair is not None:
                yield pair
        if not led and len(leaders) < LEADERS:
            leaders.append(one)


def _first_shared(one: Fingerprint, other: Fingerprint) -> int:
    return min(set(one.anchors) & set(other.anchors))

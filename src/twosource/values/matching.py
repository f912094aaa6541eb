"""Pairs in, the size of the largest set of pairs that share no side out: a maximum bipartite matching."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence


def matching_size(pairs: Iterable[tuple[str, str]]) -> int:
    """Return how many pairs can be chosen so that no two have the same first or the same second side.

    Paths that make room, shortest first (Kuhn 1955): the few pairs of a figure take some microseconds, a library's
    sparse matrices 60, and 0.1 s to load.
    """
    seconds: dict[str, list[str]] = defaultdict(list)
    for first, second in sorted(set(pairs)):
        seconds[first].append(second)
    chosen: dict[str, str] = {}
    return sum(_has_room(first, seconds, chosen) for first in seconds)


def _has_room(first: str, seconds: Mapping[str, Sequence[str]], chosen: dict[str, str]) -> bool:
    """Give a first side a second one, moving others where that makes room; ``chosen`` tells whose each second is."""
    reached: dict[str, str] = {}  # each second side, and the first one it was reached from
    had: dict[str, str] = {}  # each first side that would have to move, and what it has
    waiting = [first]
    while waiting:
        further: list[str] = []
        for one in waiting:
            for second in seconds[one]:
                if second in reached:
                    continue
                reached[second] = one
                if second not in chosen:
                    _move(second, reached, had, chosen)
                    return True
                had[chosen[second]] = second
                further.append(chosen[second])
        waiting = further
    return False


def _move(free: str, reached: Mapping[str, str], had: Mapping[str, str], chosen: dict[str, str]) -> None:
    """Give ``free`` to whom it was reached from, what that one had to the one before it, and so on."""
    second: str | None = free
    while second is not None:
        chosen[second] = reached[second]
        second = had.get(reached[second])

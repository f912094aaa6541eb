"""Links between items in, clusters out: average linkage on a sparse graph, then a second look at large clusters.

Knows only ids, scores and the terms of each item.
"""

import heapq
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from twosource.link.settings import settings
from twosource.model import Link

Links = tuple[float, int]  # the sum of the likelihoods between two nodes, and how many pairs were found alike
Terms = Callable[[str], frozenset[str]]
Scores = Mapping[tuple[str, str], float]


@dataclass(slots=True)
class Merges:
    """The state of an agglomeration: nodes by number (the items first, in order), their links, sizes and children."""

    neighbours: list[dict[int, Links]]
    sizes: list[int]
    children: dict[int, tuple[int, int]] = field(default_factory=dict)
    heap: list[tuple[float, int, int]] = field(default_factory=list)
    merged: set[int] = field(default_factory=set)
    likeness: dict[int, float] = field(default_factory=dict)

    def score(self, a: int, b: int) -> float:
        """Return the mean likelihood between two nodes; pairs that were not found alike count as 0.

        Two nodes larger than a block were compared in part only: there the links found are the sample, if each item
        of the smaller node has at least ``sampled`` of them.
        """
        small, large = sorted((self.sizes[a], self.sizes[b]))
        total, count = self.neighbours[a][b]
        if small > settings().rare_at_most:
            return total / max(count, small * settings().sampled)
        return min(1.0, total / (small * min(large, settings().neighbours)))

    def offer(self, a: int, b: int) -> None:
        """Put a pair forward for merging if it scores enough."""
        score = round(self.score(a, b), 6)
        if score >= settings().threshold:
            heapq.heappush(self.heap, (-score, min(a, b), max(a, b)))

    def merge(self, a: int, b: int) -> None:
        """Make one node of two; its links are the sums of theirs."""
        new = len(self.sizes)
        self.likeness[new] = self.score(a, b)
        self.sizes.append(self.sizes[a] + self.sizes[b])
        self.children[new] = (a, b)
        self.merged |= {a, b}
        self.neighbours.append(_sums(self.neighbours[a], self.neighbours[b], {a, b}))
        self.neighbours[a], self.neighbours[b] = {}, {}
        for other, links in self.neighbours[new].items():
            for gone in (a, b):
                self.neighbours[other].pop(gone, None)
            self.neighbours[other][new] = links
            self.offer(other, new)


def _sums(a: dict[int, Links], b: dict[int, Links], without: set[int]) -> dict[int, Links]:
    """Add the links of two nodes."""
    nothing = (0.0, 0)
    others = sorted({*a, *b} - without)
    pairs = ((other, a.get(other, nothing), b.get(other, nothing)) for other in others)
    return {other: (x[0] + y[0], x[1] + y[1]) for other, x, y in pairs}


def clusters(items: Iterable[str], links: Iterable[Link], terms: Terms) -> list[tuple[str, ...]]:
    """Return the items in clusters, each sorted, in order of their first item.

    Each component (see ``components``) is clustered alone. Items linked with score 1 (the same wording) stand as one,
    so that copies do not outvote the others. Clusters grow by average linkage while the best pair scores
    ``threshold``; then each merge of two large parts is undone from the top where each part holds terms of its own
    that the other lacks (two alike happenings).

    Args:
        items: all ids.
        links: links between them; of several links of one pair the highest counts.
        terms: gives the terms of an item.
    """
    scores = strongest(links)
    return sorted(
        part for members, own in components(items, scores) for part in clusters_of_component(members, own, terms)
    )


def strongest(links: Iterable[Link]) -> Scores:
    """Return the score of each pair, of several the highest."""
    scores: dict[tuple[str, str], float] = {}
    for link in links:
        pair = (min(link.a, link.b), max(link.a, link.b))
        scores[pair] = max(link.score, scores.get(pair, 0.0))
    return scores


def components(items: Iterable[str], scores: Scores) -> Iterator[tuple[tuple[str, ...], Scores]]:
    """Yield the sets of items that links of ``threshold`` or more hold together, each with all scores inside it.

    No two of them can merge, so that a new report can only change the component it falls into.
    """
    known = sorted(set(items))
    root = _rooted(known, (pair for pair, score in scores.items() if score >= settings().threshold))
    inside: dict[str, dict[tuple[str, str], float]] = {}
    for pair, score in scores.items():
        if root[pair[0]] == root[pair[1]]:
            inside.setdefault(root[pair[0]], {})[pair] = score
    members: dict[str, list[str]] = {}
    for item in known:
        members.setdefault(root[item], []).append(item)
    for first, together in members.items():
        yield tuple(together), inside.get(first, {})


def clusters_of_component(members: Sequence[str], scores: Scores, terms: Terms) -> list[tuple[str, ...]]:
    """Return the clusters of one component; ``scores`` are those between its members."""
    if len(members) == 1:
        return [tuple(members)]
    unit_of = _rooted(members, (pair for pair, score in scores.items() if score >= 1.0))
    units: dict[str, list[str]] = {}
    for item in sorted(members):
        units.setdefault(unit_of[item], []).append(item)
    names = sorted(units)
    merges = _agglomerated(names, _between(scores, unit_of))
    tops = [node for node in range(len(merges.sizes)) if node not in merges.merged]
    parts = [part for top in tops for part in _divided(merges, top, lambda node: terms(names[node]))]
    return [tuple(sorted(item for node in part for item in units[names[node]])) for part in parts]


def _rooted(items: Sequence[str], pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Return for each item the first item of those that the pairs tie to it."""
    parent = {item: item for item in items}

    def root(item: str) -> str:
        while parent[item] != item:
            parent[item] = parent[parent[item]]
            item = parent[item]
        return item

    for a, b in pairs:
        first, second = sorted((root(a), root(b)))
        parent[second] = first
    return {item: root(item) for item in items}


def _between(scores: Scores, unit_of: dict[str, str]) -> dict[tuple[str, str], float]:
    best: dict[tuple[str, str], float] = {}
    for (a, b), score in scores.items():
        first, second = sorted((unit_of[a], unit_of[b]))
        if first != second:
            best[first, second] = max(score, best.get((first, second), 0.0))
    return best


def _agglomerated(names: list[str], scores: Scores) -> Merges:
    number = {name: index for index, name in enumerate(names)}
    merges = Merges(neighbours=[{} for _ in names], sizes=[1] * len(names))
    for (first, second), score in sorted(scores.items()):
        a, b = number[first], number[second]
        merges.neighbours[a][b] = merges.neighbours[b][a] = (score, 1)
        merges.offer(a, b)
    while merges.heap:
        _, a, b = heapq.heappop(merges.heap)
        if not {a, b} & merges.merged:
            merges.merge(a, b)
    return merges


def _divided(merges: Merges, top: int, terms: Callable[[int], frozenset[str]]) -> list[list[int]]:
    """Return the leaves below a node, divided where its two parts tell of two alike happenings."""
    pending, parts = [top], []
    while pending:
        node = pending.pop()
        left, right = (_leaves(merges, child) for child in merges.children.get(node, ()) or (node, node))
        is_loose = merges.likeness.get(node, 1.0) < settings().split_below
        if is_loose and _are_two(left, right, terms):
            pending.extend(merges.children[node])
        else:
            parts.append(sorted({*left, *right}))
    return parts


def _leaves(merges: Merges, node: int) -> list[int]:
    pending, leaves = [node], []
    while pending:
        current = pending.pop()
        if current in merges.children:
            pending.extend(merges.children[current])
        else:
            leaves.append(current)
    return leaves


def _are_two(left: list[int], right: list[int], terms: Callable[[int], frozenset[str]]) -> bool:
    if min(len(left), len(right)) < settings().split_at_least:
        return False
    held_left, held_right = (Counter(term for leaf in part for term in terms(leaf)) for part in (left, right))
    own_left = _own_terms(held_left, len(left), held_right, len(right))
    own_right = _own_terms(held_right, len(right), held_left, len(left))
    return min(own_left, own_right) >= settings().split_terms


def _own_terms(held: Counter[str], size: int, elsewhere: Counter[str], other_size: int) -> int:
    """Count the terms that most of one part hold and hardly any of the other."""
    most, least = settings().split_most * size, settings().split_least * other_size
    return sum(1 for term, count in held.items() if count >= most and elsewhere[term] <= least)

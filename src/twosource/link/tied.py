"""Clusters of accounts and what people know of them in, clusters that agree with both out."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from twosource.model import Link, Ties

Part = tuple[str, ...]


def tied(parts: Sequence[Part], links: Iterable[Link], ties: Ties) -> list[Part]:
    """Return the clusters with those joined that people take for one event, and those divided that they tell apart.

    A side of a tie stands for the cluster that holds most of its accounts. A cluster with accounts that are told apart
    is divided; the accounts that nobody spoke of go where their links are strongest.

    Args:
        parts: clusters of ids, each id in exactly one.
        links: links between them.
        ties: ids that are in no cluster are passed over.
    """
    if not ties.together and not ties.apart:
        return list(parts)
    joined = _joined(parts, ties)
    scores = _scores(links)
    return sorted(piece for part in joined for piece in _divided(part, ties, scores))


def _joined(parts: Sequence[Part], ties: Ties) -> list[Part]:
    home = {item: number for number, part in enumerate(parts) for item in part}
    into = list(range(len(parts)))

    def root(number: int) -> int:
        while into[number] != number:
            number = into[number]
        return number

    for sides in ties.together:
        homes = sorted({root(number) for number in (_home(side, home) for side in sides) if number is not None})
        for number in homes[1:]:
            into[number] = homes[0]
    members: dict[int, list[str]] = defaultdict(list)
    for number, part in enumerate(parts):
        members[root(number)] += part
    return [tuple(sorted(members[number])) for number in sorted(members)]


def _home(side: Part, home: dict[str, int]) -> int | None:
    votes = Counter(home[item] for item in side if item in home)
    return min(votes, key=lambda number: (-votes[number], number), default=None)


def _scores(links: Iterable[Link]) -> dict[str, dict[str, float]]:
    scores: dict[str, dict[str, float]] = defaultdict(dict)
    for link in links:
        for one, other in ((link.a, link.b), (link.b, link.a)):
            scores[one][other] = max(link.score, scores[one].get(other, 0.0))
    return scores


def _divided(part: Part, ties: Ties, scores: dict[str, dict[str, float]]) -> list[Part]:
    """Give each account told apart from another to the first piece that holds none of those, others to their likes."""
    inside = set(part)
    foes: dict[str, set[str]] = defaultdict(set)
    for one, other in ties.apart:
        for a in inside & set(one):
            for b in inside & set(other) - {a}:
                foes[a].add(b)
                foes[b].add(a)
    if not foes:
        return [part]
    pieces: list[list[str]] = []
    for bundle in _bundles(foes, ties):
        against = {foe for item in bundle for foe in foes[item]}
        fitting = next((piece for piece in pieces if not against & set(piece)), None)
        if fitting is None:
            pieces.append(list(bundle))
        else:
            fitting += bundle
    return _with_rest(pieces, sorted(inside - set(foes)), scores)


def _bundles(foes: dict[str, set[str]], ties: Ties) -> list[Part]:
    """Accounts that stand on one side of a tie stay together, as far as nobody tells them apart."""
    sides = [side for pair in ties.apart for side in pair]
    bundles: list[Part] = []
    left = set(foes)
    for item in sorted(foes):
        if item in left:
            bundle = [item]
            near = sorted({other for side in sides if item in side for other in side} & left - {item})
            for other in near:
                if not foes[other] & set(bundle):
                    bundle.append(other)
            bundles.append(tuple(bundle))
            left -= set(bundle)
    return bundles


def _with_rest(pieces: list[list[str]], rest: list[str], scores: dict[str, dict[str, float]]) -> list[Part]:
    seeds = [tuple(piece) for piece in pieces]
    for item in rest:
        likes = [sum(scores.get(item, {}).get(seed, 0.0) for seed in piece) / len(piece) for piece in seeds]
        pieces[max(range(len(seeds)), key=lambda number: (likes[number], -number))].append(item)
    return [tuple(sorted(piece)) for piece in pieces]

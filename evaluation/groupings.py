"""Groups of numbered items found and gold in; B-cubed, CEAF-e and pairwise F1 out. Knows no report and no corpus."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from itertools import combinations

import numpy as np
from scipy.optimize import linear_sum_assignment

Groups = list[frozenset[int]]


def as_groups(labels: Sequence[Iterable[object]]) -> Groups:
    """Return the clusters of items, each item with the labels it bears."""
    members: dict[object, set[int]] = defaultdict(set)
    for item, bears in enumerate(labels):
        for label in bears:
            members[label].add(item)
    return [frozenset(items) for items in members.values()]


def within(groups: Groups, items: Iterable[int]) -> Groups:
    """Return the clusters with only the items asked for."""
    kept = frozenset(items)
    return [group & kept for group in groups if group & kept]


def b_cubed(found: Groups, gold: Groups, items: Sequence[int]) -> float:
    """Return B-cubed F1 over ``items``, for overlapping clusters after Amigó et al. (2009)."""
    return _f1(_b_cubed_half(found, gold, items), _b_cubed_half(gold, found, items))


def _b_cubed_half(groups: Groups, others: Groups, items: Sequence[int]) -> float:
    of, other_of = _membership(groups), _membership(others)
    total = 0.0
    for item in items:
        mates = {mate for group in of[item] for mate in groups[group]}
        shares = [min(len(of[item] & of[m]), len(other_of[item] & other_of[m])) / len(of[item] & of[m]) for m in mates]
        total += sum(shares) / len(shares)
    return total / len(items)


def ceaf_e(found: Groups, gold: Groups) -> float:
    """Return CEAF-e F1 (Luo 2005, phi 4): the best one-to-one match of clusters by their Dice coefficients."""
    of, shared = _membership(found), Counter[tuple[int, int]]()
    for number, group in enumerate(gold):
        shared.update((number, other) for item in group for other in of[item])
    dice = np.zeros((len(gold), len(found)))
    for (a, b), count in shared.items():
        dice[a, b] = 2 * count / (len(gold[a]) + len(found[b]))
    best = float(dice[linear_sum_assignment(-dice)].sum())
    return _f1(best / len(found), best / len(gold))


def pairwise(found: Groups, gold: Groups) -> float:
    """Return F1 over pairs of items in one cluster."""
    pairs, right = ({p for group in groups for p in combinations(sorted(group), 2)} for groups in (found, gold))
    return _f1(len(pairs & right) / max(1, len(pairs)), len(pairs & right) / max(1, len(right)))


def _membership(groups: Groups) -> dict[int, set[int]]:
    of: dict[int, set[int]] = defaultdict(set)
    for number, group in enumerate(groups):
        for item in group:
            of[item].add(number)
    return of


def _f1(precision: float, recall: float) -> float:
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0

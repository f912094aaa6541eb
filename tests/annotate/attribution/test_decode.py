"""Labels are decoded into runs that always begin with their beginning, each sequence as one whole."""

from itertools import pairwise, product

import numpy as np

from twosource.annotate.attribution.decode import Chain, best_labels, runs

PLAIN = Chain(np.zeros(5, np.float32), np.zeros((5, 5), np.float32), np.zeros(5, np.float32))


def test_the_best_label_of_each_token_is_taken_where_that_is_legal() -> None:
    scores = np.eye(5, dtype=np.float32)[[0, 1, 2, 2, 0]]
    assert best_labels(scores, [5], PLAIN).tolist() == [0, 1, 2, 2, 0]


def test_an_inside_without_its_beginning_is_mended_by_what_costs_least() -> None:
    scores = np.array([[1.0, 0.9, 0, 0, 0], [0, 0, 1.0, 0, 0]], dtype=np.float32)
    assert best_labels(scores, [2], PLAIN).tolist() == [1, 2]


def test_no_sequence_begins_inside() -> None:
    scores = np.array([[0, 0.5, 1.0, 0, 0]] * 2, dtype=np.float32)
    assert best_labels(scores, [1, 1], PLAIN).tolist() == [1, 1]


def test_each_of_several_sequences_gets_the_labels_that_weigh_most() -> None:
    drawn = np.random.default_rng(1)
    chain = Chain(*(drawn.normal(size=size).astype(np.float32) for size in (5, (5, 5), 5)))
    for _ in range(20):
        sizes = [int(size) for size in drawn.integers(1, 5, size=3)]
        scores = drawn.normal(size=(sum(sizes), 5)).astype(np.float32)
        found = best_labels(scores, sizes, chain).tolist()
        at = 0
        for size in sizes:
            assert tuple(found[at : at + size]) == _best(scores[at : at + size], chain)
            at += size


def _best(scores: np.ndarray, chain: Chain) -> tuple[int, ...]:
    def weight(labels: tuple[int, ...]) -> float:
        told = sum(float(scores[i, label]) for i, label in enumerate(labels))
        return told + float(
            chain.begins[labels[0]] + chain.ends[labels[-1]] + sum(chain.follows[p] for p in pairwise(labels))
        )

    legal = [
        one
        for one in product(range(5), repeat=len(scores))
        if all(b % 2 or not b or a in {b - 1, b} for a, b in pairwise((0, *one)))
    ]
    return max(legal, key=weight)


def test_runs_of_one_role_side_by_side_stay_apart() -> None:
    assert runs([1, 2, 1, 0, 3, 4], 1) == [(0, 2), (2, 3)]
    assert runs([1, 2, 1, 0, 3, 4], 3) == [(4, 6)]

"""Labels are decoded into runs that always begin with their beginning."""

import numpy as np

from twosource.annotate.attribution.decode import best_labels, runs


def test_the_best_label_of_each_token_is_taken_where_that_is_legal() -> None:
    scores = np.eye(5, dtype=np.float32)[[0, 1, 2, 2, 0]]
    assert best_labels(scores) == [0, 1, 2, 2, 0]


def test_an_inside_without_its_beginning_is_mended_by_what_costs_least() -> None:
    scores = np.array([[1.0, 0.9, 0, 0, 0], [0, 0, 1.0, 0, 0]], dtype=np.float32)
    assert best_labels(scores) == [1, 2]


def test_runs_of_one_role_side_by_side_stay_apart() -> None:
    assert runs([1, 2, 1, 0, 3, 4], 1) == [(0, 2), (2, 3)]
    assert runs([1, 2, 1, 0, 3, 4], 3) == [(4, 6)]

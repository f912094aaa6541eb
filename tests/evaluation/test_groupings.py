"""The three measures of groups, on examples worked out by hand."""

import pytest
from evaluation.groupings import as_groups, b_cubed, ceaf_e, pairwise, within

GOLD = [frozenset({0, 1, 2}), frozenset({3})]
SPLIT = [frozenset({0, 1}), frozenset({2}), frozenset({3})]
JOINED = [frozenset({0, 1, 2, 3})]


def f1(precision: float, recall: float) -> float:
    return 2 * precision * recall / (precision + recall)


def test_what_is_found_as_it_is_reaches_one() -> None:
    assert b_cubed(GOLD, GOLD, range(4)) == ceaf_e(GOLD, GOLD) == pairwise(GOLD, GOLD) == 1


def test_b_cubed_of_a_split_and_of_a_joined_group() -> None:
    assert b_cubed(SPLIT, GOLD, range(4)) == pytest.approx(f1(1, (2 / 3 + 2 / 3 + 1 / 3 + 1) / 4))
    assert b_cubed(JOINED, GOLD, range(4)) == pytest.approx(f1((3 * 3 / 4 + 1 / 4) / 4, 1))


def test_b_cubed_counts_only_the_items_asked_for() -> None:
    assert b_cubed(SPLIT, GOLD, [3]) == 1


def test_ceaf_matches_each_group_once() -> None:
    assert ceaf_e(SPLIT, GOLD) == pytest.approx(f1((4 / 5 + 1) / 3, (4 / 5 + 1) / 2))
    assert ceaf_e(JOINED, GOLD) == pytest.approx(f1(6 / 7, 6 / 7 / 2))


def test_pairs_in_one_group() -> None:
    assert pairwise(SPLIT, GOLD) == pytest.approx(f1(1, 1 / 3))
    assert pairwise(JOINED, GOLD) == pytest.approx(f1(3 / 6, 1))
    assert pairwise([frozenset({0}), frozenset({1})], GOLD) == 0


def test_an_item_may_bear_several_labels() -> None:
    assert as_groups([["a"], ["a", "b"], ["b"]]) == [frozenset({0, 1}), frozenset({1, 2})]


def test_groups_without_an_item_asked_for_are_left_out() -> None:
    assert within(GOLD, [0, 1]) == [frozenset({0, 1})]

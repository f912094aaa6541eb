"""A maximum matching is never more than either side, and no greedy choice beats it."""

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from twosource.values.matching import matching_size

PAIRS = st.lists(st.tuples(st.sampled_from("abcd"), st.sampled_from("wxyz")), max_size=8)


@pytest.mark.parametrize(
    ("pairs", "size"),
    [
        ([], 0),
        ([("a", "x")], 1),
        ([("a", "x"), ("a", "x")], 1),
        ([("a", "x"), ("a", "y")], 1),
        ([("a", "x"), ("b", "x")], 1),
        ([("a", "x"), ("b", "y")], 2),
        ([("a", "x"), ("a", "y"), ("b", "x")], 2),
    ],
)
def test_pairs_that_share_no_side_are_counted(pairs: list[tuple[str, str]], size: int) -> None:
    assert matching_size(pairs) == size


def test_many_move_where_the_last_to_come_needs_room() -> None:
    chain = [(f"a{n:04}", f"x{n + side:04}") for n in range(2000) for side in (0, 1)]
    assert matching_size([*chain, ("b", "x0000")]) == 2001
    assert matching_size([*chain, ("b", "x0000"), ("c", "x0001")]) == 2001


@settings(max_examples=100, deadline=None)
@given(PAIRS)
def test_it_is_the_largest_of_all_choices(pairs: list[tuple[str, str]]) -> None:
    distinct = sorted(set(pairs))
    sizes = [
        size
        for size in range(len(distinct) + 1)
        for chosen in combinations(distinct, size)
        if len({a for a, _ in chosen}) == len({b for _, b in chosen}) == size
    ]
    assert matching_size(pairs) == max(sizes)

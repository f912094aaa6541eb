"""Bounds behave like sets of possible numbers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twosource.values.quantity import UNBOUNDED, Bounds, add, agree, contains, hull, in_words, is_exact

SIDE = st.none() | st.integers(0, 40)


def _ordered(low: int | None, high: int | None) -> Bounds:
    if low is None or high is None:
        return low, high
    return min(low, high), max(low, high)


BOUNDS = st.builds(_ordered, SIDE, SIDE)


def _allowed(bounds: Bounds) -> set[int]:
    """List the numbers from -1 to 100 that the bounds allow: a model to compare with."""
    low, high = bounds
    return {n for n in range(-1, 101) if (low is None or low <= n) and (high is None or n <= high)}


@given(BOUNDS, BOUNDS)
def test_two_bounds_agree_when_some_number_satisfies_both(a: Bounds, b: Bounds) -> None:
    assert agree(a, b) == agree(b, a) == bool(_allowed(a) & _allowed(b))


@given(BOUNDS, BOUNDS)
def test_outer_bounds_contain_inner_ones_when_they_allow_all_of_them(a: Bounds, b: Bounds) -> None:
    assert contains(a, b) == (_allowed(b) <= _allowed(a))


@given(st.lists(BOUNDS, min_size=1, max_size=5))
def test_the_hull_is_the_narrowest_that_contains_all(parts: list[Bounds]) -> None:
    whole = hull(parts)
    assert all(contains(whole, part) for part in parts)
    assert whole[0] in [low for low, _ in parts]
    assert whole[1] in [high for _, high in parts]


@given(st.lists(BOUNDS, max_size=5))
def test_order_changes_neither_hull_nor_sum(parts: list[Bounds]) -> None:
    turned = parts[::-1]
    assert hull(parts) == hull(turned)
    assert add(parts) == add(turned)


@given(st.lists(st.tuples(BOUNDS, st.integers(0, 40)), max_size=5))
def test_the_sum_allows_every_sum_of_allowed_numbers(parts: list[tuple[Bounds, int]]) -> None:
    picked = [(bounds, n) for bounds, n in parts if contains(bounds, (n, n))]
    total = sum(n for _, n in picked)
    assert contains(add(bounds for bounds, _ in picked), (total, total))


def test_nothing_added_is_nought_and_nothing_known_is_unbounded() -> None:
    assert add([]) == (0, 0)
    assert hull([]) == UNBOUNDED


@pytest.mark.parametrize(("bounds", "exact"), [((3, 3), True), ((3, 4), False), ((3, None), False), (UNBOUNDED, False)])
def test_bounds_are_exact_when_one_number_is_left(bounds: Bounds, exact: object) -> None:
    assert is_exact(bounds) is exact


@pytest.mark.parametrize(
    ("low", "best", "high", "words"),
    [
        (32, 32, 32, "32"),
        (32, None, 32, "32"),
        (30, None, 40, "30–40"),
        (30, 32, 40, "32 (30–40)"),
        (30, None, None, "at least 30"),
        (None, None, 30, "up to 30"),
        (None, None, None, "no number"),
        (None, 5, None, "5"),
        (30, 30, None, "30 (at least 30)"),
        (0, 0, 0, "0"),
        (1500, None, 20000, "1,500–20,000"),
        (2.5, None, 2.5, "2.5"),
    ],
)
def test_a_figure_is_written_as_people_write_it(
    low: float | None, best: float | None, high: float | None, words: str
) -> None:
    assert in_words(low, best, high) == words

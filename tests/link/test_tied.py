"""Clusters with what people know: joined, divided, and each account still in exactly one."""

from hypothesis import given
from hypothesis import strategies as st

from twosource.link.tied import tied
from twosource.model import Link, Ties

ITEMS = tuple("abcdefgh")


def link(a: str, b: str, score: float) -> Link:
    return Link(a=a, b=b, score=score, why="alike")


def test_without_ties_clusters_stay() -> None:
    assert tied([("a", "b"), ("c",)], [], Ties()) == [("a", "b"), ("c",)]


def test_clusters_that_people_take_for_one_event_are_joined() -> None:
    parts = [("a", "b"), ("c", "d"), ("e",)]
    assert tied(parts, [], Ties(together=((("a",), ("d",)),))) == [("a", "b", "c", "d"), ("e",)]


def test_a_side_stands_for_the_cluster_that_holds_most_of_it() -> None:
    """One account that links elsewhere now does not drag its new event along."""
    parts = [("a", "b"), ("c", "x"), ("e",)]
    assert tied(parts, [], Ties(together=((("a", "b", "c"), ("e",)),))) == [("a", "b", "e"), ("c", "x")]


def test_accounts_told_apart_part_and_take_their_likes_with_them() -> None:
    links = [link("a", "c", 0.9), link("b", "d", 0.9), link("a", "d", 0.2)]
    assert tied([("a", "b", "c", "d")], links, Ties(apart=((("a",), ("b",)),))) == [("a", "c"), ("b", "d")]


def test_what_is_split_off_together_stays_together() -> None:
    ties = Ties(apart=((("c", "d"), ("a",)), (("c", "d"), ("b",))))
    assert tied([("a", "b", "c", "d")], [], ties) == [("a", "b"), ("c", "d")]


SIDES = st.lists(st.sampled_from(ITEMS), min_size=1, max_size=3, unique=True).map(tuple)
TIES = st.builds(
    lambda together, apart: Ties(together=tuple(together), apart=tuple(apart)),
    st.lists(st.tuples(SIDES, SIDES), max_size=3),
    st.lists(st.tuples(SIDES, SIDES).filter(lambda pair: not set(pair[0]) & set(pair[1])), max_size=3),
)


@given(ties=TIES, cut=st.integers(0, 8))
def test_each_account_is_in_one_cluster_and_none_with_what_it_was_told_apart_from(ties: Ties, cut: int) -> None:
    parts = [part for part in (ITEMS[:cut], ITEMS[cut:]) if part]
    found = tied(parts, [link("a", "b", 0.8), link("c", "h", 0.7)], ties)
    assert sorted(item for part in found for item in part) == sorted(ITEMS)
    for one, other in ties.apart:
        for part in found:
            assert not (set(one) & set(part) and set(other) & set(part))

"""Average linkage on a sparse graph, copies as one, alike happenings apart."""

from itertools import combinations

from twosource.link.cluster import clusters
from twosource.model import Link


def link(a: str, b: str, score: float) -> Link:
    return Link(a=a, b=b, score=score, why="")


def bare(_: str) -> frozenset[str]:
    return frozenset()


def test_without_links_each_item_stands_alone() -> None:
    assert clusters(["b", "a"], [], bare) == [("a",), ("b",)]
    assert clusters([], [], bare) == []


def test_a_strong_link_joins_and_a_weak_one_does_not() -> None:
    assert clusters("abc", [link("a", "b", 0.8), link("b", "c", 0.1)], bare) == [("a", "b"), ("c",)]


def test_a_chain_does_not_join_what_the_average_keeps_apart() -> None:
    chain = [link("a", "b", 0.9), link("c", "d", 0.9), link("b", "c", 0.6)]
    assert clusters("abcd", chain, bare) == [("a", "b"), ("c", "d")]


def test_copies_count_once() -> None:
    """Three copies that each resemble x do not outvote a, which x does not resemble."""
    copies = [link("p", "q", 1.0), link("p", "r", 1.0)]
    others = [link("p", "a", 0.9), link("p", "x", 0.5)]
    assert clusters("apqrx", [*copies, *others], bare) == [("a", "p", "q", "r"), ("x",)]


def test_any_order_of_links_and_items_gives_the_same() -> None:
    links = [link("a", "b", 0.5), link("b", "c", 0.5), link("c", "d", 0.5), link("d", "a", 0.5)]
    assert clusters("abcd", links, bare) == clusters("dcba", links[::-1], bare)


def test_a_full_cluster_of_many_stays_whole() -> None:
    names = [f"{n:03}" for n in range(120)]
    hub_links = [link(a, b, 0.6) for a, b in combinations(names, 2) if int(a) < 30]
    assert clusters(names, hub_links, bare) == [tuple(names)]


def two_fights(item: str) -> frozenset[str]:
    own = {"Nthorn", "#2012"} if item < "e" else {"Nrook", "#2008"}
    return frozenset({"Nchampion", "wtitle", *own})


def test_two_alike_happenings_with_terms_of_their_own_are_kept_apart() -> None:
    links = [link(a, b, 0.5) for a, b in combinations("abcdefgh", 2)]
    inside = [link(a, b, 0.9) for group in ("abcd", "efgh") for a, b in combinations(group, 2)]
    assert clusters("abcdefgh", links + inside, two_fights) == [tuple("abcd"), tuple("efgh")]
    assert clusters("abcdefgh", links + inside, bare) == [tuple("abcdefgh")]


def test_two_dispatches_of_one_happening_are_not_divided() -> None:
    """Each has words of its own, copied often, but the two are much alike."""
    links = [link(a, b, 0.95) for a, b in combinations("abcdefgh", 2)]
    assert clusters("abcdefgh", links, two_fights) == [tuple("abcdefgh")]


def test_small_clusters_are_not_divided() -> None:
    links = [link(a, b, 0.6) for a, b in combinations("cdef", 2)]
    assert clusters("cdef", links, two_fights) == [tuple("cdef")]

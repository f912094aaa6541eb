"""How tokens lie to a cue: in "police said he fled", counted from the stretch's start."""

import numpy as np

from twosource.annotate.attribution.relations import ABOVE, BELOW, CHILD, OWN, relations

HEADS = np.array([1, 1, 3, 1], dtype=np.int32)
ONE = np.zeros(4, dtype=np.int32)


def test_distance_runs_to_both_sides() -> None:
    rows = relations((1, 2), [(1, 2)], HEADS, ONE)
    assert [int(row[0]) for row in rows] == [12, 0, 1, 2]


def test_edges_of_the_parse_are_told_apart() -> None:
    assert [int(row[1]) for row in relations((1, 2), [(1, 2)], HEADS, ONE)] == [CHILD, OWN, BELOW, CHILD]
    assert int(relations((3, 4), [(3, 4)], HEADS, ONE)[1][1]) == ABOVE


def test_cues_between_and_other_sentences_are_seen() -> None:
    rows = relations((0, 1), [(0, 1), (2, 3)], HEADS, np.array([0, 0, 1, 1], dtype=np.int32))
    assert [int(row[2]) for row in rows] == [1, 1, 2, 2]

"""Whoever is told of in one breath with people of another happening, or as one of them, belongs to it too."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from twosource import annotate
from twosource.extract.settle.aside_kin import with_kin
from twosource.extract.tree import Tree

COUNTED = {"killed", "injured", "hit"}


def scopes(read: Callable[..., Any], text: str) -> list[str]:
    """Tell the scopes of the people of a text after the first, who are told to be another happening's."""
    article, _, claims = read(text)
    people = sorted((c for c in claims if c.measure in COUNTED and c.low), key=lambda c: c.span)
    aside = [replace(people[0], scope="elsewhere"), *(replace(one, scope="event") for one in people[1:])]
    assert len(aside) > 1
    return [one.scope for one in with_kin(Tree(article, annotate.annotate(article)), aside)[1:]]


DRAWN = [
    "Gunfire at a party in Kelso left two students dead and 19 others injured.",
    "Two people were shot in Kelso. One of them died at the hospital.",
    "Two students were killed in a crash near Kelso. A fellow student was also injured in that crash.",
]


@pytest.mark.parametrize("text", DRAWN)
def test_people_drawn_after_those_of_another_happening_are_of_it_too(read: Callable[..., Any], text: str) -> None:
    assert set(scopes(read, text)) == {"elsewhere"}


OWN = [
    "Two students were killed in Kelso. Five people were injured in Dorvale on Saturday, a doctor said.",
    "Two people were shot in Kelso. Detectives asked for help. One of them died at the hospital in Dorvale.",
    "Gunfire in Kelso killed a student and injured 19 others.",
    "Two people were killed in Kelso while five people were injured in Dorvale.",
    "Two people were killed in Kelso, and in Dorvale, where the police were called at noon, five people were injured.",
]


@pytest.mark.parametrize("text", OWN)
def test_people_told_of_by_themselves_are_not(read: Callable[..., Any], text: str) -> None:
    assert set(scopes(read, text)) == {"event"}


def test_people_told_of_again_elsewhere_in_the_report_are_its_own(read: Callable[..., Any]) -> None:
    text = "Gunfire in Kelso left two students dead and 19 others injured. The blast injured 19 others, police said."
    assert scopes(read, text) == ["event"]


def test_somebody_named_is_of_one_happening_throughout(read: Callable[..., Any]) -> None:
    text = "Karl Brandt was killed in Kelso. The police asked for help. A bullet had struck his friend Ana Reyes."
    article, _, claims = read(text)
    first, other = (c for c in claims if c.measure in COUNTED)
    again = replace(other, group=first.group, scope="event")
    tree = Tree(article, annotate.annotate(article))
    assert with_kin(tree, [replace(first, scope="elsewhere"), again])[1].scope == "elsewhere"
    assert with_kin(tree, [replace(first, scope="historical"), again])[1].scope == "event"

"""The day of the story among the days that a report names."""

from collections.abc import Callable
from typing import Any

import pytest

from twosource.annotate import annotate
from twosource.extract.tree import Tree
from twosource.extract.when.day_evidence import day_evidence
from twosource.extract.when.story_day import story_day
from twosource.model import Span

# All were published on Wednesday, 7 May 2031.
CASES = [
    ("Two men were shot at a party on Monday. Police gave their names on Wednesday.", "2031-05-05"),
    ("A man appeared in court on Tuesday over a shooting that killed two on May 2.", "2031-05-02"),
    ("Two men were shot dead late Sunday. A vigil was held on Tuesday night.", "2031-05-04"),
    ("Police arrested a man on Wednesday. The shooting happened around 9 p.m. Friday.", "2031-05-02"),
    ("Two men died in a shooting on Monday. The trial opens on May 21.", "2031-05-05"),
    ("The shooting last fall killed two. It happened the afternoon of Sept. 10, police said.", "2030-09-10"),
    ("Nobody was hurt.", None),
    ("Two judges were killed. On May 4 the killed judge had turned 60.", None),
    ("Two judges were killed. The killed judge was born on May 4.", None),
    ("The 4 May Movement killed two judges, the minister said.", None),
    ("THE 4 MAY MOVEMENT KILLED TWO JUDGES, THE MINISTER SAID.", None),
    ("The colonel leads a force set up by a decree of March 19, 2030. Two judges were killed.", None),
    ("Two judges were killed, the minister said. The attack took place on March 19.", "2031-03-19"),
    ("The judge spoke of the crime perpetrated on May 4.", "2031-05-04"),
]


@pytest.fixture(scope="module")
def tree_of(read: Callable[..., Any]) -> Callable[[str], Tree]:
    """Return the tree of a text."""

    def reading(text: str) -> Tree:
        article = read(text)[0]
        return Tree(article, annotate(article))

    return reading


@pytest.mark.parametrize(("text", "day"), CASES, ids=[c[0][:40] for c in CASES])
def test_the_day_of_the_happening_is_the_storys(tree_of: Callable[[str], Tree], text: str, day: str | None) -> None:
    tree = tree_of(text)
    found = story_day(tree, Span(0, len(tree.text)))
    assert (found.earliest if found is not None else None) == day


def test_days_after_the_publication_do_not_compete(tree_of: Callable[[str], Tree]) -> None:
    tree = tree_of("Two men were shot on Monday. The hearing is on May 21.")
    assert [one.day[0] for one in day_evidence(tree, Span(0, len(tree.text)))] == ["2031-05-05"]


def test_a_claim_takes_the_day_inside_its_own_longer_stretch(read: Callable[..., Any]) -> None:
    text = "The September shooting killed two men. It happened on Sept. 10, police said. A man was charged on Tuesday."
    dates = {claim.date.earliest for claim in read(text)[2] if claim.measure == "killed"}
    assert dates == {"2030-09-10"}


def test_a_day_long_gone_told_of_something_else_is_not_the_deeds(read: Callable[..., Any]) -> None:
    text = "The council met after learning of the killing of Ada Quill, who was mayor of Velma in 2011."
    assert [claim.date for claim in read(text)[2] if claim.measure == "killed"] == [None]


def test_a_day_long_gone_that_is_told_of_the_deed_stands(read: Callable[..., Any]) -> None:
    text = "The council met after learning of the killing of Ada Quill in 2011."
    assert [claim.date.earliest for claim in read(text)[2] if claim.measure == "killed"] == ["2011-01-01"]

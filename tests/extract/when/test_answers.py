"""Which times date what people say of a deed or do about it, and which the deed itself."""

from collections.abc import Callable
from typing import Any

import pytest

from twosource.annotate import annotate
from twosource.extract.tree import Tree
from twosource.extract.when.answers import dates_an_answer

ANSWERS = [
    ("The assembly on Tuesday condemned the murder of judge Karl Brandt.", "murder"),
    ("The murder of judge Karl Brandt was condemned on Tuesday by the assembly.", "murder"),
    ("The court on Tuesday issued a warrant over the murder of judge Karl Brandt.", "murder"),  # by its link alone
    ("The council today called for calm after the shooting of two farmers.", "shooting"),
]
DEEDS = [
    # the time hangs on the deed, on the word for it, or on somebody who fell
    ("The judge was murdered on Sunday.", "murdered"),
    ("The assembly mourned Tuesday's dead.", "dead"),
    ("Police are investigating two Tuesday night shootings that killed Karl Brandt.", "killed"),
    ("Officials condemned the murder of a judge who fell on Sunday.", "murder"),
    # right behind the deed, whatever the parse makes of it
    ("The assembly condemned the murder of judge Karl Brandt on Tuesday.", "murder"),
    # who is taken after the deed did it then
    ("A man was arrested on Tuesday after killing two guards of a bank.", "killing"),
    ("A man was arrested on Tuesday after he shot two guards of a bank.", "shot"),
    # no answer at all
    ("Gunmen on Tuesday carried out the murder of judge Karl Brandt.", "murder"),
]


@pytest.mark.parametrize(("text", "deed", "expected"), [*((*c, True) for c in ANSWERS), *((*c, False) for c in DEEDS)])
def test_a_time_dates_an_answer_or_the_deed(read: Callable[..., Any], text: str, deed: str, *, expected: bool) -> None:
    article = read(text)[0]
    tree = Tree(article, annotate(article))
    index = next(i for i, token in enumerate(tree.tokens) if token.text == deed)
    assert dates_an_answer(tree, tree.times[0], index) is expected

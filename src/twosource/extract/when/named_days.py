"""A time in, whether it dates no happening out: in a name ("the 19 April Movement"), in a life, of what was printed."""

import re
from itertools import takewhile

from twosource.extract.tree import Tree
from twosource.lang.reading import words
from twosource.model import Time

TO_NOW = re.compile(r"PT(?:X|\d)")  # hours and minutes


def is_length(tree: Tree, time: Time) -> bool:
    """Tell whether a time is a length, and names no day; "in the past few hours" names the day it ends on."""
    if time.kind != "DURATION":
        return False
    told = tree.article.published or tree.article.modified
    ends = time.latest is not None and told is not None and time.latest <= told[:10]
    return not (ends and TO_NOW.match(time.value or ""))


def is_of_name(tree: Tree, time: Time) -> bool:
    """Tell whether a time goes on as the name of a group, a street or a school, written with a capital.

    In a text of capitals it is a name where the time hangs on it: "THE 19 APRIL MOVEMENT".
    """
    inside = tree.inside(time.span)
    last = max(inside, default=None)
    if last is None or last + 1 >= len(tree.tokens):
        return False
    following = tree.tokens[last + 1]
    if following.text.lower() not in words("en/acts", "dated", "named"):
        return False
    shouted = tree.text[following.start : following.end].isupper() and tree.tokens[last].head == last + 1
    return following.text[:1].isupper() or shouted


def is_of_print(tree: Tree, time: Time) -> bool:
    """Tell whether a time dates what was printed or stood: "(Published Friday)", "Updated: 9 p.m.", "as of Monday"."""
    first = min(tree.inside(time.span), default=0)
    links = {*words("en/acts", "dated", "printed_links")}
    link = sum(1 for _ in takewhile(lambda word: word in links, reversed(tree.lower[:first])))
    before = first - link - 1
    if before >= 1 and tree.lower[before - 1 : before + 1] == ["as", "of"]:
        return True
    return before >= 0 and tree.lower[before] in words("en/acts", "dated", "printed")


def is_of_life(tree: Tree, time: Time) -> bool:
    """Tell whether a time dates a step of somebody's life: "was born in 1980", "on 13 May she had turned 20"."""
    first = min(tree.inside(time.span), default=None)
    verb = tree.verb_above(first) if first is not None else None
    if verb is None:
        return False
    lemma = tree.tokens[verb].lemma
    age = any(tree.number(c) is not None for c in tree.children(verb, "attr", "acomp", "dobj", "npadvmod", "oprd"))
    return lemma in words("en/acts", "dated", "lives") or (lemma == "turn" and age)

"""A time in, whether it dates no happening out: in a name ("the 19 April Movement"), in a life, of what was printed."""

import re

from twosource.extract.tree import Tree
from twosource.lang.reading import words
from twosource.model import Time

FAR = 4  # paragraphs; over fewer a clock time mostly goes on with the day told last
WORD = re.compile(r"[a-z]+|\d{4}")
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
    links = words("en/acts", "dated", "printed_links")
    before = next((at for at in range(first - 1, -1, -1) if tree.lower[at] not in links), -1)
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


def is_far_from_its_day(tree: Tree, time: Time) -> bool:
    """Tell whether a bare clock time has its day from a mention far before: "at 8 pm", long behind "on 3 May".

    It dates what the paragraph tells, and not by that day.
    """
    if time.kind != "TIME" or _names_a_day(time):
        return False
    own = _block(tree, time)
    before = (t for t in tree.times if t.span < time.span and t.earliest == time.earliest and _names_a_day(t))
    named = [_block(tree, other) for other in before]
    return bool(named) and own - max(named) >= FAR


def _names_a_day(time: Time) -> bool:
    told = WORD.findall(time.text.lower())
    is_clock = time.kind == "TIME"
    return not is_clock or not words("en/acts", "dated", "day_words").isdisjoint(told)


def _block(tree: Tree, time: Time) -> int:
    return tree.sentence(tree.at(time.span.start) or 0).block

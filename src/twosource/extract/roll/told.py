"""A word for the dead, hurt or taken in, the list that tells who they are out: "the victims were A and B".

Who is on the list is read elsewhere.
"""

from collections.abc import Iterator
from functools import cache

from twosource.extract.roll.listed import FINITE
from twosource.extract.roll.stretch import (
    Stretch,
    chain_start,
    end_of,
    list_behind,
    spoken_near,
    tells_of_death,
    word_at,
)
from twosource.extract.roll.words import LEXICON
from twosource.extract.tree import Tree
from twosource.lang.reading import words
from twosource.model.claim import Measure

CASUALTY = "en/casualty"
DASHES = frozenset("–—-")
REACH = 14  # words from "the victims" to "were" or "named as"
NEAR = 3  # words from "those" or "among the" to "injured"
ONE_OF = frozenset({"who", "that"})
HURT: tuple[Measure, ...] = ("injured", "captured")


def measures_of(tree: Tree, index: int) -> Iterator[Measure]:
    """Yield what befell the people that a word stands for: "the dead", "the victims", "those kidnapped"."""
    word = word_at(tree, index)
    struck = word in words(LEXICON, "struck")
    if word in words(LEXICON, "dead") and (not struck or tells_of_death(tree, index)):
        yield "killed"
    elif struck:
        yield from _by_context(tree, index)
    if clause_of_death(tree, index) is not None:
        yield "killed"
    for measure in HURT:
        if word in words(LEXICON, measure, "people") and _stands_for_people(tree, index):
            yield measure


def clause_of_death(tree: Tree, index: int) -> int | None:
    """Return where people stand whose death a clause tells by a verb: "those who died", "who lost their lives"."""
    word = word_at(tree, index)
    is_lost = word in words(LEXICON, "own_life") and word_at(tree, index - 1) in words(LEXICON, "owners")
    verb = index - 2 if is_lost else index
    if word_at(tree, verb) not in words(LEXICON, "losing" if is_lost else "died"):
        return None
    start = chain_start(tree, verb) - 1
    return start - 1 if word_at(tree, start) in ONE_OF and start > tree.sentence(index).first else None


def _by_context(tree: Tree, index: int) -> Iterator[Measure]:
    """What befell victims where nobody in the report is told to have died, and one thing alone is told close by."""
    near = spoken_near(tree, index)
    told = [measure for measure in HURT if near & words(LEXICON, measure, "signs")]
    if len(told) == 1 and not any(token.lemma in _deadly() for token in tree.tokens):
        yield told[0]


@cache
def _deadly() -> frozenset[str]:
    lists = (words(CASUALTY, "killed", kind) for kind in ("object", "subject", "state", "noun", "objects_of"))
    return frozenset().union(*lists)


def _stands_for_people(tree: Tree, index: int) -> bool:
    """Tell whether a participle is a noun: "the wounded", "those who were kidnapped"; not "he was wounded"."""
    if tree.tokens[index].tag in FINITE and tree.tokens[index].dep != "nsubj":
        return False
    before = {word_at(tree, i) for i in range(max(tree.sentence(index).first, index - NEAR), index)}
    return bool(before & words(LEXICON, "told_as", "those")) or index == tree.sentence(index).first


def _stops(measure: Measure) -> frozenset[str]:
    return words(LEXICON, "stop") | words(LEXICON, "stop", measure)


def told_as(tree: Tree, index: int, measure: Measure) -> Iterator[Stretch]:
    """Read "the victims were A and B", "named the dead as A", "among those killed were A and B"."""
    word, last = word_at(tree, index), min(end_of(tree, index), index + REACH)
    between = [word_at(tree, i) for i in range(index, last)]
    aside = _aside_end(between)
    between[1:aside] = [""] * len(between[1:aside])
    first, people = tree.sentence(index).first, clause_of_death(tree, index)
    ahead = {word_at(tree, i) for i in range(max(first, (index if people is None else people) - 4), index)}
    is_names = word == "names" or "names" in ahead
    opening = DASHES if is_names else frozenset()
    between = [":" if each in opening or each in words(LEXICON, "told_as", "opening") else each for each in between]
    start = _list_start(between, named=bool(ahead & words(LEXICON, "told_as", "naming")))
    if start is None or set(between[:start]) & _stops(measure) or _says_else(tree, index + aside, index + start):
        return
    if (word == "identified" and "those" not in ahead) or _are_theirs(tree, index if people is None else people):
        return
    if not words(LEXICON, "chain", "be").isdisjoint(between[1:start]) and _befell(tree, index):
        return
    if word == "names" and between[start] in words(LEXICON, "chain", "be"):
        return
    some = bool(ahead & {"among", "amongst"}) or between[start].startswith("includ")
    yield list_behind(tree, index, index + start + 1, among=some, measure=measure)


def _are_theirs(tree: Tree, people: int) -> bool:
    """Tell whether others who belong to the dead are listed: "relatives of the victims include"; not "the names of"."""
    of = next((i for i in range(people - 1, people - NEAR, -1) if word_at(tree, i) == "of"), 0)
    whose = of - 1 if of > tree.sentence(people).first else None
    return whose is not None and tree.tokens[whose].tag == "NNS" and word_at(tree, whose) not in words(LEXICON, "dead")


def _befell(tree: Tree, index: int) -> bool:
    """Tell whether "killed" tells what befell somebody, and is no noun: "one was killed, and the suspects were"."""
    start = chain_start(tree, index)
    is_told = {word_at(tree, i) for i in range(start, index)} & words(LEXICON, "chain", "be")
    return bool(is_told) and word_at(tree, start - 1) not in ONE_OF


def _aside_end(between: list[str]) -> int:
    """Where a clause between commas behind the dead ends: "the victims, who died at the scene, were"; 0 without one."""
    is_aside = between[1:2] == [","] and between[2:3] in (["who"], ["whose"]) and "," in between[3:]
    return between.index(",", 3) if is_aside else 0


def _says_else(tree: Tree, first: int, last: int) -> bool:
    """Tell whether another verb stands between the dead and the list: "victims had stable signs and one was"."""
    known = words(LEXICON, "chain") | words(LEXICON, "told_as", "naming") | words(LEXICON, "toll_verbs")
    verbs = (i for i in range(first + 1, last) if tree.tokens[i].tag in FINITE - {"VBG"})
    return any(word_at(tree, i) not in known for i in verbs)


def _list_start(between: list[str], *, named: bool) -> int | None:
    """Where "as", ":" or "were" leads to the list, counted from the word for the dead."""
    naming = next((i for i, word in enumerate(between) if word in words(LEXICON, "told_as", "naming")), len(between))
    naming = -1 if named else naming
    colon = next((i for i, word in enumerate(between) if word == ":"), None)
    as_ = next((i for i, word in enumerate(between) if word == "as" and i > naming and between[i - 1] != "known"), None)
    as_ = colon if colon is not None else as_
    copulas = words(LEXICON, "told_as", "copulas")
    return as_ if as_ is not None else next((i for i, word in enumerate(between[1:], 1) if word in copulas), None)

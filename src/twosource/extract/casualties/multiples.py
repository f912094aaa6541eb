"""A noun in, people counted beside a verb out: "a quadruple shooting", "a double homicide", "two gunshot victims"."""

from collections.abc import Iterator

from twosource.extract.people.counted import People, people
from twosource.extract.people.mention import LEXICON, Mention
from twosource.extract.tree import Tree
from twosource.lang.reading import lexicon, words
from twosource.model import Group
from twosource.model.claim import Measure


def multiple(tree: Tree, index: int) -> Iterator[Mention]:
    """Read "a quadruple shooting" as four people shot, "a double homicide" as two killed."""
    table = lexicon(LEXICON)["multiples"]
    measure = table["nouns"].get(tree.tokens[index].lemma)
    for child in tree.children(index, "amod", "compound", "nmod") if measure is not None else ():
        number = table["times"].get(tree.tokens[child].text.lower())
        if number is not None:
            counted = _so_many(tree, child, index, number)
            yield Mention(trigger=index, measure=measure, people=counted, agent=None, pattern="counted noun")


def _so_many(tree: Tree, first: int, last: int, number: int) -> People:
    span = tree.span_of(min(first, last), max(first, last))
    group = Group(text=span.of(tree.text), role="victim")
    wording = tree.tokens[first].text
    return People(head=last, low=number, high=number, wording=wording, group=group, span=span)


def victims(tree: Tree, index: int) -> Iterator[Mention]:
    """Read "the other four shooting victims" as four people shot, dead or hurt."""
    if tree.tokens[index].lemma != "victim":
        return
    told = {tree.tokens[c].text.lower() for c in tree.children(index, "amod", "compound", "nmod")}
    numbered = any(tree.number(c) is not None for c in tree.children(index, "nummod", "amod"))
    if not numbered or told.isdisjoint(words(LEXICON, "multiples", "victims")):
        return
    for counted in people(tree, index):
        if counted.low:
            yield Mention(trigger=index, measure=_outcome(counted), people=counted, agent=None, pattern="counted noun")


def hostages(tree: Tree, index: int) -> Iterator[Mention]:
    """Read "freed three hostages", "the eight captives": so many were taken, whatever became of them."""
    for counted in people(tree, index) if tree.tokens[index].lemma in words(LEXICON, "hostages") else ():
        if (counted.low or 0) > 1:
            yield Mention(trigger=index, measure="captured", people=counted, agent=None, pattern="counted noun")


def _outcome(counted: People) -> Measure:
    """Several may be dead or hurt; one is followed to the end."""
    return "injured" if counted.low == 1 else "hit"

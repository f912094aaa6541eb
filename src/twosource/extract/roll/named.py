"""A verb that names people in, the list of them out where they are some of the dead: "the brothers were named as".

Who is on the list is read elsewhere.
"""

from collections.abc import Iterator

from twosource.extract.roll.stretch import Stretch, chain_start, rest, tells_of_death, word_at
from twosource.extract.roll.words import LEXICON, listed
from twosource.extract.tree import VERBAL, Tree
from twosource.lang.reading import words

PHRASE = 12  # words of the people before the verb: "the men, all workers of the utility, were named as"
BEHIND = 8  # words from the verb to "as": "identified the four brothers as"
SEVERAL = 2  # names; one man named close to a death is as often the suspect


def named_as(tree: Tree, index: int) -> Iterator[Stretch]:
    """Read "the brothers were identified as A and B", "named the four men as A, B, C and D" close to a death."""
    if tree.tokens[index].pos not in VERBAL or word_at(tree, index) not in words(LEXICON, "told_as", "calling"):
        return
    opening = _opening(tree, index)
    if opening is None or not tells_of_death(tree, index):
        return
    start = chain_start(tree, index)
    is_passive = start < index
    first = max(tree.sentence(index).first, start - PHRASE)
    people = {word_at(tree, i) for i in (range(first, start) if is_passive else range(index + 1, opening))}
    elsewise = words(LEXICON, "stop") | words(LEXICON, "alive") | words(LEXICON, "told_as", "others")
    told = people & (listed("many") | words(LEXICON, "told_as", "all"))
    if is_passive and people == words(LEXICON, "told_as", "back"):
        people = _before(tree, index) | {word_at(tree, i) for i in range(opening, opening + BEHIND)}
        told = people & words(LEXICON, "deadly")
    if told and people.isdisjoint(elsewise | words("en/people", "perpetrator")):
        yield Stretch(index, None, rest(tree, index, opening + 1), least=SEVERAL)


def _before(tree: Tree, index: int) -> set[str]:
    """The words of the sentence before, whose people "They were identified as" means."""
    before = tree.sentences[max(0, tree.sentence_number(index) - 1)]
    return {word_at(tree, i) for i in range(before.first, before.last)}


def _opening(tree: Tree, index: int) -> int | None:
    """The "as" or ":" that leads to the list."""
    for spot in range(index + 1, min(index + 1 + BEHIND, tree.sentence(index).last)):
        if word_at(tree, spot) in {"as", ":"}:
            return spot
    return None

"""A word that counts people among the dead in, where those people are listed out: "A and B were among those killed".

Also "named A and B as killed" and "lost his wife A and their son B". Who is on the list is read elsewhere.
"""

from collections.abc import Iterator

from twosource.extract.roll.stretch import (
    Stretch,
    chain_start,
    end_of,
    list_before,
    list_behind,
    tells_of_death,
    word_at,
)
from twosource.extract.roll.words import LEXICON, listed
from twosource.extract.tree import VERBAL, Tree
from twosource.lang.reading import words

NEAR = 6  # words between "among" and the word for the dead: "as being among those reportedly killed"
OPENING = frozenset({":", "–", "—", "-"})
KIN = 4  # words from "lost" to the relative: "lost his two young sons"


def among(tree: Tree, index: int) -> Iterator[Stretch]:
    """Read the list before "among those killed", "among the victims", "as killed", "as one of the dead"."""
    dead = _dead_behind(tree, index)
    if dead is None or word_at(tree, index - 1) in words(LEXICON, "among", "before"):
        return
    if word_at(tree, dead) in words(LEXICON, "struck") and not tells_of_death(tree, dead):
        return
    start = chain_start(tree, index, words(LEXICON, "among", "naming"))
    if {word_at(tree, i) for i in range(start, index)} & words(LEXICON, "chain", "be"):
        yield Stretch(dead, list_before(tree, start), None, among=True)
        return
    verb = _naming_verb(tree, index)
    if verb is not None:
        yield Stretch(dead, None, tree.span_of(verb + 1, index - 1), among=True)


def _dead_behind(tree: Tree, index: int) -> int | None:
    """The word for the dead that "among" or "as" leads to."""
    for spot in range(index + 1, min(index + 1 + NEAR, len(tree.tokens))):
        word = word_at(tree, spot)
        if word in words(LEXICON, "toll_verbs") or (word in words(LEXICON, "dead") and word != "names"):
            return spot
        if word not in words(LEXICON, "among", "between"):
            return None
    return None


def _naming_verb(tree: Tree, index: int) -> int | None:
    """The verb before the people: "mentioned A and B among the victims"."""
    first = tree.sentence(index).first
    for spot in range(index - 2, first, -1):
        if tree.tokens[spot].pos in VERBAL and word_at(tree, spot) in words(LEXICON, "among", "naming"):
            return spot
    return None


def lost(tree: Tree, index: int) -> Iterator[Stretch]:
    """Read "lost his wife A and their son B", "lost two sons, A and B": whom a person of theirs is told with."""
    spoken = {word_at(tree, i) for i in range(index + 1, index + 2 + KIN)}
    opening = _colon(tree, index) if spoken & words("en/casualty", "own", "family") else None
    is_led = word_at(tree, index + 1) in words(LEXICON, "owners") | words(LEXICON, "articles")
    is_kin = bool(spoken & (listed("one") | listed("many")))
    if opening is not None or (is_kin and (is_led or tree.number(index + 1) is not None)):
        yield list_behind(tree, index, opening or index + 1)


def _colon(tree: Tree, index: int) -> int | None:
    """Where a list begins behind "lost her entire family in the raid:"."""
    return next((i for i in range(index, end_of(tree, index)) if word_at(tree, i) in OPENING), None)

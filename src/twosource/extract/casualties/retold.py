"""Casualty mentions in, the bare numbers that others give of the same people out: "four died, while others said six".

It reads words: of a clause that leaves its people out a parser makes nothing certain.
"""

from collections.abc import Iterator, Sequence

from twosource.extract.people.mention import Mention, mentioned
from twosource.extract.speech.attribution import is_telling
from twosource.extract.tree import Tree
from twosource.lang.reading import words
from twosource.model import Number
from twosource.model.claim import Measure

LEXICON = "en/retold"
PATTERN = "retold"
BETWEEN = 4  # words from the verb to the number: "put the figure at", "later reported at least"
ENDS = frozenset({"CCONJ", "SCONJ", "PUNCT", "SPACE", "ADV", "VERB"})


def with_retold(tree: Tree, found: Sequence[Mention]) -> list[Mention]:
    """Return the mentions, and one for each bare number told behind one of them by a verb of speech."""
    taken = [mention.people.span for mention in found]
    more = [m for index in range(len(tree.tokens)) for m in _retold(tree, index, found)]
    return [*found, *(m for m in more if not any(m.people.span.touches(span) for span in taken))]


def _retold(tree: Tree, index: int, found: Sequence[Mention]) -> Iterator[Mention]:
    number = tree.number(index)
    if number is None or number.kind != "cardinal" or index != tree.inside(number.core)[-1]:
        return
    inside = tree.inside(number.span)
    verb = _verb_before(tree, inside[0]) if _is_bare(tree, number, inside[-1] + 1) else None
    measure = _measure_before(tree, verb, found) if verb is not None else None
    if measure is not None:
        told = mentioned(tree, index, index, measure, PATTERN)
        yield from (m for m in told if not m.people.parts and not m.is_part)  # "listed six and the police seven"


def _is_bare(tree: Tree, number: Number, behind: int) -> bool:
    """Tell whether a number counts nothing that follows: "reported three", not "three arrests", "three burnt carts"."""
    if any(time.span.touches(number.span) for time in tree.times) or behind >= len(tree.tokens):
        return False
    if any(tree.tokens[i].dep == "nummod" and tree.tokens[i].head >= behind for i in tree.inside(number.core)):
        return False
    return tree.tokens[behind].pos in ENDS and tree.lower[behind] not in words(LEXICON, "not_behind")


def _verb_before(tree: Tree, first: int) -> int | None:
    """The verb that tells the number, close before it: "reported", "put it at", "spoke of"."""
    spot = first - 1
    while spot >= max(first - BETWEEN, 0) and tree.lower[spot] in words(LEXICON, "between"):
        spot -= 1
    if spot < 0:
        return None
    told = is_telling(tree, spot) or tree.tokens[spot].lemma in words(LEXICON, "verbs")
    return spot if told else None


def _measure_before(tree: Tree, verb: int, found: Sequence[Mention]) -> Measure | None:
    """What befell those counted before in the sentence, or in the one before it; None where it is not one thing."""
    number = tree.sentence_number(verb)
    counts = [m for m in found if m.trigger < verb and m.people.low is not None and m.people.head < verb]
    for sentence in (number, number - 1):
        near = {m.measure for m in counts if tree.sentence_number(m.trigger) == sentence}
        if near:
            return near.pop() if len(near) == 1 else None
    return None

"""A list of the dead in, where it goes on out: "... and their daughter. Anna Riedl, her son Jan and his wife.".

Sentences without a verb right behind a list are part of it. It knows where sentences end; who is on the list is read
elsewhere.
"""

from twosource.extract.roll.stretch import Stretch, end_of, word_at
from twosource.extract.roll.words import LEXICON, listed
from twosource.extract.tree import Tree
from twosource.lang.reading import words
from twosource.model import Span
from twosource.model.claim import Measure

FINITE = frozenset({"VBD", "VBZ", "VBP", "MD", "VB"})
SHORTEST = 4  # words


def going_on(tree: Tree, span: Span, measure: Measure) -> Stretch | None:
    """Return the sentence behind a list's where it tells of no more than people: no verb, and somebody's relative."""
    last = tree.at(span.end - 1)
    if last is None:
        return None
    first = end_of(tree, last)
    if first >= len(tree.tokens) or tree.sentence(first).block != tree.sentence(last).block:
        return None
    end = end_of(tree, first)
    while first < end and word_at(tree, first) in words(LEXICON, "with", "leading"):
        first += 1
    inside = tree.tokens[first:end]
    spoken = {token.text.lower() for token in inside}
    elsewise = words(LEXICON, "stop") | words(LEXICON, "alive")
    is_list = len(inside) >= SHORTEST and not spoken.isdisjoint(listed("one") | listed("many"))
    if not is_list or not spoken.isdisjoint(elsewise) or any(token.tag in FINITE for token in inside):
        return None
    return Stretch(first, None, tree.span_of(first, end - 1), measure=measure)

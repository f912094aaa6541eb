"""A head of people in, the further people of a list with a comma before its "and" out, word by word.

Parsers often take "the murder of six priests, a cook, and her daughter" for a murder of priests who are a cook; the
comma before "and" tells that it is a list. Who of them are people is decided elsewhere.
"""

from functools import cache

from twosource.extract.tree import Tree
from twosource.lang.reading import words

LEXICON = "en/people"
OPENING = frozenset({"DT", "PRP$", "CD"})
INSIDE = frozenset({"DT", "PRP$", "CD", "JJ", "NN", "NNP", "NNPS", "NNS", "VBN", "HYPH", "POS"})
PLURAL = frozenset({"NNS", "NNPS"})
NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
KINDS = ("general", "civilian", "children", "women", "men", "groups", "police", "military")


def comma_list(tree: Tree, head: int) -> list[int]:
    """Return the heads of the people behind an object of "of", [] where no comma list follows.

    Only behind several people ("the mayor, a lawyer, and two guards" may be three), and only phrases that open with
    an article, a number or an owner: names side by side are often one person's.
    """
    if tree.tokens[head].dep != "pobj" or tree.tokens[head].tag not in PLURAL:
        return []
    found: list[int] = []
    at = head + 1
    while _text(tree, at) == ",":
        is_last = _text(tree, at + 1) == "and"
        noun = _phrase(tree, at + 1 + is_last)
        if noun is None:
            return []
        found.append(noun)
        at = noun + 1
        if is_last:
            return found if len(found) > 1 else []
    return []


def _phrase(tree: Tree, first: int) -> int | None:
    """The noun of the phrase that opens at a token and names people."""
    end = tree.sentence(first).last if first < len(tree.tokens) else first
    if first >= end or tree.tokens[first].tag not in OPENING:
        return None
    last = first
    while last + 1 < end and tree.tokens[last + 1].tag in INSIDE:
        last += 1
    is_people = tree.tokens[last].tag in NOUNS and tree.tokens[last].lemma.lower() in people_words()
    return last if is_people else None


@cache
def people_words() -> frozenset[str]:
    """Return the nouns for people of every kind."""
    return frozenset().union(*(words(LEXICON, kind) for kind in KINDS))


def _text(tree: Tree, index: int) -> str:
    return tree.tokens[index].text.lower() if index < len(tree.tokens) else ""

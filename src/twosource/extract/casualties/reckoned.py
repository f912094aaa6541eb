"""People told of with what they are reckoned to be: "tallied eight as killed", "counted two among the dead".

A verb of counting or telling stands above the people and, behind "as" or "among", the word for what befell them.
"""

from collections.abc import Iterator

from twosource.extract.people.mention import LEXICON, Mention, mentioned
from twosource.extract.tree import VERBAL, Tree
from twosource.lang.reading import words
from twosource.model.claim import Measure

PATTERN = "reckoned as"
BEHIND = frozenset({"pcomp", "amod", "pobj"})


def reckoned(tree: Tree, index: int, measure: Measure) -> Iterator[Mention]:
    """Read "reported five people as killed", "sources tallied eight citizens as having been killed"."""
    verb = _verb_above(tree, index) if not tree.children(index, "dobj") else None  # "as having killed two"
    people = tree.child(verb, "dobj", "nsubjpass") if verb is not None else None
    if people is not None:
        yield from (m for m in mentioned(tree, index, people, measure, PATTERN) if m.people.low is not None)


def _verb_above(tree: Tree, index: int) -> int | None:
    """The verb of counting above "as killed", "as having died", "among the dead"."""
    token = tree.tokens[index]
    marked = token.dep == "advcl" and any(tree.lower[mark] == "as" for mark in tree.children(index, "mark"))
    link = token.head if token.dep in BEHIND else None
    if link is not None and tree.lower[link] not in words(LEXICON, "reckoned", "links"):
        return None
    if link is None and not marked:
        return None
    above = tree.tokens[link].head if link is not None else token.head
    verb = above if tree.tokens[above].pos in VERBAL else tree.tokens[above].head
    return verb if tree.tokens[verb].lemma in words(LEXICON, "reckoned", "verbs") else None

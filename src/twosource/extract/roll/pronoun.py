"""A verb told of "he" or "she" in, the one meant out as an entry of the list: "He was killed with his two sons".

Only where the sentence before is about one person by name. Who else is on the list is read elsewhere.
"""

from twosource.extract.roll.entry import Entry
from twosource.extract.roll.stretch import chain_start, word_at
from twosource.extract.tree import Tree
from twosource.lang.reading import words

SUBJECTS = frozenset({"nsubj", "nsubjpass"})


def meant_by_pronoun(tree: Tree, trigger: int) -> list[Entry]:
    """Return an entry for whom "he" or "she" right before the verb means, with the name told before; else none."""
    start = chain_start(tree, trigger) - 1
    number = tree.sentence_number(trigger)
    if number == 0 or word_at(tree, start) not in words("en/roll", "pronouns"):
        return []
    before, here = tree.sentences[number - 1], tree.sentences[number]
    subjects = (i for i in range(before.first, before.last) if tree.tokens[i].dep in SUBJECTS)
    names = [name for i in subjects if (name := tree.name(i)) is not None and name.kind == "person"]
    if before.block != here.block or len({name.canonical for name in names}) != 1:
        return []
    return [Entry(1, tree.span_of(start, start), [names[0].canonical])]

"""Casualty mentions in, the same with those marked that count people known by name: "named 12 of the dead".

There are no fewer dead than have names; there may be more. Lists that tell the names themselves are read elsewhere.
"""

from collections.abc import Iterator
from dataclasses import replace

from twosource.extract.people.counted import People, people
from twosource.extract.people.mention import LEXICON, Mention
from twosource.extract.roll.stretch import tells_of_death, word_at
from twosource.extract.roll.words import LEXICON as ROLL
from twosource.extract.tree import Tree
from twosource.lang.reading import words
from twosource.model import Group
from twosource.values.pattern import BY_NAME

LISTS = ("list of names", "names among others")
ABOVE = ("dobj", "nsubjpass", "pobj", "attr", "oprd", "ccomp")


def marked_by_name(tree: Tree, found: list[Mention]) -> list[Mention]:
    """Return the mentions, those of people counted by their names marked so, and such counts nobody else reads."""
    marked = [_marked(tree, mention) for mention in found]
    known = {mention.people.head for mention in found}
    return [*marked, *(m for i in range(len(tree.tokens)) if i not in known for m in _unread(tree, i, found))]


def _marked(tree: Tree, mention: Mention) -> Mention:
    counts = mention.measure == "killed" and (mention.people.low or 0) > 1 and not mention.is_part
    if not counts or mention.pattern.startswith(LISTS) or not _is_by_name(tree, mention.people.head):
        return mention
    return replace(mention, pattern=f"{mention.pattern}{BY_NAME}")


def _is_by_name(tree: Tree, head: int) -> bool:
    """Tell whether a phrase is of people named: "the names of ten people", "identified 12 victims", "12 named dead"."""
    naming = words(LEXICON, "by_name", "verbs")
    token = tree.tokens[head]
    above = token.head
    if token.dep == "pobj" and tree.tokens[above].lemma == "of":
        return tree.tokens[tree.tokens[above].head].lemma in words(LEXICON, "by_name")
    if token.dep in ABOVE and tree.tokens[above].lemma in naming and tree.tokens[above].pos == "VERB":
        return True
    return any(tree.tokens[c].text.lower() in naming for c in tree.children(head, "amod", "acl"))


def _unread(tree: Tree, index: int, found: list[Mention]) -> Iterator[Mention]:
    """Read "named 22 victims, but at least 30 had died", "posted 12 names of relatives who were killed"."""
    own = word_at(tree, index)
    is_dead = own == "names" or own in words(ROLL, "dead")
    if not is_dead and not (_is_identified(tree, index) and _is_of_the_dead(tree, index)):
        return
    sentence = tree.sentence(index)
    spoken = {word_at(tree, i) for i in range(sentence.first, sentence.last)}
    naming = words(LEXICON, "by_name") | words(LEXICON, "by_name", "plurals")
    of_names = bool(spoken & naming) and tells_of_death(tree, index)
    if is_dead and spoken.isdisjoint(words(ROLL, "deadly")) and not of_names:
        return  # victims identified may be hurt
    if own == "names":
        yield from _names(tree, index, found)
    elif _is_by_name(tree, index):
        yield from (_mention(index, told) for told in people(tree, index) if (told.low or 0) > 1 and not told.definite)


def _is_identified(tree: Tree, index: int) -> bool:
    """Tell whether a phrase is what a verb of naming names: "only three were identified", "identified 11 relatives"."""
    token = tree.tokens[index]
    above = tree.tokens[token.head]
    is_naming = above.pos == "VERB" and above.lemma in words(LEXICON, "by_name", "verbs")
    return is_naming and token.dep in {"nsubjpass", "dobj"}


def _is_of_the_dead(tree: Tree, index: int) -> bool:
    """Tell whether people identified are dead: "as having been killed", or a bare number of the dead just told of."""
    sentence = tree.sentence(index)
    if tree.tokens[index].pos == "NUM":
        before = {word_at(tree, i) for i in range(sentence.first, index)}
        return not before.isdisjoint(words(ROLL, "deadly"))
    behind = [word_at(tree, i) for i in range(index, sentence.last)]
    told = behind[behind.index("as") + 1 :] if "as" in behind else []
    first = next((word for word in told if word not in words(ROLL, "among", "between")), "")
    return first in words(ROLL, "toll_verbs")


def _names(tree: Tree, index: int, found: list[Mention]) -> Iterator[Mention]:
    number = next((n for c in tree.children(index, "nummod") if (n := tree.number(c)) is not None), None)
    if number is None or number.low is None or number.low < 2 or number.kind != "cardinal":
        return
    below = [i for p in tree.children(index, "prep") for i in tree.children(p, "pobj")]
    if not any(m.people.head in below and m.people.low for m in found):
        span = tree.span_of(index - 1, index)
        group = Group(text=span.of(tree.text), role="victim")
        low, high = int(number.low), None if number.high is None else int(number.high)
        yield _mention(index, People(head=index, low=low, high=high, wording=number.text, group=group, span=span))


def _mention(index: int, counted: People) -> Mention:
    return Mention(trigger=index, measure="killed", people=counted, agent=None, pattern=f"counted noun{BY_NAME}")

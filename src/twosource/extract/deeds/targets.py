"""A word for an attack or a threat in, whom it was aimed at out: "the attack on Ana Ruiz", "threatened the mayor".

They may have come to no harm: who was killed, hurt or taken is read elsewhere. Words stand in ``lang/en/targets.toml``.
"""

from collections.abc import Iterator
from typing import NamedTuple

from twosource.extract.casualties.scene import was_aimed_at
from twosource.extract.people.counted import People, people
from twosource.extract.people.group import person_at
from twosource.extract.people.mention import NOMINAL, subject_of
from twosource.extract.tree import VERBAL, Tree
from twosource.lang.reading import lexicon, words

LEXICON = "en/targets"
PASSIVE = ("nsubjpass",)


class Target(NamedTuple):
    """People aimed at: the word that tells it, what was done ("attacked" or "threatened"), who they are."""

    trigger: int
    deed: str
    people: People


def targets(tree: Tree) -> list[Target]:
    """Return whom the attacks and threats of an article were aimed at, in text order, each head once."""
    found = [target for index in range(len(tree.tokens)) for target in _at(tree, index)]
    first = {(target.deed, target.people.head): target for target in reversed(found)}
    return sorted(first.values(), key=lambda target: (target.trigger, target.people.span))


def _at(tree: Tree, index: int) -> Iterator[Target]:
    deed = _deed(tree, index)
    if deed is None:
        return
    for head in _aimed_at(tree, index, deed):
        yield from (Target(index, deed, counted) for counted in _told(tree, head))


def _deed(tree: Tree, index: int) -> str | None:
    token = tree.tokens[index]
    kind = "verbs" if token.pos in VERBAL else "nouns" if token.pos in NOMINAL else None
    if kind is None:
        return None
    tables = lexicon(LEXICON)
    return next((deed for deed in ("attacked", "threatened") if token.lemma in tables[deed][kind]), None)


def _aimed_at(tree: Tree, index: int, deed: str) -> Iterator[int]:
    if tree.tokens[index].pos in VERBAL:
        yield from _of_verb(tree, index, deed)
    else:
        yield from _behind(tree, index, lexicon(LEXICON)[deed]["links"])
        yield from _receiving(tree, index, deed)


def _of_verb(tree: Tree, verb: int, deed: str) -> Iterator[int]:
    """The object or the subject of a passive, who is fired at, and whom a threat is to befall."""
    lemma = tree.tokens[verb].lemma
    if lemma in words(LEXICON, "shooting"):
        yield from _behind(tree, verb, lexicon(LEXICON)["shooting"]["links"])
        yield from tree.children(verb, *PASSIVE) if was_aimed_at(tree, verb) else []
    elif lemma in words(LEXICON, "escaping"):
        escaped = any(_deed(tree, c) == deed for c in tree.children(verb, "dobj"))
        yield from _given(subject_of(tree, verb) if escaped else None)
    elif not _is_of_words(tree, verb):
        yield from tree.children(verb, "dobj", *PASSIVE) or _described(tree, verb)
        for deadly in tree.children(verb, "xcomp") if deed == "threatened" else []:
            yield from tree.children(deadly, "dobj")


def _described(tree: Tree, verb: int) -> list[int]:
    """The noun of a participle: "three teachers attacked on Monday"."""
    token = tree.tokens[verb]
    return [token.head] if token.tag == "VBN" and token.dep in {"acl", "relcl"} else []


def _is_of_words(tree: Tree, verb: int) -> bool:
    """Tell whether somebody is attacked in words: "harshly attacked the president", "the senator attacked Ana Ruiz"."""
    told = {tree.tokens[c].text.lower() for c in tree.children(verb, "advmod")}
    by = [i for agent in tree.children(verb, "agent") for i in tree.children(agent, "pobj")]
    doer = by[0] if by else tree.child(verb, "nsubj")
    by_name = doer is not None and person_at(tree, doer) is not None
    return by_name or bool(told & words(LEXICON, "figurative"))


def _behind(tree: Tree, index: int, links: list[str]) -> Iterator[int]:
    """The people behind "on", "against" and the like, wherever the parser hangs it."""
    for prep in tree.children(index, "prep"):
        if tree.tokens[prep].lemma in links:
            yield from tree.children(prep, "pobj")


def _receiving(tree: Tree, noun: int, deed: str) -> Iterator[int]:
    """Who "received threats", "was the target of an attack"."""
    above = tree.tokens[noun].head
    lemma = tree.tokens[above].lemma
    if tree.tokens[noun].dep == "dobj" and lemma in words(LEXICON, "receiving") and deed == "threatened":
        yield from _given(subject_of(tree, above))
    elif tree.tokens[noun].dep == "pobj" and lemma == "of":
        aim = tree.tokens[above].head
        is_aim = tree.tokens[aim].lemma in words(LEXICON, "aims")
        yield from _given(_bearer(tree, aim) if is_aim else None)


def _bearer(tree: Tree, aim: int) -> int | None:
    """Whom "target" is said of: "Ana Ruiz was the target of", "Ana Ruiz, target of"."""
    token = tree.tokens[aim]
    if token.dep == "appos":
        return token.head
    return subject_of(tree, token.head) if token.dep == "attr" else None


def _given(head: int | None) -> Iterator[int]:
    if head is not None:
        yield head


def _told(tree: Tree, head: int) -> Iterator[People]:
    """The people of a phrase, or those whose home, car or life it is."""
    of = [i for p in tree.children(head, "prep") if tree.tokens[p].lemma == "of" for i in tree.children(p, "pobj")]
    owned = tree.tokens[head].lemma in words(LEXICON, "owned")
    for whom in [*tree.children(head, "poss"), *of] if owned else [head]:
        if tree.tokens[whom].pos in NOMINAL | {"NUM"}:
            yield from (each for counted in people(tree, whom) for each in (counted.parts or (counted,)))

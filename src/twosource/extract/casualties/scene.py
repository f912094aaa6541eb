"""A casualty verb off its subject in, whom it befell out: "was found shot", "recovering after being shot"."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from twosource.extract.people.counted import people
from twosource.extract.people.mention import LEXICON, Mention, subject_of
from twosource.extract.tree import VERBAL, Tree
from twosource.lang.reading import words

FINDING = frozenset({"find", "discover", "locate"})
STATE = frozenset({"xcomp", "oprd", "acomp", "ccomp", "advcl"})


def found_or_recovering(tree: Tree, verb: int) -> int | None:
    """Return whom a participle tells of: "was found shot", "found him shot", "is recovering after being shot"."""
    token = tree.tokens[verb]
    if token.tag != "VBN" or tree.children(verb, "nsubj", "nsubjpass", "dobj"):
        return None
    if token.dep in STATE and tree.tokens[token.head].lemma in words(LEXICON, "scene", "found"):
        return tree.child(token.head, "nsubjpass", "dobj")
    being = tree.children(verb, "auxpass") and token.dep == "pcomp"
    above = tree.tokens[token.head].head
    if not being or tree.tokens[token.head].lemma not in words(LEXICON, "scene", "after"):
        return None
    return subject_of(tree, above) if tree.tokens[above].pos in VERBAL else None


def as_found(tree: Tree, told: Iterable[Mention]) -> Iterator[Mention]:
    """Yield the mentions of several found with wounds as people hit: who of them lives is told later, if at all."""
    kept = tuple(told)
    several = any(mention.measure == "injured" and (mention.people.low or 0) > 1 for mention in kept)
    is_found = several and any(_is_found(tree, mention.people.head) for mention in kept)
    yield from (replace(mention, measure="hit") if is_found else mention for mention in kept)


def _is_found(tree: Tree, head: int) -> bool:
    return any(tree.tokens[i].lemma in FINDING and i < head for i in tree.ancestors(head))


def is_fatal(tree: Tree, wound: int) -> bool:
    """Tell whether somebody died of a wound: "suffered a fatal gunshot wound"."""
    told = words(LEXICON, "ambiguous", "deadly")
    return any(tree.tokens[c].text.lower() in told for c in tree.children(wound, "amod"))


def first_left(tree: Tree, head: int) -> int:
    """Return the first of several people joined as the object of "leave": "left two men and a woman injured"."""
    first = head
    while tree.tokens[first].dep == "conj" and tree.tokens[first].pos == tree.tokens[tree.tokens[first].head].pos:
        first = tree.tokens[first].head
    above = tree.tokens[tree.tokens[first].head]
    return first if tree.tokens[first].dep == "dobj" and above.lemma == "leave" else head


def owner_of_part(tree: Tree, head: int | None) -> int | None:
    """Return whose body was hit: "grazed a woman's arm"; any other phrase is itself."""
    if head is None or tree.tokens[head].lemma not in words(LEXICON, "scene", "body"):
        return head
    owner = tree.child(head, "poss")
    return owner if owner is not None else head


def is_aimed(tree: Tree, verb: int) -> bool:
    """Tell whether somebody is shot at: "officers shot at the crowd"; not "two shot at a party"."""
    return any(people(tree, whom) for prep in _aimed(tree, verb) for whom in tree.children(prep, "pobj"))


def was_aimed_at(tree: Tree, verb: int) -> bool:
    """Tell whether somebody "was shot at", with nothing behind the "at": who may not have been hit."""
    passive = bool(tree.children(verb, "nsubjpass", "auxpass"))
    return passive and any(not tree.children(prep, "pobj") for prep in _aimed(tree, verb))


def _aimed(tree: Tree, verb: int) -> list[int]:
    return [prep for prep in tree.children(verb, "prep") if tree.tokens[prep].lemma in words(LEXICON, "scene", "aimed")]

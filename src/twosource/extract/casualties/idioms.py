"""Casualties told by an idiom: "claimed the lives of 12", "took five hostages", "suffered injuries", "in custody"."""

from collections.abc import Iterator
from dataclasses import replace

from twosource.extract.casualties.scene import as_found, is_fatal
from twosource.extract.casualties.verbs import befell, meant
from twosource.extract.people.conjuncts import conjuncts
from twosource.extract.people.counted import people
from twosource.extract.people.mention import LEXICON, Mention, is_captive, mentioned, subject_of
from twosource.extract.tree import Tree
from twosource.lang.reading import lexicon, words
from twosource.model.claim import Measure

IN = frozenset({"in", "during", "to"})
FIGHTERS = frozenset({"men", "military", "police", "combatant"})


def idiom_end(tree: Tree, verb: int, measure: Measure) -> int:
    """Return the character where an idiom ends: behind "custody" in "taken into custody"."""
    also = ("injured",) if measure == "killed" else ()  # "suffered a fatal wound"
    listed = [pair for each in (measure, *also) for pair in lexicon(LEXICON).get(each, {}).get("idiom", [])]
    nouns = {noun for lemma, noun in listed if lemma == tree.tokens[verb].lemma}
    return max(
        tree.tokens[i].end for i in (verb, *_idiom_nouns(tree, verb)) if i == verb or tree.tokens[i].lemma in nouns
    )


def _idiom_nouns(tree: Tree, verb: int) -> list[int]:
    children = tree.children(verb, "dobj", "nsubjpass", "oprd", "acomp", "advmod", "xcomp", "prep", "prt")
    children = [c for c in children if tree.tokens[c].tag != "VB"]  # "are yet to arrest two"
    return children + [i for prep in tree.children(verb, "prep") for i in tree.children(prep, "pobj")]


def idiom(tree: Tree, verb: int, measure: Measure) -> Iterator[Mention]:
    """Read "Claimed the lives of 12", "took five hostages", "suffered injuries"."""
    pairs = [noun for lemma, noun in lexicon(LEXICON)[measure]["idiom"] if lemma == tree.tokens[verb].lemma]
    for child in _idiom_nouns(tree, verb):
        if measure == "killed" and tree.tokens[verb].lemma == "lose" and _own_people(tree, child):
            yield from _lost(tree, verb, child)
        if tree.tokens[child].lemma in pairs and not _is_of_them(tree, verb) and not _is_inside(tree, child):
            yield from _told(tree, verb, child, measure)


def _told(tree: Tree, verb: int, child: int, measure: Measure) -> Iterator[Mention]:
    """Whom the noun of an idiom tells of."""
    if _is_none(tree, child):
        # "no lives were lost" tells of nobody killed, "suffered no injuries" only of this one
        yield from mentioned(tree, verb, child, measure, "idiom") if measure == "killed" else ()
    elif measure == "injured":
        outcome: Measure = "killed" if is_fatal(tree, child) else measure
        # "two others fighting for their lives"
        described = tree.tokens[verb].dep == "acl" and tree.tokens[child].lemma == "life"
        whom = tree.tokens[verb].head if described else subject_of(tree, verb)
        whom = whom if whom is None else meant(tree, verb, whom)
        yield from _undone(as_found(tree, mentioned(tree, verb, whom, outcome, "idiom")))
    elif measure == "killed" and tree.tokens[verb].lemma == "pass":
        yield from befell(tree, verb, measure)
    elif measure == "killed":
        yield from _lives(tree, verb, child, measure)
    elif tree.tokens[verb].lemma in words(LEXICON, "taken", "given_up"):
        yield from _undone(mentioned(tree, verb, subject_of(tree, verb), measure, "idiom"))
    else:
        yield from mentioned(tree, verb, _held(tree, verb, child), measure, "idiom")


def _is_inside(tree: Tree, child: int) -> bool:
    """Tell whether bars are a place where people drink: not "behind bars"."""
    is_bars = tree.tokens[child].lemma in words(LEXICON, "taken", "behind")
    return is_bars and tree.lower[tree.tokens[child].head] != "behind"


def _is_none(tree: Tree, child: int) -> bool:
    """Tell whether there was none: "suffered no injuries"."""
    return any(tree.tokens[c].text.lower() == "no" for c in tree.children(child, "det"))


def _is_of_them(tree: Tree, verb: int) -> bool:
    """Tell whether some of those told of "have wounds": the dead have them too, "19 of them have gunshot wounds"."""
    subject = tree.child(verb, "nsubj") if tree.tokens[verb].lemma == "have" else None
    below = tree.children(subject, "prep") if subject is not None else []
    return any(tree.tokens[i].pos == "PRON" for prep in below for i in tree.children(prep, "pobj"))


def _held(tree: Tree, verb: int, child: int) -> int:
    """Who is taken: the object, the subject of a passive, the noun a participle hangs on, or the hostages."""
    held = next((i for i in tree.children(verb, "dobj", "nsubjpass") if not is_captive(tree, i)), None)
    held = held if held is None else meant(tree, verb, held)
    passive = tree.tokens[verb].tag == "VBN"
    if held is None and passive and tree.tokens[verb].dep == "acl":
        return tree.tokens[verb].head
    is_state = tree.tokens[child].dep == "pobj"  # "two suspects are in custody"
    subject = subject_of(tree, verb) if held is None and (passive or is_state) else None
    return held if held is not None else subject if subject is not None else child


def _own_people(tree: Tree, head: int) -> bool:
    """Tell whether the object of "lost" is fighters or men counted, or several of a family: "we lost three men"."""
    counted = [p for p in people(tree, head) if p.low is not None] if tree.tokens[head].dep == "dobj" else []
    verb = tree.tokens[head].head
    kin = _kin_of(tree, head) & words(LEXICON, "own", "members")
    if counted and kin and _in_attack(tree, verb, head):
        return True
    if any(part.group.status in FIGHTERS and not (kin and part.low == 1) for part in counted):
        return True
    spoken = [*tree.subtree(head), *(i for child in tree.children(verb, "nsubj") for i in tree.subtree(child))]
    of_family = any(tree.tokens[i].lemma in words(LEXICON, "own", "family") for i in spoken)
    is_kin = tree.tokens[head].lemma in words(LEXICON, "own", "members")
    return of_family and is_kin and any((part.low or 0) > 1 for part in counted)


def _in_attack(tree: Tree, *heads: int) -> bool:
    """Tell whether it happened in an attack: "lost his wife in the shelling"; not "lost his wife to cancer"."""
    where = [p for head in heads for p in tree.children(head, "prep") if tree.tokens[p].lemma in IN]
    told = {tree.tokens[i].lemma for prep in where for i in tree.children(prep, "pobj")}
    return not told.isdisjoint(words(LEXICON, "cause", "nouns"))


def _kin_of(tree: Tree, head: int) -> set[str]:
    """The nouns of a phrase and of those side by side with it: "his wife and two sons"."""
    below = (i for each in tree.children(head, "prep") for i in tree.children(each, "pobj"))  # "two of his sons"
    return {tree.tokens[i].lemma for i in (head, *below, *conjuncts(tree, head))}


def _own(tree: Tree, child: int) -> bool:
    """Tell whether somebody took "his own life"."""
    return any(tree.tokens[c].lemma == "own" for c in tree.children(child, "amod"))


def _lives(tree: Tree, verb: int, child: int, measure: Measure) -> Iterator[Mention]:
    """Whose lives: the "of"-phrase, the number of lives, or the subject who lost theirs."""
    inner = [i for prep in tree.children(child, "prep") for i in tree.children(prep, "pobj")]
    counted = tree.children(child, "nummod")
    if inner or counted:
        yield from mentioned(tree, verb, inner[0] if inner else child, measure, "idiom")
    elif tree.tokens[verb].lemma in words(LEXICON, "own", "losing") or _own(tree, child):
        yield from _lost(tree, verb, subject_of(tree, verb))


def _lost(tree: Tree, verb: int, head: int | None) -> Iterator[Mention]:
    """Those who are dead where lives or men are lost: whoever loses them kills nobody."""
    yield from _undone(mentioned(tree, verb, head, "killed", "idiom"))


def _undone(found: Iterator[Mention]) -> Iterator[Mention]:
    """The mentions of what nobody did to others."""
    return (replace(mention, agent=None) for mention in found)

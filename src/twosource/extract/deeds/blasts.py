"""A parse in, the explosions and fires it tells as done out, whoever set them and even if nobody was hurt.

Who was killed or hurt, and who did it, is read elsewhere. Words stand in ``lang/en/blasts.toml``.
"""

from dataclasses import dataclass

from twosource.extract.people.mention import subject_of
from twosource.extract.tree import Tree
from twosource.lang.reading import words
from twosource.model import Span

LEXICON = "en/blasts"
PAST = frozenset({"VBD", "VBN"})
BEFORE = ("det", "nummod", "compound", "amod", "poss")
NOT_YET = frozenset({"MD", "TO"})
LIT = ("dobj", "prep", "oprd", "acomp")


@dataclass(frozen=True, slots=True, kw_only=True)
class Blast:
    """What was blown up, set on fire or shot at: the word that tells it, and the words from what to what was done."""

    trigger: int
    span: Span
    kind: str = "attack told"


def blasts(tree: Tree) -> list[Blast]:
    """Return what was blown up, burned or attacked in an article, in text order."""
    found: list[Blast] = []
    for index in range(len(tree.tokens)):
        thing = _thing(tree, index)
        if thing is not None:
            whole = [index, thing, *tree.children(thing, *BEFORE), *tree.children(index, "prt"), *_place(tree, index)]
            found.append(Blast(trigger=index, span=tree.span_of(min(whole), max(whole))))
    return found


def _place(tree: Tree, verb: int) -> list[int]:
    """The "place" that is taken."""
    takes = tree.tokens[verb].lemma.lower() in words(LEXICON, "happens")
    return [c for c in tree.children(verb, "dobj") if takes and tree.lower[c] in words(LEXICON, "happens", "object")]


def _thing(tree: Tree, verb: int) -> int | None:
    """The token of what exploded or was attacked, None where a verb tells of nothing done."""
    token = tree.tokens[verb]
    if token.pos != "VERB" or not _is_done(tree, verb):
        return None
    lemma, passive = token.lemma.lower(), tree.child(verb, "nsubjpass")
    told = {lemma, *(f"{lemma} {tree.lower[c]}" for c in tree.children(verb, "prt", "advmod"))}
    if told & words(LEXICON, "explode"):
        subject = subject_of(tree, verb)
        return subject if _is_arm(tree, subject) or told & words(LEXICON, "explode", "arms") else None
    if told & (words(LEXICON, "place") | words(LEXICON, "blown_up")):
        arm = passive if passive is not None else tree.child(verb, "dobj")
        return arm if told & words(LEXICON, "blown_up") or _is_arm(tree, arm) else None
    if lemma in words(LEXICON, "attacked") or (lemma in words(LEXICON, "destroyed") and _by_arms(tree, verb)):
        return passive
    return _burned(tree, verb, lemma, passive) or _took_place(tree, verb, lemma)


def _burned(tree: Tree, verb: int, lemma: str, passive: int | None) -> int | None:
    """What was set on fire: "two buses were burned", "set fire to a store"."""
    if lemma in words(LEXICON, "burn"):
        return passive if passive is not None else tree.child(verb, "dobj")
    if lemma not in words(LEXICON, "burn", "lights"):
        return None
    fire = next((c for c in tree.children(verb, *LIT) if _tells_of_fire(tree, c)), None)
    return fire if passive is None or fire is None else passive


def _tells_of_fire(tree: Tree, index: int) -> bool:
    return any(tree.lower[i] in words(LEXICON, "burn", "fire") for i in tree.subtree(index)[:3])


def _took_place(tree: Tree, verb: int, lemma: str) -> int | None:
    """The attack that happened, occurred or took place."""
    subject = subject_of(tree, verb)
    happened = lemma in words("en/acts", "dated", "happens") or _place(tree, verb)
    is_attack = subject is not None and tree.tokens[subject].lemma.lower() in words(LEXICON, "attacks")
    return subject if happened and is_attack else None


def _is_arm(tree: Tree, index: int | None) -> bool:
    below = tree.subtree(index) if index is not None else []
    return any(tree.tokens[i].lemma.lower() in words(LEXICON, "arms") for i in below)


def _by_arms(tree: Tree, verb: int) -> bool:
    return any(_is_arm(tree, child) for child in tree.children(verb, "agent", "prep"))


def _is_done(tree: Tree, verb: int) -> bool:
    """Tell whether a verb tells of what is done: in the past, neither "will explode" nor "to explode"."""
    helpers = {tree.tokens[c].tag for c in tree.children(verb, "aux", "auxpass")}
    return not helpers & NOT_YET and bool({tree.tokens[verb].tag, *helpers} & PAST)

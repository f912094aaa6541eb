"""A parse in, the explosions and fires it tells as done out, whoever set them and even if nobody was hurt.

Who was killed or hurt, and who did it, is read elsewhere. Words stand in ``lang/en/blasts.toml``.
"""

from dataclasses import dataclass

from twosource.extract.mention import subject_of
from twosource.extract.tree import Tree
from twosource.lang.reading import words
from twosource.model import Span

LEXICON = "en/blasts"
PAST = frozenset({"VBD", "VBN"})
BEFORE = ("det", "nummod", "compound", "amod", "poss")
NOT_YET = frozenset({"MD", "TO"})


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
    return [c for c in tree.children(verb, "dobj") if tree.tokens[verb].lemma == "take"]


def _thing(tree: Tree, verb: int) -> int | None:
    """The token of what exploded or was attacked, None where a verb tells of nothing done."""
    token = tree.tokens[verb]
    if token.pos != "VERB" or not _is_done(tree, verb):
        return None
    lemma, particle = token.lemma.lower(), _particle(tree, verb)
    subject, passive = subject_of(tree, verb), tree.child(verb, "nsubjpass")
    if lemma in words(LEXICON, "explode") or (lemma, particle) == ("go", "off"):
        return passive if passive is not None else subject if _is_arm(tree, subject, of=lemma) else None
    if (lemma, particle) in {("blow", "up"), ("set", "off")} or lemma in words(LEXICON, "place"):
        arm = passive if passive is not None else tree.child(verb, "dobj")
        return arm if lemma == "blow" or _is_arm(tree, arm) else None
    if lemma in words(LEXICON, "attacked") and passive is not None:
        return passive
    if lemma in words(LEXICON, "destroyed") and _by_arms(tree, verb):
        return passive
    return _burned(tree, verb, lemma, passive) or _took_place(tree, verb, lemma, subject)


def _burned(tree: Tree, verb: int, lemma: str, passive: int | None) -> int | None:
    """What was set on fire: "two buses were burned", "set fire to a store"."""
    if lemma in words(LEXICON, "burn"):
        return passive if passive is not None else tree.child(verb, "dobj")
    fire = next((c for c in tree.children(verb, "dobj", "prep") if _tells_of_fire(tree, c)), None)
    return (passive if passive is not None else fire) if lemma == "set" and fire is not None else None


def _tells_of_fire(tree: Tree, index: int) -> bool:
    return any(tree.tokens[i].lemma.lower() in {"fire", "afire", "ablaze"} for i in tree.subtree(index)[:3])


def _took_place(tree: Tree, verb: int, lemma: str, subject: int | None) -> int | None:
    """The attack that happened, occurred or took place."""
    happened = lemma in words("en/acts", "dated", "happens") or (
        lemma == "take" and any(tree.lower[c] == "place" for c in tree.children(verb, "dobj"))
    )
    is_attack = subject is not None and tree.tokens[subject].lemma.lower() in words(LEXICON, "attacks")
    return subject if happened and is_attack else None


def _is_arm(tree: Tree, index: int | None, of: str = "") -> bool:
    if index is None:
        return False
    return of == "detonate" or any(tree.tokens[i].lemma.lower() in words(LEXICON, "arms") for i in tree.subtree(index))


def _by_arms(tree: Tree, verb: int) -> bool:
    return any(_is_arm(tree, child) for child in tree.children(verb, "agent"))


def _particle(tree: Tree, verb: int) -> str | None:
    child = tree.child(verb, "prt", "advmod")
    return tree.lower[child] if child is not None else None


def _is_done(tree: Tree, verb: int) -> bool:
    """Tell whether a verb tells of what is done: in the past, neither "will explode" nor "to explode"."""
    helpers = {tree.tokens[c].tag for c in tree.children(verb, "aux", "auxpass")}
    return not helpers & NOT_YET and bool({tree.tokens[verb].tag, *helpers} & PAST)

"""A parse in, acts out: who did what besides killing and hurting ("declared two days of mourning")."""

from dataclasses import dataclass

from twosource.extract.tree import VERBAL, Tree
from twosource.lang.reading import lexicon
from twosource.model import Span

LEXICON = "en/acts"
OBJECTS = ("dobj", "prep", "attr", "dative", "nsubjpass")


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """One act: its verb, the head of who did it, the words from the verb to the end of what was done."""

    trigger: int
    actor: int | None
    span: Span
    kind: str


def acts(tree: Tree) -> list[Act]:
    """Return the acts of an article in text order."""
    return [act for index in range(len(tree.tokens)) if (act := _at(tree, index)) is not None]


def _at(tree: Tree, index: int) -> Act | None:
    token = tree.tokens[index]
    kind = _kind(tree, index) if token.pos == "VERB" else None
    if kind is None:
        return None
    actor = _actor(tree, index)
    leave = frozenset(
        tree.children(index, "advcl", "conj", "cc", "punct", "nsubj", "agent", "mark", "ccomp", "parataxis")
    )
    kept = [i for i in tree.subtree(index, leave) if tree.tokens[i].dep not in {"aux", "auxpass"} or i > index]
    if actor is None or len(kept) < 2:
        return None
    span = _span(tree, index, kept)
    alone = span == Span(tree.tokens[index].start, tree.tokens[index].end)
    return None if alone else Act(trigger=index, actor=actor, span=span, kind=kind)


def _span(tree: Tree, index: int, kept: list[int]) -> Span:
    """The unbroken run of the verb's words, so that the quotation is one piece; a passive starts at its subject."""
    first = last = kept.index(index)
    while first > 0 and kept[first - 1] == kept[first] - 1:
        first -= 1
    while last + 1 < len(kept) and kept[last + 1] == kept[last] + 1:
        last += 1
    return tree.span_over(kept[first : last + 1])


def _kind(tree: Tree, index: int) -> str | None:
    tables = lexicon(LEXICON)
    lemma = tree.tokens[index].lemma
    wanted = tables["with_object"].get(lemma)
    if wanted is not None:
        below = [i for c in tree.children(index, *OBJECTS) for i in tree.subtree(c)]
        noun = next((tree.tokens[i].lemma for i in below if tree.tokens[i].lemma in wanted), None)
        if noun is not None:
            return f"{lemma} {noun}"
    if _gives_a_figure(tree, index):
        return "figure"
    has_object = any(tree.tokens[c].dep in {"dobj", "nsubjpass"} for c in tree.children(index))
    return next((kind for kind, verbs in tables["verbs"].items() if lemma in verbs and has_object), None)


def _gives_a_figure(tree: Tree, index: int) -> bool:
    """A share or a sum of money in what the verb takes is worth a claim of its own ("supplied 30-60 % of its fuel")."""
    numbers = [n for c in tree.children(index, "dobj", "prep") for i in tree.subtree(c) if (n := tree.number(i))]
    return any(number.kind in {"percent", "money"} for number in numbers)


def _actor(tree: Tree, index: int) -> int | None:
    for agent in tree.children(index, "agent"):
        return tree.child(agent, "pobj")
    if tree.children(index, "auxpass"):
        return tree.child(index, "nsubjpass") if tree.tokens[index].lemma == "fly" else None
    own = tree.child(index, "nsubj")
    if own is not None:
        return tree.tokens[index].head if tree.tokens[own].tag in {"WDT", "WP"} else own
    above = tree.tokens[index].head
    shared = tree.tokens[index].dep in {"conj", "xcomp", "advcl"} and tree.tokens[above].pos in VERBAL
    return tree.child(above, "nsubj") if shared else None

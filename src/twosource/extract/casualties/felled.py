"""Casualty mentions in, the pronoun for who killed before as an attacker out: "killed two before officers shot him".

Only behind several victims: of "shot his neighbour before he died" nobody can tell who died.
"""

from collections.abc import Sequence
from dataclasses import replace

from twosource.extract.casualties.assailants import is_force
from twosource.extract.people.individuals import FEMALE, MALE
from twosource.extract.people.mention import Mention
from twosource.extract.speech.attribution import can_speak
from twosource.extract.tree import Tree

PRONOUNS = frozenset({"he", "him", "she", "her"})
ONE = frozenset({"NN", "NNP"})


def with_felled(tree: Tree, found: Sequence[Mention]) -> list[Mention]:
    """Return the mentions, those of one who hurt several in a clause above with the role of an attacker."""
    return [_as_attacker(mention) if _hurt_others(tree, mention, found) else mention for mention in found]


def _hurt_others(tree: Tree, mention: Mention, found: Sequence[Mention]) -> bool:
    pronoun = tree.lower[mention.people.head]
    above = set(tree.ancestors(mention.trigger)) if pronoun in PRONOUNS else set()
    deeds = (m for m in found if m.trigger in above and m.people.low != 1 and m.agent != mention.people.head)
    return any(_is_same(tree, deed.agent, pronoun) for deed in deeds if deed.agent is not None)


def _is_same(tree: Tree, doer: int, pronoun: str) -> bool:
    """Tell whether a pronoun may stand for a doer: one person of no force, not told to be of the other sex."""
    other = FEMALE if pronoun in MALE else MALE
    is_one = tree.tokens[doer].tag == "PRP" or (tree.tokens[doer].tag in ONE and can_speak(tree, doer))
    return is_one and tree.lower[doer] not in other and not is_force(tree, doer)


def _as_attacker(mention: Mention) -> Mention:
    return replace(mention, people=replace(mention.people, group=replace(mention.people.group, role="perpetrator")))

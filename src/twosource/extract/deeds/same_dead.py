"""Casualty phrases in, each with the head of who did it out, also of people told of again.

"Four fell to police bullets. Two of them died on the spot": whoever felled the four killed the two.
"""

from collections.abc import Sequence
from itertools import takewhile

from twosource.extract.deeds.actors import Cast
from twosource.extract.deeds.culprit import culprit, is_open
from twosource.extract.people.mention import Mention
from twosource.extract.tree import Tree
from twosource.lang.reading import words

LEXICON = "en/doers"
FELL = frozenset({"killed", "injured", "hit"})
REACH = 2  # sentences back

Known = Sequence[tuple[Mention, int | None]]  # the mentions before, each with who did it


def with_killers(tree: Tree, told: Sequence[Mention], cast: Cast) -> Known:
    """Return the mentions, each with the head of who did it, None where the report does not tell."""
    known: list[tuple[Mention, int | None]] = []
    for mention in told:
        who = culprit(tree, mention, cast)
        known.append((mention, who if who is not None else _killer_before(tree, mention, known)))
    return known


def _killer_before(tree: Tree, mention: Mention, before: Known) -> int | None:
    """Return who felled the people told of last, where a death tells of them again and of no other cause."""
    if mention.measure != "killed" or mention.people.high == 0 or not _is_back(tree, mention):
        return None
    if not is_open(tree, mention):
        return None
    number = tree.sentence_number(mention.trigger)
    near = takewhile(lambda told: number - tree.sentence_number(told[0].trigger) <= REACH, reversed(before))
    fell = [(m, who) for m, who in near if m.measure in FELL and m.people.high != 0]
    last = [who for m, who in fell if tree.sentence_number(m.trigger) == tree.sentence_number(fell[0][0].trigger)]
    known = {who for who in last if who is not None}
    return known.pop() if len(known) == 1 and None not in last else None


def _is_back(tree: Tree, mention: Mention) -> bool:
    """Tell whether a phrase is about people told of before: "two of them", "both", "the deceased", "the victims"."""
    below = tree.subtree(mention.people.head)
    if any(tree.lower[i] in words(LEXICON, "same_dead", "back") for i in below):
        return True
    again = words(LEXICON, "same_dead")
    return any(tree.lower[i] in again and i > 0 and tree.lower[i - 1] == "the" for i in below)

"""Casualty mentions in, bare numbers as of the kind told beside them out: "killed 15 soldiers and wounded 30".

The words stay as they are; status and nationality are taken over. Of one man nothing is taken ("a guard was killed and
three wounded" tells of three of any kind), and no age or sex: three hurt beside two women killed may be men.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain

from twosource.extract.people.counted import people
from twosource.extract.people.mention import LEXICON, SUBGROUP, Mention, subject_of
from twosource.extract.tree import VERBAL, Tree
from twosource.lang.reading import words
from twosource.model import Group

AGE_OR_SEX = ("men", "women", "children")


def with_kinds(tree: Tree, found: Sequence[Mention]) -> list[Mention]:
    """Return the mentions, those that only count with the kind of the people told of in the same breath."""
    return [_of_a_kind(tree, mention, found) if _only_counts(tree, mention) else mention for mention in found]


def _only_counts(tree: Tree, mention: Mention) -> bool:
    head, group = mention.people.head, mention.people.group
    told = group.status or group.nationality or group.names or mention.people.parts
    return tree.tokens[head].pos == "NUM" and tree.number(head) is not None and not told


def _of_a_kind(tree: Tree, mention: Mention, found: Sequence[Mention]) -> Mention:
    group = next(chain(_beside(tree, mention, found), _bearing(tree, mention)), None)
    if group is None:
        return mention
    own = replace(mention.people.group, status=group.status, nationality=group.nationality)
    return replace(mention, people=replace(mention.people, group=own))


def _beside(tree: Tree, mention: Mention, found: Sequence[Mention]) -> Iterator[Group]:
    """The kind of the nearest of those whose end is told by a verb or state joined to this one, if they are several.

    Not that of some of them: of "killed 14, including five children, and wounded 40" the 40 are of any kind.
    """
    root = _first(tree, mention.trigger)
    wholes = [m for m in found if m != mention and not m.is_part and m.pattern != SUBGROUP]
    near = sorted(wholes, key=lambda other: (abs(other.trigger - mention.trigger), other.trigger))
    whole = next((other.people for other in near if _first(tree, other.trigger) == root), None)
    is_kind = whole is not None and whole.group.status not in {None, *AGE_OR_SEX}
    if whole is not None and is_kind and (whole.low or 0) > 1 and not (whole.parts or whole.definite):
        yield whole.group


def _first(tree: Tree, index: int) -> int:
    """The first of what a word is joined to: verbs, states and nouns by "and"."""
    while tree.tokens[index].dep in {"conj", "amod", "acl", "nummod"} and tree.tokens[index].head != index:
        index = tree.tokens[index].head
    return index


def _bearing(tree: Tree, mention: Mention) -> Iterator[Group]:
    """The kind of a force that "suffered nine dead and 12 wounded"."""
    for above in tree.ancestors(mention.trigger):
        if tree.tokens[above].pos in VERBAL:
            subject = subject_of(tree, above) if tree.tokens[above].lemma in words(LEXICON, "own", "bearing") else None
            for counted in people(tree, subject) if subject is not None else ():
                if counted.group.status is not None:
                    yield counted.group
            return

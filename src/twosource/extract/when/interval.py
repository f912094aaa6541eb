"""A deed told by how long before or after another it was in, that length out: "a month after the murder of Quill".

The day of the other deed is not its day, though the two stand in one sentence.
"""

from twosource.extract.tree import VERBAL, Tree
from twosource.lang.reading import words


def is_dated_by_length(tree: Tree, index: int) -> bool:
    """Tell whether all that dates a deed is how many days or more it was apart from another.

    Hours are left out: both deeds are mostly of one day.
    """
    return any(_is_length_before(tree, link) for link in _links(tree, index)) and not _has_day(tree, index)


def _links(tree: Tree, index: int) -> list[int]:
    """The words that link a deed to the one told first: its own "after", or those between it and a verb above."""
    found = [*tree.children(index, "mark")]
    for node in tree.ancestors(index):
        if tree.tokens[node].pos in VERBAL:
            break
        found.append(node)
    return [link for link in found if tree.lower[link] in words("en/acts", "dated", "apart")]


def _is_length_before(tree: Tree, link: int) -> bool:
    lengths = words("en/acts", "dated", "days") | words("en/stance", "aftermath", "lengths")
    return link > 0 and tree.lower[link - 1] in lengths


def _has_day(tree: Tree, index: int) -> bool:
    below = set(tree.subtree(index))
    return any(time.earliest is not None and not below.isdisjoint(tree.inside(time.span)) for time in tree.times)

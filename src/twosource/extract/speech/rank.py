"""A short rank and the person behind it where the parser tears them apart: "said Riva Police Sgt. Anna Kolar"."""

from twosource.extract.tree import Tree
from twosource.lang.reading import words


def person_behind(tree: Tree, rank: int) -> int | None:
    """Return the head of the person's name that follows a short rank; None where none does."""
    first = rank + 1
    if first >= len(tree.tokens) or not _is_rank(tree, rank):
        return None
    name = tree.name(first)
    if name is None or name.kind != "person":
        return None
    inside = [i for i in range(first, len(tree.tokens)) if tree.tokens[i].start < name.span.end]
    return next((i for i in inside if tree.tokens[i].head not in inside or tree.tokens[i].head == i), first)


def rank_before(tree: Tree, person: int) -> int | None:
    """Return the short rank right before a person's name; None where there is none."""
    name = tree.name(person)
    if name is None:
        return None
    first = next(i for i in range(person, -1, -1) if i == 0 or tree.tokens[i - 1].start < name.span.start)
    return first - 1 if first and _is_rank(tree, first - 1) else None


def _is_rank(tree: Tree, index: int) -> bool:
    return tree.tokens[index].text.lower() in words("en/abbreviations", "titles")

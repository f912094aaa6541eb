"""A noun in, the people behind a time or a place out: "the death on Monday of nine miners", "the murder in Riva of A".

The parser hangs the "of" on the day or the town. What the noun tells is read elsewhere.
"""

from collections.abc import Iterator

from twosource.extract.people.counted import people
from twosource.extract.tree import Tree

PLACES = frozenset({"GPE", "LOC"})


def postponed(tree: Tree, noun: int) -> Iterator[int]:
    """Yield the heads of the people whom a noun tells of behind the day or place it tells first."""
    for prep in tree.children(noun, "prep"):
        for between in (*tree.children(prep, "pobj"), *([prep] if tree.tokens[prep].dep == "npadvmod" else [])):
            if _is_scene(tree, between):
                yield from _of(tree, between)
    for day in tree.children(noun, "npadvmod", "nmod", "compound"):
        if _is_day(tree, day):
            yield from _of(tree, day)


def _of(tree: Tree, scene: int) -> Iterator[int]:
    for of in tree.children(scene, "prep"):
        if tree.tokens[of].lemma == "of":
            yield from (head for head in tree.children(of, "pobj") if people(tree, head))


def _is_scene(tree: Tree, index: int) -> bool:
    return _is_day(tree, index) or tree.place(index) is not None or tree.tokens[index].entity in PLACES


def _is_day(tree: Tree, index: int) -> bool:
    start = tree.tokens[index].start
    return any(told.span.start <= start < told.span.end for told in tree.times)

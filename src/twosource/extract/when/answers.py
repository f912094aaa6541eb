"""A time and a deed of one sentence in, whether the time dates an answer to the deed out."""

from twosource.extract.tree import VERBAL, Tree
from twosource.extract.where.whereabouts import ACTS, is_happening
from twosource.lang.reading import words
from twosource.model import Time


def dates_an_answer(tree: Tree, time: Time, index: int) -> bool:
    """Tell whether a time stands with what people say of a deed or do about it: "today condemned the murder".

    A time right behind the deed is the deed's ("condemned the murder of a judge on Sunday"), and so is one with the
    word for it ("investigate two Friday night shootings"). Who is taken "on Friday after shooting a man" shot him then.

    Args:
        tree: the parse of the article.
        time: a time of the sentence.
        index: the token of the deed.
    """
    first = next(iter(tree.inside(time.span)), None)
    if first is None or index in tree.ancestors(first) or tree.tokens[index].dep in {"advcl", "pcomp"}:
        return False
    if first > index and all(tree.tokens[node].pos not in VERBAL for node in range(index + 1, first)):
        return False
    dated = tree.verb_above(first)
    if dated is None or dated not in tree.ancestors(index):
        return False
    if any(is_happening(tree, node) for node in _between(tree, first, dated)[:-1]):
        return False
    return any(_is_answer(tree, node) for node in _between(tree, index, dated))


def _between(tree: Tree, index: int, top: int) -> list[int]:
    """The words on the way up from a deed to a verb, the verb included."""
    way: list[int] = []
    for node in tree.ancestors(index):
        way.append(node)
        if node == top:
            break
    return way


def _is_answer(tree: Tree, node: int) -> bool:
    token = tree.tokens[node]
    if token.pos in VERBAL:
        return token.lemma.lower() in words(ACTS, "answers", "verbs")
    return token.dep in {"prep", "mark"} and token.text.lower() in words(ACTS, "answers", "links")

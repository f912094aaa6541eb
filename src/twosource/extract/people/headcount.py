"""A phrase for people and its number in, how many it counts out: a number, a pair, a family of five, one or some."""

from twosource.extract.people.standins import is_person_name, stands_alone
from twosource.extract.tree import Tree
from twosource.lang.reading import lexicon, words
from twosource.model import Number

LEXICON = "en/people"
KINDS_THAT_COUNT = frozenset({"cardinal"})
INDEFINITE = frozenset({"a", "an", "another", "one"})
NOBODY = frozenset({"nobody", "none"})
Count = tuple[int | None, int | None, bool, bool]  # low, high, definite, vague


def count_of(tree: Tree, head: int, core: int, number: Number | None) -> Count:
    """Return low, high, definite and vague of one phrase."""
    token = tree.tokens[head]
    determiner = next(
        (tree.tokens[c].text.lower() for c in tree.children(_determined(tree, head), "det", "poss", "predet")), ""
    )
    bounded = number is not None and number.text.lower().startswith("no ")  # "no fewer than eight"
    if token.text.lower() == "both" or stands_alone(tree, core):
        one = 1 if stands_alone(tree, core) else 2
        return one, one, one == 2, False
    if token.text.lower() in NOBODY or (is_none(tree, head) and not bounded):
        return 0, 0, False, False
    if number is not None and not _is_article_of_family(tree, core):
        size = _size(tree, head)
        low, high = _times(number.low, size), _times(number.high, size)
        return low, high, determiner in {"the", "these", "those", "all"}, number.vague or size is None
    return _count_without_number(tree, core, determiner)


def is_none(tree: Tree, head: int) -> bool:
    """Tell whether "no" stands before a noun, or before one it is joined to: "no deaths or injuries"."""
    own = any(tree.tokens[c].text.lower() == "no" for c in tree.children(_determined(tree, head), "det"))
    return own or shares_none(tree, head)


def shares_none(tree: Tree, head: int) -> bool:
    """Tell whether the "no" stands before a noun that this one is joined to."""
    joined = tree.tokens[head].dep == "conj" and not tree.children(head, "det", "poss", "nummod")
    if not joined or not any(tree.tokens[c].lemma in {"or", "nor"} for c in _links(tree, head)):
        return False
    return is_none(tree, tree.tokens[head].head)


def _links(tree: Tree, head: int) -> list[int]:
    """What joins a noun to those before and behind it in a row: "no deaths, injuries or arrests"."""
    row = [tree.tokens[head].head, head, *tree.children(head, "conj")]
    return [i for node in row for i in tree.children(node, "cc")]


def _determined(tree: Tree, head: int) -> int:
    """The noun whose article a bare one shares: "a man, woman and boy"."""
    while (
        (token := tree.tokens[head]).dep in {"conj", "appos"}
        and token.tag == tree.tokens[token.head].tag == "NN"
        and not tree.children(head, "det", "poss", "nummod")
        and all(tree.tokens[c].lemma == "old" for c in tree.children(head, "amod"))
    ):
        head = token.head
    return head


def _count_without_number(tree: Tree, core: int, determiner: str) -> Count:
    token = tree.tokens[core]
    both = determiner == "both" and not tree.children(core, "conj") and token.tag not in {"NN", "NNP"}
    size = 2 if both else lexicon(LEXICON)["groups"]["sizes"].get(token.text.lower())
    if size is not None:
        return size, size, determiner in {"the", "both"}, False
    if token.text.lower() in words(LEXICON, "groups"):
        return _family(tree, core, determiner)
    if token.text.lower() == "old" or token.text.lower().endswith("-old"):
        return 1, 1, determiner == "the", False
    if is_person_name(tree, core) or token.text.lower() in {"he", "she", "him", "her", "someone", "somebody"}:
        return 1, 1, token.pos == "PRON", False
    if token.tag in {"NN", "NNP", "JJ"} and token.pos != "PRON":
        return _one(tree, core, determiner)
    return None, None, determiner in {"the", "these", "those", "their"} or token.pos == "PRON", True


def _one(tree: Tree, core: int, determiner: str) -> Count:
    """Count a noun in the singular: one where an article stands before it; titles leave those out ("Teen shot")."""
    token = tree.tokens[core]
    if determiner or token.tag == "NNP":
        return 1, 1, determiner not in INDEFINITE and not tree.children(core, "poss"), False
    in_title = tree.in_title(core) and token.lemma.lower() not in words("en/headcount", "events")
    return (1, 1, False, False) if in_title else (None, None, False, True)


def _family(tree: Tree, core: int, determiner: str) -> Count:
    """Count "a family of five"; a family without a number is a plurality without a count."""
    for prep in tree.children(core, "prep"):
        for inner in tree.children(prep, "pobj"):
            if (number := tree.number(inner)) is not None and number.kind in KINDS_THAT_COUNT:
                return _whole(number.low), _whole(number.high), False, False
    return None, None, determiner not in INDEFINITE, True


def _size(tree: Tree, head: int) -> int | None:
    """How many people each one counted stands for: two of "two couples"; None where that is open, as of families."""
    token, tables = tree.tokens[head], lexicon(LEXICON)["groups"]
    if token.tag != "NNS" or token.text.lower() == token.lemma:
        return 1  # "four crew"
    several = token.lemma in tables["words"] or token.lemma in tables["many"]
    size: int | None = tables["sizes"].get(token.lemma, None if several else 1)
    return size


def _is_article_of_family(tree: Tree, core: int) -> bool:
    number = tree.number(core - 1) if core else None
    return tree.tokens[core].text.lower() in words(LEXICON, "groups") and number is not None and number.text == "a"


def _whole(value: float | None) -> int | None:
    return None if value is None else int(value)


def _times(value: float | None, size: int | None) -> int | None:
    return None if value is None or size is None else int(value) * size

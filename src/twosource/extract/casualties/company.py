"""Casualty mentions in, those who shared the fate added out: "was killed along with his driver", "as were two nurses".

What befell them is known from the mention they stand beside.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from twosource.extract.people.counted import People, added_up, people
from twosource.extract.people.mention import LEXICON, SUBJECTS, Mention, part_pattern
from twosource.extract.roll.lists import PATTERN as LIST
from twosource.extract.roll.lists import SOME
from twosource.extract.tree import Tree
from twosource.lang.reading import words


def with_company(tree: Tree, found: Sequence[Mention]) -> list[Mention]:
    """Return the mentions, each with the people who suffered the same beside those it tells of."""
    return [m for mention in found for m in _joined(tree, mention)]


def _joined(tree: Tree, mention: Mention) -> Iterator[Mention]:
    is_whole = not mention.is_part and mention.people.high != 0 and mention.pattern not in {LIST, SOME}
    others = _company(tree, mention) if is_whole else []  # a list names its company itself
    others = [one for one in others if not any(_is_what_he_was(one, other) for other in others)]
    own = mention.people
    if not others or any(each.low is None for each in (own, *others)):
        yield from (mention, *(replace(mention, people=other) for other in others))
        return
    yield replace(mention, people=added_up(tree, [own, *others]))
    for part in others if own.parts else (own, *others):
        yield replace(mention, people=part, pattern=part_pattern(mention.pattern, part), is_part=True)


def _is_what_he_was(told: People, other: People) -> bool:
    """Tell whether people are what the one named behind was: "as was the teacher and poet Karel Berg"."""
    return told.low is None and told.span.end + 1 == other.span.start


def _company(tree: Tree, mention: Mention) -> list[People]:
    role = mention.people.group.role
    heads = (*_with(tree, mention), *_likewise(tree, mention))
    return [counted for head in heads for counted in people(tree, head) if counted.group.role == role]


def _spots(tree: Tree, mention: Mention) -> list[int]:
    """The trigger, the verb a state hangs on, and the people: a phrase of company may hang on any."""
    trigger = mention.trigger
    above = tree.tokens[trigger].head
    states = {"oprd", "acomp", "attr", "xcomp"}
    over = [above] if tree.tokens[trigger].dep in states else []
    return [trigger, *over, mention.people.head]


def _with(tree: Tree, mention: Mention) -> Iterator[int]:
    """The people behind "along with", "together with", "alongside"; those before the deed stand with whoever did it."""
    behind = (p for spot in _spots(tree, mention) for p in tree.children(spot, "prep"))
    for prep in (p for p in behind if p > mention.people.head):
        is_company = _is_company(tree, prep)
        yield from (i for i in tree.children(prep, "pobj") if is_company or _is_his(tree, prep, i))
        if tree.tokens[prep].lemma in words(LEXICON, "company", "openers"):
            yield from (i for inner in tree.children(prep, "prep") for i in tree.children(inner, "pobj"))


def _is_company(tree: Tree, prep: int) -> bool:
    """Tell whether a preposition is "alongside", or the "with" of "together with"."""
    opened = tree.tokens[prep - 1].lemma in words(LEXICON, "company", "openers")
    return tree.tokens[prep].lemma in words(LEXICON, "company", "alone") or (
        tree.tokens[prep].lemma == "with" and opened
    )


def _is_his(tree: Tree, prep: int, head: int) -> bool:
    """Tell whether a bare "with" leads to others or to one's own: "killed with nine other members of his family"."""
    if tree.tokens[prep].lemma != "with" or tree.children(head, "acl", "relcl"):
        return False
    told = {tree.lower[i] for i in (head, *tree.children(head, "amod"))}
    is_own = bool(tree.children(head, "poss")) and tree.tokens[head].lemma in words(LEXICON, "own", "members")
    return is_own or not told.isdisjoint(words(LEXICON, "none", "others"))


def _likewise(tree: Tree, mention: Mention) -> Iterator[int]:
    """The people of "as were two nurses", "as did his wife": a clause of nothing but a verb and its subject."""
    for clause in tree.children(mention.trigger, "advcl"):
        marks = {tree.tokens[c].text.lower() for c in tree.children(clause, "mark", "advmod")}
        rest = [c for c in tree.children(clause) if tree.tokens[c].dep not in {*SUBJECTS, "mark", "advmod", "punct"}]
        if tree.tokens[clause].lemma in {"be", "do", "have"} and "as" in marks and not rest:
            yield from tree.children(clause, *SUBJECTS)

"""A phrase in, the phrases joined to it out: by "and", by commas, and where a list is taken for an explanation."""

from twosource.extract.people.comma_list import comma_list
from twosource.extract.people.group import person_at
from twosource.extract.tree import Tree
from twosource.lang.reading import words
from twosource.values.name import SUFFIXES, folded

SUBJECTS = ("nsubj", "nsubjpass")
ARTICLES = frozenset({"a", "an"})
BEFALLING = ("killed", "injured", "captured")


def conjuncts(tree: Tree, head: int) -> list[int]:
    """The phrases joined to one by "and" or commas; two names side by side are two people, not one.

    "Five bodies and ten injured men" are not joined: some are dead and some hurt.
    """
    found = []
    for child in (*tree.children(head, "conj"), *_listed(tree, head)):
        if folded(tree.tokens[child].text) in SUFFIXES and not tree.children(child, "compound", "nmod"):
            continue  # "Karl Brandt, Jr."
        joined = tree.tokens[child].pos in {"NOUN", "PROPN", "NUM", "PRON"} or tree.tokens[child].lemma == "old"
        if joined and not _has_own_state(tree, child) and (_is_hurt(tree, head) or not _lives(tree, head, child)):
            found += [child, *conjuncts(tree, child)]
    return list(dict.fromkeys(found))


def _has_own_state(tree: Tree, index: int) -> bool:
    """Tell whether "another" has a state of his own: "one man dead and another in critical condition"."""
    another = tree.tokens[index].text.lower() in words("en/casualty", "standins", "another")
    below = [i for p in tree.children(index, "prep") for i in tree.children(p, "pobj")] if another else []
    return any(tree.tokens[i].lemma in words("en/casualty", "hurt", "signs") for i in below)


def _lives(tree: Tree, head: int, other: int) -> bool:
    """Tell whether others are told of as hurt, by themselves or behind dead ones: "one killed and three injured"."""
    killed = words("en/casualty", "killed", "state") | words("en/casualty", "killed", "object")
    dead = any(tree.tokens[i].text.lower() in killed or tree.tokens[i].lemma in killed for i in range(head + 1, other))
    return _is_hurt(tree, other, *(("acl",) if dead else ()))


def _is_hurt(tree: Tree, index: int, *besides: str) -> bool:
    """Tell whether people are told of as hurt: "ten injured men", "dozens of wounded", "one wounded".

    ``besides`` are further labels of the parse: "acl" for "three men injured".
    """
    states = words("en/casualty", "injured", "state")
    below = [i for prep in tree.children(index, "prep") for i in tree.children(prep, "pobj")]
    behind = [index + 1] if tree.tokens[index].pos == "NUM" and index + 1 < len(tree.tokens) else []
    near = (index, *tree.children(index, "amod", *besides), *below, *behind)
    return any(tree.tokens[i].text.lower() in states for i in near)


def _listed(tree: Tree, head: int) -> list[int]:
    """What a list takes for an explanation of its first: bare nouns ("a man, woman and boy"), and another name."""
    explained = tree.children(head, "appos")
    tests = (_is_bare_in_list, _is_another_name, _is_more, _is_next_in_list)
    beside = [c for c in explained if any(test(tree, head, c) for test in tests)]
    beside += [c for c in explained if c not in beside and _goes_on(tree, head, c)]
    found = [*beside, *_second_subject(tree, head), *_after_and(tree, head), *_beside_noun(tree, head)]
    return list(dict.fromkeys((*found, *(i for i in comma_list(tree, head) if i not in tree.children(head, "conj")))))


def _beside_noun(tree: Tree, head: int) -> list[int]:
    """The people whom the parser joins to what befell the first: "the murder of two priests and six women"."""
    of = tree.tokens[head].head
    noun = tree.tokens[of].head
    if tree.tokens[head].dep != "pobj" or tree.tokens[of].lemma != "of" or tree.children(head, "conj"):
        return []
    if not _befalls(tree, noun):
        return []
    return [
        c for c in (*tree.children(noun, "conj"), *_after_and(tree, noun)) if c > head and not tree.children(c, "prep")
    ]


def _befalls(tree: Tree, noun: int) -> bool:
    """Tell whether a noun says what befell people, or calls them dead: "the murder of", "the bodies of"."""
    lemma = tree.tokens[noun].lemma
    is_body = lemma in words("en/casualty", "killed", "objects_of")
    return is_body or any(lemma in words("en/casualty", measure, "noun") for measure in BEFALLING)


def _after_and(tree: Tree, head: int) -> list[int]:
    """The people behind an "and" whom the parser makes a subject of their own: "a boy and three women were hurt"."""
    if tree.tokens[head].dep not in SUBJECTS or not tree.children(head, "cc") or tree.children(head, "conj"):
        return []
    beside = [c for c in tree.children(tree.tokens[head].head, *SUBJECTS) if c > head]
    return [c for c in beside if tree.tokens[min(tree.subtree(c)) - 1].text.lower() == "and"][:1]


def _second_subject(tree: Tree, head: int) -> list[int]:
    """The rest of a list that the parser makes a second subject, or object: "a man, his wife and two sons were"."""
    token = tree.tokens[head]
    if token.dep not in {"nsubjpass", "dobj"} or head + 1 >= len(tree.tokens) or tree.tokens[head + 1].text != ",":
        return []
    second = [c for c in tree.children(token.head, token.dep) if c > head and min(tree.subtree(c)) == head + 2]
    return [c for c in second if tree.children(c, "conj") and tree.children(c, "poss", "det", "nummod")]


def _is_bare_in_list(tree: Tree, head: int, other: int) -> bool:
    bare = tree.tokens[other].tag == "NN" and not tree.children(other, "det")
    return other > head and bare and bool(tree.children(other, "cc"))


def _is_next_in_list(tree: Tree, head: int, other: int) -> bool:
    """Tell whether an article opens each of three: "a judge, a police chief and Senator Ruiz" are not one man."""
    first, second = ({tree.tokens[c].text.lower() for c in tree.children(i, "det")} for i in (head, other))
    last = tree.child(other, "conj")
    if (
        not (first & ARTICLES and second & ARTICLES)
        or last is None
        or tree.name(head) is not None
        or _is_one(tree, head)
    ):
        return False
    return person_at(tree, last) is not None or bool(tree.children(last, "det", "poss", "nummod"))


def _is_one(tree: Tree, head: int) -> bool:
    """Tell whether the verb tells of one: "a man, a teacher and a father of two, was killed"."""
    token = tree.tokens[head]
    verbs = (tree.children(token.head, "aux", "auxpass"), [token.head]) if token.dep in SUBJECTS else ()
    return any(tree.tokens[i].text.lower() in words("en/casualty", "singular") for verb in verbs for i in verb)


def _is_more(tree: Tree, head: int, other: int) -> bool:
    """Tell whether several people stand beside one: "Rector Petrak, five other monks and two women".

    "After the murder of Petrak, the 40 judges resigned" counts no judge.
    """
    opening = {tree.lower[c] for c in tree.children(other, "det", "amod")}
    if "the" in opening and "other" not in opening:
        return False
    counts = (tree.number(c) for c in tree.children(other, "nummod"))
    several = any(number.kind == "cardinal" and (number.low or 0) > 1 for number in counts if number is not None)
    one = tree.tokens[head].tag in {"NN", "NNP"} and tree.tokens[head].lemma not in words("en/people", "groups")
    among = tree.tokens[tree.subtree(other)[0]].text.lower() == "one"  # "a boy, one of three people hit, has died"
    return several and one and not among and not tree.children(head, "nummod")


def _goes_on(tree: Tree, head: int, other: int) -> bool:
    """Tell whether one person beside several is told of on top: "six priests, a cook and her daughter".

    "Two priests, a Jesuit and a friar" and "six people, a cook and her guests" are told of again. Where the list holds
    what names nobody ("a sergeant and a private", whom the parser takes for an adjective), nobody can tell.
    """
    number = _count(tree, head)
    listed = [other, *conjuncts(tree, other)]
    if any(c not in listed for one in listed for c in tree.children(one, "conj")):
        return False
    counts = [_count(tree, one) or (1 if tree.tokens[one].tag in {"NN", "NNP"} else None) for one in listed]
    if number is None or tree.tokens[head].lemma in words("en/people", "general"):
        return False
    joined = bool(tree.children(other, "cc")) or any(c > other for c in tree.children(head, "cc"))
    described = bool(tree.children(other, "det", "poss"))
    return described and joined and None not in counts and sum(c or 0 for c in counts) != number


def _count(tree: Tree, head: int) -> int | None:
    numbers = (tree.number(c) for c in tree.children(head, "nummod"))
    return next((int(n.low) for n in numbers if n is not None and n.kind == "cardinal" and n.low), None)


def _is_another_name(tree: Tree, head: int, other: int) -> bool:
    """Tell whether two names side by side are two people; one in brackets is the same man's other name."""
    first, second = person_at(tree, head), person_at(tree, other)
    is_aside = any(tree.tokens[i].text in {"(", "["} for i in range(head + 1, other))
    return first is not None and second is not None and first != second and not is_aside

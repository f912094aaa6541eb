"""A phrase for who acts in, the body they act for out: "guerrillas of the River Front (RF)" act for the River Front.

Knows nothing of what was done.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from twosource.extract.tree import Tree
from twosource.lang.reading import words

LEXICON = "en/doers"
SHORT = r"[A-Z][A-Z0-9]{0,5}(?:-?[A-Z0-9]{1,4})"
ACRONYM = re.compile(SHORT)
# Letters in brackets, with the capitalised words before them ("River Liberation Front (RLF)"), or the reverse.
BRACKETED = re.compile(rf"\s*[(\[]\s*({SHORT})\s*[)\]]")
LONG = re.compile(r"[A-Z][\w'’-]+(?:\s+(?:[a-z]+\s+){0,2}[A-Z][\w'’-]+)+(?:\s+[a-z]+)?$")
LEAD_IN = re.compile(r"(?<!of )(?<!for )\bthe ", re.IGNORECASE)  # "According to the River Front"
GLOSSED = re.compile(rf"\b({SHORT})\s*[(\[]\s*([^()\[\]\n]{{6,80}}?)\s*[)\]]")
REACH = 80  # characters before the bracket
INSIDE = ("compound", "amod", "nmod", "appos", "poss", "nummod")
LINKS = frozenset({"of", "from", "within", "in", "belong", "to"})
NO_BODY = frozenset({"person", "place"})


def body_of(tree: Tree, head: int) -> str | None:
    """Return the name of the body that a phrase speaks of, None where it names none ("two men")."""
    if is_thing(tree, head):
        return None
    inside = list(_inside(tree, head))
    for index in inside:
        if (name := _named(tree, index)) is not None:
            return fullest(tree, name)
    by_noun = next((name for index in inside if (name := _by_noun(tree, index)) is not None), None)
    return by_noun or _of_members(tree, head)


def _of_members(tree: Tree, head: int) -> str | None:
    """The words before its members, whatever their case: "river path members"."""
    if tree.tokens[head].text.lower() not in words(LEXICON, "members"):
        return None
    for child in tree.children(head, "compound"):
        lemma = tree.tokens[child].lemma
        if lemma not in words(LEXICON, "rebels") | words(LEXICON, "members") | words("en/people", "general"):
            return tree.span_over(tree.subtree(child)).of(tree.read)
    return None


def is_thing(tree: Tree, head: int) -> bool:
    """Tell whether the phrase speaks of a weapon or the like, whatever name stands in it."""
    return tree.tokens[head].lemma in words(LEXICON, "things")


def is_rebel(tree: Tree, head: int) -> bool:
    """Tell whether a phrase speaks of fighters whose body it does not name: "the rebels", "a guerrilla group"."""
    if tree.tokens[head].lemma in words(LEXICON, "rebels"):
        return True
    near = [tree.tokens[c].lemma for c in tree.children(head, *INSIDE, "det")]
    vague = tree.tokens[head].text.lower() in words(LEXICON, "forces", "vague")
    return vague and not words(LEXICON, "rebels", "signs").isdisjoint(near)


def rebels(tree: Tree) -> str | None:
    """Return the body of rebels that the report speaks of, None where it names none or several."""
    told = (i for i, token in enumerate(tree.tokens) if token.lemma in words(LEXICON, "rebels"))
    found = {name for index in told if (name := _named_body(tree, index)) is not None}
    return next(iter(found)) if len(found) == 1 else None


def _named_body(tree: Tree, head: int) -> str | None:
    names = (_named(tree, index) for index in _inside(tree, head))
    return next((fullest(tree, name) for name in names if name is not None), None)


def _inside(tree: Tree, head: int) -> Iterator[int]:
    """The head, what modifies it, and what its members belong to, in that order."""
    yield head
    for child in tree.children(head, *INSIDE):
        yield from (child, *tree.children(child, "compound", "nmod", "appos"))
    if {tree.tokens[head].lemma, tree.tokens[head].text.lower()} & words(LEXICON, "members"):
        for link in tree.children(head, "prep", "acl"):
            for inner in _goals(tree, link):
                yield from _inside(tree, inner)


def _goals(tree: Tree, link: int) -> list[int]:
    if tree.tokens[link].lemma not in LINKS:
        return []
    return [*tree.children(link, "pobj"), *(i for p in tree.children(link, "prep") for i in tree.children(p, "pobj"))]


def _named(tree: Tree, index: int) -> str | None:
    """The name of a body at a token: one the names tell of, or an acronym."""
    name, token = tree.name(index), tree.tokens[index]
    if name is not None and name.kind == "organisation":
        return name.canonical
    kind = name.kind if name is not None else None
    is_letters = ACRONYM.fullmatch(token.text) is not None and tree.place(index) is None
    return token.text if is_letters and kind not in NO_BODY else None


def _by_noun(tree: Tree, head: int) -> str | None:
    """The phrase itself, where its noun names a body: "the armed forces", "the drug cartel"."""
    noun = tree.tokens[head].text.lower()
    if noun not in words(LEXICON, "forces"):
        return None
    doubt = words(LEXICON, "suspicion")
    near = [c for c in tree.children(head, "amod", "compound", "nmod") if tree.tokens[c].text.lower() not in doubt]
    if noun in words(LEXICON, "forces", "vague") and all(_says_no_name(tree, index) for index in near):
        return None
    kept = sorted({head, *(i for c in near for i in tree.subtree(c))})
    return tree.span_over(kept).of(tree.read)


def _says_no_name(tree: Tree, index: int) -> bool:
    """Tell whether a word describes a body without naming it: "a guerrilla group", "the unidentified armed group"."""
    lemma = tree.tokens[index].lemma
    described = words(LEXICON, "rebels") | words(LEXICON, "rebels", "signs") | words(LEXICON, "unnamed")
    return lemma in described or tree.number(index) is not None


def fullest(tree: Tree, name: str) -> str:
    """Return the long form of a name that the report gives together with its letters."""
    bare = name.removeprefix("the ").removeprefix("The ")
    known = _spelled(tree.read)
    if bare.upper() in known:
        return known[bare.upper()]
    return next((long for long in known.values() if bare in long and " " in bare), bare)


@lru_cache(maxsize=4)
def _spelled(text: str) -> dict[str, str]:
    """Map letters to the long form told beside them: "the River Front (RF)", "RF [River Front]"."""
    found: dict[str, str] = {}
    for match in BRACKETED.finditer(text):
        line = text[max(0, match.start() - REACH) : match.start()].rpartition("\n")[2]
        long = LONG.search(line)
        if long is not None:
            found.setdefault(match[1], _without_members(LEAD_IN.split(long[0])[-1]))
    for match in GLOSSED.finditer(text):
        found.setdefault(match[1], " ".join(match[2].split()))
    return found


def _without_members(name: str) -> str:
    """Leave out those who act for the body, at the start of a sentence: "Rebels of the River Front"."""
    told = name.split()
    if told[0].lower() in words(LEXICON, "members") and told[1:2] == ["of"]:
        told = told[3:] if told[2:3] == ["the"] else told[2:]
    return " ".join(told)

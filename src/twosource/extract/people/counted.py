"""The head of a phrase for people in, how many and who they are out: "32 of its officers", "a man and a woman".

It reads the phrase alone; what befell the people, and who says so, is read elsewhere.
"""

import re
from dataclasses import dataclass, replace

from twosource.extract.people.conjuncts import conjuncts
from twosource.extract.people.group import describe
from twosource.extract.people.headcount import KINDS_THAT_COUNT, count_of, shares_none
from twosource.extract.people.standins import (
    is_each_other,
    is_misread,
    is_nationality,
    is_people_word,
    is_person_name,
    must_be_people,
    stands_for_some,
)
from twosource.extract.tree import Tree
from twosource.lang.reading import words
from twosource.model import Group, Number, Span

LEXICON = "en/people"
NO_COUNT = re.compile(
    r"-(?:year|month|week|day)s?\b|-\s+(?:and|or|to)\b|['’′`]?s\b"
)  # "a 16-year girl", "12- and 10-", "20s"
ACTING = re.compile(r"(?:er|or|ist|man|woman|ian|eer|ite)s?$|(?:men|women)$")  # "a rickshaw puller", "the headman"
QUANTITY_NOUNS = frozenset({"number", "lot", "couple", "dozen", "dozens", "scores", "hundreds", "thousands", "handful",
                            "majority", "rest", "score", "tens", "total", "group",
                            "minimum", "maximum"})  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class People:
    """People counted by one phrase: bounds (None: not bounded), the phrase, who they are.

    ``definite`` marks people already told of ("the man", "they"); ``vague`` a plurality without a count. ``parts`` are
    the phrases that were added up, empty for one phrase.
    """

    head: int
    low: int | None
    high: int | None
    wording: str
    group: Group
    span: Span
    definite: bool = False
    vague: bool = False
    parts: tuple["People", ...] = ()


def people(tree: Tree, head: int) -> list[People]:
    """Read the phrase headed by a token; empty where it does not stand for people.

    Coordinated phrases ("a man and a woman") are added up when each part can be counted; perpetrators named beside
    victims ("twelve people plus the gunman") are kept apart.
    """
    first = _single(tree, head)
    if first is None:
        return []
    others = [_single(tree, c) for c in conjuncts(tree, head)]
    known = [first, *(other for other in others if other is not None)]
    if len(known) <= len(others):
        return [first]
    if _is_breakdown(tree, head, known):
        return [first]
    roles = sorted({part.group.role or "" for part in known}, reverse=True)
    return [added_up(tree, [part for part in known if part.group.role == role]) for role in roles]


def _is_breakdown(tree: Tree, head: int, known: list[People]) -> bool:
    """Tell whether the first phrase counts the others: "four people, three women and a man", "two men, A and B"."""
    told = [part.low for part in known[1:] if part.low is not None]
    named = all(part.group.names for part in known[1:]) and not known[0].group.names
    of_any_kind = named or tree.tokens[_counted_noun(tree, head)].text.lower() in words(LEXICON, "general")
    return of_any_kind and len(told) == len(known) - 1 > 1 and known[0].low == known[0].high == sum(told)


def subgroups(tree: Tree, head: int) -> list[People]:
    """Return the people named as part of a phrase, or of whom a verb befell: "15 people, including five children"."""
    links = [p for p in tree.children(head, "prep") if tree.tokens[p].lemma == "include"]
    return [part for link in links for i in tree.children(link, "pobj") for part in people(tree, i)]


def added_up(tree: Tree, parts: list[People]) -> People:
    """Return people told of side by side as one phrase: their numbers added up, where each can be counted."""
    if len(parts) == 1:
        return parts[0]
    if _is_one_person(tree, parts):
        return _with_span(tree, parts)
    if _are_counted_together(tree, parts):
        return _together(tree, parts)
    lows = [part.low for part in parts]
    highs = [part.high for part in parts]
    span = Span(parts[0].span.start, max(part.span.end for part in parts))
    names = tuple(name for part in parts for name in part.group.names)
    statuses = {part.group.status for part in parts}
    group = replace(
        parts[0].group,
        text=span.of(tree.text),
        names=names,
        status=parts[0].group.status if len(statuses) == 1 else None,
        nationality=parts[0].group.nationality if len({part.group.nationality for part in parts}) == 1 else None,
    )
    return replace(
        parts[0],
        low=sum(low for low in lows if low is not None) if None not in lows else None,
        high=sum(high for high in highs if high is not None) if None not in highs else None,
        wording=span.of(tree.text),
        group=group,
        span=span,
        vague=any(part.vague for part in parts),
        definite=all(part.definite for part in parts),
        parts=tuple(parts),
    )


def _is_one_person(tree: Tree, parts: list[People]) -> bool:
    """Tell whether two nouns are what one was: "his friend and colleague Karl Berg", "a friend and colleague was"."""
    if len(parts) != 2 or any((part.low, part.high) != (1, 1) for part in parts):
        return False
    roles = [role for part in parts for role in _roles_of(tree, part.head)]
    if not are_of_one(roles) or tree.children(parts[1].head, "det", "poss", "nummod"):
        return False
    named = {name for part in parts for name in part.group.names}
    told = _auxiliaries(tree, parts[0].head)
    if "were" in told or len(named) > 1:
        return False
    owned = bool(tree.children(parts[0].head, "poss"))  # "shot his friend and teammate"
    return bool(named) or owned or bool(told & words("en/casualty", "singular"))


def are_of_one(roles: list[str]) -> bool:
    """Tell whether nouns side by side may be what one person was: "friend and cousin", not "brother and sister"."""
    of_one, relatives = words("en/headcount", "roles"), words("en/headcount", "roles", "relatives")
    return len(roles) == 2 and set(roles) <= of_one | relatives and not set(roles) <= relatives


def _roles_of(tree: Tree, head: int) -> list[str]:
    known = words("en/headcount", "roles") | words("en/headcount", "roles", "relatives")
    return [tree.tokens[i].lemma for i in (head, *tree.children(head, "compound")) if tree.tokens[i].lemma in known]


def _auxiliaries(tree: Tree, head: int) -> set[str]:
    return {tree.tokens[i].text.lower() for i in tree.children(tree.tokens[head].head, "aux", "auxpass")}


def _with_span(tree: Tree, parts: list[People]) -> People:
    """One person told of by both nouns."""
    span = Span(parts[0].span.start, parts[1].span.end)
    names = tuple(dict.fromkeys(name for part in parts for name in part.group.names))
    return replace(parts[0], span=span, group=replace(parts[0].group, text=span.of(tree.text), names=names))


def _are_counted_together(tree: Tree, parts: list[People]) -> bool:
    """Tell whether one number counts two kinds of people: "32 soldiers and police officers"; not "32 and some"."""
    first, last = parts[0], parts[-1]
    if len(parts) != 2 or first.low is None or first.low < 2 or (last.low, last.high) != (None, None) or last.definite:
        return False
    bare = tree.tokens[last.head].tag == "NNS" and not tree.children(last.head, "det", "nummod", "poss", "predet")
    between = tree.text[first.span.end : last.span.start].strip().lower()
    return bare and tree.number(last.head) is None and between == "and"


def _together(tree: Tree, parts: list[People]) -> People:
    span = Span(parts[0].span.start, parts[1].span.end)
    statuses = {part.group.status for part in parts}
    status = next(iter(statuses)) if len(statuses) == 1 else "military" if statuses <= {"military", "police"} else None
    return replace(parts[0], span=span, group=replace(parts[0].group, text=span.of(tree.text), status=status))


def _single(tree: Tree, head: int) -> People | None:
    core = _counted_noun(tree, head)
    number = _number(tree, head, core)
    if number is not None and not _counts(tree, number, core):
        number = None
    if _is_asked(tree, head) or not _stands_for_people(tree, head, core, number):
        return None
    span = _phrase(tree, head, core, number)
    group = describe(tree, core, span)
    low, high, definite, vague = count_of(tree, head, core, number)
    if low is None and high is None and tree.tokens[head].lemma in words("en/headcount", "bounds"):
        return None  # "a minimum of civilians"
    told = max(len(group.names), _explained(tree, core)) if low is None and high is None else 0
    if told > 1:
        low, high, definite, vague = told, told, False, False
    wording = number.text if number is not None and low is not None and low > 0 else span.of(tree.text)
    return People(
        head=head, low=low, high=high, wording=wording, group=group, span=span, definite=definite, vague=vague
    )


def _explained(tree: Tree, core: int) -> int:
    """How many a plural is told to be behind a comma: "the victims, a nurse and two boys"; 0 where that is open."""
    first = tree.child(core, "appos") if tree.tokens[core].tag == "NNS" and not tree.children(core, "conj") else None
    parts = [_single(tree, one) for one in (first, *conjuncts(tree, first))] if first is not None else []
    counts = [part.low for part in parts if part is not None and part.low is not None and part.low == part.high]
    return sum(counts) if len(counts) == len(parts) > 1 else 0


def _counts(tree: Tree, number: Number, core: int) -> bool:
    """Tell whether a number counts the noun; "three night guards" are three, though "three nights" is a time."""
    beyond = tree.tokens[core].start >= number.span.end
    if NO_COUNT.match(tree.text, number.core.end):
        return False
    if not beyond and is_person_name(tree, core):
        return False  # an age without its comma: "Karl Brandt Jr. 26"
    return number.kind in KINDS_THAT_COUNT or (number.kind == "measure" and beyond)


def _is_asked(tree: Tree, head: int) -> bool:
    """Tell whether the phrase asks for the number, or is what a number counts ("how many", "the number of")."""
    above = tree.tokens[tree.tokens[head].head]
    if tree.tokens[head].dep == "pobj" and above.lemma == "of" and tree.tokens[above.head].lemma == "number":
        return tree.number(above.head) is None
    return any(
        tree.tokens[i].text.lower() == "how" for c in tree.children(head, "amod") for i in tree.children(c, "advmod")
    )


def _counted_noun(tree: Tree, head: int) -> int:
    """Follow "32 of its officers", "a lot of Cubans", "one of his sons" to the noun counted."""
    token = tree.tokens[head]
    if token.pos in {"NUM", "DET", "PRON"} or token.lemma in QUANTITY_NOUNS or token.text.lower() in QUANTITY_NOUNS:
        of = next((c for c in tree.children(head, "prep") if tree.tokens[c].lemma == "of"), None)
        inner = tree.child(of, "pobj") if of is not None else None
        if inner is not None:
            return inner
    return head


def _number(tree: Tree, head: int, core: int) -> Number | None:
    for index in (head, core):
        if (own := tree.number(index)) is not None:
            return own
        if index and (ahead := tree.number(index - 1)) is not None and ahead.low != ahead.high and ahead.low:
            return ahead  # "between 10 and 12 people", where the parser hangs the numbers on "between"
        for child in tree.children(index, "nummod", "amod", "det", "quantmod", "compound", "predet"):
            for inner in (child, *tree.children(child, "nummod")):
                if (number := tree.number(inner)) is not None and number.kind != "age":
                    return number
    return None


def _stands_for_people(tree: Tree, head: int, core: int, number: Number | None) -> bool:
    token = tree.tokens[core]
    word = token.text.lower()
    if core == head and token.lemma in words("en/casualty", "none", "nouns") and shares_none(tree, head):
        return True
    never = word in words(LEXICON, "never") or token.lemma in words(LEXICON, "never")
    if (never and not is_misread(tree, core)) or _is_score(tree, head) or is_each_other(tree, head):
        return False
    named = is_person_name(tree, core) or is_people_word(tree, core) or is_nationality(tree, core)
    aged = word in {"old", "olds", "year-old"} or word.endswith("-year-old")
    if named or aged or stands_for_some(tree, head, core):
        return True
    if token.pos == "PRON":
        return word in {"he", "she", "they", "him", "her", "them", "who", "nobody", "someone", "somebody", "everyone"}
    told = number is not None or ACTING.search(word) is not None
    if told and core == head and token.pos == "NOUN" and must_be_people(tree, head):
        return True
    is_number = core == head or token.pos == "NUM"  # "a total of eight killed"
    return is_number and number is not None and number.core.start <= token.start < number.core.end


def _is_score(tree: Tree, head: int) -> bool:
    """Tell whether a bare number is a score: "shot a 68", "shot three under par"."""
    if tree.tokens[head].pos != "NUM":
        return False
    below = [i for p in tree.children(head, "prep") for i in tree.children(p, "pobj")]
    scored = any(tree.tokens[i].lemma in words(LEXICON, "scores") for i in below)
    return scored or any(tree.tokens[c].text.lower() in {"a", "an"} for c in tree.children(head, "det"))


def _phrase(tree: Tree, head: int, core: int, number: Number | None) -> Span:
    """The words from the number or first modifier to the counted noun, with its own short modifiers."""
    kept = [head, core]
    for index in {head, core}:
        kept += [
            inner
            for c in _modifiers(tree, index)
            for inner in tree.subtree(c)
            if tree.tokens[inner].pos != "PUNCT" or inner > min(index, c)
        ]
    if core != head:
        kept += tree.children(head, "prep")
    span = tree.span_of(min(kept), max(kept))
    return Span(min(span.start, number.span.start), span.end) if number is not None else span


def _modifiers(tree: Tree, index: int) -> list[int]:
    """The short modifiers of a noun; a state ("shot dead six people") and a clause are none."""
    near = tree.children(index, "amod", "compound", "nmod", "nummod", "det", "poss", "quantmod", "predet")
    states = words("en/casualty", "killed", "state")
    return [c for c in near if not tree.children(c, "relcl") and tree.tokens[c].lemma not in states]

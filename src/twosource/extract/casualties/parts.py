"""Casualty mentions in, those told of as some of them, or beside them, added out.

Reads "five of the dead were children", "two of them women", "among them a nurse", "not counting the attacker". What
befell the people is known from the mention they belong to.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from twosource.extract.casualties.assailants import doer_in, is_armed, opponent_in
from twosource.extract.people.counted import People, people
from twosource.extract.people.mention import LEXICON, NOMINAL, SUBGROUP, Mention, behind_by
from twosource.extract.people.standins import told_apart
from twosource.extract.tree import Tree
from twosource.lang.reading import lexicon, words
from twosource.model import Span
from twosource.model.claim import Measure

OUTCOMES: tuple[Measure, ...] = ("killed", "injured", "captured", "missing")
TOLD: tuple[Measure, ...] = (*OUTCOMES, "hit")
FELL = frozenset({"killed", "injured", "hit"})
OF_WHICH = frozenset({"which", "whom", "these", "those", "them"})
LINK = 4  # words of the longest link before the attacker: ", in addition to"


def with_parts(tree: Tree, found: list[Mention]) -> list[Mention]:
    """Return the mentions with the people told of as part of others, and the attackers kept out of a count."""
    parts = [part for index in range(len(tree.tokens)) for part in _at(tree, index, found)]
    return [*found, *parts]


def _at(tree: Tree, index: int, found: Sequence[Mention]) -> Iterator[Mention]:
    word = tree.tokens[index].text.lower()
    told = tree.number(tree.tokens[index].head) if word == "of" else None
    if told is not None and told.kind == "cardinal":
        yield from _some_of(tree, index, found)
    elif word in words(LEXICON, "parts", "links"):
        yield from _some_by(tree, index, found)
    elif word in words(LEXICON, "among"):
        yield from _among_them(tree, index, found)
    elif word in words("en/people", "perpetrator"):
        yield from _kept_out(tree, index, found)
    elif tree.tokens[index].pos == "ADV" and word in words(LEXICON, "ambiguous", "deadly"):
        yield from _fatally(tree, index, found)


def _fatally(tree: Tree, adverb: int, found: Sequence[Mention]) -> Iterator[Mention]:
    """Read "five were shot, one of them fatally": so many of those told of died."""
    number = told_apart(tree, adverb)
    whole = _last_before(tree, number, found) if number is not None else None
    if number is not None and whole is not None:
        for counted in people(tree, number):
            yield replace(whole, measure="killed", people=counted, is_part=True)


def _some_by(tree: Tree, link: int, found: Sequence[Mention]) -> Iterator[Mention]:
    """Read "seven were killed, three of them in police firing", "most by the army": whom one doer felled."""
    some = _some_before(tree, link)
    whole = _last_before(tree, some, found) if some is not None else None
    who = _doer_behind(tree, link)
    if some is None or whole is None or who is None or whole.measure not in FELL or whole.trigger > some:
        return
    part = _so_many(tree, whole.people, some, _end_of(tree, some))
    if part is whole.people:  # "most of them"
        span = tree.span_of(some, _end_of(tree, some))
        group = replace(part.group, text=span.of(tree.text))
        part = replace(part, low=None, high=None, wording=group.text, group=group, span=span, vague=True, parts=())
    yield replace(whole, people=part, agent=who, pattern=SUBGROUP, is_part=True)


def _end_of(tree: Tree, some: int) -> int:
    """The last word of "three of them", or of "three"."""
    return some + 2 if tree.lower[some + 1] == "of" and _is_back(tree, some + 2) else some


def _some_before(tree: Tree, link: int) -> int | None:
    """The number or "most" before a link, with "of them" or "were" between them or without: no noun behind it."""
    end = link
    while end > 1 and tree.lower[end - 1] in words(LEXICON, "parts", "told_by"):
        end -= 1
    if tree.lower[link] == "to" and "due" not in tree.lower[end:link]:
        return None
    return _some_ending(tree, end)


def _some_ending(tree: Tree, link: int) -> int | None:
    of_them = link > 2 and tree.lower[link - 2] == "of" and _is_back(tree, link - 1)
    some = link - 3 if of_them else link - 1
    if some < 1 or tree.sentence_number(some) != tree.sentence_number(link):
        return None
    number = tree.number(some)
    is_count = number is not None and number.kind == "cardinal"
    ahead = tree.lower[some - 1]
    is_behind = (
        of_them or ahead in words(LEXICON, "parts", "before") or (ahead in OF_WHICH and tree.lower[some - 2] == "of")
    )
    return some if is_behind and (is_count or tree.lower[some] in words(LEXICON, "parts", "most")) else None


def _doer_behind(tree: Tree, link: int) -> int | None:
    """Who did it by what stands behind a link: "by the army", "in police firing", "in encounters with police"."""
    if tree.lower[link] == "by" and (who := behind_by(tree, link)) is not None and is_armed(tree, who):
        return who
    bare = [link + 2] if link + 2 < len(tree.tokens) and is_armed(tree, link + 1) else []  # wherever the deed hangs
    told = (who for i in (*tree.children(link, "pobj"), *bare) for who in (doer_in(tree, i), opponent_in(tree, i)))
    return next((who for who in told if who is not None), None)


def _some_of(tree: Tree, of: int, found: Sequence[Mention]) -> Iterator[Mention]:
    """Read "five of the dead were children", "five of them children": so many of those, of the kind that is told."""
    number, inner = tree.tokens[of].head, tree.child(of, "pobj")
    above = tree.tokens[number].head
    kind = tree.child(above, "attr") if tree.tokens[above].lemma == "be" else above
    if inner is None or kind is None or tree.tokens[kind].pos not in NOMINAL or tree.tokens[number].dep != "nsubj":
        return
    whole = _last_before(tree, number, found) if _is_back(tree, inner) else None
    measure = whole.measure if whole is not None else _befell(tree, inner)
    counted = next(iter(people(tree, kind)), None)
    if measure is not None and counted is not None:
        part = _so_many(tree, counted, number, kind)
        trigger = whole.trigger if whole is not None else inner
        yield Mention(trigger=trigger, measure=measure, people=part, agent=None, pattern=SUBGROUP, is_part=True)


def _so_many(tree: Tree, counted: People, number: int, kind: int) -> People:
    told, span = tree.number(number), tree.span_of(number, kind)
    if told is None or told.low is None:
        return counted
    low, high = int(told.low), None if told.high is None else int(told.high)
    group = replace(counted.group, text=span.of(tree.text))
    return replace(
        counted, low=low, high=high, wording=told.text, group=group, span=span, definite=False, vague=False, parts=()
    )


def _is_back(tree: Tree, index: int) -> bool:
    return tree.tokens[index].text.lower() in words(LEXICON, "parts", "back")


def _befell(tree: Tree, index: int) -> Measure | None:
    """What befell "the dead", "those killed"."""
    spoken = {tree.tokens[i].lemma for i in (index, *tree.children(index, "acl"))} | {tree.tokens[index].text.lower()}
    own = bool(tree.children(index, "acl"))
    for measure in OUTCOMES:
        told = lexicon(LEXICON)[measure]
        if not spoken.isdisjoint(told["state"]) or (own and not spoken.isdisjoint(told["object"])):
            return measure
    return None


def _among_them(tree: Tree, index: int, found: Sequence[Mention]) -> Iterator[Mention]:
    """Read "nine people died, among them a nurse and two drivers"."""
    inner, noun = tree.child(index, "pobj"), tree.tokens[index].head
    if inner is None or not _is_back(tree, inner) or tree.tokens[noun].pos not in NOMINAL or noun < index:
        return
    whole = _last_before(tree, index, found)
    if whole is None:
        return
    for counted in people(tree, noun):
        span = Span(tree.tokens[index].start, counted.span.end)
        part = replace(counted, group=replace(counted.group, text=span.of(tree.text)), span=span)
        yield replace(whole, people=part, pattern=SUBGROUP, is_part=True)


def _kept_out(tree: Tree, index: int, found: Sequence[Mention]) -> Iterator[Mention]:
    """Read "four were killed, not counting the attacker", "besides the bomber": he fell too, but is not counted."""
    first = min(tree.subtree(index))
    ahead = " ".join(tree.tokens[i].text.lower() for i in range(max(0, first - LINK), first))
    if not any(ahead.endswith(link) for link in words(LEXICON, "parts", "beside")):
        return
    whole = _last_before(tree, index, found)
    if whole is not None and not any(m.people.head == index for m in found):
        for counted in people(tree, index):
            yield replace(whole, people=counted, is_part=True)


def _last_before(tree: Tree, index: int, found: Sequence[Mention]) -> Mention | None:
    """The last people in the sentence told to have fallen before a word."""
    sentence = tree.sentence(index)
    start, end = tree.tokens[sentence.first].start, tree.tokens[index].start
    told = [m for m in found if m.measure in TOLD and start <= m.people.span.start < end and not m.is_part]
    counted = [m for m in told if m.people.low is not None and m.pattern != SUBGROUP]
    return max(counted, key=lambda m: (m.people.span, m.trigger), default=None)

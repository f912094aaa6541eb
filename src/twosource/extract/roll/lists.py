"""A parse in, lists of the dead, hurt and taken out as mentions: "The dead were A, 21, his wife B and their two sons".

A parser loses its way in long lists of names, so these are read word by word from the verb or noun that tells what
befell them. Whether two lists name the same person is decided elsewhere.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache

from twosource.extract.people.counted import People
from twosource.extract.people.mention import Mention
from twosource.extract.roll.among import among, lost
from twosource.extract.roll.entry import Entry
from twosource.extract.roll.listed import Whose, entries
from twosource.extract.roll.more import going_on
from twosource.extract.roll.named import named_as
from twosource.extract.roll.pronoun import meant_by_pronoun
from twosource.extract.roll.stretch import (
    Stretch,
    chain_start,
    list_before,
    list_behind,
    list_with,
    word_at,
)
from twosource.extract.roll.told import HURT, measures_of, told_as
from twosource.extract.roll.words import LEXICON, Word, words_of
from twosource.extract.tree import Tree
from twosource.lang.reading import words
from twosource.model import Group, Span
from twosource.model.claim import Measure
from twosource.values.name import is_short_form
from twosource.values.person_name import may_be_one

PATTERN = "list of names"
SOME = "names among others"
ONE_OF = frozenset({"who", "that"})
WHERE = frozenset({"in", "at", "near"})


def rolls(tree: Tree) -> list[Mention]:
    """Return a mention for each list of people that names at least one of them, in text order."""
    read = [m for stretch in _stretches(tree) if (m := _mention(tree, stretch)) is not None]
    kept: list[Mention] = []
    for mention in sorted(read, key=lambda m: (-(m.people.low or 0), m.people.span)):
        if not any(other.people.span.touches(mention.people.span) for other in kept):
            kept.append(mention)
    for mention in kept:  # grows while it is read: a list may go on for several sentences
        more = going_on(tree, mention.people.span, mention.measure)
        found = _mention(tree, more) if more is not None else None
        if found is not None and not any(other.people.span.touches(found.people.span) for other in kept):
            kept.append(found)
    return sorted(kept, key=lambda m: (m.people.span, m.trigger))


def with_rolls(tree: Tree, found: list[Mention]) -> list[Mention]:
    """Return the mentions of a parse with lists of names in the place of what the parser made of them.

    A count that the parser reads from the same words stays where it is not lower ("five people, A and B among them");
    it gets the names.
    """
    died = _somebody_died(tree, found)
    for listed in (one for one in rolls(tree) if died or not _is_of_victims(tree, one)):
        same = [m for m in found if _is_same(m, listed)]
        fitting = [m for m in same if (m.people.low or 0) >= (listed.people.low or 0) and not _is_sum(m, listed)]
        if fitting:
            best = max(fitting, key=lambda m: m.people.low or 0)
            found = [_named(m, listed) if m is best else m for m in found if m is best or m not in same]
        else:
            found = [*(m for m in found if m not in same), listed]
    return found


def _somebody_died(tree: Tree, found: Iterable[Mention]) -> bool:
    """Tell whether a report tells of any death; victims named in one that tells of none are hurt."""
    if any(mention.measure == "killed" and mention.people.high != 0 for mention in found):
        return True
    return any(token.text.lower() in words(LEXICON, "fatal") for token in tree.tokens)


def _is_of_victims(tree: Tree, listed: Mention) -> bool:
    return listed.measure == "killed" and word_at(tree, listed.trigger) in words(LEXICON, "fatal", "either")


def _is_same(mention: Mention, listed: Mention) -> bool:
    """Tell whether the parser read the list; the people it told apart in it stay where the list has their names."""
    if mention.measure != listed.measure:
        return False
    names = listed.people.group.names
    own = mention.people.group.names
    if mention.is_part and own and all(any(may_be_one(n, other) for other in names) for n in own):
        return False
    return mention.trigger == listed.trigger or mention.people.span.touches(listed.people.span)


def _is_sum(mention: Mention, listed: Mention) -> bool:
    """Tell whether the parser added up people told of one by one, which the list does better."""
    counted = mention.people
    return (
        len(listed.people.group.names) > 1
        and " and " in counted.wording.lower()
        and counted.wording == counted.group.text
    )


def _named(mention: Mention, listed: Mention) -> Mention:
    """Give a count the names of its list; one person keeps the name that the parser knows beside."""
    own, names = mention.people.group.names, listed.people.group.names
    same = tuple(n for n in own if may_be_one(n, names[0]) or is_short_form(n, names[0])) if len(names) == 1 else ()
    group = replace(mention.people.group, names=tuple(dict.fromkeys((*names, *same))))
    return replace(mention, people=replace(mention.people, group=group))


def _mention(tree: Tree, stretch: Stretch) -> Mention | None:
    before = words_of(tree, stretch.before) if stretch.before is not None else []
    behind = words_of(tree, stretch.behind) if stretch.behind is not None else []
    stop = words(LEXICON, "stop") | words(LEXICON, "stop", stretch.measure)
    of_one = _is_of_one(tree, stretch.trigger)
    before = _without_joint_owners(before) if of_one else before
    told = entries(tree, before, behind, Whose(stop, of_one=of_one))
    if before and not behind and before[-1].lower in ONE_OF and word_at(tree, stretch.trigger - 1) != "were":
        told = told[-1:]  # "Smith and the man who died"
    if before and not behind and of_one and "and" not in {word.lower for word in before}:
        told = told[-1:]  # "according to Ana Ruiz, Leo Paz was killed"
    told = _once(told, tree.tokens[stretch.trigger].start)
    if told and before and behind and told[0].span.start > tree.tokens[stretch.trigger].start:
        told = [*meant_by_pronoun(tree, stretch.trigger), *told]
    names = tuple(dict.fromkeys(name for entry in told for name in entry.names))
    if len(names) < stretch.least:
        return None
    span = Span(min(entry.span.start for entry in told), max(entry.span.end for entry in told))
    number = sum(entry.count for entry in told)
    group = Group(text=span.of(tree.text), role="victim", names=names)
    people = People(head=stretch.trigger, low=number, high=number, wording=group.text, group=group, span=span)
    pattern = SOME if stretch.among else PATTERN
    return Mention(trigger=stretch.trigger, measure=stretch.measure, people=people, agent=None, pattern=pattern)


def _without_joint_owners(spoken: list[Word]) -> list[Word]:
    """The words without the first of two owners told besides one dead: "Edit, Karel and Anna's son, was killed"."""
    for owner, word in enumerate(spoken):
        if not word.owns:
            continue
        second = _run_start(spoken, owner)
        first = _run_start(spoken, second - 2) if second > 1 and spoken[second - 1].lower == "and" else second
        closed = any(behind.lower == "," for behind in spoken[owner:])
        if 0 < first < second - 1 and spoken[first - 1].lower == "," and closed:
            return _without_joint_owners([*spoken[:first], *spoken[second:]])
    return spoken


def _run_start(spoken: list[Word], last: int) -> int:
    first = last
    while (
        first > 0 and spoken[first].kind == "name" and spoken[first - 1].kind == "name" and not spoken[first - 1].owns
    ):
        first -= 1
    return first if spoken[last].kind == "name" else last + 1


def _once(told: list[Entry], verb: int) -> list[Entry]:
    """Count those named behind the verb once where a count before it holds them all: "Four men died: A, B, C and D"."""
    before, behind = ([e for e in told if (e.span.start < verb) is first] for first in (True, False))
    held = sum(entry.size or 0 for entry in before)
    named = [entry for entry in before if entry.names]
    number = sum(len(entry.names) for entry in named) + sum(entry.count for entry in behind)
    if not before or not all(entry.several for entry in before) or held != number:
        return told
    return [*(replace(entry, size=len(entry.names)) for entry in named), *behind]


def _is_of_one(tree: Tree, trigger: int) -> bool:
    """Tell whether the verb is in the singular: "was killed", "was found dead"."""
    chain = {word_at(tree, i) for i in range(chain_start(tree, trigger), trigger)}
    return bool(chain & words("en/casualty", "singular"))


def _stretches(tree: Tree) -> Iterator[Stretch]:
    for index, word in enumerate(tree.lower):
        if word in _leading():
            yield from _of_verb(tree, index)
            yield from _of_noun(tree, index)


@cache
def _leading() -> frozenset[str]:
    """All words that lead to a list: to ask each token for each of the lists took three times as long."""
    tables = ("toll_verbs", "died", "mourned", "losing", "losses", "own_life", "struck", "dead")
    found = [words(LEXICON, table) for table in tables]
    found += [words(LEXICON, measure, kind) for measure in HURT for kind in ("verbs", "people")]
    return frozenset().union(*found, words(LEXICON, "told_as", "calling"), words(LEXICON, "among", "before"))


def _of_verb(tree: Tree, index: int) -> Iterator[Stretch]:
    word = word_at(tree, index)
    if word in words(LEXICON, "toll_verbs"):
        yield from _befallen(tree, index)
    for measure in HURT:
        if word in words(LEXICON, measure, "verbs"):
            yield from _hurt(tree, index, measure)
    if word in words(LEXICON, "died") and (word != "passed" or word_at(tree, index + 1) == "away"):
        yield from _died(tree, index)
    if word in words(LEXICON, "mourned") and tree.tokens[index].pos == "VERB" and not _is_passive(tree, index):
        yield list_behind(tree, index, index + 1)
    if word in words(LEXICON, "losing"):
        yield from lost(tree, index)
    yield from named_as(tree, index)


def _of_noun(tree: Tree, index: int) -> Iterator[Stretch]:
    word = word_at(tree, index)
    if word in words(LEXICON, "losses") or word in words(LEXICON, "own_life"):
        yield from _lost(tree, index)
    for measure in measures_of(tree, index):
        yield from told_as(tree, index, measure)
    if word in words(LEXICON, "among", "before"):
        yield from among(tree, index)


def _befallen(tree: Tree, index: int) -> Iterator[Stretch]:
    """Read "A and B were killed", "A was killed with B", "killed A and B"."""
    start = chain_start(tree, index)
    chain = {tree.tokens[i].text.lower() for i in range(start, index)}
    if chain & words(LEXICON, "chain", "be"):
        yield Stretch(index, list_before(tree, start), list_with(tree, index))
    elif tree.tokens[index].text.lower() in words(LEXICON, "active"):
        yield list_behind(tree, index, index + 1)


def _hurt(tree: Tree, index: int, measure: Measure) -> Iterator[Stretch]:
    """Read "A, B and C were kidnapped", "wounding A, B and C": the parser does well with one or two."""
    start = chain_start(tree, index)
    if {word_at(tree, i) for i in range(start, index)} & words(LEXICON, "chain", "be"):
        yield Stretch(index, list_before(tree, start), list_with(tree, index), measure=measure)
    elif tree.tokens[index].tag in {"VBD", "VBG"}:
        yield list_behind(tree, index, index + 1, measure=measure)


def _died(tree: Tree, index: int) -> Iterator[Stretch]:
    start = chain_start(tree, index)
    yield Stretch(index, list_before(tree, start), list_with(tree, index))


def _lost(tree: Tree, index: int) -> Iterator[Stretch]:
    """Read "the deaths of A and B", "the murder in Riva of A and B", and "A and B lost their lives"."""
    is_life = word_at(tree, index) in words(LEXICON, "own_life")
    of = _of_behind(tree, index) if not is_life or _is_taken(tree, index) else None
    if of is not None:
        yield list_behind(tree, index, of + 1)
    elif word_at(tree, index - 1) in words(LEXICON, "owners") and word_at(tree, index - 2) in {
        "lost",
        "lose",
        "losing",
    }:
        yield Stretch(index, list_before(tree, chain_start(tree, index - 2)), list_with(tree, index))


def _is_taken(tree: Tree, index: int) -> bool:
    """Tell whether somebody's life is taken: "took the life of A", "claimed the lives of A and B"."""
    verb = index - 1 - (word_at(tree, index - 1) == "the")
    return word_at(tree, verb) in words(LEXICON, "own_life", "taking")


def _of_behind(tree: Tree, index: int) -> int | None:
    """The "of" right behind a word, or behind the place that stands between them."""
    spot = index + 1
    if word_at(tree, spot) in WHERE:
        spot += 1
        while spot < len(tree.tokens) and tree.place(spot) is not None:
            spot += 1
    return spot if word_at(tree, spot) == "of" else None


def _is_passive(tree: Tree, index: int) -> bool:
    return bool(tree.children(index, "auxpass", "nsubjpass"))

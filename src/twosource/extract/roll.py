"""A parse in, lists of the dead out as casualty mentions: "The victims were A, 21, his wife B and their two sons".

A parser loses its way in long lists of names, so these are read word by word from the verb or noun that tells of the
deaths. Whether two lists name the same person is decided elsewhere.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from twosource.extract.mention import Mention
from twosource.extract.people import People
from twosource.extract.roll_list import FINITE, entries
from twosource.extract.roll_words import LEXICON, words_of
from twosource.extract.tree import Tree
from twosource.lang.reading import words
from twosource.model import Group, Span
from twosource.values.name import is_short_form
from twosource.values.person_name import may_be_one

PATTERN = "list of names"
SOME = "names among others"
REACH = 14  # words from "the victims" to "were" or "named as"
ENDS = (".", "!", "?", "…", "”", '"', "’")
ONE_OF = frozenset({"who", "that"})
BACK = 7  # words between the people and the verb


@dataclass(frozen=True, slots=True)
class Stretch:
    """Where a list stands: the word that tells of the deaths, the list before it, the list behind it."""

    trigger: int
    before: Span | None
    behind: Span | None
    among: bool = False


def rolls(tree: Tree) -> list[Mention]:
    """Return a mention for each list of dead people that names at least one of them, in text order."""
    read = (_mention(tree, stretch) for stretch in _stretches(tree))
    kept: list[Mention] = []
    for mention in sorted((m for m in read if m is not None), key=lambda m: (-(m.people.low or 0), m.people.span)):
        if not any(other.people.span.touches(mention.people.span) for other in kept):
            kept.append(mention)
    return sorted(kept, key=lambda m: (m.people.span, m.trigger))


def with_rolls(tree: Tree, found: list[Mention]) -> list[Mention]:
    """Return the mentions of a parse with lists of names in the place of what the parser made of them.

    A count that the parser reads from the same words stays where it is not lower ("five people, A and B among them");
    it gets the names.
    """
    for listed in rolls(tree):
        same = [m for m in found if _is_same(m, listed)]
        fitting = [m for m in same if (m.people.low or 0) >= (listed.people.low or 0) and not _is_sum(m, listed)]
        if fitting:
            best = max(fitting, key=lambda m: m.people.low or 0)
            found = [_named(m, listed) if m is best else m for m in found if m is best or m not in same]
        else:
            found = [*(m for m in found if m not in same), listed]
    return found


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
    return len(listed.people.group.names) > 1 and " and " in counted.wording and counted.wording == counted.group.text


def _named(mention: Mention, listed: Mention) -> Mention:
    """Give a count the names of its list; one person keeps the name that the parser knows beside."""
    own, names = mention.people.group.names, listed.people.group.names
    same = tuple(n for n in own if may_be_one(n, names[0]) or is_short_form(n, names[0])) if len(names) == 1 else ()
    group = replace(mention.people.group, names=tuple(dict.fromkeys((*names, *same))))
    return replace(mention, people=replace(mention.people, group=group))


def _mention(tree: Tree, stretch: Stretch) -> Mention | None:
    before = words_of(tree, stretch.before) if stretch.before is not None else []
    behind = words_of(tree, stretch.behind) if stretch.behind is not None else []
    told = entries(tree, before, behind)
    if before and not behind and before[-1].lower in ONE_OF and _word(tree, stretch.trigger - 1) != "were":
        told = told[-1:]  # "Smith and the man who died"
    names = tuple(dict.fromkeys(name for entry in told for name in entry.names))
    if not names:
        return None
    span = Span(min(entry.span.start for entry in told), max(entry.span.end for entry in told))
    number = sum(entry.count for entry in told)
    group = Group(text=span.of(tree.text), role="victim", names=names)
    people = People(head=stretch.trigger, low=number, high=number, wording=group.text, group=group, span=span)
    pattern = SOME if stretch.among else PATTERN
    return Mention(trigger=stretch.trigger, measure="killed", people=people, agent=None, pattern=pattern)


def _stretches(tree: Tree) -> Iterator[Stretch]:
    for index, token in enumerate(tree.tokens):
        word = token.text.lower()
        if word in words(LEXICON, "toll_verbs"):
            yield from _befallen(tree, index)
        if word in words(LEXICON, "died") and (word != "passed" or _word(tree, index + 1) == "away"):
            yield from _died(tree, index)
        if word in words(LEXICON, "losses"):
            yield from _lost(tree, index)
        if word in words(LEXICON, "mourned") and token.pos == "VERB" and not _is_passive(tree, index):
            yield _behind(tree, index, index + 1)
        if word in words(LEXICON, "dead"):
            yield from _told_as(tree, index)


def _befallen(tree: Tree, index: int) -> Iterator[Stretch]:
    """Read "A and B were killed", "A was killed with B", "killed A and B"."""
    start = _chain_start(tree, index)
    chain = {tree.tokens[i].text.lower() for i in range(start, index)}
    if chain & words(LEXICON, "chain", "be"):
        yield Stretch(index, _before(tree, start), _with(tree, index))
    elif tree.tokens[index].text.lower() in words(LEXICON, "active"):
        yield _behind(tree, index, index + 1)


def _died(tree: Tree, index: int) -> Iterator[Stretch]:
    start = _chain_start(tree, index)
    yield Stretch(index, _before(tree, start), _with(tree, index))


def _lost(tree: Tree, index: int) -> Iterator[Stretch]:
    """Read "the deaths of A and B", and "A and B lost their lives"."""
    follows = _word(tree, index + 1)
    if follows == "of":
        yield _behind(tree, index, index + 2)
    elif _word(tree, index - 1) in words(LEXICON, "owners") and _word(tree, index - 2) in {"lost", "lose", "losing"}:
        yield Stretch(index, _before(tree, _chain_start(tree, index - 2)), _with(tree, index))


def _told_as(tree: Tree, index: int) -> Iterator[Stretch]:
    """Read "the victims were A and B", "named the dead as A", "among those killed were A and B"."""
    word, last = _word(tree, index), min(_end(tree, index), index + REACH)
    between = [_word(tree, i) for i in range(index, last)]
    first = tree.sentence(index).first
    ahead = {_word(tree, i) for i in range(max(first, index - 4), index)}
    start = _list_start(between, named=bool(ahead & words(LEXICON, "told_as", "naming")))
    if start is None or set(between[:start]) & words(LEXICON, "stop") or _says_else(tree, index, start):
        return
    if word in words(LEXICON, "struck") and not _is_deadly(tree, index):
        return
    if word == "identified" and "those" not in ahead:
        return
    if word == "names" and between[start] in words(LEXICON, "chain", "be"):
        return
    some = bool(ahead & {"among", "amongst"}) or between[start].startswith("includ")
    yield _behind(tree, index, index + start + 1, among=some)


def _says_else(tree: Tree, index: int, start: int) -> bool:
    """Tell whether another verb stands between the dead and the list: "victims had stable signs and one was"."""
    known = words(LEXICON, "chain") | words(LEXICON, "told_as", "naming") | words(LEXICON, "toll_verbs")
    verbs = (i for i in range(index + 1, index + start) if tree.tokens[i].tag in FINITE)
    return any(_word(tree, i) not in known for i in verbs)


def _is_deadly(tree: Tree, index: int) -> bool:
    """Tell whether the sentence, or one of the two before it, tells of a death: victims may be hurt alone."""
    number = tree.sentence_number(index)
    first = tree.sentences[max(0, number - 2)].first
    spoken = {_word(tree, i) for i in range(first, tree.sentences[number].last)}
    alive = _word(tree, index) == "victim" and spoken & words(LEXICON, "alive")
    return bool(spoken & words(LEXICON, "deadly")) and not alive


def _list_start(between: list[str], *, named: bool) -> int | None:
    """Where "as", ":" or "were" leads to the list, counted from the word for the dead."""
    naming = next((i for i, word in enumerate(between) if word in words(LEXICON, "told_as", "naming")), len(between))
    naming = -1 if named else naming
    colon = next((i for i, word in enumerate(between) if word == ":"), None)
    as_ = next((i for i, word in enumerate(between) if word == "as" and i > naming), None)
    as_ = colon if colon is not None else as_
    copulas = words(LEXICON, "told_as", "copulas")
    return as_ if as_ is not None else next((i for i, word in enumerate(between[1:], 1) if word in copulas), None)


def _is_passive(tree: Tree, index: int) -> bool:
    return bool(tree.children(index, "auxpass", "nsubjpass"))


def _chain_start(tree: Tree, index: int) -> int:
    """Where "have all reportedly been" before a verb begins."""
    first = max(tree.sentence(index).first, index - BACK)
    start = index
    while start > first and _word(tree, start - 1) in words(LEXICON, "chain"):
        start -= 1
    return start


def _before(tree: Tree, end: int) -> Span | None:
    number = tree.sentence_number(end)
    while number > 0 and not _is_ended(tree, number - 1):
        number -= 1
    first = tree.sentences[number].first
    return tree.span_of(first, end - 1) if end > first else None


def _with(tree: Tree, index: int) -> Span | None:
    """The stretch after "killed with", "killed, along with", "killed, as was", "killed:"."""
    spot = index + 1 + (_word(tree, index + 1) == ",")
    if _word(tree, spot) in words(LEXICON, "with") or _word(tree, spot) == ":":
        return _rest(tree, index, spot + 1)
    if _word(tree, spot) == "as" and _word(tree, spot + 1) in {"was", "were", "well"}:
        return _rest(tree, index, spot + 2)
    return None


def _behind(tree: Tree, trigger: int, start: int, *, among: bool = False) -> Stretch:
    return Stretch(trigger, None, _rest(tree, trigger, start), among)


def _rest(tree: Tree, trigger: int, start: int) -> Span | None:
    last = _end(tree, trigger)
    return tree.span_of(start, last - 1) if start < last else None


def _end(tree: Tree, index: int) -> int:
    """The token behind the sentence; the parser's ends inside a line count only behind a full stop."""
    number = tree.sentence_number(index)
    while number + 1 < len(tree.sentences) and not _is_ended(tree, number):
        number += 1
    return tree.sentences[number].last


def _is_ended(tree: Tree, number: int) -> bool:
    sentence = tree.sentences[number]
    if number + 1 < len(tree.sentences) and tree.sentences[number + 1].block != sentence.block:
        return True
    written = tree.span_of(sentence.first, sentence.last - 1).of(tree.text).rstrip()
    return written.endswith(ENDS)


def _word(tree: Tree, index: int) -> str:
    return tree.tokens[index].text.lower() if 0 <= index < len(tree.tokens) else ""

"""Where lists of people stand: stretches of text around a word that tells of deaths, by words alone.

It knows sentences and the words before and behind; which words lead to a list is decided elsewhere.
"""

from dataclasses import dataclass

from twosource.extract.roll.words import LEXICON
from twosource.extract.tree import Tree
from twosource.lang.reading import words
from twosource.model import Span
from twosource.model.claim import Measure

ENDS = (".", "!", "?", "…", "”", '"', "’")
NEAR = 3  # sentences behind a list, which a parser often cuts in two
BACK = 7  # words between the people and the verb
HAPPENING = 7  # words of "in the alleged air strike" and what follows it
INSIDE = frozenset({"DET", "ADJ", "NOUN", "PROPN"})


@dataclass(frozen=True, slots=True)
class Stretch:
    """Where a list stands: the word that tells what befell its people, the list before it, the list behind it.

    ``least`` is how many names make it a list.
    """

    trigger: int
    before: Span | None
    behind: Span | None
    among: bool = False
    measure: Measure = "killed"
    least: int = 1


def tells_of_death(tree: Tree, index: int) -> bool:
    """Tell whether a sentence, or one close before or behind, tells of a death: victims may be hurt alone."""
    spoken = spoken_near(tree, index)
    if not spoken & words(LEXICON, "deadly") and not tells_of_hurt(tree):
        spoken = set(tree.lower)
    alive = word_at(tree, index) == "victim" and spoken & words(LEXICON, "alive")
    return bool(spoken & words(LEXICON, "deadly")) and not alive


def tells_of_hurt(tree: Tree) -> bool:
    """Tell whether anybody in the report is told to be hurt: its victims may be those."""
    return not words(LEXICON, "injured", "signs").isdisjoint(tree.lower)


def spoken_near(tree: Tree, index: int) -> set[str]:
    """Return the words of a sentence and of those close before and behind it."""
    number = tree.sentence_number(index)
    first = tree.sentences[max(0, number - 2)].first
    last = tree.sentences[min(number + NEAR, len(tree.sentences) - 1)].last
    return {word_at(tree, i) for i in range(first, last)}


def chain_start(tree: Tree, index: int, more: frozenset[str] = frozenset()) -> int:
    """Return where "have all reportedly been" before a verb begins; ``more`` are further words of such a chain."""
    first = max(tree.sentence(index).first, index - BACK)
    start = index
    while start > first and (word_at(tree, start - 1) in words(LEXICON, "chain") or word_at(tree, start - 1) in more):
        start -= 1
    return start


def list_before(tree: Tree, end: int) -> Span | None:
    """Return the stretch from the start of the sentence up to a token; None where it is empty."""
    number = tree.sentence_number(end)
    while number > 0 and not _is_ended(tree, number - 1):
        number -= 1
    first = tree.sentences[number].first
    return tree.span_of(first, end - 1) if end > first else None


def list_with(tree: Tree, index: int) -> Span | None:
    """Return the stretch after "killed with", "killed in the raid along with", "killed, as was", "killed:"."""
    spot = _behind_happening(tree, _behind_age(tree, index + 1))
    spot += word_at(tree, spot) == ","
    if word_at(tree, spot) in words(LEXICON, "with") or word_at(tree, spot) == ":":
        return rest(tree, index, spot + 1)
    links = (link.split() for link in words(LEXICON, "with", "links"))
    length = max((len(link) for link in links if _reads(tree, spot, link)), default=0)
    return rest(tree, index, spot + length) if length else None


def _behind_age(tree: Tree, first: int) -> int:
    """The token behind ", aged 12," right behind the verb; ``first`` where no age stands there."""
    number = first + 1 + (word_at(tree, first + 1) == "aged")
    is_age = word_at(tree, first) == word_at(tree, number + 1) == "," and word_at(tree, number).isdigit()
    return number + 2 if is_age else first


def _reads(tree: Tree, first: int, spoken: list[str]) -> bool:
    return all(word_at(tree, first + i) == word for i, word in enumerate(spoken))


def _behind_happening(tree: Tree, first: int) -> int:
    """The token behind "in the strike" that stands before those who died with him; ``first`` where none does."""
    if first >= len(tree.tokens) or tree.tokens[first].pos != "ADP":
        return first
    last = min(first + HAPPENING, end_of(tree, first - 1))
    for spot in range(first + 1, last):
        if word_at(tree, spot) in words(LEXICON, "with") or word_at(tree, spot) == ":":
            return spot if tree.tokens[spot - 1].pos == "NOUN" else first
        if tree.tokens[spot].pos not in INSIDE and tree.tokens[spot].tag != "VBN":
            return first
    return first


def list_behind(tree: Tree, trigger: int, start: int, *, among: bool = False, measure: Measure = "killed") -> Stretch:
    """Return a list that runs from a token to the end of the trigger's sentence."""
    return Stretch(trigger, None, rest(tree, trigger, start), among, measure)


def rest(tree: Tree, trigger: int, start: int) -> Span | None:
    """Return the stretch from a token to the end of the trigger's sentence; None where it is empty."""
    last = end_of(tree, trigger)
    return tree.span_of(start, last - 1) if start < last else None


def end_of(tree: Tree, index: int) -> int:
    """Return the token behind the sentence; the parser's ends inside a line count only behind a full stop."""
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


def word_at(tree: Tree, index: int) -> str:
    """Return the token's text in lower case, "" outside the article."""
    return tree.lower[index] if 0 <= index < len(tree.lower) else ""

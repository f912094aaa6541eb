"""Where lists of people stand: stretches of text around a word that tells of deaths, by words alone.

It knows sentences and the words before and behind; which words lead to a list is decided elsewhere.
"""

from dataclasses import dataclass

from twosource.extract.roll_words import LEXICON
from twosource.extract.tree import Tree
from twosource.lang.reading import words
from twosource.model import Span

ENDS = (".", "!", "?", "…", "”", '"', "’")
BACK = 7  # words between the people and the verb


@dataclass(frozen=True, slots=True)
class Stretch:
    """Where a list stands: the word that tells of the deaths, the list before it, the list behind it."""

    trigger: int
    before: Span | None
    behind: Span | None
    among: bool = False


def tells_of_death(tree: Tree, index: int) -> bool:
    """Tell whether a sentence, or one of the two before and behind, tells of a death: victims may be hurt alone."""
    number = tree.sentence_number(index)
    first = tree.sentences[max(0, number - 2)].first
    last = tree.sentences[min(number + 2, len(tree.sentences) - 1)].last
    spoken = {word_at(tree, i) for i in range(first, last)}
    alive = word_at(tree, index) == "victim" and spoken & words(LEXICON, "alive")
    return bool(spoken & words(LEXICON, "deadly")) and not alive


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
    """Return the stretch after "killed with", "killed, along with", "killed, as was", "killed:"."""
    spot = index + 1 + (word_at(tree, index + 1) == ",")
    if word_at(tree, spot) in words(LEXICON, "with") or word_at(tree, spot) == ":":
        return rest(tree, index, spot + 1)
    if word_at(tree, spot) == "as" and word_at(tree, spot + 1) in {"was", "were", "well"}:
        return rest(tree, index, spot + 2)
    return None


def list_behind(tree: Tree, trigger: int, start: int, *, among: bool = False) -> Stretch:
    """Return a list that runs from a token to the end of the trigger's sentence."""
    return Stretch(trigger, None, rest(tree, trigger, start), among)


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
    return tree.tokens[index].text.lower() if 0 <= index < len(tree.tokens) else ""

"""A title in, how many people it tells of as killed, hurt or shot out; it knows words only, no parse and no claim.

Titles drop articles and auxiliaries, on which a parser goes astray; their ways of counting are few.
"""

import re
from dataclasses import dataclass
from functools import cache

from twosource.lang.reading import lexicon, words
from twosource.model import Span
from twosource.model.claim import Measure

LEXICON = "en/title_numbers"
MEASURES: tuple[Measure, ...] = ("killed", "injured", "hit")
WORD = re.compile(r"[a-z]+(?:['’-][a-z]+)*|\d+(?:[-,.:]\w+)*|[^\w\s]")
BETWEEN = 5  # words from a number to what befell the people
AHEAD = 3  # words from which a bound reaches a number: "as many as six"


@dataclass(frozen=True, slots=True)
class TitleNumber:
    """So many people whom a title tells of, and where it does: from the number to the word for what befell them."""

    measure: Measure
    number: int
    span: Span


def title_numbers(title: str) -> tuple[TitleNumber, ...]:
    """Return the exact numbers of people of a title.

    None where it tells of several happenings ("weekend attacks") or of a dispute ("30 dead, ministry insists on 12").
    """
    told = [(match[0], match.span()) for match in WORD.finditer(title.lower())]
    spoken = [word for word, _ in told]
    if not (words(LEXICON, "several") | words(LEXICON, "disputed")).isdisjoint(spoken):
        return ()
    found = (_at(spoken, index) for index in range(len(spoken)))
    return tuple(
        TitleNumber(at.measure, at.number, Span(told[at.first][1][0], told[at.last][1][1]))
        for at in found
        if at is not None
    )


@dataclass(frozen=True, slots=True)
class _At:
    """A number among the words of a title, from the first word of its people to that for what befell them."""

    measure: Measure
    number: int
    first: int
    last: int


def _at(spoken: list[str], index: int) -> _At | None:
    """The number at a word with what befell so many; None where no people are counted."""
    more, first = _beside(spoken, index)
    number = _number(spoken[index])
    if number is None and more and _is_single(spoken[index]):
        number = 1  # the last of "man, woman shot"
    if number is None or any(word in words(LEXICON, "bounds") for word in spoken[max(0, first - AHEAD) : index]):
        return None
    for end in range(index + 1, min(len(spoken), index + 1 + BETWEEN)):
        measure = _befell(spoken[end])
        if measure is not None:
            deadly = measure == "hit" and not words(LEXICON, "deadly").isdisjoint(spoken[end + 1 : end + 3])
            return _At("killed" if deadly else measure, number + more, first, end)
        if not _is_of_people(spoken[end]):
            break
    before = spoken[first - 1] if first else ""
    done = next((m for m in MEASURES if before in words(LEXICON, m, "before")), None)
    is_told = done is not None and _counts_people(spoken, index)
    return _At(done, number + more, first - 1, index) if done is not None and is_told else None


def _counts_people(spoken: list[str], index: int) -> bool:
    """Tell whether a number behind a verb counts people: no "killed 3 blocks from home", "killed 2 suspects"."""
    end = index + 1
    while end < len(spoken) and _is_of_people(spoken[end]):
        end += 1
    follows = spoken[end] if end < len(spoken) else ""
    if end > index + 1:
        return follows not in words("en/people", "perpetrator")
    return spoken[index].endswith("-old") or not follows.isalnum() or follows in words(LEXICON, "behind")


def _beside(spoken: list[str], index: int) -> tuple[int, int]:
    """How many more are told of right before a word, and where: "2 girls, 2 men shot", "mother, son, 3 women shot"."""
    kind = index - 2
    if kind < 0 or spoken[index - 1] not in words(LEXICON, "links") or _befell(spoken[kind]) is not None:
        return 0, index
    if _is_single(spoken[kind]):
        more, first = _beside(spoken, kind)
        return 1 + more, first
    if not _is_of_people(spoken[kind]):
        return 0, index
    numbers = ((at, _number(spoken[at])) for at in range(kind - 1, max(-1, kind - 3), -1))
    return next(((number, at) for at, number in numbers if number is not None), (0, index))


def _is_single(word: str) -> bool:
    """Tell whether a word is one person: "officer", "4-year-old"."""
    return word.endswith("-old") or word in words(LEXICON, "single")


def _befell(word: str) -> Measure | None:
    return next((measure for measure in MEASURES if word in words(LEXICON, measure)), None)


def _is_of_people(word: str) -> bool:
    kinds = ("general", "children", "women", "men", "civilian", "police", "military")
    return word in words(LEXICON, "between") or any(word in words("en/people", kind) for kind in kinds)


def _number(word: str) -> int | None:
    """The number a word tells; one who is told of by the age is one: "four-year-old wounded"."""
    if word.isdigit() or word.endswith("-old"):
        return int(word) if word.isdigit() else 1
    return _spelled().get(word)


@cache
def _spelled() -> dict[str, int]:
    return {word: int(value) for word, value in lexicon("en/numbers")["cardinals"].items()}

"""Text in one case in, the same text with capitals where they belong out, character for character; spans stay.

A linear model of three cases, read from left to right; how it was trained stands in ``docs/models/casing.md``.
"""

import gzip
import re
from collections.abc import Container, Iterable, Iterator, Sequence
from functools import cache
from importlib.resources import files

from twosource.annotate.casing.features import features, place_words
from twosource.annotate.casing.tokens import Word, words_of
from twosource.annotate.datelines import DATELINE
from twosource.annotate.place.fold import fold
from twosource.annotate.place.gazetteer import load_gazetteer
from twosource.model import Span

LOWER, TITLE, UPPER = range(3)
# Ordinary paragraphs have 2-6 % of their letters in capitals; of one case is a block with 2 % of the other or less.
LEAST_LETTERS = 24
OTHER_CASE = 0.02
# Titles with a capital in each word leave it out of articles and prepositions alone.
SHORT, LEAST_WORDS, CAPITALS = 3, 3, 0.8

Weights = tuple[float, float, float]


def restored(text: str, blocks: Iterable[Span], titles: Container[Span] = ()) -> str:
    """Return ``text`` with the usual case in each block that is written in one case; other blocks stay.

    Args:
        text: the article's text.
        blocks: the stretches that are read, in order.
        titles: those that are titles: written With A Capital In Each Word they get their usual case too.
    """
    pieces: list[str] = []
    done = 0
    for block in blocks:
        if is_of_one_case(block.of(text)) or (block in titles and is_capitalised(block.of(text))):
            pieces += [text[done : block.start], recased(block.of(text))]
            done = block.end
    return "".join([*pieces, text[done:]]) if pieces else text


def is_of_one_case(block: str) -> bool:
    """Tell whether a block has enough letters, and nearly all of them in one case.

    A long sentence without a name, its first letter alone a capital, is written as it should be.
    """
    upper = sum(map(str.isupper, block))
    lower = sum(map(str.islower, block))
    few = OTHER_CASE * (upper + lower)
    opens = next(filter(str.isalpha, block), "")
    return upper + lower >= LEAST_LETTERS and (lower <= few or (upper <= few and not opens.isupper()))


def is_capitalised(block: str) -> bool:
    """Tell whether nearly every word has a capital first, short ones aside: "Three Hurt in Riva Market Blast"."""
    long = [word for word in block.split() if len(word) > SHORT and word[0].isalpha()]
    return len(long) >= LEAST_WORDS and sum(word[0].isupper() for word in long) >= CAPITALS * len(long)


def recased(block: str) -> str:
    """Return one block with the case its words usually have; the capitals of a dateline's town stay."""
    first = _dateline_end(block)
    words = words_of(block[first:])
    letters = list(block.lower()) if len(block.lower()) == len(block) else list(block)
    letters[:first] = block[:first]
    is_mixed = not is_of_one_case(block)
    for word, label in zip(words, labels(words), strict=True):
        start, end = word.start + first, word.end + first
        is_short_name = is_mixed and end - start > 1 and block[start:end].isupper()  # "US" in a title
        letters[start:end] = block[start:end] if is_short_name else _written(block[start:end], label)
    return "".join(letters)


def _dateline_end(block: str) -> int:
    """Return where a dateline ends that opens with a place we know; "TODAY -- AS BEFORE" is none."""
    head = DATELINE.match(block)
    town = re.split(r"[,(—–]|--| -", head[0])[0] if head is not None else ""
    return head.end() if head is not None and load_gazetteer().knows(fold(town)) else 0


def _written(word: str, label: int) -> str:
    shown = (word.lower(), word[:1].upper() + word[1:].lower(), word.upper())[label]
    return shown if len(shown) == len(word) else word


def labels(words: Sequence[Word]) -> list[int]:
    """Return the case of each word: 0 lower, 1 a capital first, 2 capitals throughout."""
    places = place_words(words)
    found: list[int] = []
    for at, word in enumerate(words):
        before = (found[-2] if at > 1 else -1, found[-1] if at else -1)
        best = LOWER if word.kept else _best(features(words, at, before, places))
        found.append(max(best, TITLE) if word.opens and not word.kept else best)
    return found


def _best(present: Iterator[str]) -> int:
    table = weights()
    lower = title = upper = 0.0
    for name in present:
        if (weight := table.get(name)) is not None:
            lower, title, upper = lower + weight[LOWER], title + weight[TITLE], upper + weight[UPPER]
    scores = (lower, title, upper)
    return scores.index(max(scores))


@cache
def weights() -> dict[str, Weights]:
    """Return the weight of each feature for each of the three cases."""
    packed = files("twosource.lang").joinpath("en/casing.tsv.gz").read_bytes()
    rows = (line.split("\t") for line in gzip.decompress(packed).decode("utf-8").splitlines())
    return {name: (int(low) / 100, int(title) / 100, int(upper) / 100) for name, low, title, upper in rows}

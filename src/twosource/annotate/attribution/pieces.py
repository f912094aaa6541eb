"""Words in, the numbers of their pieces out (WordPiece): a word that the encoder does not hold is read in parts."""

import re
import unicodedata
from collections.abc import Callable, Mapping
from functools import lru_cache

from twosource.annotate.parse import STRAIGHT

FIRST, LAST, UNKNOWN = "[CLS]", "[SEP]", "[UNK]"
SPACE = "[unused0]"  # stands for a token of white space
MOST_PIECES = 24  # of a token
LONGEST_PART = 60  # characters: longer runs of letters are no word
REMEMBERED = 65_536  # words
_PART = re.compile(r"\w+|[^\w\s]")
Split = Callable[[str], tuple[int, ...]]


def splitter(pieces: Mapping[str, int]) -> Split:
    """Return a function from a word to the numbers of its pieces, at least one; it remembers what it split.

    Source: Wu et al. 2016, "Google's Neural Machine Translation System", the longest piece first; letters without
    case and accents, as the encoder was taught them.
    """

    @lru_cache(maxsize=REMEMBERED)
    def split(word: str) -> tuple[int, ...]:
        found = [piece for part in _PART.findall(_plain(word)) for piece in _pieces(part, pieces)]
        return tuple(found[:MOST_PIECES]) or (pieces[SPACE],)

    return split


def _plain(word: str) -> str:
    letters = unicodedata.normalize("NFD", word.lower().translate(STRAIGHT))
    return "".join(letter for letter in letters if unicodedata.category(letter) != "Mn")


def _pieces(part: str, pieces: Mapping[str, int]) -> list[int]:
    unknown = [pieces[UNKNOWN]]
    if len(part) > LONGEST_PART:
        return unknown
    found: list[int] = []
    at = 0
    while at < len(part):
        before = "##" if at else ""
        end = next((end for end in range(len(part), at, -1) if before + part[at:end] in pieces), None)
        if end is None:
            return unknown
        found.append(pieces[before + part[at:end]])
        at = end
    return found

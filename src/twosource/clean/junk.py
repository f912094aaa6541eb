"""A short line comes in; whether it is no language at all goes out. Knows only which letters follow each other."""

import re
import unicodedata

from twosource.lang.furniture import furniture

_VOWELLESS = re.compile(r"[bcdfghjklmnpqrstvwxz]{5,}")
_PLAUSIBLE = 0.5


def is_junk(line: str) -> bool:
    """Tell whether one or two lower-case words are keys struck at random, such as fill a caption nobody wrote.

    Half of the pairs of letters or more are strange to names and words of the world, or five consonants stand in a row
    beside one strange pair in five.
    """
    words = line.split()
    if not 0 < len(words) <= 2 or not all(word.isalpha() and word.islower() for word in words):
        return False
    return all(_is_struck(_unmarked(word)) for word in words)


def _unmarked(word: str) -> str:
    return "".join(letter for letter in unicodedata.normalize("NFKD", word) if not unicodedata.combining(letter))


def _is_struck(word: str) -> bool:
    if len(word) < 5 or not word.isascii():
        return False
    pairs = [word[i : i + 2] for i in range(len(word) - 1)]
    plausible = sum(pair in furniture().pairs for pair in pairs) / len(pairs)
    return plausible <= _PLAUSIBLE or (plausible <= 0.8 and _VOWELLESS.search(word) is not None)

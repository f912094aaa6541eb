"""Text in, its words out, each with what stands around it: sentence starts, brackets; knows no lexicon of names."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from twosource.lang.reading import words

# A run of letters, or letters each with its dot ("u.s.").
WORD = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W\d_]+")
# "new delhi: the minister ..." opens a report of the Indian press.
OUTSET = re.compile(r"[^\W\d_]+(?: [^\W\d_]+){0,2}: ")
ENDINGS = frozenset({"s", "t", "re", "ll", "ve", "d", "m"})
APOSTROPHES = "'’"
ENDS = ".?!\n"
CLOSING = " \t\"'’”)]»"
OPENING = " \t\"'‘“([«`"


@dataclass(frozen=True, slots=True)
class Word:
    """A word in lower case, where it stands, and the characters on both sides of it ("" at the ends of the text).

    ``opens`` is True at the start of a sentence; ``kept`` where case tells nothing ("'s", "3d").
    """

    start: int
    end: int
    text: str
    before: str
    after: str
    opens: bool
    kept: bool


def words_of(text: str) -> tuple[Word, ...]:
    """Return the words of one block of text, in order."""
    return tuple(_words(text))


def _words(text: str) -> Iterator[Word]:
    previous = 0
    lead = OUTSET.match(text)
    for match in WORD.finditer(text):
        start, end = match.span()
        before, after = text[max(0, start - 1) : start], text[end : end + 1]
        ending = before in APOSTROPHES and match[0].lower() in ENDINGS and text[start - 2 : start - 1].isalnum()
        kept = bool(before) and (ending or before.isdigit())
        opens = previous == 0 or _ends(text, previous, start) or (lead is not None and lead.end() == start)
        yield Word(start, end, match[0].lower(), before, after, opens, kept)
        previous = end


def _ends(text: str, last: int, start: int) -> bool:
    """Tell whether a sentence ends in the gap between two words; the dot of "col." or of an initial ends none."""
    gap = text[last:start]
    bare = gap.rstrip(OPENING)
    if "\n" in gap or ("--" in gap and "[" in gap):
        return True
    mark = bare.rstrip(CLOSING)[-1:]
    if mark == "" or mark not in ENDS or (not gap[-1:].isspace() and gap == bare):
        return False
    return mark != "." or not _is_short(text, last)


def _is_short(text: str, last: int) -> bool:
    start = last
    while start > 0 and text[start - 1].isalpha():
        start -= 1
    word = text[start:last].lower()
    return len(word) == 1 or word in words("en/casing", "dotted")

"""Cuts a text into words, figures and signs for the number grammar, and holds one number while it is being read.

Knows characters only: what a word means is told by the lexicon.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from twosource.lang.numbers import Phrase
from twosource.model.annotation import NumberKind

# Every repeat is bounded or cannot fail once begun, so the cut is linear on any text.
_TOKEN = re.compile(
    r"""
      [apAP]\.[mM]\b\.?
    | [^\W\d_]\w*(?:['\u2019]\w+)*
    | \+[0-9]{1,3}(?:[ .-]?\(?[0-9]{2,4}\)?){2,5}               # +44 20 7946 0958
    | \([0-9]{3}\)\ ?[0-9]{3}(?:-[0-9]{4})?(?![0-9]) | [0-9]{3}[-.][0-9]{3}[-.][0-9]{4}(?![0-9])
    | [0-9]{4}-[0-9]{2}-[0-9]{2}(?![0-9])                        # 2026-01-03
    | [0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?(?![0-9])                 # 9:30
    | [0-9]+(?:/[0-9]+)+                                         # 9/11
    | [0-9]+(?:\.[0-9]+){2,}                                     # 3.1.2026
    | [0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?(?![0-9])             # 1,961
    | [0-9]{1,2}(?:,[0-9]{2}){1,4},[0-9]{3}(?![0-9])             # 1,20,000
    | [0-9]{1,3}(?:[\u00a0\u2009\u202f'\u2019][0-9]{3})+(?![0-9])     # 10 000 with a typographic space
    | [0-9]{1,3}(?:\ [0-9]{3}){0,2}\ 000(?![0-9])                # 10 000
    | [0-9]+(?:\.[0-9]+)? | \.[0-9]+
    | [½¼¾⅓⅔]
    | \n[^\S\n]*\n
    | [^\w\s] | _
    """,
    re.VERBOSE,
)
# Pages write one hyphen in many ways; the dashes differ in meaning and stay apart.
_SIGNS = {"\u2010": "-", "\u2011": "-", "\u2212": "-"}
HYPHENS = ("-", "\u2013")
DASHES = (*HYPHENS, "\u2014")
_PAD = 8
_FIGURES = frozenset("0123456789.+(\u00bd\u00bc\u00be\u2153\u2154")


@dataclass(frozen=True, slots=True)
class Words:
    """A text cut into words: ``lower`` are their normal forms, ``starts``/``ends`` their characters.

    Eight empty words stand before and behind the text, so that looking around never falls off its ends.
    """

    text: str
    lower: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def raw(self, index: int) -> str:
        """Return the word as it is written."""
        return self.text[self.starts[index] : self.ends[index]]

    def joined(self, index: int) -> bool:
        """Tell whether no space stands before the word."""
        return self.starts[index] == self.ends[index - 1] and self.lower[index - 1] != ""

    def capital(self, index: int) -> bool:
        """Tell whether the word begins with a capital letter."""
        return self.raw(index)[:1].isupper()

    def digits(self, index: int) -> bool:
        """Tell whether the word is a figure."""
        word = self.lower[index]
        return "0" <= word[:1] <= "9" or (len(word) > 1 and word[0] == ".")

    def at(self, index: int, phrase: Phrase) -> bool:
        """Tell whether the phrase begins at the word."""
        return self.lower[index : index + len(phrase)] == phrase

    def longest(self, index: int, phrases: Mapping[str, tuple[Phrase, ...]]) -> int:
        """Return how many words the longest phrase that begins here has; 0 where none does."""
        return next((len(p) for p in phrases.get(self.lower[index], ()) if self.at(index, p)), 0)

    def longest_before(self, index: int, phrases: Mapping[str, tuple[Phrase, ...]]) -> int:
        """Return how many words the longest phrase that ends just before ``index`` has; 0 where none does."""
        return next((len(p) for p in phrases.get(self.lower[index - 1], ()) if self.at(index - len(p), p)), 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Atom:
    """A number while it is being read: words ``[first, last)``, of which ``[core, end)`` are the number itself.

    ``unit`` is what it measures ("" for a bare count), ``scale`` what its figure was multiplied by, ``figure`` whether
    it stands in digits and ``grouped`` in digits set off by thousands.
    """

    first: int
    last: int
    core: int
    end: int
    low: float | None
    high: float | None
    kind: NumberKind = "cardinal"
    vague: bool = False
    qualifier: str | None = None
    unit: str = ""
    scale: float = 1
    figure: bool = False
    grouped: bool = False

    @property
    def bare(self) -> bool:
        """Whether nothing yet says what it counts."""
        return self.kind == "cardinal" and not self.unit


def words_of(text: str) -> Words:
    """Return the words of ``text``; an empty line stands as one word of its own."""
    found = [match.span() for match in _TOKEN.finditer(text)]
    lower = _lowered(text)
    cut = [lower[start:end] for start, end in found]
    pad = ("",) * _PAD
    size = len(text)
    return Words(
        text,
        (*pad, *(_SIGNS.get(word, word) for word in cut), *pad),
        (*((0,) * _PAD), *(start for start, _ in found), *((size,) * _PAD)),
        (*((0,) * _PAD), *(end for _, end in found), *((size,) * _PAD)),
    )


def _lowered(text: str) -> str:
    """Return the text in lower case, character for character ("İ" becomes two in general: it stays as it is)."""
    lower = text.lower()
    if len(lower) != len(text):
        lower = "".join(low if len(low := letter.lower()) == 1 else letter for letter in text)
    return lower.replace("\u2019", "'")


def may_begin(words: Words, starters: frozenset[str]) -> list[int]:
    """Return the indices of the figures and of the ``starters``: where a number can begin."""
    return [at for at, word in enumerate(words.lower) if word in starters or word[:1] in _FIGURES]


def counted(first: int, last: int, value: float | None, *, scale: float = 1) -> Atom:
    """Return words ``[first, last)`` as a bare number."""
    return Atom(first=first, last=last, core=first, end=last, low=value, high=value, scale=scale)


def part(first: int, last: int, value: float) -> Atom:
    """Return words ``[first, last)`` as a part of one whole."""
    return replace(counted(first, last, value), kind="measure", unit="part")


def named(first: int, last: int) -> Atom:
    """Return words ``[first, last)`` as a figure that names and counts nothing."""
    return replace(counted(first, last, None), kind="identifier", unit="name")

"""Reads the number word itself: figures, numbers in words, vague counts, nought, fractions and ordinals.

What stands around a number (units, ranges, bounding words) is read elsewhere.
"""

from dataclasses import replace

from twosource.annotate.number.spelled import scaled, spelled
from twosource.annotate.number.vague import nought, plural, vague_count
from twosource.annotate.number.words import HYPHENS, Atom, Words, counted, named, part
from twosource.lang.numbers import NumberLexicon

_FRACTION_SIGNS = {"½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3}
_CALLS = frozenset("+(")
# A figure of ten digits or more without grouping is an account or telephone number.
_LONGEST_FIGURE = 9


def core_at(words: Words, at: int, lexicon: NumberLexicon) -> Atom | None:
    """Return the number that begins at word ``at``, bare; None where none does."""
    word = words.lower[at]
    if words.digits(at):
        return _figure(words, at, lexicon)
    if len(word) > 1 and word[0] in _CALLS:
        return named(at, at + 1)
    if word in _FRACTION_SIGNS:
        return part(at, at + 1, _FRACTION_SIGNS[word])
    if word not in lexicon.starters:
        return None
    for read in (nought, _ordinal, _part, vague_count, plural, spelled):
        found = read(words, at, lexicon)
        if found is not None:
            return found
    return None


def _figure(words: Words, at: int, lexicon: NumberLexicon) -> Atom | None:
    raw = words.lower[at]
    if ":" in raw:
        return replace(named(at, at + 1), kind="measure", unit="clock")
    plain = raw.translate({ord(mark): None for mark in ",\u00a0\u2009\u202f' "})
    whole, _, rest = plain.partition(".")
    if not (whole + rest).isdigit() or (len(plain) > _LONGEST_FIGURE and plain == raw):
        return named(at, at + 1)
    end = at + 1
    value = float(plain)
    if words.lower[end] in _FRACTION_SIGNS and words.joined(end):
        value, end = value + _FRACTION_SIGNS[words.lower[end]], end + 1
    atom = replace(counted(at, end, value), figure=True, grouped=plain != raw)
    return scaled(words, atom, lexicon)


def _ordinal(words: Words, at: int, lexicon: NumberLexicon) -> Atom | None:
    """Read "third", "twenty-third", "one hundred and third"."""
    end = at
    while words.lower[end] in lexicon.cardinals and end < at + 3 and words.lower[end + 1] in HYPHENS:
        end += 2
    if end == at and lexicon.cardinals.get(words.lower[at], 0) >= 20 and words.lower[at + 1] in lexicon.ordinals:
        end = at + 1
    tens = lexicon.cardinals.get(words.lower[at], 0) if end > at else 0
    value = lexicon.ordinals.get(words.lower[end])
    if value is None or (end > at and (tens < 20 or value >= 10)):
        return None
    if words.lower[at - 1] in _list(lexicon, f"plain.{words.lower[at]}_idle_behind"):
        return None
    if words.lower[end + 1] in _list(lexicon, f"plain.{words.lower[at]}_idle_before"):
        return None
    return replace(counted(at, end + 1, tens + value), kind="ordinal", unit="rank")


def _list(lexicon: NumberLexicon, name: str) -> frozenset[str]:
    return lexicon.words.get(name, frozenset())


def _part(words: Words, at: int, lexicon: NumberLexicon) -> Atom | None:
    """Read "two-thirds", "a quarter of", "half", "half a million", "half a dozen"."""
    if words.lower[at] == "half":
        return _half(words, at, lexicon)
    if words.lower[at] in ("a", "an") and words.at(at + 1, ("half",)):
        step = at + 3 if words.lower[at + 2] == "-" else at + 2
        return _times_half(words, at, step, lexicon)
    top = 1.0 if words.lower[at] in ("a", "an") else lexicon.cardinals.get(words.lower[at], 0)
    over = at + 2 if words.lower[at + 1] in HYPHENS else at + 1
    name = words.lower[over]
    below = lexicon.fractions.get(name if top == 1 else name.removesuffix("s"), 0)
    if not top or not below or (top > 1 and name == name.removesuffix("s")):
        return None
    if top == 1 and words.lower[over + 1] != "of":
        return None
    return part(at, over + 1, top / below)


def _half(words: Words, at: int, lexicon: NumberLexicon) -> Atom | None:
    if words.lower[at - 1] in lexicon.words["plain.half_before"]:
        return None
    over = at + 1
    while words.lower[over] in ("a", "an", *HYPHENS) and over < at + 3:
        over += 1
    return _times_half(words, at, over, lexicon) or part(at, at + 1, 0.5)


def _times_half(words: Words, at: int, over: int, lexicon: NumberLexicon) -> Atom | None:
    if words.lower[over] not in lexicon.scales or words.lower[over] == "hundred":
        return None
    return scaled(words, counted(at, over, 0.5), lexicon)

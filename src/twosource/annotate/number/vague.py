"""Reads vague counts and nought: "several", "dozens", "tens of thousands", "no one", "no deaths"."""

from dataclasses import replace

from twosource.annotate.number.spelled import scaled
from twosource.annotate.number.words import Atom, Words, counted
from twosource.lang.numbers import NumberLexicon, Vague


def nought(words: Words, at: int, lexicon: NumberLexicon) -> Atom | None:
    """Return the nought that begins at ``at``: "nobody", "no one", "not a single", and "no" before what is counted."""
    size = words.longest(at, lexicon.zero)
    if size:
        return counted(at, at + size, 0)
    if words.lower[at] != "no" or not _counts_nothing(words, at, lexicon):
        return None
    return replace(counted(at, at + 1, 0), qualifier="no")


def _counts_nothing(words: Words, at: int, lexicon: NumberLexicon) -> bool:
    follows = words.lower[at + 1]
    if follows in lexicon.words["zero.no_before"] or not follows[:1].isalpha() or follows in lexicon.starters:
        return False
    alike = words.raw(at).isupper() and words.raw(at + 1).isupper()
    return not words.capital(at + 1) or alike or follows in lexicon.words["zero.headline"]


def vague_count(words: Words, at: int, lexicon: NumberLexicon) -> Atom | None:
    """Return the vague count that begins at ``at``: "several", "a lot of", "a few hundred"; None where none does."""
    for vague in lexicon.vague.get(words.lower[at], ()):
        if words.at(at, vague.words):
            return _vague_read(words, at, vague, lexicon)
    return None


def _vague_read(words: Words, at: int, vague: Vague, lexicon: NumberLexicon) -> Atom | None:
    end = at + len(vague.words)
    over = end + 1 if words.lower[end] == "of" else end
    many = plural(words, over, lexicon)
    if many is not None:
        return replace(many, first=at, core=at)
    if vague.times is not None and words.lower[over] in lexicon.scales:
        atom = scaled(words, counted(over, over, vague.times), lexicon)
        return replace(atom, first=at, core=at, high=atom.low if vague.capped else None, vague=True)
    if (vague.of and over == end and words.lower[end] != "more") or _says_nothing(words, at, end, lexicon):
        return None
    return replace(counted(at, end, vague.low), high=vague.high, vague=not vague.exact)


def _says_nothing(words: Words, at: int, end: int, lexicon: NumberLexicon) -> bool:
    word, before, follows = words.lower[at], words.lower[at - 1], words.lower[end]
    if word == "some":
        return follows in lexicon.words["plain.some_before"] or words.digits(end) or follows in lexicon.cardinals
    if word in ("many", "few"):
        return before in lexicon.words["plain.many_after"] or follows in ("a", "an", "times")
    return False


def plural(words: Words, at: int, lexicon: NumberLexicon) -> Atom | None:
    """Read "dozens", "tens of thousands"; the bound is two of the unit."""
    word = words.lower[at]
    if word not in lexicon.plurals:
        return None
    follows = lexicon.words.get(f"plain.{word}_before")
    if follows is not None and words.lower[at + 1] not in follows:
        return None
    low, end = 2 * lexicon.plurals[word], at + 1
    while words.lower[end] == "of" and words.lower[end + 1] in lexicon.plurals and end < at + 5:
        low, end = low * lexicon.plurals[words.lower[end + 1]], end + 2
    return replace(counted(at, end, low), high=None, vague=True)

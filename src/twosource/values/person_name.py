"""Two names as they are written, and whether they may be one person's: spelling of foreign names varies."""

import re
from functools import lru_cache

from twosource.values.name import folded

PARTICLES = frozenset({"al", "el", "abu", "abo", "umm", "um", "bin", "ibn", "de", "van", "von", "da", "di"})
PARENTS = frozenset({"abu", "abo", "umm", "um"})  # before the name of a child, where a name begins with it
MIDST = re.compile(r"(?<=\w) (?:abu|abo|umm|um) (?!al\b|el\b)\w+ (?=\w)", re.IGNORECASE)
SERVANT = re.compile(r"\babd(?:[eaiu]l)?[ _]?(?:(?:al|el|ul|ar|er|ur)[ _])?(?=[a-z])")  # Abd al-Rahman, Abdelrahman
SOUNDS = str.maketrans({"e": "i", "o": "u", "y": "i", "q": "k", "c": "k", "w": "u"})
SIGNS = (("th", "θ"), ("dh", "δ"))  # one sound each, spelled by some as "t" and "d", by others as "z": Nathir, Nazir
SPELLINGS = (str.maketrans("θδ", "td"), str.maketrans("θδ", "zz"))
SHORT = 4  # sounds; in shorter first names a vowel tells people apart (Lina and Lana), in longer ones it is spelling


def may_be_one(name: str, other: str) -> bool:
    """Tell whether two names may be one person's: the same first word, and the words of the shorter all in the longer.

    A name of one word is short for any that begins or ends with it.
    """
    few, many = sorted((spelled(name), spelled(other)), key=len)
    if not few or is_of_parent(name) != is_of_parent(other):
        return False
    if len(few) == 1:
        shorter = min(name, other, key=lambda n: len(spelled(n)))
        longer = other if shorter == name else name
        is_last = is_surname(shorter) and _is_same(few[0], many[-1]) and not ends_in_parent(longer)
        return _is_same(few[0], many[0]) or is_last
    if _together(name) == _together(other) or _fits(few, many):
        return True
    bare, full = sorted((spelled(_childless(name)), spelled(_childless(other))), key=len)
    return len(bare) > 1 and _fits(bare, full)


def _fits(few: tuple[str, ...], many: tuple[str, ...]) -> bool:
    return _is_same(few[0], many[0]) and _in_order(few[1:], many[1:])


def _is_same(word: str, other: str) -> bool:
    return word == other or any(word.translate(way) == other.translate(way) for way in SPELLINGS)


def _childless(name: str) -> str:
    """A name without the child that its bearer is called by in the midst of it: "Karim Abu Omar Haddad"."""
    return MIDST.sub(" ", name)


def is_surname(name: str) -> bool:
    """Tell whether a name is one word, perhaps with a particle before it: "Okoro", "Al Harun"."""
    words = folded(name).split()
    return sum(word not in PARTICLES for word in words) <= 1 and PARENTS.isdisjoint(words)


def is_of_parent(name: str) -> bool:
    """Tell whether a name is "Umm Khalil": his mother is not Khalil."""
    return folded(name).partition(" ")[0] in PARENTS


def ends_in_parent(name: str) -> bool:
    """Tell whether a name ends in "Abu Khalil": by Khalil alone it is not called."""
    return not PARENTS.isdisjoint(folded(name).split()[-3:-1])


@lru_cache(maxsize=16384)
def spelled(name: str) -> tuple[str, ...]:
    """Return the words of a name in a spelling that does not tell apart what transliteration does not."""
    plain = SERVANT.sub("abd ", folded(name.replace("_", " "))).translate({ord(c): None for c in "‘ʿ*/()"})
    kept = [word for word in plain.split() if word not in PARTICLES] or plain.split()
    return tuple(_sound(word, first=not i) for i, word in enumerate(kept))


def _sound(word: str, *, first: bool) -> str:
    for letters, sign in SIGNS:
        word = word.replace(letters, sign)
    single = re.sub(r"(.)\1", r"\1", word.translate(SOUNDS))
    if first and len(single) <= SHORT:
        return single
    return re.sub(r"[aiu]", "", single).replace("h", "") or single


@lru_cache(maxsize=16384)
def _together(name: str) -> str:
    """A name written as one word: "Saad Allah Harun" is Saadallah Harun."""
    return re.sub(r"(.)\1", r"\1", folded(name.replace("_", " ")).replace(" ", "").translate(SOUNDS))


def _in_order(few: tuple[str, ...], many: tuple[str, ...]) -> bool:
    rest = iter(many)
    return all(any(_is_word(word, other) for other in rest) for word in few)


def _is_word(word: str, other: str) -> bool:
    """Tell whether two words are one, or one is the other's initial: "T." for "Theodore"."""
    initial = len(word) == 1 or len(other) == 1
    return _is_same(word, other) or (initial and _is_same(word[0], other[0]))

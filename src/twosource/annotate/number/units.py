"""Reads what stands right behind or before a number and says what it measures: percent, money, time, size, age."""

from dataclasses import replace

from twosource.annotate.number.words import Atom, Words
from twosource.lang.numbers import NumberLexicon
from twosource.model.annotation import NumberKind

_RANKS = frozenset({"st", "nd", "rd", "th"})


def with_unit(words: Words, atom: Atom, lexicon: NumberLexicon) -> Atom | None:
    """Return the number with its unit; None where the word turns out to be no number ("one day", "one-sided")."""
    if atom.unit == "clock" and words.lower[atom.end] in lexicon.words["units.clock"]:
        return replace(atom, last=atom.end + 1)
    if atom.kind != "cardinal":
        return atom
    atom = _with_currency(words, atom, lexicon)
    if words.joined(atom.end) and words.lower[atom.end][:1].isalpha() and atom.figure:
        return _attached(words, atom, lexicon)
    for read in (_phrase, _spaced, _compound):
        found = read(words, atom, lexicon)
        if found is not None:
            return found
    return atom if _is_count(words, atom, lexicon) else None


def _with_currency(words: Words, atom: Atom, lexicon: NumberLexicon) -> Atom:
    size = words.longest_before(atom.first, lexicon.money_before)
    if not size:
        return atom
    first = atom.first - size
    if words.joined(first) and words.raw(first - 1).isupper() and len(words.raw(first - 1)) <= 3:
        first -= 1
    return replace(atom, first=first, kind="money", unit="money")


def _attached(words: Words, atom: Atom, lexicon: NumberLexicon) -> Atom:
    """Read letters set right behind a figure: "3rd", "9mm", "1980s", "30K", "10pm"; anything else makes a name."""
    letters = words.lower[atom.end]
    longer = replace(atom, last=atom.end + 1)
    millions = letters != "m" or atom.kind == "money" or words.lower[longer.last] in lexicon.words["years.counted"]
    if letters in lexicon.suffixes and millions:
        return _shortened(words, longer, lexicon)
    unit = _attached_unit(letters, lexicon)
    if unit is not None:
        return replace(longer, kind=unit[0], unit=unit[1])
    return _phrase(words, atom, lexicon) or replace(longer, kind="identifier", unit="name", low=None, high=None)


def _attached_unit(letters: str, lexicon: NumberLexicon) -> tuple[NumberKind, str] | None:
    if letters in _RANKS:
        return "ordinal", "rank"
    if letters == "s":
        return "cardinal", "decade"
    if letters in lexicon.words["units.clock"]:
        return "measure", "clock"
    return ("measure", _singular(letters)) if _unit(letters, lexicon) else None


def _shortened(words: Words, atom: Atom, lexicon: NumberLexicon) -> Atom:
    """Multiply by "K", "m" or "bn"."""
    scale = lexicon.suffixes[words.lower[atom.end]]
    value = (atom.low or 0) * scale
    longer = replace(atom, end=atom.last, low=value, high=value, scale=scale)
    return _phrase(words, longer, lexicon) or longer


def _phrase(words: Words, atom: Atom, lexicon: NumberLexicon) -> Atom | None:
    """Read "30 %", "21 years old", "5 million euros"."""
    size = words.longest(atom.end, lexicon.percent)
    if size:
        return replace(atom, last=atom.end + size, kind="percent", unit="percent")
    size = words.longest(atom.end, lexicon.age)
    if size:
        return replace(atom, last=atom.end + size, kind="age", unit="age")
    size = words.longest(atom.end, lexicon.money)
    if size and words.lower[atom.end + size] != "of":
        return replace(atom, last=atom.end + size, kind="money", unit="money")
    if size:
        return replace(atom, last=atom.end + size, kind="measure", unit="pound")
    return None


def _spaced(words: Words, atom: Atom, lexicon: NumberLexicon) -> Atom | None:
    """Read "two days", "three consecutive nights", "10 p.m.", "5 nautical miles"."""
    word = words.lower[atom.end]
    if word in lexicon.words["units.clock"]:
        return replace(atom, last=atom.end + 1, kind="measure", unit="clock")
    if atom.kind == "money":
        return None
    if _is_one(words, atom) and word in lexicon.words["one.after"]:
        return None
    if _unit(word, lexicon):
        return replace(atom, last=atom.end + 1, kind="measure", unit=_singular(word))
    size = words.longest(atom.end, lexicon.unit_fillers)
    word = words.lower[atom.end + size]
    if size and word in lexicon.words["units.filled"]:
        return replace(atom, last=atom.end + size + 1, kind="measure", unit=_singular(word))
    return None


def _compound(words: Words, atom: Atom, lexicon: NumberLexicon) -> Atom | None:
    """Read "9-mm", "$5-million", "four-storey"; "four-member" and "30-odd" stay counts, "one-sided" is no number."""
    word, follows = words.lower[atom.end], words.lower[atom.end + 1]
    if word != "-" or not words.joined(atom.end) or not words.joined(atom.end + 1) or not follows[:1].isalpha():
        return None
    one = _is_one(words, atom)
    if one and (not _unit(follows, lexicon) or follows in lexicon.words["one.after"] - {"day"}):
        return None
    if _stays_a_count(follows, lexicon):
        return atom
    kind: NumberKind = "money" if follows in lexicon.words["units.money"] - {"pound"} else "measure"
    return replace(atom, last=atom.end + 2, kind=kind, unit="money" if kind == "money" else _singular(follows))


def _stays_a_count(follows: str, lexicon: NumberLexicon) -> bool:
    if follows in lexicon.words["units.counters"] or ("-", follows) in _after(lexicon):
        return True
    return follows in lexicon.cardinals or follows in lexicon.scales or follows in lexicon.words["range.joints"]


def _after(lexicon: NumberLexicon) -> frozenset[tuple[str, ...]]:
    return frozenset(q.words for q in lexicon.after.get("-", ()))


def _unit(word: str, lexicon: NumberLexicon) -> bool:
    return word in lexicon.words["units.time"] or word in lexicon.words["units.size"]


def _singular(word: str) -> str:
    return word.removesuffix("s")


def _is_one(words: Words, atom: Atom) -> bool:
    return atom.end - atom.core == 1 and words.lower[atom.core] == "one"


def _is_count(words: Words, atom: Atom, lexicon: NumberLexicon) -> bool:
    """Tell whether "one" counts ("one of his sons") or stands for something else ("this one", "one another")."""
    if not _is_one(words, atom):
        return True
    before, follows = words.lower[atom.first - 1], words.lower[atom.end]
    pronoun = not follows[:1].isalpha() or follows in lexicon.words["one.pronoun"]
    # "said that one person died", "in which one person died"
    clause = before in {"that", "which"} and (follows == "of" or not pronoun)
    if (before in lexicon.words["one.before"] and not clause) or _goes_idle(words, atom, lexicon):
        return False
    if pronoun and (before == "the" or (follows != "of" and _is_described(words, atom))):
        return False
    compound = follows == "-" and words.joined(atom.end) and words.joined(atom.end + 1)
    return not compound or words.digits(atom.end + 1)


def _goes_idle(words: Words, atom: Atom, lexicon: NumberLexicon) -> bool:
    """Tell whether a fixed phrase begins or ends here: "one another", "one more time", "one-to-one"."""
    follows = words.lower[atom.end]
    if follows == "more":
        return words.lower[atom.end + 1] in lexicon.words["one.after_more"]
    return follows in lexicon.words["one.after"] or words.at(atom.first - 3, ("-", "to", "-"))


def _is_described(words: Words, atom: Atom) -> bool:
    """Tell whether "one" takes up a thing under discussion: "a recent one", "a more recent one"."""
    degree, article, quality = words.lower[atom.first - 3 : atom.first]
    direct = article in ("a", "an")
    return quality.isalpha() and (direct or (degree in ("a", "an") and article in ("more", "very")))

"""Joins two numbers into one range: "three to five", "between 30 and 40", "30-60 %", "dozens, possibly hundreds"."""

from dataclasses import replace

from twosource.annotate.number.words import DASHES, HYPHENS, Atom, Words
from twosource.lang.numbers import NumberLexicon

_RANGED = frozenset({"cardinal", "percent", "money", "measure", "age"})
_LONGEST_SEPARATOR = 3
_SHORT = tuple((dash,) for dash in HYPHENS)


def with_ranges(words: Words, atoms: list[Atom], lexicon: NumberLexicon) -> list[Atom]:
    """Return the numbers with each pair that tells one range, score or serial number joined."""
    joined: list[Atom] = []
    for atom in atoms:
        pair = _joined(words, joined[-1], atom, lexicon) if joined else None
        if pair is None:
            joined.append(atom)
        else:
            joined[-1] = pair
    return joined


def _joined(words: Words, a: Atom, b: Atom, lexicon: NumberLexicon) -> Atom | None:
    if b.first - a.last > _LONGEST_SEPARATOR or b.first == a.last:
        return None
    between = words.lower[a.last : b.first]
    if between[0] in DASHES and len(between) == 1 and a.figure and b.figure and _is_name(words, a, b, lexicon):
        return _name(a, b)
    if between in _SHORT and a.bare and b.bare and _is_short_year(words, a, b):
        return _years(a, b)
    opening = words.longest_before(a.first, lexicon.openings)
    closing = opening and between in lexicon.between
    if (not closing and between not in lexicon.separators) or _tells_a_change(words, a, between, lexicon):
        return None
    if _is_set_off(words, a, b, between):
        return None
    return _ranged(a, b, opening if closing else 0, _opening_name(words, a, opening) if closing else None)


def _opening_name(words: Words, a: Atom, opening: int) -> str:
    """Return the first word of what opens a range: "between" or "from"."""
    return "between" if "between" in words.lower[a.first - opening : a.first] else "from"


def _is_set_off(words: Words, a: Atom, b: Atom, between: tuple[str, ...]) -> bool:
    """Tell whether a dash is punctuation: a space on one side, or spaces around a long dash or words."""
    if between[0] not in DASHES or len(between) > 1:
        return False
    left, right = words.joined(a.last), words.joined(b.first)
    return left != right or (not left and (between == DASHES[2:] or not (a.figure and b.figure)))


def _tells_a_change(words: Words, a: Atom, between: tuple[str, ...], lexicon: NumberLexicon) -> bool:
    """Tell whether "30 to 40" is a rise from one number to the other."""
    if between != ("to",) or words.lower[a.first - 1] not in ("from", "by"):
        return False
    return any(word in lexicon.words["range.changes"] for word in words.lower[a.first - 6 : a.first - 1])


def _is_name(words: Words, a: Atom, b: Atom, lexicon: NumberLexicon) -> bool:
    """Tell whether figures with a dash are a score ("3-1"), a serial or telephone number ("555-1234")."""
    if not (words.joined(a.last) and words.joined(b.first)) or b.scale > 1 or a.low is None or b.low is None:
        return a.kind == "identifier"
    if b.kind not in ("cardinal", "identifier") or a.kind not in ("cardinal", "identifier"):
        return False
    if a.kind == "identifier" or b.kind == "identifier" or _is_call(words, a, b):
        return True
    if _is_short_year(words, a, b) or _swells(a, b):
        return False
    near = (*words.lower[a.first - 2 : a.first], words.lower[b.last])
    return a.low == 0 or a.low >= b.low or (b.low < 20 and any(word in lexicon.words["labels.scores"] for word in near))


def _is_call(words: Words, a: Atom, b: Atom) -> bool:
    left, right = words.raw(a.core), words.raw(b.core)
    return len(left) == 3 and len(right) == 4 and right.isdigit() and not right.endswith("00")


def _is_short_year(words: Words, a: Atom, b: Atom) -> bool:
    return a.low is not None and len(words.raw(a.core)) == 4 and 1900 <= a.low <= 2099 and len(words.raw(b.core)) == 2


def _years(a: Atom, b: Atom) -> Atom:
    """Read "1961-62"."""
    low, end = a.low or 0, b.low or 0
    return replace(a, last=b.last, end=b.end, low=low, high=low - low % 100 + end, kind="year", unit="year")


def _swells(a: Atom, b: Atom) -> bool:
    """Tell whether the first figure leaves the thousands to the second: "10-15,000"."""
    return bool(b.grouped and a.low is not None and b.low is not None and a.low < 1000 and a.low * 1000 < b.low)


def _name(a: Atom, b: Atom) -> Atom:
    return replace(a, last=b.last, end=b.end, low=None, high=None, kind="identifier", unit="name")


def _ranged(a: Atom, b: Atom, opening: int, qualifier: str | None) -> Atom | None:
    one = _alike(a, b)
    if one is None or one.low is None or b.low is None or one.low >= b.low:
        return None
    bound = one.high is None and not one.vague
    if bound or a.kind not in _RANGED or a.qualifier or (b.qualifier and b.qualifier != "between"):
        return None
    return replace(
        one,
        first=a.first - opening,
        last=b.last,
        end=b.end,
        high=b.high,
        vague=a.vague or b.vague,
        qualifier=qualifier,
        scale=b.scale,
    )


def _alike(a: Atom, b: Atom) -> Atom | None:
    """Return the first number with the unit and scale it shares with the second; None where they count other things."""
    a = _times(a, _shared_scale(a, b))
    if a.kind == "money" and b.bare:
        return a
    if a.bare and b.kind in _RANGED and (b.kind != "money" or b.core == b.first):
        return replace(a, kind=b.kind, unit=b.unit)
    return a if (a.kind, a.unit) == (b.kind, b.unit) else None


def _times(a: Atom, scale: float) -> Atom:
    return a if a.low is None or scale == 1 else replace(a, low=a.low * scale, high=a.low * scale)


def _shared_scale(a: Atom, b: Atom) -> float:
    """Return what the second number's "million" or ",000" multiplies the first by: "two to three million"."""
    if a.low is None or b.low is None or a.vague or b.vague or a.scale != 1:
        return 1
    if b.scale > 1 and (a.bare or a.kind == "money"):
        return b.scale if a.low < b.low / b.scale else 1
    return 1000 if a.bare and b.bare and a.figure and _swells(a, b) else 1

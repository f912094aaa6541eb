"""Reads numbers in words, "one hundred and twenty-three thousand", and what multiplies a number."""

from dataclasses import dataclass, replace

from twosource.annotate.number.words import HYPHENS, Atom, Words, counted
from twosource.lang.numbers import NumberLexicon

_ENDLESS = float("inf")


def scaled(words: Words, atom: Atom, lexicon: NumberLexicon) -> Atom:
    """Multiply by the units that follow: "1.5 million", "two dozen", "2 lakh crore"."""
    end = _over_half(words, atom.end)
    value, scale, half = atom.low or 0, atom.scale, 0.5 if end > atom.end else 0
    begun = end
    if (
        words.lower[end] == "-"
        and words.joined(end)
        and words.joined(end + 1)
        and words.lower[end + 1] in lexicon.scales
    ):
        end = begun = end + 1
    while words.lower[end] in lexicon.scales and (end == begun or lexicon.scales[words.lower[end]] > scale):
        scale *= lexicon.scales[words.lower[end]]
        end += 1
    if end == begun and half:
        return replace(atom, last=end, end=end, low=value + half, high=value + half)
    value = (value + half) * scale / atom.scale
    return replace(atom, last=end, end=end, low=value, high=value, scale=scale)


def _over_half(words: Words, at: int) -> int:
    """Return the word behind "and a half", or ``at``."""
    for phrase in (("and", "a", "half"), ("-", "and", "-", "a", "-", "half")):
        if words.at(at, phrase):
            return at + len(phrase)
    return at


@dataclass(frozen=True, slots=True)
class _Run:
    """A number in words as far as it is read: words ``[first, end)``, ``here`` the next one that may go on with it.

    ``total`` are the closed groups, ``group`` the open one below a thousand, ``limit`` the last scale word's value.
    """

    first: int
    end: int
    here: int
    total: float
    group: float
    limit: float = _ENDLESS


def spelled(words: Words, at: int, lexicon: NumberLexicon) -> Atom | None:
    """Return the number in words that begins at ``at``: "twenty-two", "a hundred", "dozen"; None where none does."""
    word, follows = words.lower[at], words.lower[at + 1]
    if word in lexicon.cardinals:
        return _run(words, _Run(at, at, at, 0, 0), lexicon)
    if word in lexicon.scales:
        compound = follows == "-" or words.lower[at - 1] == "-"
        return None if compound else _run(words, _Run(at, at, at, 0, 1), lexicon)
    if follows not in lexicon.scales or words.lower[at + 2] == "-" or word not in lexicon.words["words.articles"]:
        return None
    return _run(words, _Run(at, at + 1, at + 1, 0, 1), lexicon)


def _run(words: Words, run: _Run, lexicon: NumberLexicon) -> Atom:
    """Read "one hundred and twenty-three thousand four hundred" as far as it is one number."""
    longer = _step(words, run, lexicon)
    while longer is not None:
        run = longer
        longer = _step(words, run, lexicon)
    atom = counted(run.first, run.end, run.total + run.group, scale=_last_scale(words, run, lexicon))
    return _year_in_words(words, atom, lexicon) or _scaled_words(words, atom, lexicon)


def _step(words: Words, run: _Run, lexicon: NumberLexicon) -> _Run | None:
    word = words.lower[run.here]
    scale = lexicon.scales.get(word, 0) if run.here == run.end else 0
    total, group, limit = run.total, run.group, run.limit
    if word in lexicon.cardinals and _fits(words, run, lexicon):
        group += lexicon.cardinals[word]
    elif scale == 100 and 0 < group < 100:
        group *= 100
    elif 1000 <= scale < limit and group:
        total, group, limit = total + group * scale, 0, scale
    else:
        return None
    end = run.here + 1
    return _Run(run.first, end, _over_joint(words, end, lexicon, group), total, group, limit)


def _last_scale(words: Words, run: _Run, lexicon: NumberLexicon) -> float:
    scale = 1.0
    for index in range(run.end - 1, run.first, -1):
        if words.lower[index] not in lexicon.scales:
            break
        scale *= lexicon.scales[words.lower[index]]
    return scale


def _fits(words: Words, run: _Run, lexicon: NumberLexicon) -> bool:
    """Tell whether the next number word goes on with the number or begins another ("one hundred | one hundred")."""
    value = lexicon.cardinals[words.lower[run.here]]
    group, begun = run.group, run.end > run.first
    if begun and group == 0 and run.limit == _ENDLESS:
        return False
    if group % 100 and not (value < 10 and group % 10 == 0 and group % 100 >= 20):
        return False
    follows = lexicon.scales.get(words.lower[run.here + 1], 0)
    if group and follows == 100:
        return False
    return not (begun and (follows == 12 or follows >= run.limit))


def _over_joint(words: Words, at: int, lexicon: NumberLexicon, group: float) -> int:
    """Step over the hyphen in "twenty-two", the "and" in "hundred and two", the comma in "thousand, three hundred"."""
    word, follows, last = words.lower[at], words.lower[at + 1], words.lower[at - 1]
    if word in HYPHENS and words.joined(at) and follows in lexicon.cardinals:
        return at + 1 if lexicon.cardinals[follows] < 10 and group % 100 >= 20 and group % 10 == 0 else at
    if last not in lexicon.scales or last == "dozen":
        return at
    if word == "-" and follows == "and" and words.lower[at + 2] == "-":
        return at + 3
    goes_on = word == "and" or (word == "," and group == 0 and words.lower[at + 2] in ("hundred", "thousand"))
    return at + 1 if goes_on and follows in lexicon.cardinals else at


def _scaled_words(words: Words, atom: Atom, lexicon: NumberLexicon) -> Atom:
    if words.lower[atom.end] in lexicon.scales and words.lower[atom.end - 1] in lexicon.scales:
        return atom if words.lower[atom.end] != "dozen" else scaled(words, atom, lexicon)
    return scaled(words, atom, lexicon)


def _year_in_words(words: Words, atom: Atom, lexicon: NumberLexicon) -> Atom | None:
    """Read "nineteen sixty-one" as the year it is."""
    if atom.end - atom.core != 1 or atom.low not in (18, 19, 20):
        return None
    if not 10 <= lexicon.cardinals.get(words.lower[atom.end], 0) <= 99:
        return None
    rest = _run(words, _Run(atom.end, atom.end, atom.end, 0, 0), lexicon)
    if rest.low is None or rest.scale != 1:
        return None
    value = atom.low * 100 + rest.low
    return replace(atom, last=rest.last, end=rest.end, low=value, high=value, kind="year", unit="year")

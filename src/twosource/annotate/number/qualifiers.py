"""Applies the words that bound a number: "at least 30", "30 or more", "more than 30 but fewer than 40"."""

from collections.abc import Iterable
from dataclasses import replace

from twosource.annotate.number.words import Atom, Words
from twosource.lang.numbers import NumberLexicon, Qualifier

_BOUNDED = frozenset({"cardinal", "percent", "money", "measure", "age"})
_MOST_STACKED = 3
_LONGEST_JOINT = 3


def qualified(words: Words, atom: Atom, floor: int, lexicon: NumberLexicon) -> Atom:
    """Return the number with the bounding words around it; ``floor`` is the first word free for it."""
    if atom.kind not in _BOUNDED or atom.qualifier in ("no", "one of") or atom.unit == "clock":
        return atom
    atom = _qualified_after(words, atom, lexicon)
    for _ in range(_MOST_STACKED):
        found = _before(words, atom, floor, lexicon)
        if found is None:
            break
        first, qualifier = found
        atom = replace(_bounded(atom, qualifier), first=first)
    return atom


def joined_bounds(words: Words, atoms: Iterable[Atom], lexicon: NumberLexicon) -> list[Atom]:
    """Join a lower and an upper bound of one number: "more than 30 but fewer than 40"."""
    joined: list[Atom] = []
    for atom in atoms:
        if joined and _are_two_ends(words, joined[-1], atom, lexicon):
            joined[-1] = replace(joined[-1], last=atom.last, end=atom.end, high=atom.high)
        else:
            joined.append(atom)
    return joined


def _are_two_ends(words: Words, a: Atom, b: Atom, lexicon: NumberLexicon) -> bool:
    if b.first - a.last > _LONGEST_JOINT or words.lower[a.last : b.first] not in lexicon.joins:
        return False
    if (a.kind, a.unit) != (b.kind, b.unit) or a.low is None or b.high is None or a.vague or b.vague:
        return False
    return a.high is None and b.low is None and a.low < b.high


def _before(words: Words, atom: Atom, floor: int, lexicon: NumberLexicon) -> tuple[int, Qualifier] | None:
    step = words.longest_before(atom.first, lexicon.fillers)
    for at in (atom.first, atom.first - step) if step else (atom.first,):
        for qualifier in lexicon.before.get(words.lower[at - 1], ()):
            first = at - len(qualifier.words)
            is_there = first >= floor and words.at(first, qualifier.words) and not _rises(words, first, lexicon)
            if is_there and _applies(words, atom, qualifier):
                return first, qualifier
    return None


def _rises(words: Words, first: int, lexicon: NumberLexicon) -> bool:
    """Tell whether "up" belongs to the verb before it: a toll that "went up to four" is four."""
    return words.at(first, ("up", "to")) and words.lower[first - 1] in lexicon.words["range.rising"]


def _applies(words: Words, atom: Atom, qualifier: Qualifier) -> bool:
    if qualifier.words == ("some",) and atom.vague:
        return False
    return not (qualifier.not_one and words.lower[atom.core] == "one" and atom.end - atom.core == 1)


def _qualified_after(words: Words, atom: Atom, lexicon: NumberLexicon) -> Atom:
    for qualifier in lexicon.after.get(words.lower[atom.last], ()):
        if words.at(atom.last, qualifier.words) and not _begins_anew(words, atom, qualifier):
            return replace(_bounded(atom, qualifier), last=atom.last + len(qualifier.words))
    return atom


def _begins_anew(words: Words, atom: Atom, qualifier: Qualifier) -> bool:
    """Tell whether "at least" behind a number belongs to the next one: "30, at least 40" or "30 at least 40"."""
    follows = words.lower[atom.last + len(qualifier.words)]
    return qualifier.words[0] == "at" and follows[:1].isdigit()


def _bounded(atom: Atom, qualifier: Qualifier) -> Atom:
    """Set the bounds; the outermost qualifier that bounds gives the name, "about" only where nothing else does."""
    step = 1 if atom.kind == "cardinal" else 0
    name = qualifier.name
    if qualifier.effect == "about":
        return replace(atom, qualifier=atom.qualifier if atom.qualifier not in (None, "between", "from") else name)
    if qualifier.effect == "at_least":
        return replace(atom, high=None, qualifier=name)
    if qualifier.effect == "more_than":
        return replace(atom, low=None if atom.low is None else atom.low + step, high=None, qualifier=name)
    if qualifier.effect == "fewer_than":
        return replace(atom, low=None, high=None if atom.high is None else atom.high - step, qualifier=name)
    return replace(atom, low=None, qualifier=name)

"""Tells by the words around it whether a bare number counts anything: ages, years, dates, names with a number."""

from dataclasses import replace

from twosource.annotate.number.words import Atom, Words
from twosource.lang.numbers import NumberLexicon

_LAST_DAY = 31
_RANKS = frozenset({"st", "nd", "rd", "th"})
_OF_ADDRESSES = frozenset("_/=&@?")
# The oldest person whose age was verified lived to 122.
_OLDEST = 122


def in_context(words: Words, atom: Atom, before: Atom | None, lexicon: NumberLexicon) -> Atom | None:
    """Return the number with the kind that its neighbours give it; None where it is part of a name ("AK-47")."""
    if atom.unit == "decade":
        return _decade(words, atom, lexicon)
    if atom.kind == "ordinal":
        return _date(words, atom, lexicon) or atom
    if not atom.bare or atom.vague or atom.qualifier == "no":
        return _aged(words, atom, lexicon) or atom
    if atom.figure and _in_a_name(words, atom, lexicon):
        return None
    for read in (_date, _labelled, _called, _listed, _aged, _set_off_age, _ratio, _placed, _hour, _year):
        found = read(words, atom, lexicon)
        if found is not None:
            return found
    return _continued(words, atom, before, lexicon) or _of_the_most(words, atom, lexicon)


def _in_a_name(words: Words, atom: Atom, lexicon: NumberLexicon) -> bool:
    """Tell whether the figure is part of a name ("AK-47") or of an address of a page."""
    at = atom.first
    if words.lower[at - 1] in _OF_ADDRESSES and words.joined(at) and words.joined(at - 1):
        return True
    dashed = words.lower[at - 1] == "-" and words.joined(at) and words.joined(at - 1)
    return dashed and words.lower[at - 2][:1].isalpha() and words.lower[at - 2] not in lexicon.words["labels.prefixes"]


def _name(atom: Atom, first: int, last: int) -> Atom:
    return replace(atom, first=first, last=last, low=None, high=None, kind="identifier", unit="name")


def _month_at(words: Words, at: int, lexicon: NumberLexicon) -> bool:
    word = words.lower[at]
    if word not in lexicon.words["years.months"]:
        return False
    if words.capital(at) or word not in lexicon.words["years.plain"]:
        return True
    return words.lower[at - 1] in lexicon.words["years.plain_behind"]


def _date(words: Words, atom: Atom, lexicon: NumberLexicon) -> Atom | None:
    """Read "3 January 2026", "Jan. 3", "the 3rd of May" as a date, not a count."""
    if atom.high is None or atom.high > _LAST_DAY:
        return None
    over = atom.last + 1 if words.lower[atom.last] == "of" and atom.kind == "ordinal" else atom.last
    if _month_at(words, over, lexicon):
        return replace(_name(atom, atom.first, _past_year(words, over + 1)), unit="day")
    under = atom.first - 1 if words.lower[atom.first - 1] in (".", "the") else atom.first
    if _month_at(words, under - 1, lexicon) and not _begins_anew(words, atom, under - 2, lexicon):
        return replace(_name(atom, under - 1, _past_year(words, atom.last)), unit="day")
    return None


def _begins_anew(words: Words, atom: Atom, before: int, lexicon: NumberLexicon) -> bool:
    """Tell whether a number behind a month counts: its day stands before it, or the month stands alone behind "in"."""
    at = before - 1 if words.lower[before] in _RANKS and words.joined(before) else before
    if words.lower[at].isdecimal() and int(words.lower[at]) <= _LAST_DAY:
        return atom.first == before + 2  # "on 23 September 28 people", with no mark between
    return words.lower[before] == "in" and _counted(words, atom, lexicon)


def _past_year(words: Words, at: int) -> int:
    over = at + 1 if words.lower[at] in (",", ".") else at
    year = words.lower[over]
    return over + 1 if len(year) == 4 and year.isdigit() and "1000" <= year <= "2099" else at


def _counted(words: Words, atom: Atom, lexicon: NumberLexicon) -> bool:
    return words.lower[atom.last] in lexicon.words["years.counted"]


def _labelled(words: Words, atom: Atom, lexicon: NumberLexicon) -> Atom | None:
    """Read "Flight 370", "Air Force One", "1500 block of"."""
    if words.lower[atom.last] in lexicon.words["labels.followed"] and atom.figure:
        return _name(atom, atom.first, atom.last + 1)
    size = words.longest_before(atom.first, lexicon.labels)
    at = atom.first - size
    label = " ".join(words.lower[at : atom.first])
    if (
        not size
        or atom.scale != 1
        or (not atom.figure and not (label in lexicon.words["labels.spelled"] and _same_case(words, atom, at)))
    ):
        return None
    capital = (words.capital(at) and not words.raw(at).isupper()) or not words.raw(at).isalpha()
    if label in lexicon.words["labels.capital"] and not (capital or words.raw(at) in ("US", "I")):
        return None
    return None if label in ("no", "no .") and not _is_numero(words, atom, at) else _name(atom, at, atom.last)


def _called(words: Words, atom: Atom, lexicon: NumberLexicon) -> Atom | None:
    """Read "CBS 5" and "911" as names unless what follows can be counted."""
    at, follows = atom.first - 1, words.lower[atom.last]
    if not atom.figure or atom.low != atom.high or _counted(words, atom, lexicon):
        return None
    if words.raw(atom.core) in lexicon.words["labels.emergency"] and not follows.endswith("s"):
        return _name(atom, atom.first, atom.last)
    initials = words.raw(at).isupper() and 2 <= len(words.raw(at)) <= 5 and words.raw(at).isalpha()
    loud = words.raw(at - 1).isupper() or words.raw(atom.last).isupper()
    free = not follows[:1].isalpha() or follows in lexicon.words["one.pronoun"]
    return _name(atom, at, atom.last) if initials and not loud and free and not atom.grouped else None


def _is_numero(words: Words, atom: Atom, at: int) -> bool:
    return atom.figure and words.capital(at) and (atom.first - at == 2 or words.lower[at - 1] not in ("", ".", "\n\n"))


def _same_case(words: Words, atom: Atom, at: int) -> bool:
    return words.lower[at] == "number" or (words.capital(atom.first) and words.capital(at))


def _aged(words: Words, atom: Atom, lexicon: NumberLexicon) -> Atom | None:
    size = words.longest_before(atom.first, lexicon.ages_before)
    if "ages" in words.lower[atom.first : atom.core]:
        return replace(atom, kind="age", unit="label")
    if not size or atom.kind not in ("cardinal", "age"):
        return None
    return replace(atom, first=atom.first - size, kind="age", unit="label")


def _set_off_age(words: Words, atom: Atom, lexicon: NumberLexicon) -> Atom | None:
    """Read ", 21," and "(21)" behind a name or a kinsman as an age."""
    opening, holder = words.lower[atom.first - 1], atom.first - 2
    if opening not in (",", "(") or atom.scale != 1 or not atom.high or atom.high > _OLDEST or atom.low != atom.high:
        return None
    if words.lower[holder] == "." and words.lower[holder - 1] in lexicon.words["ages.people"]:
        holder -= 1
    person = words.lower[holder] in lexicon.words["ages.people"]
    named = words.capital(holder) and not _month_at(words, holder, lexicon) and not words.raw(holder).isupper()
    closed = _is_closed(words, atom, opening, lexicon)
    return replace(atom, kind="age", unit="age") if closed and (person or named) else None


def _is_closed(words: Words, atom: Atom, opening: str, lexicon: NumberLexicon) -> bool:
    """Tell whether the sign before a number has its fellow behind it."""
    follows = words.lower[atom.last]
    if opening == "(":
        return follows == ")"
    if not atom.figure:
        return follows == ","
    return follows in lexicon.words["ages.closing"] or (follows == "and" and _goes_on(words, atom.last + 1, lexicon))


def _goes_on(words: Words, at: int, lexicon: NumberLexicon) -> bool:
    """Tell whether a further person or age follows: ", 28 and 27," or ", 21 and Omar"."""
    figure = words.digits(at) and words.lower[at + 1] in lexicon.words["ages.closing"]
    return figure or (words.capital(at) and words.lower[at] not in lexicon.starters)


def _ratio(words: Words, atom: Atom, lexicon: NumberLexicon) -> Atom | None:
    """Read "1 in 5" and "one in three" as the part it is."""
    if words.lower[atom.last] not in lexicon.words["units.in_ratio"] or not atom.high or atom.high > 9:
        return None
    over = words.lower[atom.last + 1]
    below = float(over) if over.isdigit() and len(over) < 5 else lexicon.cardinals.get(over, 0)
    tail = words.lower[atom.last + 2]
    if (
        not atom.high < below <= 1000
        or (below > 10 and below % 10)
        or tail in lexicon.words["units.time"]
        or tail == "-"
    ):
        return None
    share = atom.high / below
    return replace(atom, last=atom.last + 2, end=atom.last + 2, low=share, high=share, kind="measure", unit="part")


def _placed(words: Words, atom: Atom, lexicon: NumberLexicon) -> Atom | None:
    """Read "10 Garden Street" as an address."""
    if not atom.figure or atom.low != atom.high:
        return None
    at = atom.last
    while (words.capital(at) or words.digits(at) or words.joined(at)) and at < atom.last + 5:
        if words.lower[at] in lexicon.words["labels.streets"] and at > atom.last:
            return _name(atom, atom.first, at + 1)
        at += 1
    directed = words.raw(atom.last) in lexicon.words["labels.directions"] and at > atom.last + 1
    return _name(atom, atom.first, at) if directed else None


def _listed(words: Words, atom: Atom, _: NumberLexicon) -> Atom | None:
    """Read "1." at the head of a line as the number of a paragraph."""
    at = atom.first
    fresh = words.lower[at - 1] in ("", "\n\n") or "\n" in words.text[words.ends[at - 1] : words.starts[at]]
    dotted = words.lower[atom.last] in (".", ")") and words.joined(atom.last) and words.capital(atom.last + 1)
    return _name(atom, at, atom.last) if fresh and dotted and len(words.raw(at)) < 3 and atom.figure else None


def _hour(words: Words, atom: Atom, lexicon: NumberLexicon) -> Atom | None:
    """Read "at 0430" and "until 1800" as times of day."""
    raw, before, follows = words.raw(atom.core), words.lower[atom.first - 1], words.lower[atom.last]
    if len(raw) != 4 or not raw.isdigit() or raw >= "2400" or raw[2] > "5" or atom.core + 1 != atom.end:
        return None
    evening = follows in lexicon.words["years.hours_before"]
    told = before in lexicon.words["years.hours_behind"] and (raw[2:] in ("00", "15", "30", "45") or evening)
    plural = follows.endswith("s") or _counted(words, atom, lexicon)
    if raw[0] != "0" and (not told or plural or ("1900" <= raw <= "2099" and before != "at")):
        return None
    return replace(atom, kind="measure", unit="clock", low=None, high=None)


def _year(words: Words, atom: Atom, lexicon: NumberLexicon) -> Atom | None:
    """Read a figure of four digits as a year unless what follows is counted by the thousand."""
    raw = words.raw(atom.core)
    before = words.lower[atom.first - 1]
    if not atom.figure or len(raw) != 4 or not raw.isdigit() or atom.scale != 1 or not atom.low or not atom.high:
        return None
    strong = before in lexicon.words["years.prepositions"] or _month_at(words, atom.first - 1, lexicon)
    if before in (",", ".", "-"):
        strong = (
            _month_at(words, atom.first - 2, lexicon) or words.lower[atom.first - 2] in lexicon.words["labels.prefixes"]
        )
    high = atom.high if atom.high >= 1000 else atom.low
    if not (1000 if strong else 1900) <= atom.low <= high <= 2099:
        return None
    if not strong and (_counted(words, atom, lexicon) or _bounded(words, atom, lexicon) or _many(words, atom)):
        return None
    return replace(atom, kind="year", unit="year", low=atom.low, high=high)


def _bounded(words: Words, atom: Atom, lexicon: NumberLexicon) -> bool:
    for qualifier in lexicon.before.get(words.lower[atom.first - 1], ()):
        if not qualifier.also_time and words.at(atom.first - len(qualifier.words), qualifier.words):
            return True
    return False


def _many(words: Words, atom: Atom) -> bool:
    """Tell whether a round figure stands before a plural, with no article that would make it "the 2000 elections"."""
    follows = words.lower[atom.last]
    plural = len(follows) > 4 and follows.endswith("s") and not follows.endswith("ss")
    return (
        plural
        and not words.capital(atom.last)
        and atom.high is not None
        and atom.high % 100 == 0
        and words.lower[atom.first - 1] != "the"
    )


def _decade(words: Words, atom: Atom, lexicon: NumberLexicon) -> Atom:
    """Read "1980s" as ten years and "his 30s" as an age."""
    value = atom.low or 0
    if value >= 1000:
        return replace(atom, kind="year", high=value + 9)
    near = words.lower[atom.first - 4 : atom.first]
    if value % 10:
        return replace(atom, kind="age")
    if any(word in lexicon.words["ages.possessives"] for word in near) or words.lower[atom.first - 1] != "the":
        return replace(atom, kind="age", high=value + 9)
    return replace(atom, kind="year", low=1900 + value, high=1909 + value)


def _continued(words: Words, atom: Atom, before: Atom | None, lexicon: NumberLexicon) -> Atom | None:
    """Go on with a list of ages ("aged 5, 7 and 9") or days ("Jan. 3 and 4")."""
    if before is None or atom.first - before.last > 2 or atom.first == before.last:
        return None
    if any(word not in (",", "and", "or") for word in words.lower[before.last : atom.first]):
        return None
    if (
        before.unit == "day"
        and atom.figure
        and atom.high
        and atom.high <= _LAST_DAY
        and not _counted(words, atom, lexicon)
    ):
        return replace(_name(atom, atom.first, atom.last), unit="day")
    closed = before.unit == "label" or words.lower[atom.last] in lexicon.words["ages.closing"]
    young = atom.high is not None and atom.high <= _OLDEST and atom.figure == before.figure
    if before.kind == "age" and closed and young and not _counted(words, atom, lexicon):
        return replace(atom, kind="age", unit=before.unit)
    return None


def _of_the_most(words: Words, atom: Atom, lexicon: NumberLexicon) -> Atom:
    """Mark "one of the most ...": it names a member of a kind, not a number of people."""
    if atom.end - atom.core != 1 or words.lower[atom.core] != "one" or words.lower[atom.end] != "of":
        return atom
    near = words.lower[atom.end + 1 : atom.end + 6]
    best = any(w in lexicon.words["one.superlatives"] or (w.endswith("est") and len(w) > 5) for w in near)
    return replace(atom, qualifier="one of", last=atom.end + 1) if best else atom

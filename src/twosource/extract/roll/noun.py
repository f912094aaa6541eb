"""A noun for people in a list in, the entry that it begins out: "his wife", "their two sons".

It knows what was read of the list before; names are read elsewhere.
"""

from collections.abc import Sequence

from twosource.extract.people.counted import are_of_one
from twosource.extract.roll.entry import Entry, Reading
from twosource.extract.roll.words import Word, is_pair, listed, lower_at


def read_noun(spoken: Sequence[Word], position: int, reading: Reading) -> None:
    """Read a noun for one person or several."""
    word = spoken[position]
    if _is_whose(word, reading):
        reading.owned, reading.article = word.owns, ""
        return
    if word.owns:
        reading.fresh()
        reading.owned = True
        return
    if not _is_inside(word, reading):
        if reading.parents and reading.owned:
            reading.entries.append(Entry(1, word.span, kin=True, beside=True))
        elif word.kind == "many":
            _read_many(word, reading)
        elif is_pair(spoken, position) and reading.last is not None:
            reading.last.several, reading.last.size = True, 2
        elif (bare := _is_bare(spoken, position, reading.last)) or _is_new(spoken, position, reading):
            opens = bare or reading.owned
            reading.entries.append(Entry(1, word.span, kin=True, opens=opens, noun=word.lower))
    reading.settle()


def _is_inside(word: Word, reading: Reading) -> bool:
    """Tell whether "sons" stands inside "four children: two sons A and B, and two daughters"."""
    last = reading.last
    if last is None or not last.several or not last.outer or last.is_full:
        return False
    return word.lower in listed("inner") or last.size is not None


def _is_whose(word: Word, reading: Reading) -> bool:
    """Tell whether a noun only says whose the people before are: "the last of his mother's sons", "sons of a man"."""
    last = reading.last
    awaited = last is not None and last.awaits and (not last.several or word.kind == "one")
    return awaited and reading.relation and reading.number is None


def _read_many(word: Word, reading: Reading) -> None:
    last = reading.last
    told = reading.number is not None or reading.owned
    if last is not None and last.awaits and last.several and not told:
        return  # "two friends and colleagues"
    if last is not None and not (reading.joined or reading.of_name) and reading.number == len(reading.entries) > 1:
        return  # "A and B, two brothers"; "A and B, their two daughters"
    told_of = reading.relation or not reading.joined
    if reading.article == "the" and told_of and reading.number == sum(entry.count for entry in reading.entries):
        return  # "my nephew A and my cousin B, with a picture of the two young men"
    size = reading.number if reading.number is not None else 2 if word.lower in listed("pairs") else None
    reading.entries.append(Entry(size, word.span, kin=True, several=True, outer=word.lower in listed("outer")))


def _is_new(spoken: Sequence[Word], position: int, reading: Reading) -> bool:
    """Tell whether a noun for one person begins an entry, rather than describing the person told of before."""
    last = reading.last
    follows = spoken[position + 1].kind if position + 1 < len(spoken) else ""
    if last is None:
        return True
    if reading.owned:
        alone = reading.dashed or (not reading.joined and _is_last(spoken, position))
        return not (alone and follows != "name")
    if last.awaits and not last.several:
        if are_of_one([last.noun, spoken[position].lower]) and not reading.article:
            return False  # "her friend and neighbour Karl Berg"
        return reading.joined and reading.article != "the" and (bool(reading.article) or follows == "name")
    if follows == "name":
        return True
    return reading.joined and bool(reading.article or reading.aged)


def _is_bare(spoken: Sequence[Word], position: int, last: Entry | None) -> bool:
    """Tell whether a relative follows others, no owner told again: "their two sons, daughter and mother"."""
    is_one_of = position > 0 and spoken[position - 1].lower in {",", "and"}
    is_listed = lower_at(spoken, position + 1) in {",", "and", "", "."}
    if last is None or not last.awaits or not is_one_of or not is_listed:
        return False
    is_other = last.opens and not are_of_one([last.noun, spoken[position].lower])  # "his brother, friend and colleague"
    return is_other or (last.several and last.size is not None)


def _is_last(spoken: Sequence[Word], position: int) -> bool:
    """Tell whether no more people follow: "Anna, their third child" is one."""
    return not any(word.kind in {"name", "one", "many", "number"} for word in spoken[position + 1 :])

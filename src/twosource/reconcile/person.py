"""Claims about single persons in, how many different persons they are out: a tally for each report, and over all.

A list of names ("the victims were A, B and a boy") is a tally too: of so many, perhaps not of all.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cache

from twosource.lang.reading import lexicon, words
from twosource.model import Claim
from twosource.reconcile.count import Count
from twosource.reconcile.line import Line, Readings, line_of, tally_of
from twosource.reconcile.population import is_person
from twosource.values.name import SUFFIXES, folded, is_short_form
from twosource.values.pattern import ALL_NAMED, DEFINITE, ON_TOP
from twosource.values.person_name import may_be_one

LISTS = ("list of names", "names among others")
AGED = re.compile(r"-old\b|\b\d+[- ]years?\b", re.IGNORECASE)
WORD = re.compile(r"[a-z]+")
OWNED = 4  # words from "their" to the noun: "their two young sons"
UNNAMED = 4  # in a list; "A and her eight relatives" is a count like any other, and others may name the eight
SEVERAL = 2  # persons told of singly: a report that goes through its dead one by one


def is_told_singly(claim: Claim) -> bool:
    """Tell whether a claim is about one certain person, or names each of its people (but those it counts unnamed)."""
    if is_person(claim):
        return True
    if ALL_NAMED in claim.pattern:
        return False
    names = claim.group.names if claim.group is not None else ()
    unnamed = (claim.low or 0) - len(names)
    return bool(names) and claim.low == claim.high and (unnamed <= 0 or (_is_list(claim) and unnamed <= UNNAMED))


def _is_list(claim: Claim) -> bool:
    return claim.pattern.startswith(LISTS)


def tallies(claims: Iterable[Claim], readings: Readings) -> tuple[Line, ...]:
    """Return for each report the line that counts the persons it tells of singly: different people, each once.

    Those it tells of as certain and those it hedges are counted apart: neither is a number that disputes a total. But
    where it names its dead one by one, those "reportedly killed" are among them, and "two others may have died" come
    on top of those told of before.
    """
    by_report: dict[tuple[str, str], list[Claim]] = {}
    kept = tuple(claims)
    for claim in kept:
        if is_told_singly(claim) and claim.stance != "denied":
            by_report.setdefault((claim.report, _stance(claim, kept)), []).append(claim)
        elif claim.stance == "hedged" and is_besides(claim, kept):
            by_report.setdefault((claim.report, "hedged"), [])
    found = []
    for (report, stance), told in sorted(by_report.items()):
        told += [c for c in kept if c.report == report and c.stance == stance and _is_one_list_of_several(c, told)]
        named = _named(told)
        others = [c for c in kept if c.report == report and c.stance == stance and is_besides(c, kept)]
        before = told if stance == "asserted" else [*told, *by_report.get((report, "asserted"), ())]
        number = max([_persons(told, named), *(_with_others(other, before) for other in others)])
        if number:
            tally = tally_of([line_of(claim, readings) for claim in (*told, *others)], number, named)
            found.append(replace(tally, stance=stance))
    return tuple(found)


def _is_one_list_of_several(claim: Claim, told: Iterable[Claim]) -> bool:
    """Tell whether a number, all of whose people have names, stands beside lists of others: "five of a family"."""
    own = set(_names(claim))
    lists = (set(_names(other)) for other in told if len(_names(other)) >= SEVERAL)
    return ALL_NAMED in claim.pattern and any(own.isdisjoint(names) for names in lists)


def _stance(claim: Claim, claims: Iterable[Claim]) -> str:
    """Tell with whom a person counts: named and "reportedly killed", with the others whom the report tells of singly.

    Of the airwars set 16 reports name some of their dead so, others without a hedge. A single person hedged beside one
    other is left apart, as people said to be hurt are: in 17 incidents of the gva set they were no victims.
    """
    if claim.stance != "hedged" or claim.measure != "killed" or not _names(claim):
        return claim.stance
    if words("en/stance", "hedges", "hearsay").isdisjoint(WORD.findall(claim.quote.lower())):
        return claim.stance
    certain = [c for c in claims if c.report == claim.report and c.stance == "asserted" and is_told_singly(c)]
    return "asserted" if len(certain) >= (SEVERAL if len(_names(claim)) == 1 else 1) else claim.stance


def is_besides(claim: Claim, claims: Iterable[Claim]) -> bool:
    """Tell whether a claim counts people besides single ones told of before it: "a man was hurt. Three others were"."""
    if claim.group is None or claim.group.names or claim.low != claim.high or (claim.low or 0) < 1 or is_person(claim):
        return False
    further = ON_TOP in claim.pattern or _others().search(claim.group.text) is not None
    if claim.part_of is not None or not further:
        return False
    return any(_is_before(other, claim) for other in claims)


@cache
def _others() -> re.Pattern[str]:
    """Match "three other people", "about five others"; "at least three others" may be more, and is no number to add."""
    lists = lexicon("en/headcount")["others"]
    about, other = ("|".join(lists[name]) for name in ("about", "words"))
    return re.compile(rf"^(?:(?:{about}) )?(?!at least)\S+ (?:\S+ )?(?:{other})\b", re.IGNORECASE)


def _is_before(single: Claim, others: Claim) -> bool:
    same = (single.report, single.measure) == (others.report, others.measure)
    same = same and (single.stance == others.stance or (single.stance == "asserted" and others.stance == "hedged"))
    alone = is_told_singly(single) or (single.low, single.high) == (1, 1)
    return same and alone and single.part_of is None and single.first < others.first


def _with_others(others: Claim, told: Sequence[Claim]) -> int:
    """How many people are told of with the others: those, and the single ones before."""
    before = [claim for claim in told if _is_before(claim, others)]
    return (others.low or 0) + _persons(before, _named(before))


def _named(told: Sequence[Claim]) -> int:
    """How many different people at least by name, each once, and those whom lists of names leave unnamed.

    Somebody named alone may be one whom a list leaves unnamed ("his wife").
    """
    lists = [claim for claim in told if not is_person(claim)]
    listed = {name for claim in lists for name in _names(claim)}
    unnamed = _unnamed([claim for claim in lists if not _is_told_again(claim, lists)])
    single = (_names(claim) for claim in told if is_person(claim))
    return len(listed) + max(unnamed, _different(names for names in single if names and not listed & set(names)))


def _unnamed(lists: Iterable[Claim]) -> int:
    """How many people lists leave unnamed, without those of a family whom the next list names.

    "Ana Ruiz was killed with her three sons. Her sons, Leo, Tom and Max ..." are four.
    """
    apart = left = 0
    known: set[str] = set()
    for claim in sorted(lists, key=lambda c: (c.first, c.id)):
        new = set(_names(claim)) - known
        known |= new
        if _begins_with_kin(claim):
            left = max(0, left - len(new))
        elif new:
            apart, left = apart + left, 0
        left += max(0, (claim.low or 0) - len(_names(claim)))
    return apart + left


def _begins_with_kin(claim: Claim) -> bool:
    """Tell whether a list begins with somebody's children: "daughters Lena and Eva", "Her son, Karl, and ..."."""
    spoken = WORD.findall(claim.group.text.lower()) if claim.group is not None else []
    owned = spoken[:1] and spoken[0] in lexicon("en/roll")["owners"]["words"]
    return not set(lexicon("en/roll")["kin"]["inner"]).isdisjoint(spoken[1:OWNED] if owned else spoken[:1])


def _is_told_again(listed: Claim, lists: Iterable[Claim]) -> bool:
    """Tell whether another list names the same people or more: those unnamed may be among them too.

    Of two lists of the same names the lower counts.
    """
    names, own = set(_names(listed)), (listed.low or 0, listed.id)
    return any(
        names < set(_names(other)) or (names == set(_names(other)) and (other.low or 0, other.id) < own)
        for other in lists
    )


def _persons(told: Sequence[Claim], named: int) -> int:
    """How many different people: those with names, and those without who are not among people counted elsewhere.

    "The mother" may be one who was named before.
    """
    nameless = [c for c in told if is_person(c) and not _names(c) and c.part_of is None]
    back = sum(DEFINITE in claim.pattern and not _has_age(claim) for claim in nameless)
    return max(named + len(nameless) - back, back)


def _has_age(claim: Claim) -> bool:
    """Tell whether the age is told ("the 15-year-old"): one kept apart in its report is nobody told of before."""
    return claim.group is not None and AGED.search(claim.group.text) is not None


def _different(each: Iterable[tuple[str, ...]]) -> int:
    """How many persons, each told of by one name or several."""
    found: list[tuple[str, ...]] = []
    for names in sorted(each, key=lambda names: (-max(map(len, names)), names)):
        if not any(_is_one_of_report(a, b) for known in found for a in known for b in names):
            found.append(names)
    return len(found)


def _is_one_of_report(a: str, b: str) -> bool:
    """Tell whether two names of one report are one person's; "Leo Tom Berg" is the child of "Tom Berg"."""
    few, many = sorted((folded(a).split(), folded(b).split()), key=len)
    is_child = 1 < len(few) < len(many) and many[-len(few) :] == few
    return not is_child and is_one_name(a, b)


def _names(claim: Claim) -> tuple[str, ...]:
    return claim.group.names if claim.group is not None else ()


def with_persons(count: Count | None, claims: Iterable[Claim]) -> Count | None:
    """Open a count that rests on tallies alone upwards to the number of persons that all reports name together.

    Two reports that name one man each, and different ones, may tell of two dead. Of 7 such counts of the gva set the
    sum was right in none: a name misread, or people of another happening; so it is no best number.
    """
    if count is None or count.best is None or not all(line.tally for line in count.behind):
        return count
    named = different([claim for claim in claims if is_told_singly(claim)])
    if len(named) <= max(line.low or 0 for line in (*count.behind, *count.against)):
        return count  # no more than one report tells of by itself
    remarks = (*count.remarks, f"named apart: {', '.join(named)}")
    agreement = count.agreement if count.agreement != "corroborated" else "echoed"
    high = None if count.high is None else max(count.high, len(named))
    return replace(count, high=high, voices=1, agreement=agreement, remarks=remarks)


def different(claims: Iterable[Claim]) -> tuple[str, ...]:
    """Return one name for each named person of several reports, sorted.

    Names are one person's where one is short for the other ("Emma" for "Emma Reyes"), where they differ by spelling
    alone, or where the last word is the same: spellings of first names differ more often between reports than relatives
    are told of in different ones.
    """
    found: list[tuple[str, ...]] = []
    for names in sorted(_each(claims)):
        if not any(_is_one(a, b) for known in found for a in known for b in names):
            found.append(names)
    return tuple(sorted(max(names, key=lambda name: (len(name), name)) for names in found))


def _each(claims: Iterable[Claim]) -> set[tuple[str, ...]]:
    """The names of each person, several where they are one person's."""
    told = [c for c in claims if c.group is not None and c.group.names and c.stance == "asserted"]
    return {
        names for c in told if c.group for names in ([c.group.names] if is_person(c) else [(n,) for n in c.group.names])
    }


def _is_one(a: str, b: str) -> bool:
    return _last(a) == _last(b) or is_one_name(a, b)


def is_one_name(a: str, b: str) -> bool:
    """Tell whether two names of one report are one person's: one is short for the other, or they differ in spelling."""
    return is_short_form(a, b) or is_short_form(b, a) or may_be_one(a, b)


def _last(name: str) -> str:
    words = [word for word in folded(name).split() if word not in SUFFIXES]
    return words[-1] if words else ""

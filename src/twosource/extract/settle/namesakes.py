"""Claims of one article in, the same with each person under one name out, the fullest the article gives."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from twosource.lang.reading import words
from twosource.model import Claim
from twosource.values.person_name import PARENTS, is_of_parent, may_be_one, spelled

WORD = r"(?:[^\W\d_a-z][\w’'‘-]*|al-\w+)"
PARENT = "|".join(sorted(parent.capitalize() for parent in PARENTS))
AGE_BEFORE = re.compile(
    r"\b(\d{1,3})[- ]years?[- ]old,? (?:[a-z]+ ){0,5}(?<!\bof )(?<!\band )(?<!\bto )([A-Z][a-z]+ )?$"
)
AGE_BEHIND = re.compile(r",? \((\d{1,3})[ )]|, (?:aged )?(\d{1,3}),")
CALLED_FIRST = re.compile(rf"((?:{PARENT}) {WORD})[,]? [(“\"‘](?:[a-z]+ ){{0,3}}({WORD}(?: {WORD})+)[)”\"’,]")
BESIDE = 50  # characters
CALLED = re.compile(rf"({WORD}(?: {WORD})+),? [(“\"‘]+((?:{PARENT}) {WORD})[)”\"’,]")


@dataclass(frozen=True, slots=True)
class Known:
    """People, each with the names given to them; ``called`` are names with what the report calls their bearers by.

    "Karim Haddad (Abu Omar)" and "Abu Omar (the late Karim Haddad)" are Abu Omar further down.
    ``text`` tells how old they are.
    """

    called: tuple[tuple[str, str], ...]
    text: str
    people: list[list[str]] = field(default_factory=list)

    def bearers(self, name: str) -> list[str]:
        """Return the names of those whom the report says to be called so."""
        return [full for full, other in self.called if may_be_one(other, name)] if is_of_parent(name) else []

    def are_of_two(self, name: str, other: str) -> bool:
        """Tell whether two names are two people's by their ages: "Karim Haddad, 42," is no "Karim Omar Haddad (15)"."""
        ages, others = _ages(self.text, name), _ages(self.text, other)
        return bool(ages and others) and all(abs(age - another) > 1 for age in ages for another in others)

    def bare(self, name: str) -> str:
        """Return the name without what its bearer is called by besides, or instead: "Karim Haddad Abu Omar"."""
        bearers = self.bearers(name)
        if len(bearers) == 1:
            return bearers[0]
        return next((full for full, other in self.called if name == f"{full} {other}"), name)


def under_one_name(claims: list[Claim], text: str) -> list[Claim]:
    """Return the claims with the names of people killed made one for each person.

    Two people on one list are never one person, however alike their names; a claim about one person may have several
    names for it. ``text`` is the report's: it tells what people are called by besides.
    """
    called = {*CALLED.findall(text), *((full, other) for other, full in CALLED_FIRST.findall(text))}
    known = Known(tuple(sorted(called)), text)
    told = {claim.id: _people(claim, known) for claim in sorted(claims, key=lambda c: c.span) if _names(claim)}
    return [_renamed(claim, told[claim.id], known) if claim.id in told else claim for claim in claims]


def _names(claim: Claim) -> tuple[str, ...]:
    return claim.group.names if claim.measure in {"killed", "injured", "hit"} and claim.group is not None else ()


def _people(claim: Claim, known: Known) -> list[int]:
    """Return which of the people known a claim names; new ones are added."""
    names = tuple(known.bare(name) for name in _names(claim))
    if (claim.low, claim.high) == (1, 1):
        names = _surname_alone(claim, names, known)
        places = (_place(name, known, ()) for name in names)
        found = next((place for place in places if place is not None), None)
        return [_kept(names, found, known)]
    return [_kept((name,), place, known) for name, place in zip(names, _placed(names, known), strict=True)]


def _surname_alone(claim: Claim, names: tuple[str, ...], known: Known) -> tuple[str, ...]:
    """A surname alone is that of somebody who fell rather than of the relative named last: "Reyes died" of a boy."""
    text = claim.group.text if claim.group is not None else ""
    if len(names) != 1 or " " in text or not names[0].endswith(f" {text}") or _place(names[0], known, ()) is not None:
        return names
    return (text,) if _place(text, known, ()) is not None else names


def _placed(names: tuple[str, ...], known: Known) -> list[int | None]:
    places: list[int | None] = []
    for name in names:
        places.append(_place(name, known, places))
    if _is_other_family(names, places):
        return [place if len(spelled(name)) > 1 else None for name, place in zip(names, places, strict=True)]
    return places


def _place(name: str, known: Known, taken: Iterable[int | None]) -> int | None:
    """A name of one word is short for the person told of last, a longer one for the first that fits."""
    people, bearers = known.people, known.bearers(name)
    order = range(len(people)) if len(spelled(name)) > 1 else reversed(range(len(people)))
    free = [i for i in order if i not in taken and not known.are_of_two(name, _full(people[i]))]
    found = next((i for i in free if name in people[i] or may_be_one(name, _full(people[i]))), None)
    if found is not None or not bearers:
        return found
    return next((i for i in free if any(may_be_one(bearer, _full(people[i])) for bearer in bearers)), None)


def _ages(text: str, name: str) -> frozenset[int]:
    """The ages told right beside a name."""
    found: set[int] = set()
    for told in re.finditer(rf"{re.escape(name)}(?! [A-Z])", text) if " " in name else ():
        before = AGE_BEFORE.search(text, max(0, told.start() - BESIDE), told.start())
        behind = AGE_BEHIND.match(text, told.end())
        if before is not None and (before[2] is None or before[2].strip().lower() in words("en/roll", "titles")):
            found.add(int(before[1]))
        found |= {int(age) for age in (behind.groups() if behind is not None else ()) if age}
    return frozenset(found)


def _is_other_family(names: tuple[str, ...], places: list[int | None]) -> bool:
    """Tell whether a list holds mostly people not told of before: its first names alone are new people's too."""
    return len(names) > 1 and 2 * sum(place is not None for place in places) <= len(names)


def _kept(names: tuple[str, ...], place: int | None, known: Known) -> int:
    if place is None:
        known.people.append([])
        place = len(known.people) - 1
    known.people[place] += names
    return place


def _full(names: list[str]) -> str:
    """The fullest of somebody's names; what he is called by after a child is none."""
    return max(names, key=lambda name: (not is_of_parent(name), len(spelled(name)), len(name), name))


def _renamed(claim: Claim, people: list[int], known: Known) -> Claim:
    if claim.group is None:
        return claim
    return replace(claim, group=replace(claim.group, names=tuple(_full(known.people[i]) for i in people)))

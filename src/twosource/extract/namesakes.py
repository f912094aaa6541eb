"""Claims of one article in, the same with each person under one name out, the fullest the article gives."""

from collections.abc import Iterable
from dataclasses import replace

from twosource.model import Claim
from twosource.values.person_name import may_be_one, spelled

Known = list[list[str]]  # people, each with the names given to them


def under_one_name(claims: list[Claim]) -> list[Claim]:
    """Return the claims with the names of people killed made one for each person.

    Two people on one list are never one person, however alike their names; a claim about one person may have several
    names for it.
    """
    known: Known = []
    told = {claim.id: _people(claim, known) for claim in sorted(claims, key=lambda c: c.span) if _names(claim)}
    return [_renamed(claim, told[claim.id], known) if claim.id in told else claim for claim in claims]


def _names(claim: Claim) -> tuple[str, ...]:
    return claim.group.names if claim.measure in {"killed", "injured", "hit"} and claim.group is not None else ()


def _people(claim: Claim, known: Known) -> list[int]:
    """Return which of the people known a claim names; new ones are added."""
    names = _names(claim)
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
    order = range(len(known)) if len(spelled(name)) > 1 else reversed(range(len(known)))
    return next((i for i in order if i not in taken and (name in known[i] or may_be_one(name, _full(known[i])))), None)


def _is_other_family(names: tuple[str, ...], places: list[int | None]) -> bool:
    """Tell whether a list holds mostly people not told of before: its first names alone are new people's too."""
    return len(names) > 1 and 2 * sum(place is not None for place in places) <= len(names)


def _kept(names: tuple[str, ...], place: int | None, known: Known) -> int:
    if place is None:
        known.append([])
        place = len(known) - 1
    known[place] += names
    return place


def _full(names: list[str]) -> str:
    return max(names, key=lambda name: (len(spelled(name)), len(name), name))


def _renamed(claim: Claim, people: list[int], known: Known) -> Claim:
    if claim.group is None:
        return claim
    return replace(claim, group=replace(claim.group, names=tuple(_full(known[i]) for i in people)))

"""Claims of one article in, the same with each person under one name out, the fullest the article gives."""

from collections.abc import Iterable
from dataclasses import replace

from twosource.model import Claim
from twosource.values.person_name import may_be_one, spelled


def under_one_name(claims: list[Claim]) -> list[Claim]:
    """Return the claims with the names of people killed made one for each person.

    Two people on one list are never one person, however alike their names.
    """
    known: list[str] = []
    told = {claim.id: _placed(_names(claim), known) for claim in sorted(claims, key=lambda c: c.span) if _names(claim)}
    return [_renamed(claim, tuple(known[i] for i in told[claim.id])) if claim.id in told else claim for claim in claims]


def _names(claim: Claim) -> tuple[str, ...]:
    return claim.group.names if claim.measure == "killed" and claim.group is not None else ()


def _placed(names: tuple[str, ...], known: list[str]) -> list[int]:
    """Return which of the people known each name is; new ones are added, fuller names kept."""
    places: list[int | None] = []
    for name in names:
        fitting = (i for i in _order(name, len(known)) if i not in places and may_be_one(name, known[i]))
        places.append(next(fitting, None))
    if _is_other_family(names, places):
        places = [place if len(spelled(name)) > 1 else None for name, place in zip(names, places, strict=True)]
    return [_kept(name, place, known) for name, place in zip(names, places, strict=True)]


def _is_other_family(names: tuple[str, ...], places: list[int | None]) -> bool:
    """Tell whether a list holds mostly people not told of before: its first names alone are new people's too."""
    return len(names) > 1 and 2 * sum(place is not None for place in places) <= len(names)


def _kept(name: str, place: int | None, known: list[str]) -> int:
    if place is None:
        known.append(name)
        return len(known) - 1
    known[place] = max(known[place], name, key=lambda n: (len(spelled(n)), len(n), n))
    return place


def _order(name: str, number: int) -> Iterable[int]:
    """A name of one word is short for the person told of last, a longer one for the first that fits."""
    return range(number) if len(spelled(name)) > 1 else reversed(range(number))


def _renamed(claim: Claim, names: tuple[str, ...]) -> Claim:
    return replace(claim, group=replace(claim.group, names=names)) if claim.group is not None else claim

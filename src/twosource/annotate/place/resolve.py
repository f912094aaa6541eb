"""Names with their candidates in, the place each stands for out: prior, container and the company of other places.

One name stands for one place in a report unless a container says otherwise. All names are settled together: each
round lets every name weigh its candidates by what the others are believed to be.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from math import exp, log10

from twosource.annotate.place.candidate import Candidate
from twosource.annotate.place.company import Company, cell
from twosource.annotate.place.containers import holds
from twosource.lang.reading import lexicon

# More candidates than this never held the right one on the tuning documents.
MOST_CANDIDATES = 40
# People; from here on news means the town, not the division of its name.
GREAT_TOWN = 500_000
ROUNDS = 4


@dataclass(frozen=True, slots=True)
class Sighting:
    """A name seen in a text: its folded key, the places it may be, and the containers the text names for it.

    ``partly`` where they are the places of a part of the name ("the Dayton Street School").
    """

    key: str
    candidates: tuple[Candidate, ...]
    containers: tuple[Candidate, ...] = ()
    partly: bool = False


@dataclass(frozen=True, slots=True)
class Reading:
    """All sightings of a name with the same containers: its candidates, each with its score before company."""

    key: str
    scores: tuple[tuple[Candidate, float], ...]


@cache
def weight(name: str) -> float:
    """Return one weight of the lexicon."""
    value: float = lexicon("en/places")["weights"][name]
    return value


def settle(sightings: Sequence[Sighting], hints: Iterable[Candidate] = ()) -> list[Candidate | None]:
    """Return the place each sighting stands for, None where it has no candidate.

    ``hints`` are places known from outside the text: the dateline, the outlet's country.
    """
    inside = _inside(sightings)
    readings = [_reading(sighting, inside) for sighting in sightings]
    senses = {reading: _senses(reading.scores) for reading in dict.fromkeys(readings) if reading.scores}
    for _ in range(ROUNDS):
        company = _company(senses, hints)
        senses = {reading: _senses(_in_company(reading, company)) for reading in senses}
    return [_likeliest(senses.get(reading, [])) for reading in readings]


def _inside(sightings: Iterable[Sighting]) -> dict[str, frozenset[Candidate]]:
    """Return for each name the candidates that some sighting of it puts in a container."""
    found: dict[str, frozenset[Candidate]] = {}
    for sighting in sightings:
        if sighting.containers:
            found[sighting.key] = found.get(sighting.key, frozenset()) | _held(sighting)
    return found


@lru_cache(maxsize=4096)
def _held(sighting: Sighting) -> frozenset[Candidate]:
    return frozenset(c for c in sighting.candidates if any(holds(outer, c) for outer in sighting.containers))


def _reading(sighting: Sighting, inside: dict[str, frozenset[Candidate]]) -> Reading:
    """Score the candidates by prior and container; a name without one takes the container it has elsewhere."""
    own = _held(sighting) if sighting.containers else frozenset()
    held = own or inside.get(sighting.key, frozenset())
    bonus = weight("container") if own else weight("container_elsewhere")
    few = dict.fromkeys((*sighting.candidates[:MOST_CANDIDATES], *(c for c in sighting.candidates if c in held)))
    crowded = any(c.kind == "town" and c.population >= GREAT_TOWN for c in few)
    return Reading(sighting.key, tuple((c, prior(c) + _namesake(c, crowded) + bonus * (c in held)) for c in few))


def _namesake(place: Candidate, crowded: bool) -> float:  # noqa: FBT001 - one of two facts of a name, not a switch
    """A division named like a great town ("New York", "Washington") is the less meant of the two."""
    return weight("namesake") if crowded and place.kind in {"admin1", "admin2"} else 0.0


@lru_cache(maxsize=65536)
def prior(place: Candidate) -> float:
    """Return how often news means this place, all else unknown, in tenfold population."""
    total = weight("population") * log10(place.population + 1) + (0.0 if place.kind == "town" else weight(place.kind))
    total += weight("capital") if place.capital else 0.0
    return total if place.main else total + weight("other_name")


def _company(senses: dict[Reading, list[tuple[Candidate, float]]], hints: Iterable[Candidate]) -> Company:
    company = Company()
    for hint in hints:
        company.add("", [(hint, weight("hint"))])
    for reading, shares in senses.items():
        company.add(reading.key, shares)
    return company


def _in_company(reading: Reading, company: Company) -> tuple[tuple[Candidate, float], ...]:
    return tuple((place, score + _agreement(reading.key, place, company)) for place, score in reading.scores)


def _agreement(key: str, place: Candidate, company: Company) -> float:
    total = weight("same_country") * company.support(key, place.country)
    if place.division:
        total += weight("same_division") * company.support(key, place.division)
    if place.kind in {"town", "admin2"}:
        total += weight("nearby") * company.support(key, cell(place))
    return total


def _senses(scores: Sequence[tuple[Candidate, float]]) -> list[tuple[Candidate, float]]:
    """Turn scores into shares of belief that sum to one."""
    top = max(score for _, score in scores)
    odds = [exp((score - top) * weight("sharpness")) for _, score in scores]
    whole = sum(odds)
    return [(place, odd / whole) for (place, _), odd in zip(scores, odds, strict=True)]


def _likeliest(senses: Sequence[tuple[Candidate, float]]) -> Candidate | None:
    return max(senses, key=lambda sense: sense[1])[0] if senses else None

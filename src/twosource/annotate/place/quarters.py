"""Names of a report with the places found for them in, those of quarters of its towns without such a place out.

Quarters are named like towns elsewhere, and no gazetteer holds them all. A report that calls a name a quarter once
("the Orla neighborhood", "Velma's Old Town") means it everywhere, in its title too.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from twosource.annotate.place.called import is_quarter
from twosource.annotate.place.candidate import WIDELY, Candidate
from twosource.annotate.place.containers import POSSESSIVE, REACH_BACK
from twosource.annotate.place.find import datelines
from twosource.annotate.place.fold import fold
from twosource.annotate.place.gazetteer import lookup
from twosource.annotate.place.parts import full_name, named
from twosource.annotate.place.resolve import Sighting, prior
from twosource.model.span import Span
from twosource.values.geography import distance_km

# People: from here on news knows a town's quarters by name.
LEAST_CITY = 100_000
# A town of the report's city or of its surroundings lies within this of it.
AROUND_KM = 200.0
# A name of towns in so many divisions of one country is one that quarters have too ("Westport", "Old Town").
LEAST_DIVISIONS = 2


def called_quarters(text: str, spans: Iterable[Span]) -> frozenset[str]:
    """Return the folded names that a text calls quarters of a town.

    A capital is none, nor is a town the report was filed from: "the Velma neighborhood of Orla" is in Velma.
    """
    filed = {fold(span.of(text)) for span in datelines(text)}
    names = {full_name(text, span) for span in spans if is_quarter(text, span) or _is_of_city(text, span)}
    return frozenset(fold(name) for name in names if fold(name) not in filed and not _is_capital(name))


def cities_of(filed: Iterable[Candidate], home: Iterable[Candidate]) -> list[Candidate]:
    """Return the cities that a report was filed from, then those of its outlet, from where a wider area is told of.

    From a capital the whole country is told of.
    """
    widely = (replace(place, reach=WIDELY) for place in home)
    return [p for p in (*filed, *widely) if p.kind == "town" and p.population >= LEAST_CITY and not p.capital]


def without_quarters(
    sightings: Sequence[Sighting],
    settled: Sequence[Candidate | None],
    quarters: frozenset[str],
    cities: Sequence[Candidate],
) -> list[Candidate | None]:
    """Return the places found, those of quarters' names in the city that the report was filed from, None without one.

    A town stays where another place that the report names lies in its division or near it. A name that towns of one
    division alone bear is a quarter's too, where a local outlet names other places in its own division.
    """
    city = replace(cities[0], name="", kind="region", geonames_id=None) if cities else None
    found = (p for s, p in zip(sightings, settled, strict=True) if p is not None and s.key not in quarters)
    told = dict.fromkeys(found)  # each place once: a page may name one thousands of times
    kept = list(settled)
    local = {city.division: city.country for city in cities if city.reach == WIDELY}
    country = next((local[place.division] for place in told if place.division in local), None)
    for at, (sighting, place) in enumerate(zip(sightings, settled, strict=True)):
        if place is not None and (
            is_one_of(sighting, quarters) or (cities and _may_be_of_city(sighting, place, country))
        ):
            kept[at] = place if any(_is_by(place, other) for other in (*told, *cities)) else city
    return kept


def is_one_of(name: Sighting, quarters: frozenset[str]) -> bool:
    """Tell whether a name is one of some quarters', or for short ("Pullman" is "West Pullman") and no city's."""
    if name.key in quarters:
        return True
    inside = any(f" {name.key} " in f" {quarter} " for quarter in quarters)
    return inside and all(c.kind == "town" and c.population < LEAST_CITY for c in name.candidates)


def _may_be_of_city(name: Sighting, place: Candidate, country: str | None) -> bool:
    """Tell whether a name may be a quarter's, and the place found is no city itself.

    Towns in several divisions of a country bear it, or the text tells no holder of the one in this country.
    """
    if place.kind != "town" or place.population >= LEAST_CITY:
        return False
    towns = (c for c in name.candidates if c.kind == "town" and c.country == place.country)
    several = len({town.division for town in towns}) >= LEAST_DIVISIONS
    return several or (place.country == country and not name.containers)


def _is_by(town: Candidate, other: Candidate) -> bool:
    """Tell whether a town lies in the division of another place, or near another town."""
    if other.geonames_id == town.geonames_id:
        return False
    near = distance_km((town.latitude, town.longitude), (other.latitude, other.longitude)) < AROUND_KM
    return (bool(town.division) and town.division == other.division) or (other.kind == "town" and near)


def _is_of_city(text: str, span: Span) -> bool:
    """Tell whether a name is told as a city's: "Velma's Old Town"."""
    owner = POSSESSIVE.search(text[max(0, span.start - REACH_BACK) : span.start])
    if owner is None or any(c.kind != "town" for c in named(full_name(text, span))):
        return False
    meant = max(lookup(owner["name"]), key=prior, default=None)
    return meant is not None and meant.kind == "town" and meant.population >= LEAST_CITY


def _is_capital(name: str) -> bool:
    meant = max(named(name), key=prior, default=None)
    return meant is not None and meant.capital

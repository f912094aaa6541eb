"""Countries, their people and governments, and the words about places in English, as typed records read once.

Knows no gazetteer and no text; the outline of the world for a small map is here too.
"""

import json
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any, Literal

from twosource.lang.reading import lexicon

Reach = Literal["region", "admin1", "admin2", "town", "exact"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Country:
    """A country of ISO 3166-1: its name in news, adjective, people, further names, point, and seats of government."""

    iso: str
    name: str
    adjective: str
    people: tuple[str, ...]
    aliases: tuple[str, ...]
    latitude: float
    longitude: float
    seats: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Region:
    """A place that news names and lists of towns lack; ``near`` is how far the name reaches."""

    name: str
    aliases: tuple[str, ...]
    latitude: float
    longitude: float
    near: Reach
    country: str | None


@cache
def countries() -> dict[str, Country]:
    """Return all countries by ISO 3166-1 alpha-2 code."""
    return {iso: _country(iso, row) for iso, row in lexicon("en/countries").items()}


def _country(iso: str, row: dict[str, Any]) -> Country:
    return Country(
        iso=iso,
        name=row["name"],
        adjective=row["adjective"],
        people=tuple(row.get("people", ())),
        aliases=tuple(row.get("aliases", ())),
        latitude=row["at"][0],
        longitude=row["at"][1],
        seats=tuple(row.get("seats", ())),
    )


@cache
def regions() -> tuple[Region, ...]:
    """Return the regions, camps, bases and quarters of our own file, sorted by name."""
    rows = sorted(lexicon("en/places")["regions"].items())
    return tuple(
        Region(
            name=name,
            aliases=tuple(row.get("aliases", ())),
            latitude=row["at"][0],
            longitude=row["at"][1],
            near=row["near"],
            country=row.get("country"),
        )
        for name, row in rows
    )


@cache
def _demonyms() -> dict[str, str]:
    found: dict[str, str] = {}
    for country in countries().values():
        for word in (country.adjective, *country.people):
            found.setdefault(word.lower(), country.iso)
    return found


@cache
def _short_names() -> dict[str, str]:
    """Names such as "U.S." and "UK", which modify a noun as they stand; matched by case."""
    rows = ((alias, c.iso) for c in countries().values() for alias in c.aliases)
    return {alias: iso for alias, iso in rows if alias.isupper() and len(alias) <= 6}


@lru_cache(maxsize=16384)
def country_of_demonym(word: str) -> str | None:
    """Return the ISO code of the country a word tells of: "Cuban", "Cubans", "U.S.", "Palestinian" (PS), else None."""
    bare = word.strip().removesuffix("'s").removesuffix("’s")
    if bare in _short_names():
        return _short_names()[bare]
    key = bare.lower()
    return _demonyms().get(key) or (_demonyms().get(key[:-1]) if key.endswith("s") else None)


@cache
def _building_seats() -> dict[str, str]:
    towns = set(place_words("sites", "towns"))
    return {seat: c.iso for c in countries().values() for seat in c.seats if seat not in towns}


def seat_country(name: str) -> str | None:
    """Return the ISO code of the country whose government sits in a building: "Kremlin", "the White House"."""
    return _building_seats().get(name.removeprefix("the ").removeprefix("The "))


def country_name(iso: str) -> str:
    """Return the country's name in English news, the code itself where it is not known."""
    country = countries().get(iso)
    return country.name if country else iso


def adjective_of(iso: str) -> str | None:
    """Return "Cuban" for CU; None where the code is not known."""
    country = countries().get(iso)
    return country.adjective if country else None


def government_of(iso: str) -> str:
    """Return what to call the government behind a capital: "Cuban government", "U.S. government"."""
    if iso in {"US", "GB"}:
        return "U.S. government" if iso == "US" else "UK government"
    return f"{adjective_of(iso) or iso} government"


@cache
def abbreviations() -> dict[str, str]:
    """Return shortened states and provinces ("Tex.", "NSW") with their GeoNames codes; matched by case."""
    return dict(lexicon("en/places")["abbreviations"])


@cache
def centres() -> dict[str, tuple[float, float]]:
    """Return points of large admin1 divisions by GeoNames code."""
    return {code: (at[0], at[1]) for code, at in lexicon("en/places")["centres"].items()}


@cache
def place_words(table: str, key: str) -> tuple[str, ...]:
    """Return one word list about places, such as ``("kinds", "admin2")``, as it stands in the file."""
    return tuple(lexicon("en/places")[table][key])


@cache
def world_outline() -> dict[str, list[list[float]]]:
    """Return each country's rings by ISO code; a ring is longitude, latitude, longitude, latitude, ... in degrees.

    Natural Earth 1:110m (public domain), rounded to 0.1 degree; 175 countries, small islands left out.
    """
    rings: dict[str, list[list[float]]] = json.loads(
        files("twosource.lang").joinpath("world.json").read_text(encoding="utf-8")
    )["countries"]
    return rings

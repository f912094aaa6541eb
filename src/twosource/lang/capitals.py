"""The capitals of countries, which news tells without their country, or without their name; read once."""

from dataclasses import dataclass
from functools import cache

from twosource.lang.reading import lexicon


@dataclass(frozen=True, slots=True, kw_only=True)
class Capital:
    """A capital with its point and its number in GeoNames."""

    name: str
    admin1: str | None
    latitude: float
    longitude: float
    geonames_id: int


@cache
def capitals() -> frozenset[str]:
    """Return the capitals that GeoNames lists, as it writes them."""
    return frozenset(row["name"] for row in lexicon("capitals").values())


def capital_of(iso: str) -> Capital | None:
    """Return the capital of a country, None where there is none or its point is not known."""
    row = lexicon("capitals").get(iso)
    if row is None or "at" not in row:
        return None
    latitude, longitude = row["at"]
    return Capital(
        name=row["name"],
        admin1=row.get("admin1"),
        latitude=latitude,
        longitude=longitude,
        geonames_id=row["geonames_id"],
    )

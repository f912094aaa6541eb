"""A place on the earth with its precision."""

from dataclasses import dataclass
from typing import Literal

PlacePrecision = Literal["exact", "town", "admin2", "admin1", "region", "country", "international"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A place as the gazetteer knows it; degrees are WGS 84, ``country`` is ISO 3166-1 alpha-2.

    ``text`` is the wording it was read from. A place that the gazetteer does not know has a name and a text, and
    null elsewhere.
    """

    name: str
    admin1: str | None = None
    country: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    precision: PlacePrecision | None = None
    geonames_id: int | None = None
    text: str | None = None

"""A place that a name may stand for, as the gazetteer knows it."""

from dataclasses import dataclass
from typing import Final, Literal

from twosource.model.place import PlacePrecision

WIDELY: Final = "admin1"  # the reach of a town from where an outlet tells of its surroundings

Kind = Literal["country", "region", "admin1", "admin2", "town"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A place a name may stand for. ``division`` and ``subdivision`` tell its admin1 and admin2 apart (0: none).

    ``main`` is False where only another spelling of the place has that name.
    """

    name: str
    kind: Kind
    reach: PlacePrecision
    country: str | None
    latitude: float
    longitude: float
    population: int = 0
    geonames_id: int | None = None
    admin1: str | None = None
    division: int = 0
    subdivision: int = 0
    capital: bool = False
    main: bool = True

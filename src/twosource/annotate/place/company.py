"""What the places of a report, each only as sure as it is, say together about countries, divisions and areas."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator

from twosource.annotate.place.candidate import Candidate

# Cells of one degree; a place counts for its own cell and the eight around it, so for 110-220 km.
AROUND = [(north, east) for north in (-1, 0, 1) for east in (-1, 0, 1)]
# Less likely senses than this only cost time.
LEAST_SHARE = 0.02


class Company:
    """Shares of belief summed by country, division and area; a name is never its own witness."""

    def __init__(self) -> None:
        self._total: dict[Hashable, float] = defaultdict(float)
        self._own: dict[tuple[str, Hashable], float] = defaultdict(float)

    def add(self, key: str, senses: Iterable[tuple[Candidate, float]]) -> None:
        """Take in one name: the places it may be with the share of belief in each."""
        for place, share in senses:
            if share >= LEAST_SHARE:
                for area in _areas(place):
                    self._total[area] += share
                    self._own[key, area] += share

    def support(self, key: str, area: Hashable) -> float:
        """Return 0-1: how much of the rest of the company lies in an area (a country, a division or a cell)."""
        rest = self._total.get(area, 0.0) - self._own.get((key, area), 0.0)
        return max(0.0, rest) / (max(0.0, rest) + 1.0)


def cell(place: Candidate) -> tuple[int, int]:
    """Return the degree square of a place."""
    return int(place.latitude // 1), int(place.longitude // 1)


def _areas(place: Candidate) -> Iterator[Hashable]:
    if place.country:
        yield place.country
    if place.division:
        yield place.division
    if place.kind in {"town", "admin2"}:
        north, east = cell(place)
        yield from ((north + up, east + right) for up, right in AROUND)

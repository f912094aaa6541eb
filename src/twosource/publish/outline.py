"""The outlines of the countries, cut to a window of the earth and projected into it; it knows no event and no markup.

Outlines come from Natural Earth 1:110m in ``lang/world.json``; the projection is equirectangular, true to scale at the
window's middle.
"""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from itertools import chain, pairwise
from math import cos, radians

Point = tuple[float, float]
Ring = tuple[Point, ...]
Box = tuple[float, float, float, float]

KM_PER_DEGREE = 111.2
POLAR = -85.0  # degrees: below it the ring of Antarctica runs along the pole, and stays as it is
TURNS = (-360.0, 0.0, 360.0)  # degrees: a ring may lie beyond the 180th meridian on either side
COARSEST = 0.8  # units of the drawing: points nearer to each other than this are drawn as one


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """A stretch of the earth drawn ``width`` by ``height`` units; ``km`` is the distance its width spans."""

    latitude: float
    longitude: float
    km: float
    width: float
    height: float

    def project(self, longitude: float, latitude: float) -> Point:
        """Return x (rightwards) and y (downwards) in units of the drawing."""
        return self.project_all([(longitude, latitude)], 0.0)[0]

    def project_all(self, points: Iterable[Point], turn: float) -> list[Point]:
        """Project points of longitude and latitude, all of them turned east by so many degrees."""
        units = self.units_per_degree()
        shrink = max(cos(radians(self.latitude)), 0.1)
        middle, centre, east, north = self.width / 2, self.height / 2, self.longitude, self.latitude
        return [(middle + (x + turn - east) * units * shrink, centre - (y - north) * units) for x, y in points]

    def units_per_degree(self) -> float:
        """Return how many units one degree of latitude takes."""
        return self.width / self.km * KM_PER_DEGREE


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """One country's rings with the box of degrees around each, and around all: west, south, east, north."""

    code: str
    rings: tuple[tuple[Box, Ring], ...]
    box: Box


@cache
def outlines() -> tuple[Outline, ...]:
    """Return the countries of ``lang/world.json``, sorted by code."""
    world = json.loads(files("twosource.lang").joinpath("world.json").read_text(encoding="utf-8"))
    return tuple(_outline(code, tuple(map(_ring, flat))) for code, flat in sorted(world["countries"].items()))


def _outline(code: str, rings: Sequence[Ring]) -> Outline:
    around = _box(tuple(chain.from_iterable(rings)))
    return Outline(code=code, rings=tuple((_box(ring), ring) for ring in rings), box=around)


@lru_cache(maxsize=256)  # maps of as many places: some 3 MB
def country_paths(window: Window) -> tuple[tuple[str, str], ...]:
    """Return the SVG path of the part of each country inside the window, by its code; those outside are left out."""
    sides = _sides(window)
    near = (outline for outline in outlines() if any(_meets(outline.box, turn, sides) for turn in TURNS))
    drawn = ((outline.code, _country(outline, window, sides)) for outline in near)
    return tuple((code, path) for code, path in drawn if path)


def _country(outline: Outline, window: Window, sides: Box) -> str:
    drawn = (
        _cut(_simplified(window.project_all(ring, turn)), window)
        for box, ring in outline.rings
        for turn in TURNS
        if _meets(box, turn, sides)
    )
    return "".join(_path(ring) for ring in drawn if len(ring) > 2)


def _ring(flat: Sequence[float]) -> Ring:
    """Return the points of a ring, unrolled where it crosses the 180th meridian (Chukotka, Fiji)."""
    points = list(zip(flat[::2], flat[1::2], strict=True))
    turn, ring = 0.0, points[:1]
    for (before, _), (longitude, latitude) in pairwise(points):
        if abs(longitude - before) > 180 and latitude > POLAR:
            turn += 360.0 if before > 0 else -360.0
        ring.append((longitude + turn, latitude))
    return tuple(ring)


def _box(ring: Ring) -> Box:
    longitudes, latitudes = zip(*ring, strict=True)
    return min(longitudes), min(latitudes), max(longitudes), max(latitudes)


def _sides(window: Window) -> Box:
    """Return the window's sides in degrees: west, south, east, north."""
    (left, top), (right, bottom) = window.project(0, 0), window.project(1, 1)
    across, down = right - left, bottom - top
    return -left / across, (window.height - top) / down, (window.width - left) / across, -top / down


def _meets(box: Box, turn: float, sides: Box) -> bool:
    west, south, east, north = box
    return west + turn < sides[2] and east + turn > sides[0] and south < sides[3] and north > sides[1]


def _simplified(ring: Sequence[Point]) -> list[Point]:
    kept = [ring[0]]
    for x, y in ring[1:]:
        if abs(x - kept[-1][0]) + abs(y - kept[-1][1]) >= COARSEST:
            kept.append((x, y))
    return kept


def _cut(ring: list[Point], window: Window) -> list[Point]:
    """Cut a ring to the window, edge by edge (Sutherland and Hodgman, 1974); an edge that all lies within stays."""
    for axis, limit, sign in ((0, 0.0, 1), (0, window.width, -1), (1, 0.0, 1), (1, window.height, -1)):
        if any(sign * (point[axis] - limit) < 0 for point in ring):
            ring = list(_beyond(ring, axis, limit, sign))
    return ring


def _beyond(ring: list[Point], axis: int, limit: float, sign: int) -> Iterable[Point]:
    """Yield the part of a ring where ``sign * (coordinate - limit)`` is not negative."""
    for index, here in enumerate(ring):
        before = ring[index - 1]
        inside, was_inside = sign * (here[axis] - limit) >= 0, sign * (before[axis] - limit) >= 0
        if inside != was_inside:
            share = (limit - before[axis]) / (here[axis] - before[axis])
            yield before[0] + share * (here[0] - before[0]), before[1] + share * (here[1] - before[1])
        if inside:
            yield here


def _path(ring: Sequence[Point]) -> str:
    """Return a ring as tenths of a unit, each point by its distance from the one before: half the length."""
    told = [(round(x * 10), round(y * 10)) for x, y in ring]
    steps = ((right - left, lower - upper) for (left, upper), (right, lower) in pairwise(told))
    moves = " ".join(f"{_tenths(across)} {_tenths(down)}" for across, down in steps).replace(" -", "-")
    return f"M{_tenths(told[0][0])} {_tenths(told[0][1])}l{moves}z"


@lru_cache(maxsize=16_384)
def _tenths(number: int) -> str:
    """Return ``".4"`` for 4 and ``"12"`` for 120; most steps of an outline are a few tenths long."""
    told = f"{number / 10:g}"
    return told.replace("0.", ".", 1) if abs(number) < 10 else told

"""Points with numbers of events in, the geometry of a map that shows them all out: land and dots; no markup."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import cos, radians
from operator import itemgetter
from typing import NamedTuple

from twosource.publish.outline import KM_PER_DEGREE, Window, country_paths

WIDTH, HEIGHT = 640.0, 250.0
WORLD = Window(longitude=10, latitude=11, km=360 * KM_PER_DEGREE, width=WIDTH, height=HEIGHT)
CLOSEST_KM = 3000.0  # below it Natural Earth's 1:110m outlines are a few straight lines
MARGIN = 0.8  # share of the drawing that the points may take
STEP = 1.3  # windows come in sizes that differ by this much, so that their land is drawn once


class Dot(NamedTuple):
    """A point of the map: where it stands on the drawing, what it is called and where it leads.

    A tuple: a map has hundreds of them, and a record takes four times as long to make.
    """

    x: str
    y: str
    radius: str
    title: str
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SpotsView:
    """The map ready to be drawn, in units of a ``width`` by ``height`` drawing, as text."""

    width: str
    height: str
    land: str
    dots: tuple[Dot, ...]


def spots_map(spots: Sequence[tuple[float, float, int, str, str]]) -> SpotsView | None:
    """Return the map of points (longitude, latitude, events, title, address); None where there is none."""
    if not spots:
        return None
    window = _window([(x, y) for x, y, *_ in spots])
    return SpotsView(
        width=f"{WIDTH:.0f}",
        height=f"{HEIGHT:.0f}",
        land=_land(window),
        dots=_dots(window, sorted(sorted(spots), key=itemgetter(2), reverse=True)),
    )


def _dots(window: Window, spots: Sequence[tuple[float, float, int, str, str]]) -> tuple[Dot, ...]:
    """The projection is linear: two points tell it for all."""
    (left, top), (right, bottom) = window.project(0, 0), window.project(1, 1)
    across, down, seam = right - left, bottom - top, window.longitude - 180
    return tuple(
        Dot(
            f"{left + (longitude + 360 if longitude < seam else longitude) * across:.1f}",
            f"{top + latitude * down:.1f}",
            _radius(events),
            title,
            href,
        )
        for longitude, latitude, events, title, href in spots
    )


@lru_cache(maxsize=4096)
def _radius(events: int) -> str:
    return f"{min(4 + 1.5 * events**0.5, 16):.1f}"


def _window(points: Sequence[tuple[float, float]]) -> Window:
    """Return the smallest window of a few sizes that shows all points; the whole world where they are far apart."""
    longitudes, latitudes = zip(*points, strict=True)
    west, east, south, north = min(longitudes), max(longitudes), min(latitudes), max(latitudes)
    latitude = round((south + north) / 2)
    wide = (east - west) * cos(radians(latitude)) * KM_PER_DEGREE / MARGIN
    high = (north - south) * KM_PER_DEGREE / MARGIN * WIDTH / HEIGHT
    km = CLOSEST_KM
    while km < max(wide, high):
        km *= STEP
    if km * STEP > WORLD.km or abs(latitude) > 65:
        return WORLD
    return Window(longitude=round((west + east) / 2), latitude=latitude, km=km, width=WIDTH, height=HEIGHT)


def _land(window: Window) -> str:
    return "".join(path for _, path in country_paths(window))

"""Points on the earth: degrees in, kilometres and middles out; no names and no gazetteer."""

from collections.abc import Iterable, Sequence
from math import asin, cos, radians, sin, sqrt

EARTH_DIAMETER_KM = 12742.0
KM_PER_DEGREE = 111.195

Point = tuple[float, float]
Box = tuple[float, float, float, float]


def distance_km(a: Point, b: Point) -> float:
    """Return the great-circle distance between two points (latitude, longitude; degrees WGS 84).

    The haversine formula on a sphere; the flattening of the earth costs at most 0.6 %.
    """
    north, east = radians(b[0] - a[0]), radians(b[1] - a[1])
    chord = sin(north / 2) ** 2 + cos(radians(a[0])) * cos(radians(b[0])) * sin(east / 2) ** 2
    return EARTH_DIAMETER_KM * asin(min(1.0, sqrt(chord)))


def box_of(points: Iterable[Point]) -> Box:
    """Return south, west, north, east of the points; points on both sides of the 180th meridian give a wide box.

    Raises:
        ValueError: there is no point.
    """
    latitudes, longitudes = zip(*points, strict=True)
    return min(latitudes), min(longitudes), max(latitudes), max(longitudes)


def middle_of(points: Sequence[Point]) -> Point:
    """Return the mean of latitudes and of longitudes; good for areas that do not cross the 180th meridian.

    Raises:
        ZeroDivisionError: there is no point.
    """
    return sum(p[0] for p in points) / len(points), sum(p[1] for p in points) / len(points)


def is_on_earth(latitude: float, longitude: float) -> bool:
    """Tell whether the degrees lie within -90..90 and -180..180."""
    return -90 <= latitude <= 90 and -180 <= longitude <= 180

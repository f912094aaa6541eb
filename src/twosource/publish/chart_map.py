"""Places in, the geometry of a small map out: land, the marker and the circle of its precision; no markup."""

from dataclasses import dataclass
from math import ceil, cos, floor, radians

from twosource.model import Place
from twosource.publish.outline import KM_PER_DEGREE, Window, country_paths
from twosource.publish.wording import place_name, words

WIDTH, HEIGHT = 640.0, 400.0
WORLD_HEIGHT = 250.0
WORLD_LATITUDE = 11  # shows 59 degrees south to 81 north: every town there is
SMALLEST_CIRCLE = 9.0  # units: below it the circle would hide under the marker
BAR_SHARE = 0.25  # the scale bar takes at most a quarter of the width
WORLD_KM = 360 * KM_PER_DEGREE


@dataclass(frozen=True, slots=True, kw_only=True)
class Marker:
    """A place on the drawing; ``radius`` is its precision (map of one place) or its weight (overview)."""

    x: str
    y: str
    radius: str
    title: str
    href: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MapView:
    """A map ready to be drawn; coordinates are units of a ``width`` by ``height`` drawing, as text."""

    width: str
    height: str
    label: str
    land: str
    here: str
    grid: str
    markers: tuple[Marker, ...]
    bar: str
    bar_label: str


def place_map(place: Place | None) -> MapView | None:
    """Return the map around a place, or None where its coordinates are not known or lie off the earth."""
    position = _position(place)
    if place is None or position is None:
        return None
    shown = _precision(place)
    window = Window(longitude=position[0], latitude=position[1], km=float(shown["view_km"]), width=WIDTH, height=HEIGHT)
    radius = max(float(shown["radius_km"]) / window.km * WIDTH, SMALLEST_CIRCLE)
    marker = Marker(x=_unit(WIDTH / 2), y=_unit(HEIGHT / 2), radius=_unit(radius), title=place_name(place))
    bar_km = _round_below(window.km * BAR_SHARE)
    return MapView(
        width=_unit(WIDTH),
        height=_unit(HEIGHT),
        label=f"Map around {place_name(place)}; the place is known {shown['says']}.",
        land=_land(window, place.country, inside=False),
        here=_land(window, place.country, inside=True),
        grid=_grid(window),
        markers=(marker,),
        bar=_unit(bar_km / window.km * WIDTH),
        bar_label=f"{bar_km:,} km",
    )


def world_map(markers: tuple[tuple[Place, int, str, str], ...]) -> MapView | None:
    """Return the overview of many places: each with its number of reports, a title and an address on the page."""
    window = Window(longitude=10, latitude=WORLD_LATITUDE, km=WORLD_KM, width=WIDTH, height=WORLD_HEIGHT)
    drawn = tuple(
        _dot(window, position, weight, (title, href))
        for place, weight, title, href in markers
        if (position := _position(place))
    )
    if not drawn:
        return None
    return MapView(
        width=_unit(WIDTH),
        height=_unit(WORLD_HEIGHT),
        label=f"World map with the {len(drawn)} events whose place is known.",
        land=_land(window, None, inside=False),
        here="",
        grid="",
        markers=drawn,
        bar="",
        bar_label="",
    )


def _dot(window: Window, position: tuple[float, float], weight: int, told: tuple[str, str]) -> Marker:
    turn = 360 if position[0] < window.longitude - 180 else 0
    x, y = window.project(position[0] + turn, position[1])
    return Marker(x=_unit(x), y=_unit(y), radius=_unit(min(4 + 1.5 * weight**0.5, 14)), title=told[0], href=told[1])


def _position(place: Place | None) -> tuple[float, float] | None:
    if place is None or place.latitude is None or place.longitude is None:
        return None
    on_earth = abs(place.latitude) <= 90 and abs(place.longitude) <= 180
    return (place.longitude, place.latitude) if on_earth else None


def _precision(place: Place) -> dict[str, str | float]:
    known: dict[str, dict[str, str | float]] = words()["place_precision"]
    return known.get(place.precision or "town", known["town"])


def _land(window: Window, country: str | None, *, inside: bool) -> str:
    return "".join(path for code, path in country_paths(window) if (code == country) is inside)


def _grid(window: Window) -> str:
    """Return the path of meridians and parallels inside the window, 5 or 10 degrees apart."""
    high = window.height / window.units_per_degree() / 2
    wide = window.km / KM_PER_DEGREE / max(cos(radians(window.latitude)), 0.1) / 2
    step = 5 if wide < 25 else 10
    meridians = (
        window.project(degree * step, 0)[0]
        for degree in range(ceil((window.longitude - wide) / step), floor((window.longitude + wide) / step) + 1)
    )
    parallels = (
        window.project(0, degree * step)[1]
        for degree in range(ceil((window.latitude - high) / step), floor((window.latitude + high) / step) + 1)
    )
    upright = "".join(f"M{_unit(x)} 0V{_unit(window.height)}" for x in meridians)
    return upright + "".join(f"M0 {_unit(y)}H{_unit(window.width)}" for y in parallels)


def _round_below(km: float) -> int:
    """Return the longest of 1, 2, 5, 10, 20, 50 ... kilometres that is not above ``km``."""
    tens = 10 ** (len(str(int(km))) - 1)
    return int(max(step * tens for step in (1, 2, 5) if step * tens <= km))


def _unit(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")

"""What all events of a list add up to in, its time line and map out: ways to narrow the list, as markup."""

from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from urllib.parse import quote_plus

from markupsafe import Markup, escape

from twosource.model import Spot
from twosource.publish.chart_bars import Bar, BarsView, bars
from twosource.publish.chart_spots import Dot, SpotsView, spots_map
from twosource.publish.wording import counted
from twosource.web.asking import box_text

A_BOX, FIRST, LAST = "spot", "first", "last"  # stand for what differs in many addresses, while these are made
NEAR = 0.2  # degrees around a place of its own, some 20 km: all that happened in the town
Narrowed = Callable[..., str]


def time_line(counts: Sequence[tuple[str, int]], narrowed: Narrowed) -> tuple[BarsView | None, Markup]:
    """Return the time line and its bars; ``narrowed`` gives the address of the list with other fields."""
    drawn = bars(counts, _stretches(str(escape(narrowed(earliest=FIRST, latest=LAST)))))
    return drawn, _bars_markup(drawn.bars if drawn else (), drawn.height if drawn else 0)


def spot_map(spots: Iterable[Spot], narrowed: Narrowed) -> tuple[SpotsView | None, Markup]:
    """Return the map and its dots; ``narrowed`` gives the address of the list with other fields."""
    drawn = spots_map(_spots(spots))
    return drawn, _dots_markup(drawn.dots if drawn else (), narrowed(box=A_BOX))


def _stretches(leading: str) -> Callable[[str, str], str]:
    """Return what gives the address of a bar; a sign of equality in what was asked is written otherwise there."""
    before, _, rest = leading.partition(f"earliest={FIRST}")
    between, _, after = rest.partition(f"latest={LAST}")
    return lambda first, last: f"{before}earliest={first}{between}latest={last}{after}"


def _bars_markup(drawn: Sequence[Bar], height: int) -> Markup:
    """Return the bars; their words and numbers are ours, what was asked stands in their addresses alone."""
    return Markup(  # noqa: S704 - the only text of others, in the address, is escaped
        "\n".join(
            f'<a href="{href}" aria-label="{title}"><rect class="room" x="{x}" width="{width}" y="0"'
            f' height="{height}"><title>{title}</title></rect><rect class="bar" x="{x}" width="{width}" y="{y}"'
            f' height="{high}"/></a>'
            for x, width, y, high, title, href in drawn
        )
    )


def _dots_markup(dots: Sequence[Dot], leading: str) -> Markup:
    """Return the dots; ``leading`` is the address of one, made once: 680 made each took a quarter of the page."""
    before, _, after = (str(escape(part)) for part in leading.partition(f"box={A_BOX}"))
    return Markup(  # noqa: S704 - the only text of others, in the address, is escaped
        "\n".join(
            f'<a href="{before}box={box}{after}" aria-label="{title}"><circle class="spot" cx="{x}" cy="{y}"'
            f' r="{radius}"><title>{title}</title></circle></a>'
            for x, y, radius, title, box in dots
        )
    )


def _spots(spots: Iterable[Spot]) -> list[tuple[float, float, int, str, str]]:
    """Return the dots of the map, each with the box around it instead of its address."""
    return [
        (one.longitude, one.latitude, one.events, _here(one.events), _around(one.longitude, one.latitude, one.width))
        for one in spots
    ]


@lru_cache(maxsize=4096)
def _here(events: int) -> str:
    return f"{counted(events, 'event')} here"


@lru_cache(maxsize=16_384)
def _around(longitude: float, latitude: float, width: float | None) -> str:
    half = width / 2 if width else NEAR
    return quote_plus(box_text((longitude - half, latitude - half, longitude + half, latitude + half)))

"""A figure and the claims about it in, the geometry of its range bar out: positions in per cent, no markup."""

from dataclasses import dataclass
from itertools import takewhile

from twosource.model import Claim, Figure
from twosource.publish.wording import amount

TICKS = 4
OPEN_ROOM = 1.25  # an open end needs room on the scale beyond its last known number


@dataclass(frozen=True, slots=True, kw_only=True)
class Dot:
    """Claims that give one number: where it stands, how many claims, and whether they speak for the best figure."""

    x: str
    supports: bool
    count: int
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RangeView:
    """A bar from the lowest to the highest number; None where the figure has none. ``dots`` are the claims."""

    start: str | None
    end: str | None
    open_low: bool
    open_high: bool
    best: str | None
    dots: tuple[Dot, ...]
    ticks: tuple[tuple[str, str], ...]
    label: str


def scale_end(figures: tuple[Figure, ...], claims: tuple[Claim, ...]) -> int:
    """Return the end of the scale that fits every number of the figures and claims; 0 where there is none."""
    bounds = [(one.low, one.high) for one in figures] + [(one.low, one.high) for one in claims]
    closed = [number for bound in bounds for number in bound if number is not None]
    best = [figure.best for figure in figures if figure.best is not None]
    opened = [low for low, high in bounds if low is not None and high is None]
    top = max([0, *closed, *best, *(int(low * OPEN_ROOM) + 1 for low in opened)])
    known = bool(closed or best)
    return _step(top) * -(-top // _step(top)) if top else int(known)


def figure_range(figure: Figure, claims: tuple[Claim, ...], end: int) -> RangeView | None:
    """Return the bar of a figure on a scale from 0 to ``end``; None where neither it nor a claim has a number.

    ``claims`` are those for and against it; the ones that give one number or one bound stand on the bar as dots.
    """
    numbers = [number for number in (figure.low, figure.best, figure.high) if number is not None]
    dots = _dots(figure, claims, end) if end else ()
    if not end or not (numbers or dots):
        return None
    low = figure.low if figure.low is not None else 0 if figure.high is not None else figure.best
    high = figure.high if figure.high is not None else end if figure.low is not None else figure.best
    return RangeView(
        start=None if low is None else _per_cent(low, end),
        end=None if high is None else _per_cent(high, end),
        open_low=figure.low is None and figure.high is not None,
        open_high=figure.high is None and figure.low is not None,
        best=None if figure.best is None else _per_cent(figure.best, end),
        dots=dots,
        ticks=tuple((_per_cent(number, end), f"{number:,}") for number in range(0, end + 1, _step(end))),
        label=_label(figure, end),
    )


def _dots(figure: Figure, claims: tuple[Claim, ...], end: int) -> tuple[Dot, ...]:
    supporting = set(figure.claims_for)
    told: dict[tuple[int, bool], list[Claim]] = {}
    for claim in claims:
        number = claim.low if claim.low is not None else claim.high
        if number is not None:
            told.setdefault((number, claim.id in supporting), []).append(claim)
    return tuple(
        Dot(x=_per_cent(number, end), supports=supports, count=len(same), title=amount(same[0].low, same[0].high))
        for (number, supports), same in sorted(told.items())
    )


def _step(top: int) -> int:
    """Return the step of 1, 2, 5, 10, 20, 50 ... that cuts ``top`` into at most ``TICKS`` parts, a last one begun."""
    steps = (factor * 10**power for power in range(len(str(top)) + 1) for factor in (1, 2, 5))
    too_small = list(takewhile(lambda step: step * TICKS < top, steps))
    at = len(too_small)
    return int((1, 2, 5)[at % 3] * 10 ** (at // 3))


def _label(figure: Figure, end: int) -> str:
    best = "no best number" if figure.best is None else f"best {figure.best:,}"
    return f"{amount(figure.low, figure.high).capitalize()}, {best}, on a scale from 0 to {end:,}."


def _per_cent(number: int, end: int) -> str:
    return f"{min(number, end) / end * 100:.2f}%"

"""Who copies whom in, a drawing in two columns out: origins on the left, those who took from them on the right.

A row is as high as a finger is wide, so that the drawing grows downwards with the outlets and its words stay readable;
it knows no markup.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from math import log2

from twosource.publish.wording import counted

ROW = 26  # units of the drawing, one to a CSS pixel: WCAG 2.2 asks 24 for what can be touched
THINNEST, THICKEST = 1.4, 10.0
LONGEST = 20  # letters of a name: what fits a column of a telephone
ON_A_SCREEN = 25  # rows
TAKERS_SHOWN = 250  # 6,500 pixels; what lies beyond is in the table beside the drawing


@dataclass(frozen=True, slots=True, kw_only=True)
class Flow:
    """So many reports of ``taker`` follow ``origin``, an agency or an outlet."""

    origin: str
    taker: str
    reports: int


@dataclass(frozen=True, slots=True, kw_only=True)
class EndView:
    """A name at its height in one of the columns; ``title`` says how much it gave or took.

    ``short`` is the name as it fits; a long one loses its middle, for files are told apart by their ends.
    ``follows`` names the origin that a taker follows most, where the drawing is too high to see both ends of a line.
    """

    name: str
    short: str
    y: str
    title: str
    follows: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CurveView:
    """A line between the columns, drawn over a width of 100."""

    path: str
    width: str
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CopiesView:
    """The drawing; ``left_out`` says in a sentence what it does not show."""

    height: int
    label: str
    origins: tuple[EndView, ...]
    takers: tuple[EndView, ...]
    curves: tuple[CurveView, ...]
    left_out: str


def copies_view(flows: Iterable[Flow]) -> CopiesView | None:
    """Return the drawing of who copies whom, None where nobody does."""
    told = sorted(flows, key=lambda flow: (-flow.reports, flow.origin, flow.taker))
    takers = _totals((flow.taker, flow.reports) for flow in told)
    shown = set(_ranked(takers)[:TAKERS_SHOWN])
    drawn = [flow for flow in told if flow.taker in shown]
    if not drawn:
        return None
    origins = _totals((flow.origin, flow.reports) for flow in drawn)
    right = _levels(_beside_their_origins(drawn, _ranked(origins)))
    left = _levels_by_pull(drawn, _ranked(origins), right)
    return CopiesView(
        height=int(max(*left.values(), *right.values()) + ROW / 2),
        label=f"{counted(len(right), 'outlet')} that follow {counted(len(left), 'origin')}; the table tells the same.",
        origins=_ends(left, origins, "{} follow {}"),
        takers=_takers(_ends(right, takers, "{} of {} follow others"), drawn),
        curves=tuple(_curve(flow, left, right) for flow in reversed(drawn)),
        left_out=_left_out(len(shown), len(takers)),
    )


def _totals(amounts: Iterable[tuple[str, int]]) -> Counter[str]:
    totals: Counter[str] = Counter()
    for name, amount in amounts:
        totals[name] += amount
    return totals


def _ranked(totals: Mapping[str, int]) -> list[str]:
    return sorted(totals, key=lambda name: (-totals[name], name))


def _beside_their_origins(flows: Sequence[Flow], origins: Sequence[str]) -> list[str]:
    """Order the takers by the origin that each follows most, so that few lines cross."""
    rank = {name: at for at, name in enumerate(origins)}
    main: dict[str, tuple[int, int]] = {}
    for flow in flows:  # the largest comes first
        main.setdefault(flow.taker, (rank[flow.origin], -flow.reports))
    return sorted(main, key=lambda name: (*main[name], name))


def _levels(names: Sequence[str]) -> dict[str, float]:
    return {name: (at + 0.5) * ROW for at, name in enumerate(names)}


def _levels_by_pull(flows: Sequence[Flow], origins: Sequence[str], takers: Mapping[str, float]) -> dict[str, float]:
    """Put each origin at the middle of those who follow it, a row at least below the one before it."""
    middle = {}
    for name in origins:
        followed = [(takers[flow.taker], flow.reports) for flow in flows if flow.origin == name]
        middle[name] = sum(y * weight for y, weight in followed) / sum(weight for _, weight in followed)
    ordered = sorted(origins, key=lambda name: (middle[name], name))
    levels: dict[str, float] = {}
    lowest = 0.0
    for name in ordered:
        lowest = max(middle[name], lowest + (ROW if levels else ROW / 2))
        levels[name] = lowest
    bottom = max(*takers.values(), len(ordered) * ROW - ROW / 2)
    for name in reversed(ordered):
        levels[name] = min(levels[name], bottom)
        bottom = levels[name] - ROW
    return levels


def _ends(levels: Mapping[str, float], totals: Mapping[str, int], told: str) -> tuple[EndView, ...]:
    return tuple(
        EndView(name=name, short=_short(name), y=f"{y:.1f}", title=told.format(counted(totals[name], "report"), name))
        for name, y in sorted(levels.items(), key=lambda one: one[1])
    )


def _takers(ends: tuple[EndView, ...], flows: Sequence[Flow]) -> tuple[EndView, ...]:
    if len(ends) <= ON_A_SCREEN:
        return ends
    main = {flow.taker: flow.origin for flow in reversed(flows)}  # the largest comes first, and so is kept
    return tuple(replace(end, follows=_short(main[end.name])) for end in ends)


def _short(name: str) -> str:
    return name if len(name) <= LONGEST else f"{name[: LONGEST // 2 - 1]}…{name[-LONGEST // 2 :]}"


def _curve(flow: Flow, left: Mapping[str, float], right: Mapping[str, float]) -> CurveView:
    start, end = left[flow.origin], right[flow.taker]
    return CurveView(
        path=f"M0 {start:.1f}C50 {start:.1f} 50 {end:.1f} 100 {end:.1f}",
        width=f"{min(THINNEST + 1.6 * log2(flow.reports), THICKEST):.1f}",
        title=f"{flow.taker} follows {flow.origin} in {counted(flow.reports, 'report')}",
    )


def _left_out(shown: int, held: int) -> str:
    if shown == held:
        return ""
    return f"The drawing shows the {shown} outlets that copy most, of {held:,}; all are in the table."

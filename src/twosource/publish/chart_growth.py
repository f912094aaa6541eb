"""The changes of a figure in, the geometry of a step chart out: one step a change, in order; no markup."""

from collections.abc import Sequence
from dataclasses import dataclass

from twosource.publish.wording import best_amount

HEIGHT = 96
Bounds = tuple[int | None, int | None, int | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One change, in per cent across and units down: the band from lowest to highest, the line of the best number.

    ``rise`` is where the line of the best number comes from, None where there was none before.
    """

    x: str
    x2: str
    top: str
    height: str
    best: str | None
    rise: str | None
    amount: str
    moment: str
    is_open: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class GrowthView:
    """The step chart of one figure; ``ticks`` are marks of the scale with their height."""

    height: int
    steps: tuple[Step, ...]
    ticks: tuple[tuple[str, str], ...]
    label: str


def growth(changes: Sequence[tuple[str, Bounds]]) -> GrowthView | None:
    """Return the chart of changes: when (in words), and low, best and high from then on; None without a number.

    Steps are of one width: ledgers change within seconds and then not for months.
    """
    numbers = [number for _, bounds in changes for number in bounds if number is not None]
    if not numbers:
        return None
    top = max(*numbers, 1)
    room = 100 / len(changes)
    steps: list[Step] = []
    before: int | None = None
    for index, (moment, bounds) in enumerate(changes):
        steps.append(_step(index * room, room, (moment, bounds), (before, top)))
        before = bounds[1]
    told = "; ".join(f"{one.moment}: {one.amount}" for one in steps)
    return GrowthView(
        height=HEIGHT,
        steps=tuple(steps),
        ticks=tuple((f"{_down(number, top):.1f}", f"{number:,}") for number in dict.fromkeys((0, top))),
        label=f"How the figure changed. {told}.",
    )


def _step(x: float, room: float, told: tuple[str, Bounds], scale: tuple[int | None, int]) -> Step:
    moment, (low, best, high) = told
    before, top = scale
    floor = next((n for n in (low, best) if n is not None), 0 if high is not None else None)
    ceiling = next((n for n in (high, best) if n is not None), top if low is not None else None)
    upper = HEIGHT if ceiling is None else _down(ceiling, top)
    lower = HEIGHT if floor is None else _down(floor, top)
    return Step(
        x=f"{x:.2f}%",
        x2=f"{x + room:.2f}%",
        top=f"{upper:.1f}",
        height=f"{max(lower - upper, 0):.1f}",
        best=None if best is None else f"{_down(best, top):.1f}",
        rise=None if best is None or before is None else f"{_down(before, top):.1f}",
        amount="no number" if (low, best, high) == (None, None, None) else best_amount(low, best, high),
        moment=moment,
        is_open=(low is None) != (high is None),
    )


def _down(number: int, top: int) -> float:
    """Return units from the top; a tenth of the height stays free above the highest number."""
    return HEIGHT - number / top * HEIGHT * 0.9

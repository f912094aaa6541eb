"""Days, months or years with numbers of events in, the geometry of a time line of bars out; no markup."""

from calendar import monthrange
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from twosource.publish.wording import counted, day, words

HEIGHT = 150
LAST_PART = 72  # per cent of the width
MOST_TICKS = 6
GAP = 0.12  # of a bar's room
WIDEST = 4.0  # per cent: few bars are no walls


class Bar(NamedTuple):
    """One bar: where it stands (per cent and units), what it says and where it leads; a tuple, as there are many."""

    x: str
    width: str
    y: str
    height: str
    title: str
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BarsView:
    """The time line: bars without those of no event, marks below; ``most`` is the number the highest bar stands for."""

    height: int
    bars: tuple[Bar, ...]
    ticks: tuple[tuple[str, str], ...]
    most: str


def bars(counts: Sequence[tuple[str, int]], leads: Callable[[str, str], str]) -> BarsView | None:
    """Return the time line; None where nothing has a day.

    Args:
        counts: ``2031-05-06``, ``2031-05`` or ``2031`` in order, with the number of events that began in it.
        leads: the address for the first and last day of a bar.
    """
    if not counts:
        return None
    most = max(number for _, number in counts)
    room = 100 / len(counts)
    wide = _wide(room)
    drawn = tuple(
        _bar((index * room + (room - wide) / 2, wide), (label, number), most, leads)
        for index, (label, number) in enumerate(counts)
        if number
    )
    return BarsView(
        height=HEIGHT, bars=drawn, ticks=_ticks([label for label, _ in counts], room), most=counted(most, "event")
    )


@lru_cache(maxsize=4096)
def stretch(label: str) -> tuple[str, str]:
    """Return the first and last day of a day, month or year."""
    if len(label) == len("2031"):
        return f"{label}-01-01", f"{label}-12-31"
    if len(label) == len("2031-05"):
        year, month = map(int, label.split("-"))
        return f"{label}-01", f"{label}-{monthrange(year, month)[1]:02}"
    return label, label


def _bar(place: tuple[float, float], told: tuple[str, int], most: int, leads: Callable[[str, str], str]) -> Bar:
    (x, wide), (label, number) = place, told
    height = max(number / most * HEIGHT, 3)
    return Bar(
        x=f"{x:.3f}%",
        width=f"{wide:.3f}%",
        y=f"{HEIGHT - height:.1f}",
        height=f"{height:.1f}",
        title=f"{_named(label)}: {counted(number, 'event')}",
        href=leads(*stretch(label)),
    )


def _ticks(labels: Sequence[str], room: float) -> tuple[tuple[str, str], ...]:
    """The marks below: of those in the last part, which end at the right edge, only one has room."""
    step = -(-len(labels) // MOST_TICKS)
    start = (room - _wide(room)) / 2
    marks = [(index * room + start, _named(label)) for index, label in enumerate(labels) if index % step == 0]
    return tuple((f"{x:.2f}%", label) for x, label in marks if x <= LAST_PART or x == marks[-1][0])


def _wide(room: float) -> float:
    return min(room * (1 - GAP), WIDEST)


@lru_cache(maxsize=4096)
def _named(label: str) -> str:
    """Return ``"6 May 2031"``, ``"May 2031"`` or ``"2031"``."""
    if len(label) == len("2031-05"):
        return f"{words()['calendar']['months'][int(label[5:]) - 1]} {label[:4]}"
    return day(label) if len(label) > len("2031-05") else label

"""Dated moments of an event in, the geometry of its timeline out: three lanes and a list, in days; no markup."""

from dataclasses import dataclass
from datetime import date, timedelta

from twosource.publish.wording import short_day

LANES = ("Happened", "Said", "Published")
STEPS = (1, 2, 7, 14, 30, 90, 180, 365, 1825, 3650, 18250)
MOST_TICKS = 5
LONGEST = 365 * 400  # days: beyond it a date is a slip of the pen, and the drawing would say nothing


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """Something dated: its lane, first and last possible day (ISO 8601), the day in words and what it is."""

    lane: str
    earliest: str
    latest: str
    told: str
    what: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """A moment on its lane from ``x`` to ``x2``; ``count`` moments share it."""

    x: str
    x2: str
    wide: bool
    count: int
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineView:
    """Lanes with their stretches, ticks below, and the same told as a list of day and what."""

    lanes: tuple[tuple[str, tuple[Stretch, ...]], ...]
    ticks: tuple[tuple[str, str], ...]
    entries: tuple[tuple[str, str, str], ...]
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Scale:
    first: date
    days: int

    def at(self, day: date) -> float:
        return ((day - self.first).days + 0.5) / self.days * 100


def timeline(moments: tuple[Moment, ...]) -> TimelineView | None:
    """Return the timeline of the moments that have real days; None where there is none."""
    dated = [(*days, moment) for moment in moments if (days := _days(moment))]
    if not dated:
        return None
    scale = _scale([day for first, last, _ in dated for day in (first, last)])
    ordered = sorted(dated, key=lambda one: (one[0], one[1], LANES.index(one[2].lane), one[2].what))
    return TimelineView(
        lanes=tuple((lane, _stretches([one for one in ordered if one[2].lane == lane], scale)) for lane in LANES),
        ticks=_ticks(scale),
        entries=tuple(dict.fromkeys((moment.told, moment.lane, moment.what) for _, _, moment in ordered)),
        label="When it happened, when it was spoken of and when it was published; the list below tells the same.",
    )


def _days(moment: Moment) -> tuple[date, date] | None:
    try:
        first, last = date.fromisoformat(moment.earliest[:10]), date.fromisoformat(moment.latest[:10])
    except ValueError:
        return None
    return (first, last) if first <= last else None


def _scale(days: list[date]) -> _Scale:
    length = (max(days) - min(days)).days + 1
    return _Scale(first=min(days), days=min(length, LONGEST))


def _stretches(dated: list[tuple[date, date, Moment]], scale: _Scale) -> tuple[Stretch, ...]:
    told: dict[tuple[date, date], list[str]] = {}
    for first, last, moment in dated:
        told.setdefault((first, last), []).append(f"{moment.told}: {moment.what}")
    return tuple(
        Stretch(
            x=_per_cent(scale.at(first)),
            x2=_per_cent(scale.at(last)),
            wide=first != last,
            count=len(set(titles)),
            title="; ".join(dict.fromkeys(titles)),
        )
        for (first, last), titles in told.items()
    )


def _ticks(scale: _Scale) -> tuple[tuple[str, str], ...]:
    step = next((step for step in STEPS if scale.days / step <= MOST_TICKS), STEPS[-1])
    marked = [scale.first + timedelta(days=offset) for offset in range(0, scale.days, step)]
    labels = [short_day(day) if step < 365 else str(day.year) for day in marked]
    if step < 365:
        labels[0] = f"{labels[0]} {marked[0].year}"
    return tuple((_per_cent(scale.at(day)), label) for day, label in zip(marked, labels, strict=True))


def _per_cent(value: float) -> str:
    return f"{min(value, 100):.2f}%"

"""Days in, the bins of a time line out: days, months or years, as wide as it takes."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta

DAYS, MONTHS = 92, 120  # bins at most of a day, of a month: what a chart as wide as a page can tell apart


def days(told: Iterable[str | None]) -> tuple[tuple[str, int], ...]:
    """Return the time line of ISO days: bins of a day, month or year, as wide as it takes, none left out."""
    return counted_days(Counter(date.fromisoformat(day) for day in told if day))


def counted_days(told: Mapping[date, int]) -> tuple[tuple[str, int], ...]:
    """Return the time line of days that are counted already."""
    if not told:
        return ()
    first, last = min(told), max(told)
    months = (last.year - first.year) * 12 + last.month - first.month + 1
    width = 10 if (last - first).days < DAYS else 7 if months <= MONTHS else 4
    counted: Counter[str] = Counter()
    for day, number in told.items():
        counted[day.isoformat()[:width]] += number
    return tuple((label, counted[label]) for label in _labels(first, last, width))


def _labels(first: date, last: date, width: int) -> Iterator[str]:
    if width == 4:
        yield from (f"{year:04}" for year in range(first.year, last.year + 1))
    elif width == 7:
        begin, end = first.year * 12 + first.month - 1, last.year * 12 + last.month
        yield from (f"{month // 12:04}-{month % 12 + 1:02}" for month in range(begin, end))
    else:
        yield from ((first + timedelta(days=n)).isoformat() for n in range((last - first).days + 1))

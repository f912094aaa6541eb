"""Arithmetic of days: weekdays, weekends, months, seasons, nearest past days; it knows no text and no clock."""

import calendar
from dataclasses import dataclass
from datetime import MAXYEAR, date, timedelta
from typing import Literal

DayPrecision = Literal["day", "range", "week", "month", "year"]
Third = Literal["START", "MID", "END"]
SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of days, both ends included."""

    first: date
    last: date


def weekday_on_or_before(day: date, weekday: int) -> date:
    """Return the last ``weekday`` (Monday is 0) that is not after ``day``."""
    return day - timedelta(days=(day.weekday() - weekday) % 7)


def weekday_on_or_after(day: date, weekday: int) -> date:
    """Return the first ``weekday`` (Monday is 0) that is not before ``day``."""
    return day + timedelta(days=(weekday - day.weekday()) % 7)


def week_of(day: date) -> Period:
    """Return the ISO week, Monday to Sunday, that holds ``day``."""
    monday = weekday_on_or_before(day, 0)
    return Period(monday, monday + timedelta(days=6))


def weekend_of(day: date) -> Period:
    """Return the last Saturday and Sunday that had begun by ``day``."""
    saturday = weekday_on_or_before(day, 5)
    return Period(saturday, saturday + timedelta(days=1))


def month_bounds(year: int, month: int) -> Period:
    """Return the first and last day of a month; ValueError where there is no such month."""
    first = date(year, month, 1)
    return Period(first, first.replace(day=calendar.monthrange(year, month)[1]))


def year_bounds(year: int, years: int = 1) -> Period:
    """Return the days of ``years`` years from ``year`` on (10 for a decade)."""
    return Period(date(year, 1, 1), date(min(year + years - 1, MAXYEAR), 12, 31))


def months_bounds(year: int, month: int, months: int) -> Period:
    """Return the days of ``months`` months from a month on (3 for a quarter or a season, 6 for a half)."""
    first = date(year, month, 1)
    return Period(first, add_months(first, months) - timedelta(days=1))


def quarter_bounds(year: int, quarter: int) -> Period:
    """Return the days of quarter 1-4."""
    return months_bounds(year, quarter * 3 - 2, 3)


def season_bounds(year: int, season: str) -> Period:
    """Return the three months of ``SP``, ``SU``, ``FA`` or ``WI`` in the north; winter begins in December."""
    return months_bounds(year, SEASONS[season], 3)


def add_months(day: date, months: int) -> date:
    """Return the same day ``months`` later, or the month's last day where it is shorter."""
    count = day.year * 12 + day.month - 1 + months
    year, month = count // 12, count % 12 + 1
    if not 1 <= year <= MAXYEAR:
        message = f"no year {year}"
        raise OverflowError(message)
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def nearest_past(month: int, day: int, anchor: date, ahead: int = 0) -> date:
    """Return the last such day that is not more than ``ahead`` days after ``anchor``.

    Raises:
        ValueError: where no year within eight has such a day (30 February).
    """
    for year in range(min(anchor.year + 1, MAXYEAR), max(anchor.year - 9, 0), -1):
        if calendar.monthrange(year, month)[1] >= day >= 1:
            found = date(year, month, day)
            if (found - anchor).days <= ahead:
                return found
    message = f"no day {day} in month {month}"
    raise ValueError(message)


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> date:
    """Return the ``nth`` weekday of a month; -1 is the last."""
    if nth > 0:
        return weekday_on_or_after(date(year, month, 1), weekday) + timedelta(weeks=nth - 1)
    return weekday_on_or_before(month_bounds(year, month).last, weekday) + timedelta(weeks=nth + 1)


def easter(year: int) -> date:
    """Return Easter Sunday of the western churches (the anonymous Gregorian computus, Butcher 1876)."""
    golden, century = year % 19, year // 100
    leaps, rest = century // 4, century % 4
    epact = (19 * golden + century - leaps - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    sunday = (32 + 2 * rest + 2 * (year % 100 // 4) - epact - year % 4) % 7
    shift = epact + sunday - 7 * ((golden + 11 * epact + 22 * sunday) // 451) + 114
    return date(year, shift // 31, shift % 31 + 1)


def third_of(period: Period, third: Third) -> Period:
    """Return the first, middle or last third of a stretch: "early", "mid-" and "late"."""
    days = (period.last - period.first).days + 1
    low, high = {"START": (0, 1), "MID": (1, 2), "END": (2, 3)}[third]
    first = period.first + timedelta(days=days * low // 3)
    return Period(first, max(first, period.first + timedelta(days=days * high // 3 - 1)))


def hull(a: Period, b: Period) -> Period:
    """Return the shortest stretch that holds both."""
    return Period(min(a.first, b.first), max(a.last, b.last))


def intersection(a: Period, b: Period) -> Period | None:
    """Return the days that lie in both, None where there are none."""
    first, last = max(a.first, b.first), min(a.last, b.last)
    return Period(first, last) if first <= last else None


def combine(a: Period, b: Period) -> Period:
    """Return the days that lie in both; where there are none, the shortest stretch that holds both."""
    return intersection(a, b) or hull(a, b)


def precision_of(period: Period) -> DayPrecision:
    """Return the name of the shortest class that holds the stretch.

    The classes are those of UCDP's ``date_prec``: a day, two to six days, a week, up to a month, more.
    """
    days = (period.last - period.first).days + 1
    steps: tuple[tuple[int, DayPrecision], ...] = ((1, "day"), (6, "range"), (7, "week"), (31, "month"))
    return next((name for most, name in steps if days <= most), "year")

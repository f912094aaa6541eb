"""A report's own day and the days its text names, read without annotations; the calendar is English.

Weekdays are those on or before the report's own day: a Monday report that says "Monday" means the same day.
"""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache

from twosource.lang.wording import months, weekdays
from twosource.model import Article

HEAD_CHARACTERS = 300
READ_CHARACTERS = 30_000
YEAR = re.compile(r"\b(?:19|20)\d\d\b")
NUMERIC = re.compile(r"\b((?:19|20)\d\d)-(\d\d)-(\d\d)\b|\b(\d{1,2})[./-] ?(\d{1,2})[./-] ?((?:19|20)\d\d)\b")


@cache
def _named_day() -> re.Pattern[str]:
    """A month's name with the day before or after it, and the year where it is told."""
    month = "|".join(months())
    before = rf"(?:(\d{{1,2}})(?:st|nd|rd|th)? (?:of )?)?\b({month})[a-z]*\.?"
    after = r"(?: ?(\d{1,2})(?:st|nd|rd|th)?\b(?!:))?(?:,? ?((?:19|20)\d\d)\b)?"
    return re.compile(before + after, re.IGNORECASE)


@cache
def _weekday() -> re.Pattern[str]:
    return re.compile(rf"\b({'|'.join(weekdays())})day\b", re.IGNORECASE)


def own_day(article: Article) -> date | None:
    """Return the day of publication, else of change, else the first full date in the head of the text."""
    for told in (article.published, article.modified):
        if told is not None and (day := _iso(told[:10])) is not None:
            return day
    head = article.text[:HEAD_CHARACTERS]
    found = [*_full_dates(head), *_numeric_dates(head)]
    return min(found)[1] if found else None


def own_year(article: Article, day: date | None) -> int | None:
    """Return the year of the report's own day, else the latest year that its text names."""
    if day is not None:
        return day.year
    years = [int(year) for year in YEAR.findall(article.text[:READ_CHARACTERS])]
    return max(years) if years else None


def days_named(text: str, own: date | None) -> list[str]:
    """Return the days that a text names, ISO 8601; without a day of its own to count from ``--MM-DD``."""
    read = text[:READ_CHARACTERS]
    return [*_month_days(read, own), *_weekday_days(read, own)]


def _month_days(text: str, own: date | None) -> Iterator[str]:
    for match in _named_day().finditer(text):
        before, month, after, year = match.groups()
        day, number = before or after, _month(month)
        if day is None:
            continue
        if own is None and year is None:
            yield f"--{number:02d}-{int(day):02d}"
        elif (found := _resolved(int(year) if year else None, number, int(day), own)) is not None:
            yield found.isoformat()


def _resolved(year: int | None, month: int, day: int, own: date | None) -> date | None:
    """Without a year: the last such day that is not after the report's own day."""
    if year is not None or own is None:
        return _day(year or 0, month, day)
    return _day(own.year if (month, day) <= (own.month, own.day) else own.year - 1, month, day)


def _weekday_days(text: str, own: date | None) -> Iterator[str]:
    if own is None:
        return
    for match in _weekday().finditer(text):
        back = (own.weekday() - weekdays().index(match.group(1).lower())) % 7
        yield (own - timedelta(days=back)).isoformat()


def _full_dates(head: str) -> Iterator[tuple[int, date]]:
    for match in _named_day().finditer(head):
        before, month, after, year = match.groups()
        if year and (before or after) and (day := _day(int(year), _month(month), int(before or after))):
            yield match.start(), day


def _numeric_dates(head: str) -> Iterator[tuple[int, date]]:
    """Day and month in figures: the American order unless the first is no month."""
    for match in NUMERIC.finditer(head):
        year, month, day, first, second, last = match.groups()
        parts = (year, month, day) if year else (last, first, second) if int(first) <= 12 else (last, second, first)
        if (found := _day(*(int(part) for part in parts))) is not None:
            yield match.start(), found


def _month(name: str) -> int:
    return months().index(name[:3].lower()) + 1


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _iso(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None

"""Wordings of a day come in; ISO 8601 goes out. Reads no clock: a day in the future is as good as any."""

import re
from datetime import date, datetime
from functools import cache

from twosource.lang.languages import months

_ISO = re.compile(
    r"(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?\s*(Z|[+-]\d{2}:?\d{2})?)?", re.IGNORECASE
)
_ISO_SHORT = re.compile(r"((?:19|20)\d{2})([/.]?)(\d{2})\2(\d{2})(?!\d)")
_DAY_FIRST = re.compile(r"(?<!\d)(\d{1,2})([./])\s?(\d{1,2})\2\s?((?:19|20)\d{2})(?!\d)")
_LABEL = r"published|posted|updated|modified|created|last|first|on|at|date|by|as of|edited|revised|online"
_ZONE = r"[ap]\.?m\.?|gmt|utc|ist|est|edt|cst|cdt|pst|pdt|mst|mdt|bst|cet|cest|et|pt|ct|hrs|uhr|local time"
_DAYS = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?"
_BESIDE = re.compile(
    rf"\b(?:{_LABEL}|{_ZONE}|{_DAYS})\b\.?|\d{{1,2}}\s?[:.]\s?\d{{2}}(?:[:.]\d{{2}})?(?:\s?[ap]\.?m\b\.?)?|[+-]\d{{2}}:?\d{{2}}|\W+",
    re.IGNORECASE,
)
_CHANGED = re.compile(r"\b(?:updated|modified|edited|revised|last)\b", re.IGNORECASE)


def iso_date(wording: str | None) -> str | None:
    """Return the day (or moment, where a time is told) that a wording names, None where it names none for sure.

    "07/01/2026" names none: it is read differently on two sides of an ocean. "13/01/2026" does.
    """
    if not wording:
        return None
    if match := _ISO.search(wording):
        return _moment(match)
    return _named_day(wording) or _short_day(wording)


def date_line(line: str) -> tuple[str, bool] | None:
    """Return the day that a whole line gives, and whether it is the day of a change ("Updated January 5, 2026").

    None where the line says anything besides day, time and their labels.
    """
    if len(line) > 100 or not any(letter.isdigit() for letter in line):
        return None
    found = _date_in(line)
    if not found:
        return None
    day, start, end = found
    beside = _BESIDE.sub("", line[:start] + " " + line[end:])
    return (day, bool(_CHANGED.search(line))) if len(beside) <= 2 else None


def _date_in(line: str) -> tuple[str, int, int] | None:
    for pattern, read in ((_ISO, _moment), (_month_pattern(), _named), (_ISO_SHORT, _short), (_DAY_FIRST, _day_first)):
        match = pattern.search(line)
        if match and (day := read(match)):
            return day, match.start(), match.end()
    return None


def _moment(match: re.Match[str]) -> str | None:
    year, month, day, hour, minute, second, zone = match.groups()
    try:
        if hour is None:
            return date(int(year), int(month), int(day)).isoformat()
        told = f"{year}-{month}-{day}T{hour}:{minute}:{second or '00'}{(zone or '').upper().replace('Z', '+00:00')}"
        return datetime.fromisoformat(told).isoformat()
    except ValueError:
        return None


@cache
def _month_pattern() -> re.Pattern[str]:
    """Month by name: "January 5, 2026", "5. Januar 2026", "5 de enero de 2026"."""
    names = "|".join(sorted(map(re.escape, months()), key=lambda name: (-len(name), name)))
    day, year = r"(\d{1,2})(?:st|nd|rd|th|º|er)?", r"((?:19|20)\d{2})"
    return re.compile(
        rf"\b({names})\b\.?\s+{day},?\s+{year}(?!\d)"
        rf"|(?<!\d){day}[. -]+(?:de\s+)?({names})\b\.?,?[ -]+(?:de\s+|del\s+)?{year}(?!\d)",
        re.IGNORECASE,
    )


def _named(match: re.Match[str]) -> str | None:
    month, day, year, day2, month2, year2 = match.groups()
    return _day(year or year2, months()[(month or month2).lower()], day or day2)


def _named_day(wording: str) -> str | None:
    match = _month_pattern().search(wording)
    return _named(match) if match else None


def _short_day(wording: str) -> str | None:
    if match := _ISO_SHORT.search(wording):
        return _short(match)
    match = _DAY_FIRST.search(wording)
    return _day_first(match) if match else None


def _short(match: re.Match[str]) -> str | None:
    return _day(match[1], match[3], match[4])


def _day_first(match: re.Match[str]) -> str | None:
    """Read day and month where only one order is possible; points are written day first everywhere."""
    first, second = int(match[1]), int(match[3])
    if match[2] == "." or first > 12:
        return _day(match[4], second, first)
    return _day(match[4], first, second) if second > 12 or first == second else None


def _day(year: str, month: str | int, day: str | int) -> str | None:
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return None

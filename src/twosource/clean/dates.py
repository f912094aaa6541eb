"""Wordings of a day come in; ISO 8601 goes out. Reads no clock: a day in the future is as good as any."""

import re
from dataclasses import dataclass
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
_READING = r"\d{1,2}[ -]?min(?:ute)?s?\s(?:read|ago)"
_LONGEST = 120
_BESIDE = re.compile(
    rf"\b(?:{_LABEL}|{_ZONE}|{_DAYS}|{_READING})\b\.?|\d{{1,2}}\s?[:.]\s?\d{{2}}(?:[:.]\d{{2}})?(?:\s?[ap]\.?m\b\.?)?|[+-]\d{{2}}:?\d{{2}}|\W+",
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Days:
    """The days that a line gives, of the publication and of a change, and what stands around them."""

    published: str | None
    modified: str | None
    before: str
    after: str

    @property
    def beside(self) -> str:
        """What the line says besides days, times and their labels."""
        return f"{_unlabelled(self.before)} {_unlabelled(self.after)}".strip()

    @property
    def is_apart(self) -> bool:
        """Tell whether the days stand at an end of the line, not amid its words: "Since May 5, 2031 Nothing Moves"."""
        return not (_unlabelled(self.before) and _unlabelled(self.after))


def days_told(line: str) -> Days | None:
    """Return the days that a line gives ("Ann Example | 5 May 2031, updated 6 May 2031"), None where it gives none.

    A day behind "updated" or its kin is that of a change, and so is the only day of a line with such a word.
    """
    if len(line) > _LONGEST or not any(letter.isdigit() for letter in line):
        return None
    found, labels, end = [], [], 0
    while told := _date_in(line, end):
        day, start, following = told
        found.append(day)
        labels.append(line[end:start])
        end = following
    if not found:
        return None
    before, after = " ".join(labels), line[end:]
    changes = [_CHANGED.search(label) is not None for label in ([before + after] if len(found) == 1 else labels)]
    return Days(
        published=next((day for day, is_change in zip(found, changes, strict=True) if not is_change), None),
        modified=next((day for day, is_change in zip(found, changes, strict=True) if is_change), None),
        before=before,
        after=after,
    )


def _unlabelled(words: str) -> str:
    return " ".join(_BESIDE.sub(" ", words).split())


def _date_in(line: str, start: int) -> tuple[str, int, int] | None:
    """The first day from a character on, with where its wording starts and ends."""
    for pattern, read in ((_ISO, _moment), (_month_pattern(), _named), (_ISO_SHORT, _short), (_DAY_FIRST, _day_first)):
        match = pattern.search(line, start)
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

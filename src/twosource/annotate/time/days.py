"""Read expressions that name a day or a part of one: dates, weekdays, "yesterday", clock times."""

import re
from collections.abc import Mapping
from datetime import date, timedelta

from twosource.annotate.time.grammar import Expression
from twosource.annotate.time.scene import (
    UNKNOWN,
    Meaning,
    Scene,
    day_sense,
    full_year,
    period_sense,
    placed,
    year_told,
)
from twosource.lang.times import TimeLexicon
from twosource.model.when import Precision
from twosource.values.calendar import (
    Period,
    easter,
    nth_weekday,
    week_of,
    weekday_on_or_after,
    weekday_on_or_before,
    weekend_of,
)

CLOCK = re.compile(r"(\d{1,2})(?:[:.](\d\d))?(?:[:.](\d\d))?\s*([AaPp])?")
STAMP = re.compile(r"(\d{4}-\d\d-\d\d)(?:[T ](\d\d):?(\d\d)(?::?(\d\d))?(?:\.\d+)?)?(Z|[+-]\d\d:?\d\d)?")


def clock_value(expression: Expression) -> str:
    """Return the clock time or part of the day as TIMEX3 writes it after a day ("T21:30", "TMO"), "" without one."""
    zone = expression.word("zone") or ""
    raw = expression.word("clock")
    if raw is not None:
        return _clock(raw) + zone
    digits = expression.whole("hhmm")
    if digits is not None:
        return _military(digits) + zone
    if "oclock" in expression.facts:
        return f"T{expression.whole('small', 'cardinal') or 0:02d}:00{zone}"
    hour = expression.word("hourword")
    if hour is not None:
        return hour + zone
    part = expression.word("part", "parts", "daytime")
    return f"T{part}" if part else "TNI" if "nightly" in expression.facts else ""


def _clock(raw: str) -> str:
    match = CLOCK.match(raw)
    if match is None:
        return ""
    hour, half = int(match[1]), (match[4] or "").lower()
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    return f"T{hour:02d}:{match[2] or '00'}" + (f":{match[3]}" if match[3] else "")


def _military(digits: int) -> str:
    """Return 1630 as "T16:30", "" where there is no such time."""
    return f"T{digits // 100:02d}:{digits % 100:02d}" if digits <= 2400 and digits % 100 < 60 else ""


def read_stamp(expression: Expression, _scene: Scene, _lexicon: TimeLexicon) -> Meaning:
    """Read ``2026-01-03`` with or without time and zone."""
    match = STAMP.match(expression.word("stamp") or "")
    if match is None:
        return UNKNOWN
    clock = f"T{match[2]}:{match[3]}{':' + match[4] if match[4] else ''}{match[5] or ''}" if match[2] else ""
    return day_sense(date.fromisoformat(match[1]), clock)


def read_slashed(expression: Expression, scene: Scene, lexicon: TimeLexicon) -> Meaning:
    """Read ``03/01/2026``: the lexicon's order, the other one where a number rules it out; ``2026/01/03`` too."""
    one, two, three = (int(part) for part in re.split(r"[/.-]", expression.word("slashed") or "0/0/0"))
    if one > 31:
        return day_sense(date(one, two, three), clock_value(expression))
    month_first = (lexicon.month_first and one <= 12) or two > 12
    month, day = (one, two) if month_first else (two, one)
    return day_sense(date(full_year(three, scene.anchor), month, day), clock_value(expression))


def _day_number(expression: Expression) -> int:
    return expression.whole("small", "ordinal", "ordinalword", "second") or 0


def read_date(expression: Expression, scene: Scene, _lexicon: TimeLexicon) -> Meaning:
    """Read a day of a month; without a year the one near the day of speech, or the year of the story."""
    month = expression.whole("monthname", "monthabbr", "weakmonth") or 0
    year = year_told(expression, scene)
    day = _day_number(expression)
    found = date(year, month, day) if year else placed(month, day, scene)
    return day_sense(found, clock_value(expression)) if found else UNKNOWN


def read_weekof(expression: Expression, scene: Scene, lexicon: TimeLexicon) -> Meaning:
    """Read "the week of 6 March"."""
    sense = read_date(expression, scene, lexicon)
    if sense.days is None:
        return UNKNOWN
    return week_sense(sense.days.first)


def week_sense(day: date, third: str | None = None) -> Meaning:
    """Return the reading of the ISO week that holds ``day``."""
    year, week, _ = day.isocalendar()
    return period_sense(f"{year}-W{week:02d}", week_of(day), "W", third)


def read_weekday(expression: Expression, scene: Scene, _lexicon: TimeLexicon) -> Meaning:
    """Read a weekday: the day of speech or the nearest one before it; "next", and signs of the future, look ahead."""
    weekday = expression.whole("weekday", "weekdayabbr")
    then = scene.then("D")
    if weekday is None or then is None:
        return UNKNOWN
    if "anaphor" in expression.facts and ("the" in expression.facts or expression.whole("anaphor") != 1):
        return day_sense(_anaphoric(weekday, expression.whole("anaphor") or 0, then), clock_value(expression))
    now = scene.anchor
    if now is None:
        return UNKNOWN
    return day_sense(_deictic_weekday(weekday, expression, now, ahead=scene.ahead), clock_value(expression))


def _anaphoric(weekday: int, shift: int, then: Period) -> date:
    if shift > 0:
        return weekday_on_or_after(then.last + timedelta(days=1), weekday)
    if shift < 0:
        return weekday_on_or_before(then.first - timedelta(days=1), weekday)
    return weekday_on_or_before(then.last, weekday)


def _deictic_weekday(weekday: int, expression: Expression, now: date, *, ahead: bool) -> date:
    shift = expression.whole("deixis")
    if expression.word("unit") == "W" and shift is not None:
        return week_of(now).first + timedelta(days=weekday + 7 * shift)
    if shift == -1:
        return weekday_on_or_before(now - timedelta(days=1), weekday)
    if shift == 1:
        return weekday_on_or_after(now + timedelta(days=1), weekday)
    if ahead:
        return weekday_on_or_after(now, weekday)
    return weekday_on_or_before(now, weekday)


def read_deictic(expression: Expression, scene: Scene, _lexicon: TimeLexicon) -> Meaning:
    """Read "yesterday", "today", "tomorrow", "tonight", with or without a part of the day."""
    now = scene.anchor
    if now is None:
        return UNKNOWN
    return day_sense(now + timedelta(days=expression.whole("deictic", "nightly") or 0), clock_value(expression))


def read_overnight(_expression: Expression, scene: Scene, _lexicon: TimeLexicon) -> Meaning:
    """Read "overnight": the night that ended on the day of speech."""
    now = scene.anchor
    if now is None:
        return UNKNOWN
    before = now - timedelta(days=1)
    return Meaning(value=f"{before.isoformat()}TNI", days=Period(before, now), precision="range", unit="D")


def read_part(expression: Expression, scene: Scene, _lexicon: TimeLexicon) -> Meaning:
    """Read "this morning", "last night", "the following evening", "that night"."""
    shift = expression.whole("deixis")
    if expression.word("part") == "NI" and len(expression.facts) == 1:
        return Meaning(value="XXXX-XX-XXTNI")
    follows = "the" in expression.facts and shift == 1
    now, then = scene.anchor, scene.then("D")
    if shift is not None and not follows:
        return day_sense(now + timedelta(days=shift), clock_value(expression)) if now else UNKNOWN
    step = 1 if follows else expression.whole("anaphor", "relation") or 0
    return day_sense(then.last + timedelta(days=step), clock_value(expression)) if then else UNKNOWN


def read_weekend(expression: Expression, scene: Scene, _lexicon: TimeLexicon) -> Meaning:
    """Read "the weekend": Saturday and Sunday before the day of speech, or those that hold it."""
    now, then = scene.anchor, scene.then("W")
    day = then.last if "anaphor" in expression.facts and then else now
    if day is None:
        return UNKNOWN
    shift = expression.whole("deixis", "anaphor", "past") or 0
    if shift >= 0 and ("this" in expression.facts or scene.ahead or shift > 0):
        day += timedelta(days=7 * (day.weekday() < 5 or shift > 0))
    if shift < 0:
        day -= timedelta(days=7 * (day.weekday() >= 5))
    return weekend_sense(weekend_of(day), "range")


def weekend_sense(days: Period, precision: Precision) -> Meaning:
    """Return the reading of a Saturday and Sunday."""
    year, week, _ = days.first.isocalendar()
    return Meaning(value=f"{year}-W{week:02d}-WE", days=days, precision=precision, unit="W")


def read_holiday(expression: Expression, scene: Scene, lexicon: TimeLexicon) -> Meaning:
    """Read a feast by the lexicon's table: in the year told, else the last one, up to 75 days ahead."""
    rule = lexicon.holidays[expression.word("holiday") or ""]
    year = rule.get("year") or year_told(expression, scene)
    if year is not None:
        return day_sense(_feast(rule, year), clock_value(expression))
    base = scene.base()
    if base is None:
        return UNKNOWN
    shift = expression.whole("deixis", "anaphor")
    latest = base + timedelta(days={-1: -1, 1: 366}.get(shift if shift is not None else 0, 75))
    years = (base.year + 1, base.year, base.year - 1)
    return day_sense(next(day for day in (_feast(rule, y) for y in years) if day <= latest), clock_value(expression))


def _feast(table: Mapping[str, int], year: int) -> date:
    if "easter" in table:
        return easter(year) + timedelta(days=table["easter"])
    if "nth" in table:
        return nth_weekday(year, table["month"], table["weekday"], table["nth"])
    return date(year, table["month"], table["day"])


def read_clock(expression: Expression, scene: Scene, _lexicon: TimeLexicon) -> Meaning:
    """Read a clock time of the day told of last, else of the day of speech."""
    digits = expression.whole("year", "big")
    clock = _military(digits) + (expression.word("zone") or "") if digits is not None else clock_value(expression)
    if not clock.startswith("T"):
        return UNKNOWN
    then = scene.then("D")
    day = then.last if then else scene.anchor
    return day_sense(day, clock) if day else Meaning(value=f"XXXX-XX-XX{clock}")

"""Read lengths of time, the days a length away from another, and what recurs: "two days", "a year ago", "every day"."""

from dataclasses import replace
from datetime import date, timedelta

from twosource.annotate.time.days import week_sense
from twosource.annotate.time.grammar import COUNTS, Expression
from twosource.annotate.time.periods import unit_sense
from twosource.annotate.time.scene import UNKNOWN, Meaning, Scene, day_sense, placed, year_told
from twosource.lang.times import TimeLexicon
from twosource.values.calendar import Period, add_months, month_bounds, precision_of, year_bounds

MONTHS = ("monthname", "monthabbr", "weakmonth")
HALVES = {"Y": ("6M", ""), "TH": ("30M", ""), "TM": ("30S", "")}
WITHIN_A_DAY = frozenset({"TH", "TM", "TS"})  # "in the past few hours", "minutes ago" are told of on the day itself
UNIT = {"2W": (2, "W"), "10Y": (10, "Y"), "100Y": (100, "Y")}


def _unit(expression: Expression) -> tuple[int, str]:
    """Return how many basic units one named unit holds, and the basic unit ("" without one)."""
    unit = expression.word("units", "unit", "century", "quarters", "quarter") or ""
    return UNIT.get(unit, (1, unit))


def _count(expression: Expression) -> float | None:
    """Return the number told, 1 for "a week", None for "several" and for a bare plural."""
    counted = (set(expression.facts) & COUNTS) - {"a"}
    if expression.whole("vague") == -1 and not counted:
        return None
    if not expression.numbers or ("units" in expression.facts and not counted):
        vague = expression.whole("vague")
        bare = "units" in expression.facts or "quarters" in expression.facts
        return float(vague) if vague is not None and vague > 0 else None if bare else 1.0
    first = 0.5 if "half" in expression.facts else expression.numbers[0]
    return first + 0.5 if "andahalf" in expression.facts else first


def length_value(expression: Expression) -> str:
    """Return the length as TIMEX3 writes it: ``P2D``, ``PT48H``, ``P2Y6M``, ``PXM``."""
    size, unit = _unit(expression)
    clock = "T" if unit.startswith("T") else ""
    letter = unit.removeprefix("T")
    count = _count(expression)
    if count is None:
        return "PXY" if size == 10 else f"P{clock}X{letter}"
    total = count * size
    if total == int(total):
        return f"P{clock}{int(total)}{letter}"
    return _fractional(total, clock, letter, unit)


def _fractional(total: float, clock: str, letter: str, unit: str) -> str:
    if unit in HALVES and total % 1 == 0.5:
        whole = f"{int(total)}{letter}" if total > 1 else ""
        return f"P{clock}{whole}{HALVES[unit][0]}"
    return f"P{clock}{total:g}{letter}"


def read_duration(expression: Expression, _scene: Scene, _lexicon: TimeLexicon) -> Meaning:
    """Read a length of time; it names no day."""
    return Meaning(value=length_value(expression))


def read_inside(expression: Expression, scene: Scene, _lexicon: TimeLexicon) -> Meaning:
    """Read "the last week of August", "the first ten months of 1915": a length with the days it covers."""
    year = year_told(expression, scene)
    counted = replace(expression, numbers=tuple(number for number in expression.numbers if number != year))
    value, count = length_value(counted), _count(counted) or 1.0
    month = expression.whole(*MONTHS)
    size, unit = _unit(expression)
    if month is not None and year is None:
        near = placed(month, 1, scene)
        year = near.year if near else None
    if year is None:
        return Meaning(value=value)
    whole = month_bounds(year, month) if month else year_bounds(year)
    days = _cut(whole, count * size, unit, last=expression.whole("deixis") == -1)
    return Meaning(value=value, days=days, precision=precision_of(days), unit="M" if month else "Y")


def _cut(whole: Period, count: float, unit: str, *, last: bool) -> Period:
    """Return the first or last units of a stretch."""
    if last:
        return Period(max(whole.first, moved(whole.last, -count, unit) + timedelta(days=1)), whole.last)
    return Period(whole.first, min(whole.last, moved(whole.first, count, unit) - timedelta(days=1)))


def moved(day: date, count: float, unit: str) -> date:
    """Return the day ``count`` units (negative: before) from ``day``; hours and minutes stay on the day if short."""
    if unit in {"M", "Q", "Y"}:
        return add_months(day, int(count * {"M": 1, "Q": 3, "Y": 12}[unit]))
    days = {"D": 1.0, "W": 7.0, "TH": 1 / 24}.get(unit, 0.0)
    return day + timedelta(days=int(count * days))


def read_stretch(expression: Expression, scene: Scene, _lexicon: TimeLexicon) -> Meaning:
    """Read "the past two weeks", "the next few days": a length with the days it covers, up to or from the present."""
    value = length_value(expression)
    shift = expression.whole("past", "deixis", "recent", "ahead", "latest")
    now, count = scene.anchor, _count(expression)
    size, unit = _unit(expression)
    if now is not None and shift == -1 and count is None and unit in WITHIN_A_DAY:
        return Meaning(value=value, days=Period(now, now), precision="day")
    if now is None or shift is None or count is None:
        return Meaning(value=value)
    edge = moved(now, count * size * (1 if shift > 0 else -1), unit)
    days = Period(min(now, edge), max(now, edge))
    inner = Period(min(days.first + timedelta(days=1), days.last), days.last)
    return Meaning(value=value, days=days, precision=precision_of(inner))


def read_offset(expression: Expression, scene: Scene, _lexicon: TimeLexicon) -> Meaning:
    """Read "three weeks ago", "two days earlier", "a week later", "the day before"."""
    told = {"START": -1, "END": 1}.get(expression.word("sooner") or "", 0)
    deictic = expression.whole("ago", "ahead")
    sign = deictic or told or expression.whole("relation") or 0
    size, unit = _unit(expression)
    count = _count(expression)
    now = scene.anchor
    if count is None or not unit:
        days = Period(now, now) if now is not None and deictic == -1 and unit in WITHIN_A_DAY else None
        return Meaning(
            value="PAST_REF" if sign < 0 else "FUTURE_REF", days=days, precision="day" if days is not None else None
        )
    compared = unit == "Y" and count == 1 and scene.told and scene.told[-1][0] == "Q"
    if deictic and not compared:
        return _away(now, count * size * sign, unit) if now else UNKNOWN
    return _from_told(scene, count * size * sign, unit)


def _away(base: date, count: float, unit: str) -> Meaning:
    """Return the day, week, month or year a length away: as coarse as the unit told."""
    day = moved(base, count, unit)
    if unit == "W":
        return week_sense(day)
    return unit_sense(day, unit, 0) if unit in {"M", "Q", "Y"} else day_sense(day)


def _from_told(scene: Scene, count: float, unit: str) -> Meaning:
    """Return what was told of last moved by a length, as coarse as the coarser of the two.

    "A year earlier" keeps the grain: figures of a quarter are set beside the same quarter's.
    """
    told = scene.last(unit) or (("D", Period(scene.anchor, scene.anchor)) if scene.anchor else None)
    if told is None:
        return UNKNOWN
    grain, then = told
    if unit == "Y" and grain in {"M", "Q"}:
        return unit_sense(moved(then.first, count, unit), grain, 0)
    return _away(then.first if count < 0 else then.last, count, unit)


def read_yearago(expression: Expression, scene: Scene, _lexicon: TimeLexicon) -> Meaning:
    """Read "year-earlier", "year-ago" as an attribute."""
    return _from_told(scene, -1, expression.word("unit") or "")


def read_set(expression: Expression, _scene: Scene, _lexicon: TimeLexicon) -> Meaning:
    """Read what recurs: ``P1D`` for "daily", ``XXXX-WXX-4`` for "each Thursday"."""
    word = expression.word("setword")
    if word is not None:
        return Meaning(value=word)
    part = expression.word("part", "parts", "daytime")
    clock = f"T{part}" if part else ""
    weekday = expression.whole("weekday", "weekdays")
    month = expression.whole("monthname", "monthabbr", "weakmonth")
    season = expression.word("season", "weakseason")
    if weekday is not None:
        return Meaning(value=f"XXXX-WXX-{weekday + 1}{clock}")
    if month is not None:
        return Meaning(value=f"XXXX-{month:02d}")
    if season is not None or "weekend" in expression.facts or "weekends" in expression.facts:
        return Meaning(value=f"XXXX-{season}" if season else "XXXX-WXX-WE")
    if clock:
        return Meaning(value=f"XXXX-XX-XX{clock}")
    count = 2.0 if "other" in expression.facts else None
    size, unit = _unit(expression)
    number = count or (expression.numbers[0] if expression.numbers else 1.0)
    return Meaning(value=f"P{'T' * unit.startswith('T')}{number * size:g}{unit.removeprefix('T')}")


def read_ref(expression: Expression, _scene: Scene, _lexicon: TimeLexicon) -> Meaning:
    """Read "now", "recently", "the future", which name no day."""
    return Meaning(value=expression.word("ref", "future") or "PRESENT_REF")

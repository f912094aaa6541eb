"""Read expressions that name a month, year, quarter, season, decade or another stretch of the calendar."""

from dataclasses import replace
from datetime import date, timedelta

from twosource.annotate.time.days import week_sense
from twosource.annotate.time.grammar import Expression
from twosource.annotate.time.scene import (
    UNKNOWN,
    Meaning,
    Scene,
    day_sense,
    full_year,
    period_sense,
    placed,
    third_told,
    year_told,
)
from twosource.lang.times import TimeLexicon
from twosource.values.calendar import (
    SEASONS,
    Period,
    add_months,
    month_bounds,
    months_bounds,
    quarter_bounds,
    season_bounds,
    year_bounds,
)

MONTH_AHEAD = 30  # days; a bare month in news is mostly past: 30 costs .001 of the right values that 110 give


def month_sense(year: int, month: int, third: str | None = None) -> Meaning:
    """Return the reading of one month."""
    return period_sense(f"{year:04d}-{month:02d}", month_bounds(year, month), "M", third)


def year_sense(year: int, third: str | None = None) -> Meaning:
    """Return the reading of one year."""
    return period_sense(f"{year:04d}", year_bounds(year), "Y", third)


def quarter_sense(year: int, quarter: int, third: str | None = None) -> Meaning:
    """Return the reading of one quarter."""
    return period_sense(f"{year:04d}-Q{quarter}", quarter_bounds(year, quarter), "Q", third)


def read_month(expression: Expression, scene: Scene, _lexicon: TimeLexicon) -> Meaning:
    """Read a month; without a year the one near the day of speech, or of the story."""
    month = expression.whole("monthname", "monthabbr", "weakmonth") or 0
    third = third_told(expression)
    year = year_told(expression, scene)
    if year is not None:
        return month_sense(year, month, third)
    shift = expression.whole("deixis", "past")
    if shift is None:
        near = placed(month, 1, scene, MONTH_AHEAD)
        return month_sense(near.year, month, third) if near else UNKNOWN
    return month_sense(_turned_year(scene.anchor, month, shift), month, third) if scene.anchor else UNKNOWN


def _turned_year(base: date, month: int, shift: int) -> int:
    """Return the year of "last March" (the last one over), "this March" (of this year) or "next March"."""
    if shift < 0:
        return base.year - (month >= base.month)
    return base.year + (shift > 0 and month <= base.month)


def read_year(expression: Expression, scene: Scene, _lexicon: TimeLexicon) -> Meaning:
    """Read a year in figures or words."""
    year = expression.whole("year", "spelled", "short", "cardinal")
    return year_sense(full_year(year, scene.anchor), third_told(expression)) if year else UNKNOWN


def read_decade(expression: Expression, scene: Scene, _lexicon: TimeLexicon) -> Meaning:
    """Read "the 1980s", "the '80s", "the nineties"."""
    digits = "".join(sign for sign in expression.word("decade") or "" if sign.isdigit())
    first = full_year(int(digits or expression.whole("nineties") or 0), scene.anchor)
    return period_sense(f"{first // 10}", year_bounds(first, 10), "Y", third_told(expression))


def read_century(expression: Expression, _scene: Scene, _lexicon: TimeLexicon) -> Meaning:
    """Read "the 19th century" (1800-1899 in TIMEX3)."""
    nth = expression.whole("ordinal", "ordinalword", "second") or 0
    if not 2 <= nth <= 99:
        return UNKNOWN
    return period_sense(f"{nth - 1:02d}", year_bounds((nth - 1) * 100, 100), "Y", third_told(expression))


def read_turn(expression: Expression, scene: Scene, _lexicon: TimeLexicon) -> Meaning:
    """Read "last week", "this year", "the following month", "that day", "earlier this month"."""
    unit = expression.word("unit", "century", "quarter") or ""
    shift = expression.whole("deixis", "past", "current", "latest")
    follows = (
        "the" in expression.facts and "deixis" in expression.facts and shift == 1 and (unit == "D" or scene.narrative)
    )
    if shift is None or follows:
        then = scene.then(unit)
        shift = 1 if follows else expression.whole("anaphor") or 0
        base = None if then is None else then.first if shift < 0 else then.last
    else:
        base = scene.anchor
    if base is None:
        return UNKNOWN
    side = expression.word("sooner")
    return (
        _side(unit_sense(base, unit, shift), base, side)
        if side
        else unit_sense(base, unit, shift, third_told(expression))
    )


def _side(meaning: Meaning, base: date, side: str) -> Meaning:
    """Return the days up to ("earlier this month") or from ("later that month") the day it is told from."""
    days = meaning.days
    if days is None or not days.first <= base <= days.last:
        return meaning
    return replace(meaning, days=Period(days.first, base) if side == "START" else Period(base, days.last))


def unit_sense(base: date, unit: str, shift: int, third: str | None = None) -> Meaning:
    """Return the unit of the calendar that lies ``shift`` units from the one that holds ``base``."""
    if unit == "D":
        return day_sense(base + timedelta(days=shift))
    if unit in {"W", "2W"}:
        return week_sense(base + timedelta(days=7 * shift), third)
    if unit == "M":
        day = add_months(base.replace(day=1), shift)
        return month_sense(day.year, day.month, third)
    if unit == "Q":
        day = add_months(base.replace(day=1), 3 * shift)
        return quarter_sense(day.year, (day.month + 2) // 3, third)
    return _years_sense(base.year, unit, shift, third)


def _years_sense(year: int, unit: str, shift: int, third: str | None) -> Meaning:
    if unit == "Y":
        return year_sense(year + shift, third)
    if unit == "10Y":
        first = year // 10 * 10 + 10 * shift
        return period_sense(f"{first // 10}", year_bounds(first, 10), "Y", third)
    if unit == "100Y":
        first = year // 100 * 100 + 100 * shift
        return period_sense(f"{first // 100}", year_bounds(first, 100), "Y", third)
    return UNKNOWN


def read_quarter(expression: Expression, scene: Scene, _lexicon: TimeLexicon) -> Meaning:
    """Read "the third quarter of 1984", "the latest quarter", "the year-ago quarter"."""
    base = scene.base()
    nth = expression.whole("ordinal", "ordinalword", "second")
    if nth is not None:
        if not 1 <= nth <= 4:
            return UNKNOWN
        year = year_told(expression, scene) or (base and _quarter_year(base, nth))
        return quarter_sense(year, nth, third_told(expression)) if year else UNKNOWN
    if "unit" in expression.facts or "year" in expression.facts:
        return _year_ago_quarter(expression, scene)
    shift = expression.whole("deixis", "past", "anaphor", "latest", "current") or 0
    return (
        unit_sense(base, "Q", -1 if "latest" in expression.facts else shift, third_told(expression))
        if base
        else UNKNOWN
    )


def _quarter_year(base: date, nth: int) -> int:
    """Return the year of a quarter without one: quarters up to one ahead of the present one are this year's."""
    return base.year - (nth > (base.month + 2) // 3 + 1)


def _year_ago_quarter(expression: Expression, scene: Scene) -> Meaning:
    told, now = scene.last("Q"), scene.anchor
    if now is None:
        return UNKNOWN
    base = told[1].first if told and told[0] == "Q" else add_months(now, -3)
    year = expression.whole("year") or base.year - 1
    return quarter_sense(year, (base.month + 2) // 3)


def read_half(expression: Expression, scene: Scene, _lexicon: TimeLexicon) -> Meaning:
    """Read "the second half of 2008"."""
    year = year_told(expression, scene)
    nth = 2 if "deixis" in expression.facts else expression.whole("ordinalword", "ordinal", "second")
    if year is None or nth not in {1, 2}:
        return UNKNOWN
    return period_sense(f"{year:04d}-H{nth}", months_bounds(year, nth * 6 - 5, 6), "Y")


def read_season(expression: Expression, scene: Scene, _lexicon: TimeLexicon) -> Meaning:
    """Read a season; without a year the last one begun, or of the story."""
    season = expression.word("season", "weakseason") or ""
    third = third_told(expression)
    year = year_told(expression, scene)
    if year is None:
        year = _season_year(season, expression.whole("deixis", "past"), scene)
    return period_sense(f"{year:04d}-{season}", season_bounds(year, season), "Q", third) if year else UNKNOWN


def _season_year(season: str, shift: int | None, scene: Scene) -> int | None:
    base = scene.base() if shift is None else scene.anchor
    if base is None:
        return None
    if shift is None and (scene.narrative or scene.anchor is None):
        return base.year
    begun = base.year - (base.month < SEASONS[season])
    holds = season_bounds(begun, season).last >= base
    if shift == 0:
        return begun if holds else base.year
    return begun - holds if shift == -1 else begun + 1 if shift == 1 or (scene.ahead and not holds) else begun

"""Find the expressions of time in a text and read them against the day of speech; only text and lexicon are needed."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

from twosource.annotate.time import days, lengths, periods
from twosource.annotate.time.grammar import Expression, find_expressions
from twosource.annotate.time.ranges import completed, joint_of, spans_range
from twosource.annotate.time.scene import UNKNOWN, Meaning, Scene
from twosource.annotate.time.tokens import Word
from twosource.lang.times import TimeLexicon
from twosource.model.annotation import Time, TimeKind
from twosource.model.span import Span
from twosource.values.calendar import Period, hull, precision_of

Reader = Callable[[Expression, Scene, TimeLexicon], Meaning]
READERS: Mapping[str, Reader] = {
    "stamp": days.read_stamp,
    "slashed": days.read_slashed,
    "date": days.read_date,
    "weekof": days.read_weekof,
    "weekday": days.read_weekday,
    "deictic": days.read_deictic,
    "overnight": days.read_overnight,
    "part": days.read_part,
    "weekend": days.read_weekend,
    "holiday": days.read_holiday,
    "clock": days.read_clock,
    "month": periods.read_month,
    "year": periods.read_year,
    "fiscal": periods.read_year,
    "decade": periods.read_decade,
    "century": periods.read_century,
    "turn": periods.read_turn,
    "quarter": periods.read_quarter,
    "half": periods.read_half,
    "season": periods.read_season,
    "offset": lengths.read_offset,
    "yearago": lengths.read_yearago,
    "stretch": lengths.read_stretch,
    "inside": lengths.read_inside,
    "duration": lengths.read_duration,
    "set": lengths.read_set,
    "ref": lengths.read_ref,
}
FROM_SPEECH = frozenset({"deixis", "deictic", "current", "past", "latest", "nightly"})
CLOCKED = re.compile(r"[\dX-]+T")
REACH = 12  # words before an expression in which a sign of the future counts


def find_times(text: str, anchor: date | None, lexicon: TimeLexicon) -> tuple[Time, ...]:
    """Return the expressions of time in ``text``, in order, with TIMEX3 values and the days they name.

    ``anchor`` is the day of publication or of speech. Without one, expressions that are relative to it keep their
    span and have no value. A quotation with a day of speech of its own is read by another call on its text. The ends
    of a range ("from Monday to Wednesday") are two expressions, each with its own value and the days of the whole.
    """
    words, found = find_expressions(text, lexicon)
    expressions = completed(words, found)
    meanings = resolve(words, expressions, anchor, lexicon)
    return tuple(_time(text, *pair) for pair in zip(expressions, meanings, strict=True))


def resolve(
    words: Sequence[Word], expressions: Sequence[Expression], anchor: date | None, lexicon: TimeLexicon
) -> list[Meaning]:
    """Return the meaning of each expression, read in order against the day of speech and what was told before."""
    scene = Scene(anchor=anchor, narrative=_tells_history(expressions, anchor))
    meanings: list[Meaning] = []
    for expression in expressions:
        scene = replace(scene, ahead=_looks_ahead(words, expression))
        meanings.append(_read(expression, scene, lexicon))
        if not (_compares(expression) or (scene.narrative and _from_speech(expression))):
            scene = scene.telling(meanings[-1])
    return _joined(words, expressions, meanings)


def _compares(expression: Expression) -> bool:
    """Tell whether the expression sets something beside the story without moving it on: "a year earlier"."""
    return expression.shape == "yearago" or (expression.shape == "offset" and expression.word("units", "unit") == "Y")


def _from_speech(expression: Expression) -> bool:
    """Tell whether the expression counts from the day of speech, which is no part of a history."""
    follows = expression.whole("deixis") == 1 and "the" in expression.facts
    return not follows and (expression.shape == "weekday" or bool(FROM_SPEECH & expression.facts.keys()))


def _read(expression: Expression, scene: Scene, lexicon: TimeLexicon) -> Meaning:
    """Return the meaning; none for days that no calendar has (30 February, the year 12000)."""
    try:
        return READERS[expression.shape](expression, scene, lexicon)
    except (ValueError, OverflowError):
        return UNKNOWN


def _looks_ahead(words: Sequence[Word], expression: Expression) -> bool:
    """Tell whether a sign of the future stands before in the same sentence."""
    for word in reversed(words[max(0, expression.first - REACH) : expression.first]):
        if word.kind in {"dot", "stop", "gap", "told"}:
            return False
        if word.kind == "willbe":
            return True
    return False


def _tells_history(expressions: Sequence[Expression], anchor: date | None) -> bool:
    """Tell whether dates with years long past outweigh what is counted from the day of speech."""
    if anchor is None:
        return True
    years = [e.whole("year") for e in expressions if e.shape in {"date", "month", "season"}]
    far = sum(year is not None and anchor.year - year > 1 for year in years)
    near = sum(e.shape in {"weekday", "deictic", "overnight", "weekend"} or "ago" in e.facts for e in expressions)
    return far >= 3 and far > 2 * near


def _joined(words: Sequence[Word], expressions: Sequence[Expression], meanings: list[Meaning]) -> list[Meaning]:
    """Give both ends of a range, and of two days in a row ("Saturday and Sunday"), the days of the whole."""
    for at in range(len(expressions) - 1):
        days = _whole(words, expressions[at : at + 2], meanings[at : at + 2])
        if days is not None:
            precision = precision_of(days)
            meanings[at : at + 2] = [replace(end, days=days, precision=precision) for end in meanings[at : at + 2]]
    return meanings


def _whole(words: Sequence[Word], ends: Sequence[Expression], meanings: Sequence[Meaning]) -> Period | None:
    """Return the days from the first end to the second, None where the two are no range."""
    left, right = meanings[0].days, meanings[1].days
    if left is None or right is None or left.first > right.last:
        return None
    listed = joint_of(words, *ends) == "and" and right.first - left.last == timedelta(days=1)
    return hull(left, right) if listed or spans_range(words, *ends) else None


def _time(text: str, expression: Expression, meaning: Meaning) -> Time:
    days = meaning.days
    return Time(
        span=Span(expression.start, expression.end),
        text=text[expression.start : expression.end],
        kind=_kind(expression, meaning.value),
        value=meaning.value,
        earliest=days.first.isoformat() if days else None,
        latest=days.last.isoformat() if days else None,
        precision=meaning.precision if days else None,
    )


def _kind(expression: Expression, value: str | None) -> TimeKind:
    kinds: Mapping[str, TimeKind] = {"DURATION": "DURATION", "SET": "SET"}
    if expression.kind in kinds:
        return kinds[expression.kind]
    timed = expression.kind == "TIME" if value is None else CLOCKED.match(value) is not None
    return "TIME" if timed else "DATE"

"""Complete and join the two ends of a range: "January 3-5", "from Monday to Wednesday", "1915-17"; no calendar."""

from collections.abc import Sequence
from dataclasses import replace

from twosource.annotate.time.grammar import Expression
from twosource.annotate.time.tokens import Word

JOINTS = frozenset({"dash", "to", "and", "or", "slash", "through"})
DAYS = ("small", "ordinal", "ordinalword", "second")
MONTHS = ("monthname", "monthabbr", "weakmonth")
AFTER_DAY = frozenset({"comma", "dot", "stop", "prep", "gap", "at", "on", "and", "to", "end"})
BEFORE_DAY = frozenset({"prep", "between", "on", "the", "of", "comma", "part", "end", "dash", "sign", "and"})
STRETCHES = frozenset({"date", "month", "year", "weekday", "season", "stamp", "slashed", "deictic", "decade"})


def _kind(words: Sequence[Word], at: int) -> str:
    return words[at].kind if 0 <= at < len(words) else "end"


def _single(expression: Expression, word: Word, at: int, day: dict[str, int | float | str]) -> Expression:
    """Return an expression of one number, read like ``expression`` but for the numbers in ``day``."""
    kept = {kind: worth for kind, worth in expression.facts.items() if kind in {*MONTHS, "year", "short"}}
    return replace(expression, start=word.start, end=word.end, first=at, last=at + 1, facts={**kept, **day})


def _before(words: Sequence[Word], expression: Expression, floor: int) -> Expression | None:
    """Return the first day of "6-15 October": a number joined to a date that begins with its day."""
    at = expression.first - 2
    if expression.shape != "date" or at < floor or _kind(words, expression.first) not in {*DAYS, "the"}:
        return None
    joint = _kind(words, at + 1)
    if joint not in JOINTS or words[at].kind not in {"small", "ordinal"}:
        return None
    if joint != "dash" and _kind(words, at - 1) not in BEFORE_DAY:
        return None
    return _single(expression, words[at], at, {"small": words[at].worth})


def _after(words: Sequence[Word], expression: Expression) -> Expression | None:
    """Return the last day of "January 25-29", or the last year of "1915-17"."""
    at = expression.last + 1
    joint, kind = _kind(words, expression.last), _kind(words, at)
    if joint not in JOINTS or kind not in {"small", "tens", "ordinal"}:
        return None
    if expression.shape == "year" and joint in {"dash", "slash"}:
        return _later_year(words[at], expression, at)
    ends_with_day = _kind(words, expression.last - 1) in DAYS
    if expression.shape != "date" or not ends_with_day or kind == "tens" or _kind(words, at + 1) in {"unit", "units"}:
        return None
    if joint != "dash" and _kind(words, at + 1) not in AFTER_DAY:
        return None
    return _dated(words, _single(expression, words[at], at, {"small": words[at].worth}))


def _later_year(word: Word, expression: Expression, at: int) -> Expression | None:
    year = expression.whole("year")
    if year is None or word.end - word.start != 2 or not isinstance(word.worth, int) or word.worth <= year % 100:
        return None
    return _single(expression, word, at, {"year": year // 100 * 100 + word.worth})


def _dated(words: Sequence[Word], expression: Expression) -> Expression:
    """Return the expression with the year that follows: ", 2026"."""
    comma = _kind(words, expression.last) == "comma"
    at = expression.last + comma
    if _kind(words, at) != "year":
        return expression
    facts = {**expression.facts, "year": words[at].worth}
    return replace(expression, end=words[at].end, last=at + 1, facts=facts)


def completed(words: Sequence[Word], expressions: Sequence[Expression]) -> list[Expression]:
    """Return the expressions with the ends of ranges that are mere numbers, and years handed from end to start."""
    found: list[Expression] = []
    for expression in expressions:
        if found and expression.first < found[-1].last:
            continue
        first = _before(words, expression, found[-1].last if found else 0)
        last = _after(words, expression)
        found += [part for part in (first, expression, last) if part is not None]
    for at in range(len(found) - 2, -1, -1):
        if joint_of(words, found[at], found[at + 1]):
            found[at] = _with_year(found[at], found[at + 1])
    return found


def joint_of(words: Sequence[Word], left: Expression, right: Expression) -> str | None:
    """Return the class of the word between two expressions that forms a range or a list, None where none does."""
    if right.first - left.last > 2:
        return None
    between = [word.kind for word in words[left.last : right.first] if word.kind != "the"]
    alike = left.shape == right.shape or {left.shape, right.shape} <= STRETCHES
    return between[0] if len(between) == 1 and between[0] in JOINTS and alike else None


def _with_year(left: Expression, right: Expression) -> Expression:
    year = right.whole("year")
    month, end = left.whole(*MONTHS), right.whole(*MONTHS)
    dated = left.shape in {"date", "month", "season"} and left.whole("year", "short", "tens") is None
    if not dated or year is None or "unit" in left.facts:
        return left
    turned = month is not None and end is not None and month > end
    return replace(left, facts={**left.facts, "year": year - turned})


def spans_range(words: Sequence[Word], left: Expression, right: Expression) -> bool:
    """Tell whether two expressions are the ends of a stretch: by a dash, "to", "between ... and"."""
    joint = joint_of(words, left, right)
    if joint == "and":
        return _kind(words, left.first - 1) == "between"
    return joint in {"dash", "to", "through"}

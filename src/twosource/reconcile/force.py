"""Lines of evidence in, those in force out: what a speaker said later stands in the place of what it said before."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from twosource.ontology.rule import Rule
from twosource.reconcile.line import Line


@dataclass(frozen=True, slots=True, kw_only=True)
class Force:
    """Lines by what they are good for.

    ``numbers`` may give the best number, ``widening`` the range, ``before`` were superseded, ``vague`` give words
    alone, ``denied`` deny.
    """

    numbers: tuple[Line, ...]
    widening: tuple[Line, ...]
    before: tuple[Line, ...]
    vague: tuple[Line, ...]
    denied: tuple[Line, ...]


def in_force(lines: Iterable[Line], measure: str, rule: Rule) -> Force:
    """Sort lines by what they are good for under a rule.

    A speaker's earlier number is neither for nor against its later one: it is history, told in the explanation. It
    still widens the range of measures whose history the rule keeps, and where only others have overtaken it. Hedged
    numbers count for the best only where none is asserted and the rule does not leave them out.
    """
    kept = tuple(lines)
    asserted = [line for line in kept if line.stance == "asserted" and _bounds_something(line)]
    hedged = [line for line in kept if line.stance == "hedged" and _bounds_something(line) and rule.hedged == "widen"]
    told = asserted or hedged
    given_up = [line for line in told if _is_superseded(line, told) or _is_early(line, told, measure, rule)]
    overtaken = [line for line in told if line not in given_up and _is_overtaken(line, told, measure, rule)]
    numbers = tuple(line for line in told if line not in given_up and line not in overtaken)
    history = given_up if measure in rule.keep_history else ()
    return Force(
        numbers=numbers,
        widening=(*numbers, *overtaken, *history, *(hedged if asserted else ())),
        before=tuple(line for line in told if line not in numbers),
        vague=tuple(line for line in kept if line.stance == "asserted" and not _bounds_something(line)),
        denied=tuple(line for line in kept if line.stance == "denied"),
    )


def _bounds_something(line: Line) -> bool:
    return line.low is not None or line.high is not None


def _is_superseded(line: Line, told: Sequence[Line]) -> bool:
    """Tell whether its speaker gave another count later; a tally of single persons replaces no count."""
    if line.tally:
        return False
    return any(o.speaker == line.speaker and not o.tally and o.later_than(line) and _revises(o, line) for o in told)


def _revises(later: Line, line: Line) -> bool:
    """Tell whether a later count says something else: "at least 10" after 12 takes nothing back."""
    if line.low is None or line.low != line.high:
        return (later.low, later.high) != (line.low, line.high)
    return later.excludes(line.low)


def _is_early(line: Line, told: Sequence[Line], measure: str, rule: Rule) -> bool:
    """Tell whether a count in the article's own voice was overtaken by a higher one of a later day."""
    if measure not in rule.rising or not line.own or line.tally or line.high is None:
        return False
    return any(other.low is not None and other.low > line.high and other.later_than(line) for other in told)


def _is_overtaken(line: Line, told: Sequence[Line], measure: str, rule: Rule) -> bool:
    """Tell whether a report of a later day says that the toll rose above a count, or its own that it came before."""
    if measure not in rule.rising or line.tally or line.high is None:
        return False
    higher = [other for other in told if other.low is not None and other.low > line.high]
    return any(other.risen and other.later_than(line) for other in higher) or any(
        line.former and not other.former and (other.report == line.report or other.later_than(line)) for other in higher
    )

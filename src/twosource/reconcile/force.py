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
    is_rising = measure in rule.rising
    given_up = _superseded(told) | (_early(told) if is_rising else frozenset())
    before = given_up | (_overtaken(told) if is_rising else frozenset())
    numbers = tuple(line for line in told if line not in before)
    history = before if measure in rule.keep_history else before - given_up
    return Force(
        numbers=numbers,
        widening=(*numbers, *(line for line in told if line in history), *(hedged if asserted else ())),
        before=tuple(line for line in told if line in before),
        vague=tuple(line for line in kept if line.stance == "asserted" and not _bounds_something(line)),
        denied=tuple(line for line in kept if line.stance == "denied"),
    )


def _bounds_something(line: Line) -> bool:
    return line.low is not None or line.high is not None


def _unlike(lines: Iterable[Line]) -> tuple[Line, ...]:
    """Return one of those that say the same at the same time: a dispatch comes in thousands of copies."""
    return tuple({(line.day, line.moment, line.low, line.high): line for line in lines}.values())


def _superseded(told: Iterable[Line]) -> frozenset[Line]:
    """Return those whose speaker gave another count later; a tally of single persons replaces no count."""
    counts: dict[str, list[Line]] = {}
    for line in told:
        if not line.tally:
            counts.setdefault(line.speaker, []).append(line)
    later = {speaker: _unlike(own) for speaker, own in counts.items()}
    each = (line for own in counts.values() for line in own)
    return frozenset(
        line for line in each if any(o.later_than(line) and _revises(o, line) for o in later[line.speaker])
    )


def _revises(later: Line, line: Line) -> bool:
    """Tell whether a later count says something else: "at least 10" after 12 takes nothing back."""
    if line.low is None or line.low != line.high:
        return (later.low, later.high) != (line.low, line.high)
    return later.excludes(line.low)


def _early(told: Sequence[Line]) -> frozenset[Line]:
    """Return the counts in an article's own voice that were overtaken by a higher one of a later day."""
    others = _unlike(told)
    return frozenset(line for line in told if line.own and not line.tally and _is_topped(line, others))


def _overtaken(told: Sequence[Line]) -> frozenset[Line]:
    """Return the counts above which a report of a later day says that the toll rose.

    Also those that a report says were given before: they yield to a higher one of that report, or of a later day.
    """
    risen, anew = _unlike(o for o in told if o.risen), [o for o in told if not o.former]
    others = _unlike(anew)
    most = {o.report: o.low for o in sorted(anew, key=lambda o: o.low or 0)}
    counts = [line for line in told if not line.tally and line.high is not None]
    former = (line for line in counts if line.former)
    return frozenset(line for line in counts if _is_topped(line, risen)) | frozenset(
        line for line in former if (most.get(line.report) or 0) > (line.high or 0) or _is_topped(line, others)
    )


def _is_topped(line: Line, others: Iterable[Line]) -> bool:
    """Tell whether another tells of more on a later day."""
    most = line.high
    return most is not None and any(o.low is not None and o.low > most and o.later_than(line) for o in others)

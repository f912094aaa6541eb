"""Lines of evidence on one population in, low, best and high with what stands behind them out."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from twosource.model.figure import Agreement
from twosource.ontology.rule import Rule
from twosource.reconcile.force import Force, in_force
from twosource.reconcile.line import Line
from twosource.values.matching import matching_size

MOST = 0.6  # of a toll; fewer names than that are merely those known so far


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """How many, and why: ``behind`` supports the best number, ``against`` states another, ``before`` was taken back.

    ``vague`` are lines that give words and no number; ``parts`` are ids of the figures summed; ``remarks`` go into the
    explanation.
    """

    low: int | None
    best: int | None
    high: int | None
    agreement: Agreement
    voices: int
    behind: tuple[Line, ...]
    against: tuple[Line, ...] = ()
    before: tuple[Line, ...] = ()
    vague: tuple[Line, ...] = ()
    parts: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()


def count(lines: Iterable[Line], measure: str, rule: Rule) -> Count | None:
    """Return the count of one population under a rule; None where nobody asserts that there is anything to count."""
    force = in_force(lines, measure, rule)
    told = _told(force)
    best = _best(force.numbers, told, measure, rule)
    if best is None:
        return _unresolved(force)
    behind = tuple(line for line in force.numbers if line.states(best))
    against = tuple(
        line for line in force.numbers if line.excludes(best) or not (line.tally or line.states(best))
    ) + tuple(line for line in force.denied if line.states(best) or line.low is None)
    low, high = _range(force, best, told, rule)
    voices = voices_of(behind)
    return Count(
        low=low,
        best=best,
        high=high,
        agreement=_agreement(behind, against, best),
        voices=voices,
        behind=behind,
        against=against,
        before=force.before,
        vague=force.vague,
    )


def voices_of(lines: Iterable[Line]) -> int:
    """Return the size of the largest set of lines no two of which share an origin or a speaker."""
    return matching_size((line.origin, line.speaker) for line in lines)


def _unresolved(force: Force) -> Count | None:
    behind = (*force.numbers, *force.vague)
    if not behind:
        return None
    highs = [line.high for line in force.numbers if line.high is not None]
    return Count(
        low=None,
        best=None,
        high=max(highs, default=None),
        agreement="unresolved",
        voices=voices_of(behind),
        behind=behind,
        against=force.denied,
        vague=force.vague,
    )


def _best(numbers: Sequence[Line], told: int, measure: str, rule: Rule) -> int | None:
    """The number chosen; of people whom one report alone tells of singly, no more than others of its day leave.

    A number that a report states yields to nobody who only tells of one of the dead.
    """
    best = _chosen(numbers, told, measure, rule)
    givers = [line for line in numbers if best is not None and line.low is not None and line.low >= best]
    is_lone = len({line.origin for line in givers}) == 1 and all(line.tally for line in givers)
    if best is None or not is_lone or not rule.lone_yields:
        return best
    return max((number for number in _fewer(givers, numbers) if number * 2 >= best), default=best)


def _fewer(givers: Sequence[Line], numbers: Iterable[Line]) -> list[int]:
    """How many each other report tells of that is no older: the least it states, else the persons it tells of."""
    stated: dict[str, int] = {}
    singly: dict[str, int] = {}
    for line in numbers:
        is_older = any(giver.later_than(line) for giver in givers)
        if line.low and line.origin != givers[0].origin and not is_older and (line.tally or line.high is not None):
            of_report = singly if line.tally else stated
            of_report[line.origin] = min(line.low, of_report.get(line.origin, line.low))
    return [max(stated.get(report, 0), singly.get(report, 0)) for report in sorted({*stated, *singly})]


def _chosen(numbers: Sequence[Line], told: int, measure: str, rule: Rule) -> int | None:
    """Choose among the numbers stated; without any, the highest tally of single persons."""
    counts = (n for n in numbers if not n.tally and not n.named and not _is_vaguer(n, numbers))
    stated = sorted({n.low for n in counts if n.low is not None})
    allowed = [number for number in stated if number >= told]
    if not allowed:
        tallied = [line.low for line in numbers if line.low is not None and (line.tally or not stated)]
        return max([*tallied, *([told] if stated else [])], default=None)
    wishes = tuple(_wish(wish, measure, rule) for wish in rule.prefer)
    return max(allowed, key=lambda number: _rank(number, numbers, wishes))


def _wish(wish: str, measure: str, rule: Rule) -> str:
    return "higher" if wish == "lowest" and measure in rule.higher else wish


def _is_vaguer(line: Line, numbers: Iterable[Line]) -> bool:
    """Tell whether it is "at least so many" from a speaker who gives an exact number that this allows."""
    if line.low is None or line.high is not None:
        return False
    exact = (o.low for o in numbers if o.speaker == line.speaker and o.low == o.high and o.low is not None)
    return any(number > line.low for number in exact)


def _told(force: Force) -> int:
    """The most persons that one report names, or tells to be known by name: there are no fewer."""
    by_name = (line.named for line in force.widening if not line.tally)
    return max((*(line.named for line in force.numbers), *by_name), default=0)


def _rank(number: int, numbers: Sequence[Line], wishes: Iterable[str]) -> tuple[int | str, ...]:
    # "At least 40" speaks for 43 too: it counts here, though not as a voice behind the figure.
    allowing = (line for line in numbers if line.low is not None and not line.excludes(number))
    merits: dict[str, int | str] = {
        "voices": voices_of(allowing),
        "title": voices_of(line for line in numbers if line.titled and line.states(number)),
        "latest": max(line.day + line.moment for line in numbers if line.states(number)),
        "lowest": -number,
        "highest": number,
        "higher": number if number in _first_told(numbers) else -number,
    }
    return (*(merits[wish] for wish in wishes), -number)


def _first_told(numbers: Iterable[Line]) -> frozenset[int]:
    """The least number of each report: what it tells of more people further down is mostly a toll of several places."""
    least: dict[str, int] = {}
    for line in numbers:
        if line.low is not None and not line.tally and not line.named:
            least[line.origin] = min(line.low, least.get(line.origin, line.low))
    return frozenset(least.values())


def _range(force: Force, best: int, told: int, rule: Rule) -> tuple[int, int | None]:
    """``told`` is how many persons were told of singly: there are no fewer.

    Where three of five have names, those are sure and the rest is claimed: so 4 of 4 such ranges of the airwars set.
    """
    if rule.bounds == "best":
        return best, best
    counted = [line for line in force.widening if not line.tally]
    singly = max((line.low or 0 for line in force.widening if line.tally), default=0)
    if not counted:
        return best, max(best, singly)
    lows = [line.low for line in counted if line.low is not None and _is_low(line, best)]
    highs = [line.high for line in counted if line.high is not None]
    opened = [line.low for line in counted if line.high is None and line.low is not None and not line.named]
    top = max(highs, default=None if opened else best)
    is_open = top is None or any(low >= top for low in opened)
    return max(min([best, *lows]), min(told, best)), None if is_open or top is None else max(top, best, told)


def _is_low(line: Line, best: int) -> bool:
    return not line.named or (line.low or 0) >= best * MOST


def _is_another_voice(line: Line, behind: Iterable[Line]) -> bool:
    """Tell whether it stands in another report, and is not what one speaker says in another copy of one text."""
    same = (line.origin, line.speaker)
    return any(line.report != other.report for other in behind) and all(same != (o.origin, o.speaker) for o in behind)


def _disputes(line: Line, best: int) -> bool:
    """Tell whether the line cannot be true with the number, denies it, or denies that there is anything to count."""
    return line.excludes(best) or (line.stance == "denied" and (line.states(best) or line.low is None))


def _agreement(behind: Sequence[Line], against: Sequence[Line], best: int) -> Agreement:
    if any(_is_another_voice(line, behind) and _disputes(line, best) for line in against):
        return "contested"
    if voices_of(behind) > 1:
        return "corroborated"
    return "echoed" if len({line.report for line in behind}) > 1 else "single"

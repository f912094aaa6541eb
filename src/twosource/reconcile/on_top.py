"""Claims of one measure in, their lines out: those who come on top of a number told before are added to it.

A report that counts seven dead and then "two others who were killed" tells of nine.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from twosource.model import Claim
from twosource.reconcile.line import Line, Readings, line_of
from twosource.reconcile.person import is_besides
from twosource.values.pattern import ON_TOP


def with_those_on_top(counts: Sequence[Claim], persons: Iterable[Claim], readings: Readings) -> list[Line]:
    """Return a line for each count; one that others come on top of counts them too, and they have no line then.

    Nobody comes on top of a number that is smaller than the persons named before: those were not all it left out.
    """
    people = tuple(persons)
    further = [claim for claim in counts if ON_TOP in claim.pattern]
    raised = {c.id: [top for top in further if _is_under(c, top, people)] for c in counts if ON_TOP not in c.pattern}
    added = {top.id for tops in raised.values() for top in tops}
    kept = (c for c in counts if c.id not in added and not is_besides(c, people))
    return [_raised(line_of(claim, readings), raised.get(claim.id, [])) for claim in kept]


def _is_under(count: Claim, top: Claim, persons: Iterable[Claim]) -> bool:
    """Tell whether a count is told before, by the same speaker or of an article that goes on in its own voice."""
    same = (count.report, count.stance) == (top.report, top.stance) and count.first < top.first
    own = top.speaker is None or (count.speaker is not None and count.speaker.name == top.speaker.name)
    before = [c for c in persons if c.report == top.report and c.first < top.first]
    named = {name for c in before if c.group is not None for name in c.group.names}
    return same and own and bool(count.low) and (count.low or 0) >= len(named)


def _raised(line: Line, tops: Sequence[Claim]) -> Line:
    if not tops:
        return line
    number = sum(top.low or 0 for top in tops)
    named = line.named + number if line.named else 0
    claims = tuple(sorted({*line.claims, *(top.id for top in tops)}))
    high = None if line.high is None else line.high + number
    return replace(line, claims=claims, low=(line.low or 0) + number, high=high, named=named)

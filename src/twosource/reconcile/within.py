"""Claims that count the same people in, those of a smaller number than the report gave before out.

A report tells of all first: "six people were shot", then "four were shot in the legs". The four are some of the six.
Of reports of the gva set with two such counts by one speaker the first is the total of those hit in 16 of 17, of those
hurt in 10 of 12, of the dead in 14 of 20.
"""

from collections import defaultdict
from collections.abc import Iterable

from twosource.model import Claim
from twosource.values.pattern import BY_NAME, ON_TOP

SEVERAL = 2


def some_of_those(claims: Iterable[Claim]) -> frozenset[str]:
    """Return the ids of the counts that a report gives after a larger one, by the same speaker or in its own voice."""
    by_report: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.low == claim.high and (claim.low or 0) >= SEVERAL and not _is_apart(claim):
            by_report[claim.report, claim.stance].append(claim)
    return frozenset(one.id for told in by_report.values() for one in told if any(_is_some(one, o) for o in told))


def _is_apart(claim: Claim) -> bool:
    """Tell whether it counts those known by name, or others than those told of before."""
    return BY_NAME in claim.pattern or ON_TOP in claim.pattern


def _is_some(claim: Claim, whole: Claim) -> bool:
    told, over = claim.speaker, whole.speaker
    is_own = told is None or (over is not None and told.name == over.name)  # whom a report names may contradict it
    return is_own and (claim.low or 0) < (whole.low or 0) and whole.first < claim.first

"""Words in, the claim that is read from them now out: under its old id, or by report, measure and quotation.

A newer version of the program may cut a quotation otherwise, count characters otherwise and so give other ids.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from twosource.model import Claim, Decision, Words


@dataclass(frozen=True, slots=True)
class Present:
    """The claims of each report as they are read now, before any decision."""

    claims: Mapping[str, tuple[Claim, ...]]

    def found(self, claim_id: str, words: Words, *, as_read: bool) -> Claim | None:
        """Return the claim that was meant, None where it is not read any more.

        Args:
            claim_id: the id it had.
            words: where it was read.
            as_read: only a claim of the same number will do. A judgement on a number that is read otherwise now was
                not about the new one; a correction is about the words.
        """
        told = [claim for claim in self.claims.get(words.report, ()) if claim.measure == words.measure]
        fitting = [claim for claim in told if (claim.low, claim.high) == (words.low, words.high)]
        same = next((claim for claim in fitting if claim.id == claim_id), None)
        if same is not None:
            return same
        return _nearest(fitting, words) or (None if as_read else _nearest(told, words))


def present(claims: Iterable[Claim]) -> Present:
    """Return the claims by report."""
    by_report: dict[str, list[Claim]] = {}
    for claim in sorted(claims, key=lambda one: (one.report, one.span, one.id)):
        by_report.setdefault(claim.report, []).append(claim)
    return Present({report: tuple(told) for report, told in by_report.items()})


def reports_of(decisions: Iterable[Decision]) -> frozenset[str]:
    """Return the ids of the reports whose words decisions are about."""
    subjects = (subject for one in decisions for subject in (*one.subjects, *one.against))
    return frozenset(words.report for subject in subjects for words in subject.words)


def _nearest(claims: Iterable[Claim], words: Words) -> Claim | None:
    """The claim whose quotation shares most with the words: all of the shorter one must stand in the longer."""
    inside = [claim for claim in claims if claim.quote and _shares(claim.quote, words.quote)]
    return min(inside, key=lambda claim: _distance(claim, words), default=None)


def _shares(one: str, other: str) -> bool:
    return bool(other) and (one in other or other in one)


def _distance(claim: Claim, words: Words) -> tuple[int, int, str]:
    apart = 0 if words.span is None else abs(claim.span.start - words.span.start)
    return abs(len(claim.quote) - len(words.quote)), apart, claim.id

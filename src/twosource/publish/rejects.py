"""Rejects in, their number by reason out."""

from collections import Counter

from twosource.model import Reject


def reject_counts(rejects: tuple[Reject, ...]) -> tuple[tuple[str, str], ...]:
    """Return how many rejects there are for each reason, the most first."""
    reasons = Counter(reject.reason for reject in rejects)
    return tuple((reason, str(number)) for reason, number in sorted(reasons.items(), key=lambda one: (-one[1], one[0])))

"""Rejects in, their number by reason out; and what each reason means."""

import tomllib
from collections import Counter
from functools import cache
from importlib.resources import files

from twosource.model import Reject


def reject_counts(rejects: tuple[Reject, ...]) -> tuple[tuple[str, str], ...]:
    """Return how many rejects there are for each reason, the most first."""
    reasons = Counter(reject.reason for reject in rejects)
    return tuple((reason, str(number)) for reason, number in sorted(reasons.items(), key=lambda one: (-one[1], one[0])))


@cache
def reason_meanings() -> dict[str, str]:
    """Return for each reason what it means and what would do."""
    return tomllib.loads(files("twosource.publish").joinpath("reasons.toml").read_text(encoding="utf-8"))

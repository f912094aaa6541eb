"""One stretch of a report in, the day that its happening most likely was out, weighed by learned weights."""

from datetime import date

from twosource.extract.tree import Tree
from twosource.extract.when.day_evidence import Evidence, day_evidence
from twosource.lang.reading import lexicon
from twosource.model import DateRange, Span
from twosource.values.calendar import Period, precision_of

LONG_AGO = ("this year", "older")
OF_A_HAPPENING = (
    "part of day",
    "names happening",
    "about happening",
    *(f"{of} {what}" for of in ("verb", "clause") for what in ("is happening", "happens", "calls", "dies")),
)


def story_day(tree: Tree, within: Span) -> DateRange | None:
    """Return the likeliest day of the main happening, the earlier of two as likely.

    None where no day is named, or none with enough evidence: the happening is then undated.
    """
    found = [one for one in day_evidence(tree, within) if not _is_bygone(one)]
    if not found:
        return None
    best = min(found, key=lambda one: (-likelihood(one), one.day))
    if likelihood(best) < least_evidence("story"):
        return None
    first, last = (date.fromisoformat(day) for day in best.day)
    return DateRange(earliest=best.day[0], latest=best.day[1], precision=precision_of(Period(first, last)))


def _is_bygone(evidence: Evidence) -> bool:
    """Tell whether a day of more than a month ago is told of nothing that happened: of an office, a treaty, a vote.

    Of 31 such days that were the likeliest of their report 9 were right.
    """
    told = evidence.features
    return not told.keys().isdisjoint(LONG_AGO) and told.keys().isdisjoint(OF_A_HAPPENING)


def likelihood(evidence: Evidence) -> float:
    """Return the logit of a day, to be compared with those of the other days of the same stretch."""
    weights: dict[str, float] = lexicon("en/story_day")["weights"]
    return sum(weights.get(name, 0.0) * value for name, value in sorted(evidence.features.items()))


def least_evidence(of: str) -> float:
    """Return the logit below which the day of a ``story``, or of a deed, ``told`` or ``taken``, is as often wrong."""
    least: float = lexicon("en/story_day")["least"][of]
    return least

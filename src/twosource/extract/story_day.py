"""One stretch of a report in, the day that its happening most likely was out, weighed by learned weights."""

from datetime import date

from twosource.extract.day_evidence import Evidence, day_evidence
from twosource.extract.tree import Tree
from twosource.lang.reading import lexicon
from twosource.model import DateRange, Span
from twosource.values.calendar import Period, precision_of


def story_day(tree: Tree, within: Span) -> DateRange | None:
    """Return the likeliest day of the main happening, the earlier of two as likely.

    None where no day is named, or none with enough evidence: the happening is then undated.
    """
    found = day_evidence(tree, within)
    if not found:
        return None
    best = min(found, key=lambda one: (-likelihood(one), one.day))
    if likelihood(best) < least_evidence():
        return None
    first, last = (date.fromisoformat(day) for day in best.day)
    return DateRange(earliest=best.day[0], latest=best.day[1], precision=precision_of(Period(first, last)))


def likelihood(evidence: Evidence) -> float:
    """Return the logit of a day, to be compared with those of the other days of the same stretch."""
    weights: dict[str, float] = lexicon("en/story_day")["weights"]
    return sum(weights.get(name, 0.0) * value for name, value in sorted(evidence.features.items()))


def least_evidence() -> float:
    """Return the logit below which a day is as often wrong as right."""
    least: float = lexicon("en/story_day")["least"]
    return least

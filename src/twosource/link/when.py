"""Days that claims or texts give in, the day of the happening out, with the precision that all of them bear."""

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from twosource.lang.reading import words
from twosource.model import Claim, DateRange
from twosource.values.calendar import Period, precision_of

COUNTED_WEIGHT, ACT_WEIGHT = 4, 1  # mourning is declared, and arrests are made, on another day than the strike
LONG_DAYS = 400  # a longer stretch says nothing about the day
RECENT = timedelta(days=14)

Stretch = tuple[str, str]


def combined_date(reports: Sequence[Iterable[Claim]]) -> DateRange | None:
    """Return the days that most reports give for the happening; None where none gives any.

    Each report counts each stretch of days once. The best day is the one that most weight lies on, a stretch's
    weight being spread over its days; the answer is the narrowest stretch around it that the reports give, narrowed
    by the others: "over the weekend" and "Saturday" give Saturday.

    Args:
        reports: for each report its claims of the event.
    """
    weights: Counter[Stretch] = Counter()
    for claims in reports:
        weights.update(_stretches(claims))
    if not weights:
        return None
    best = _best_day(weights)
    around = [stretch for stretch in weights if stretch[0] <= best <= stretch[1]]
    earliest, latest = max(start for start, _ in around), min(end for _, end in around)
    period = Period(date.fromisoformat(earliest), date.fromisoformat(latest))
    return DateRange(earliest=earliest, latest=latest, precision=precision_of(period))


def _stretches(claims: Iterable[Claim]) -> dict[Stretch, int]:
    """The days that one report gives; those of answers to a deed (an inquiry) only where it tells of none."""
    told = [claim for claim in claims if claim.scope == "event"]
    deeds = [claim for claim in told if is_deed(claim)]
    found: dict[Stretch, int] = {}
    for claim in deeds or told:
        if claim.date is not None:
            key = (claim.date.earliest[:10], claim.date.latest[:10])
            weight = ACT_WEIGHT if claim.measure in {"act", "captured"} else COUNTED_WEIGHT
            found[key] = max(weight, found.get(key, 0))
    return found


def is_deed(claim: Claim) -> bool:
    """Tell whether a claim tells of violence, its victims or who did it, not of an answer to it."""
    return claim.measure != "act" or claim.pattern.removeprefix("act: ").lower() in words("en/acts", "deeds", "kinds")


def _best_day(weights: Counter[Stretch]) -> str:
    """The day with most weight among the ends of the stretches; the earlier of two as good."""
    ends = sorted({end for stretch in weights for end in stretch})
    density = {stretch: weight / _length(stretch) for stretch, weight in weights.items()}
    return min(ends, key=lambda day: (-sum(d for (a, b), d in density.items() if a <= day <= b), day))


def _length(stretch: Stretch) -> float:
    days = (date.fromisoformat(stretch[1]) - date.fromisoformat(stretch[0])).days + 1
    return math.sqrt(min(max(days, 1), LONG_DAYS))


def likely_day(reports: Sequence[tuple[str | None, Sequence[str]]]) -> DateRange | None:
    """Return the day that most reports name shortly before they were published; for texts without dated claims.

    Args:
        reports: for each report its own day and the days it names, ISO 8601.
    """
    published = [own for own, _ in reports if own is not None]
    if not published:
        return None
    first = date.fromisoformat(min(published))
    named = Counter(day for _, days in reports for day in set(days) if not day.startswith("--"))
    fitting = [day for day in named if first - RECENT <= date.fromisoformat(day) <= first]
    if not fitting:
        return None
    best = min(fitting, key=lambda day: (-named[day], day))
    return DateRange(earliest=best, latest=best, precision="day")


def about_publication(published: Iterable[str | None]) -> DateRange | None:
    """Return the first day of publication with the day before it: where no report dates a happening, it was just then.

    So it was in all of 7 undated events of 330 (four on the day itself).
    """
    told = [day for day in published if day is not None]
    if not told:
        return None
    first = date.fromisoformat(min(told))
    period = Period(first - timedelta(days=1), first)
    return DateRange(earliest=period.first.isoformat(), latest=period.last.isoformat(), precision=precision_of(period))

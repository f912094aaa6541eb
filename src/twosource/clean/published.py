"""The days told for a report, and its address, come in; the day it was published goes out."""

from collections.abc import Sequence
from datetime import date, timedelta

from twosource.values.address import archived_day, day_in_path

DAY = timedelta(days=1)


def publication(told: Sequence[str | None], url: str | None) -> str | None:
    """Return the first told day that the address does not rule out, else the day in its path, else None.

    No page is published after an archive copied it: such a day is that of a later listing (15 of 2,302 reports, by
    three months in the middle). Where the path tells the day before the one told, the path has the local day.

    Args:
        told: ISO 8601 days or moments, the most trusted first.
        url: the address, an archive's or the page's own.
    """
    archived, in_path = archived_day(url), day_in_path(url)
    possible = (day for day in told if day is not None and not (archived and _day(day) > archived))
    first = next(possible, None)
    if in_path is not None and (first is None or _day(first) - in_path == DAY):
        return in_path.isoformat() if archived is None or in_path <= archived else first
    return first


def _day(told: str) -> date:
    return date.fromisoformat(told[:10])

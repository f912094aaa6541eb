"""A day or a stretch of days, with the precision it was told in."""

from dataclasses import dataclass
from typing import Literal

Precision = Literal["day", "range", "week", "month", "year"]


@dataclass(frozen=True, slots=True, kw_only=True)
class DateRange:
    """The earliest and latest possible day (ISO 8601 ``YYYY-MM-DD``), both included.

    ``text`` is the wording it was read from, None where it was derived.
    """

    earliest: str
    latest: str
    precision: Precision
    text: str | None = None

"""Moments of time as the tables of accounts keep them, and spans before and after them."""

from datetime import UTC, datetime, timedelta


def told(moment: datetime) -> str:
    """Return a moment (with a zone) in UTC and in one width."""
    return moment.astimezone(UTC).replace(tzinfo=None).isoformat(timespec="microseconds") + "Z"


def before(moment: datetime, span: timedelta) -> str:
    """Return the moment that lies so long before."""
    return told(moment - span)


def after(moment: datetime, span: timedelta) -> str:
    """Return the moment that lies so long after."""
    return told(moment + span)


def read(kept: str) -> datetime:
    """Return a kept moment."""
    return datetime.fromisoformat(kept)

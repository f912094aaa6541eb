"""Twosource: one sourced ledger of events from many news reports."""

from typing import TYPE_CHECKING, Any

from twosource.config import Limits, Settings
from twosource.errors import SourceError, StoreError, TwosourceError, UnreadableError, UsageError

if TYPE_CHECKING:
    from twosource.api import Ledger, run

__all__ = [
    "Ledger",
    "Limits",
    "Settings",
    "SourceError",
    "StoreError",
    "TwosourceError",
    "UnreadableError",
    "UsageError",
    "run",
]


def __getattr__(name: str) -> Any:
    """Import what needs the parser (1 s) only when it is first asked for."""
    if name not in {"Ledger", "run"}:
        raise AttributeError(f"module 'twosource' has no attribute {name!r}")
    from twosource import api  # noqa: PLC0415 - the point of this function

    return getattr(api, name)

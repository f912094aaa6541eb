"""Collect: names of files, folders, streams, addresses and rows come in; reports and rejects go out."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from twosource.collect.fetch import Fetch, Fetched, Held, Reach
    from twosource.collect.inputs import Input, collect
    from twosource.collect.item import Upload
    from twosource.collect.web import Web

__all__ = ["Fetch", "Fetched", "Held", "Input", "Reach", "Upload", "Web", "collect"]
_HOMES = {
    **dict.fromkeys(("Fetch", "Fetched", "Held", "Reach"), "twosource.collect.fetch"),
    **dict.fromkeys(("Input", "collect"), "twosource.collect.inputs"),
    "Upload": "twosource.collect.item",
    "Web": "twosource.collect.web",
}


def __getattr__(name: str) -> Any:
    """Import a part of the stage when it is first asked for: whoever only looks at a ledger collects no report."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)

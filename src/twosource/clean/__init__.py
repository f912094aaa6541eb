"""Clean: a report comes in; its article goes out, every character traced back to the report."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from twosource.clean.article import clean
    from twosource.clean.decode import encoding
    from twosource.clean.title import titled

__all__ = [
    "clean",
    "encoding",
    "titled",
]
_HOMES = {
    "clean": "twosource.clean.article",
    "encoding": "twosource.clean.decode",
    "titled": "twosource.clean.title",
}


def __getattr__(name: str) -> Any:
    """Import a part of the stage when it is first asked for: whoever only looks at a ledger cleans no report."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)

"""From an annotated article to statements and claims."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from twosource.extract.stage import extract, is_told_by_title

__all__ = [
    "extract",
    "is_told_by_title",
]


def __getattr__(name: str) -> Any:
    """Import the stage when it is first asked for: whoever only looks at a ledger reads no report."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from twosource.extract import stage  # noqa: PLC0415 - the point of this function

    return getattr(stage, name)

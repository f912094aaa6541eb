"""Cells in, Markdown out."""

from collections.abc import Iterable, Sequence

NOTE = "<!-- Made by `make docs` from the code and its data files; do not edit. -->"


def page(title: str, *parts: str) -> str:
    """Return a generated page."""
    return "\n\n".join([NOTE, f"# {title}", *(part for part in parts if part)]) + "\n"


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a table; ``|`` and ``<`` in cells are escaped outside code."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(map(_cell, line))} |" for line in lines)


def code(text: str) -> str:
    """Return the text as inline code."""
    return f"`{text}`"


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")

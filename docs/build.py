"""Makes ``docs/reference`` and the answers shown in other pages, from code, data and the examples: ``make docs``."""

import sys
from collections.abc import Callable, Mapping
from pathlib import Path

from docs.making.http import http_page
from docs.making.interface import interface_page, settings_page
from docs.making.ontology import agencies_page, event_types_page, rules_page
from docs.making.options import options_page
from docs.making.rejects import rejects_page
from docs.making.shown import MARK, with_answers
from docs.making.tables import tables_page

ROOT = Path(__file__).parents[1]
REFERENCE = ROOT / "docs" / "reference"


MADE: Mapping[str, Callable[[], str]] = {
    "agencies.md": agencies_page,
    "command-line.md": options_page,
    "event-types.md": event_types_page,
    "http.md": http_page,
    "python.md": interface_page,
    "rejects.md": rejects_page,
    "rules.md": rules_page,
    "settings.md": settings_page,
    "tables.md": tables_page,
}
"""What makes each page of the reference."""


def prose() -> tuple[Path, ...]:
    """Return every page written by hand."""
    pages = [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), *(ROOT / "examples").glob("*.md")]
    return tuple(sorted(path for path in pages if path.parent != REFERENCE))


def answered() -> dict[Path, str]:
    """Return the pages that show answers of the program, with its present ones."""
    texts = {path: path.read_text(encoding="utf-8") for path in prose()}
    return {path: with_answers(text) for path, text in texts.items() if MARK.search(text)}


def main() -> None:
    """Write what differs and name it."""
    pages = {REFERENCE / name: make() for name, make in MADE.items()}
    for path, text in (pages | answered()).items():
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            path.write_text(text, encoding="utf-8")
            sys.stdout.write(f"{path.relative_to(ROOT)}\n")


if __name__ == "__main__":
    main()

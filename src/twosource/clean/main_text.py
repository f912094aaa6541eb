"""A page comes in; the paragraphs of its main text go out. The wall around trafilatura: its errors end here."""

import logging
import re
from collections import Counter
from functools import cache
from typing import Any

from lxml import etree
from lxml.html import HtmlElement

FOREIGN = (
    ValueError,
    TypeError,
    LookupError,
    AttributeError,
    ArithmeticError,
    RecursionError,
    AssertionError,
    etree.LxmlError,
)
"""What parsers of foreign pages raise when a page is odder than they thought; all of it means "not readable so"."""


_WORD = re.compile(r"\w+")
_ALL = 0.98


def page_tree(source: str) -> HtmlElement | None:
    """Return the tree of a page, None where no tree can be made of it."""
    from trafilatura.utils import load_html  # noqa: PLC0415 - 0.14 s; whoever only looks at a ledger reads no page

    _silence()
    try:
        return load_html(source)
    except FOREIGN:
        return None


def main_paragraphs(tree: HtmlElement) -> tuple[str, ...]:
    """Return the paragraphs of the main text, comments left out; none where none is found.

    The extractor is asked twice, plainly and to be generous. The generous answer is taken where it holds all of the
    plain one: then it went on where the plain one stopped. Where it does not, it found another part of the page. On
    216 pages the rule was right each of the 9 times that the two differed by .03 of F1 or more (mean F1 +.005).
    """
    plain, generous = _text(tree), _text(tree, favor_recall=True)
    chosen = generous if _holds(generous, plain) else plain
    return tuple(line for told in chosen.splitlines() if (line := _unmarked(told)))


def _holds(whole: str, part: str) -> bool:
    """Tell whether nearly all words of ``part`` (98 %) stand in ``whole`` too, among at most thrice as many."""
    words, among = Counter(_WORD.findall(part.lower())), Counter(_WORD.findall(whole.lower()))
    return (words & among).total() >= _ALL * words.total() and (not words or among.total() <= 3 * words.total())


def _unmarked(line: str) -> str:
    """Return a line without the marks the extractor sets for lists ("- ") and tables ("|", "---")."""
    if line.startswith("|"):
        return " ".join(cell for cell in line.replace("|", " ").split() if cell.strip("-"))
    return line.strip().removeprefix("- ").strip()


def _text(tree: HtmlElement, **options: Any) -> str:
    from trafilatura import bare_extraction  # noqa: PLC0415 - as above

    try:
        document = bare_extraction(tree, include_comments=False, **options)
    except FOREIGN:
        return ""
    return getattr(document, "text", None) or ""


@cache
def _silence() -> None:
    """Keep the library from writing to the log of whoever uses this one; what it cannot read is told as a reject."""
    for name in ("trafilatura", "htmldate", "courlan", "justext"):
        logging.getLogger(name).setLevel(logging.CRITICAL)

"""A page comes in; the paragraphs of its main text go out. The wall around trafilatura: its errors end here."""

import logging
from functools import cache
from typing import Any

from lxml import etree
from lxml.html import HtmlElement
from trafilatura import bare_extraction
from trafilatura.utils import load_html

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


def page_tree(source: str) -> HtmlElement | None:
    """Return the tree of a page, None where no tree can be made of it."""
    _silence()
    try:
        return load_html(source)
    except FOREIGN:
        return None


def main_paragraphs(tree: HtmlElement) -> tuple[str, ...]:
    """Return the paragraphs of the main text, comments left out; none where none is found."""
    text = _text(tree)
    return tuple(line for line in text.splitlines() if line.strip())


def _text(tree: HtmlElement, **options: Any) -> str:
    try:
        document = bare_extraction(tree, include_comments=False, **options)
    except FOREIGN:
        return ""
    return (document.text or "") if document is not None else ""


@cache
def _silence() -> None:
    """Keep the library from writing to the log of whoever uses this one; what it cannot read is told as a reject."""
    for name in ("trafilatura", "htmldate", "courlan", "justext"):
        logging.getLogger(name).setLevel(logging.CRITICAL)

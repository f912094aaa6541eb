"""The visible runs of a page come in; the lines that read like a text go out, for pages that defeat the extractor."""

import html
from collections.abc import Sequence
from itertools import groupby

from twosource.clean.layout import layout
from twosource.clean.line import Line
from twosource.clean.markup import Run, Visible
from twosource.clean.trait import is_prose


def prose_lines(source: str, page: Visible) -> tuple[str, ...]:
    """Return the lines outside menus, headers and footers that are no furniture; none where no line is a paragraph."""
    texts = (_text(source, page, list(runs)) for _, runs in groupby(page.runs, key=lambda run: run.block))
    lines = tuple(Line(at, at, text) for at, text in enumerate(text for text in texts if text))
    found = layout(lines, None)
    kept = [line.text for at, line in enumerate(lines) if at in found.kinds]
    return tuple(kept) if any(is_prose(text) for text in kept) else ()


def _text(source: str, page: Visible, runs: Sequence[Run]) -> str:
    if page.blocks[runs[0].block].region:
        return ""
    return " ".join(html.unescape("".join(source[run.start : run.end] for run in runs)).split())

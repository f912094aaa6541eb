"""Blocks in, the stretches that are parsed alone out: a dateline is cut off, since it upsets the parse of its sentence.

With "PUNTA ARENAS, Chile — " before it, the parser reads "Gunmen abducted five" as a clipped passive.
"""

import re
from collections.abc import Iterator, Sequence

from twosource.model import Block, Span

# Capitals, then up to a few words, brackets and dots, then a dash: "DAYTON, Ohio (WDTN) – ", "HAVANA — ".
DATELINE = re.compile(r"[A-Z][A-Z.’' -]{2,40}(?:,? [^\n—–]{0,40}?)?\s?(?:\([^)\n]{1,30}\)\s?)?(?:—|–|--|-)\s+(?=\S)")
FIRST_BLOCKS = 4


def reading_spans(text: str, blocks: Sequence[Block]) -> tuple[Span, ...]:
    """Return the spans to parse, in order."""
    return tuple(span for number, block in enumerate(blocks) for span in _spans(text, block, number))


def _spans(text: str, block: Block, number: int) -> Iterator[Span]:
    found = DATELINE.match(text, block.span.start, block.span.end) if number < FIRST_BLOCKS else None
    if found is None or block.kind != "paragraph" or found.end() >= block.span.end:
        yield block.span
        return
    yield Span(block.span.start, found.end())
    yield Span(found.end(), block.span.end)

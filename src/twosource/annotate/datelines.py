"""Blocks in, the stretches that are parsed alone out: a dateline is cut off, since it upsets the parse of its sentence.

With "PUNTA ARENAS, Chile — " before it, the parser reads "Gunmen abducted five" as a clipped passive.
"""

import re
from collections.abc import Iterator, Sequence

from twosource.annotate.place.fold import fold
from twosource.annotate.place.gazetteer import load_gazetteer
from twosource.annotate.place.parts import plain_words
from twosource.model import Block, Span

# Capitals, then up to a few words, brackets and dots, then a dash: "DAYTON, Ohio (WDTN) – ", "HAVANA — ".
DATELINE = re.compile(r"[A-Z][A-Z.’' -]{2,40}(?:,? [^\n—–]{0,40}?)?\s?(?:\([^)\n]{1,30}\)\s?)?(?:—|–|--|-)\s+(?=\S)")
# "Kolkata: Police arrested 17 men", "New Delhi/Agra: ..."; before "Police: five dead" stands a speaker.
TOWN = re.compile(r"(?P<town>[A-Z][\w.'-]+(?: [A-Z][\w.'-]+)?)(?:/[A-Z][\w.'-]+)*:\s+(?=\S)")
# Further down the whole of it must look like one: "MENASHA, Wis. (AP) -- Four people".
FULL = re.compile(
    r"[A-Z][A-Z.’' -]{2,30}(?:, [A-Z][\w.]+(?: [A-Z][\w.]+)?)?(?: \([A-Z][\w. ]{1,20}\))? (?:—|–|--|-) (?=[A-Z“\"])"
)
# The agency alone: "(Reuters) - Gunmen ambushed a bus", of which the parser makes the one who did it.
MARK = re.compile(r"\([A-Z][\w. ]{1,30}\)\s?(?:—|–|--|-)\s+(?=[A-Z“\"])")
FIRST_BLOCKS = 4


def reading_spans(text: str, blocks: Sequence[Block]) -> tuple[Span, ...]:
    """Return the spans to parse, in order."""
    return tuple(span for number, block in enumerate(blocks) for span in _spans(text, block, number))


def _spans(text: str, block: Block, number: int) -> Iterator[Span]:
    end = _end(text, block, number) if block.kind == "paragraph" else None
    if end is None or end >= block.span.end:
        yield block.span
        return
    yield Span(block.span.start, end)
    yield Span(end, block.span.end)


def _end(text: str, block: Block, number: int) -> int | None:
    if number < FIRST_BLOCKS:
        return _dateline_end(text, block.span)
    found = FULL.match(text, block.span.start, block.span.end)
    return found.end() if found is not None else None


def _dateline_end(text: str, span: Span) -> int | None:
    found = DATELINE.match(text, span.start, span.end) or MARK.match(text, span.start, span.end)
    if found is not None:
        return found.end()
    town = TOWN.match(text, span.start, span.end)
    name = fold(town["town"]) if town is not None else ""
    is_town = load_gazetteer().knows(name) and name not in plain_words()
    return town.end() if town is not None and is_town else None

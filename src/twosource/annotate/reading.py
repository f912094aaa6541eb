"""A text in, what the models read in it out: parse, direct speech, who says what; a title behind the text apart.

Copies come one after the other, and a report whose title alone tells is read twice: what was read is kept for a while.
"""

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

from twosource.annotate.attribution import find_attributions
from twosource.annotate.datelines import reading_spans
from twosource.annotate.parse import Parsed, parse
from twosource.annotate.quotations import find_quotations
from twosource.model import Block, Marked, Quotation, Span

KEPT = 8  # texts: some 10 MB
BREAK = "\n\n"


class Read(NamedTuple):
    """What the models read in one text; ``marked`` is None without a network."""

    parsed: Parsed
    quotations: tuple[Quotation, ...]
    marked: tuple[Marked, ...] | None


def read(text: str, blocks: Sequence[Block]) -> Read:
    """Return what the models read in the blocks of a text.

    A title that stands behind the text is read apart: one report in thirty is read again for its title alone, and to
    read is four fifths of the time.
    """
    spans, stretches = tuple(block.span for block in blocks), reading_spans(text, blocks)
    if len(blocks) < 2 or blocks[-1].kind != "title":
        return _read(text, stretches, spans)
    body = _read(text[: spans[-1].start].removesuffix(BREAK), stretches[:-1], spans[:-1])
    parsed, quotations = parse(text, stretches[-1:]), find_quotations(text, spans)
    own = [one for one in quotations if spans[-1].covers(one.span)]
    marked = find_attributions(parsed.tokens, parsed.sentences, own)
    return _joined(body, Read(parsed, quotations, marked), len(stretches) - 1)


@lru_cache(maxsize=KEPT)
def _read(text: str, stretches: Sequence[Span], blocks: Sequence[Span]) -> Read:
    parsed, quotations = parse(text, stretches), find_quotations(text, blocks)
    return Read(parsed, quotations, find_attributions(parsed.tokens, parsed.sentences, quotations))


def _joined(body: Read, title: Read, stretches: int) -> Read:
    """Put a title behind the body it follows; its quotations are those of all the text."""
    base = len(body.parsed.tokens)
    tokens = (replace(token, head=token.head + base) for token in title.parsed.tokens)
    sentences = (
        replace(one, first=one.first + base, last=one.last + base, block=one.block + stretches)
        for one in title.parsed.sentences
    )
    parsed = Parsed(
        (*body.parsed.tokens, *tokens),
        (*body.parsed.sentences, *sentences),
        (*body.parsed.entities, *title.parsed.entities),
    )
    marked = None
    if body.marked is not None and title.marked is not None:
        marked = (*body.marked, *(_moved(one, base) for one in title.marked))
    return Read(parsed, title.quotations, marked)


def _moved(marked: Marked, base: int) -> Marked:
    source, cue, content = (tuple(i + base for i in part) for part in (marked.source, marked.cue, marked.content))
    return Marked(source=source, cue=cue, content=content)

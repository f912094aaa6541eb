"""Text in, direct speech out: pairs of quotation marks, paragraph by paragraph; knows nothing of who speaks."""

from collections.abc import Iterator, Sequence

from twosource.model import Quotation, Span

CLOSING = {'"': '"', "“": "”", "„": "“”", "«": "»", "``": "''"}
OPENING = frozenset('"“„«')
SHORTEST = 2  # characters; a lone mark of inches or seconds holds less


def find_quotations(text: str, blocks: Sequence[Span]) -> tuple[Quotation, ...]:
    """Find direct speech between double quotation marks.

    A paragraph that opens a quotation and does not close it is quoted to its end; when the next one opens again, both
    are one turn of speech (the printers' rule for speech of several paragraphs).
    """
    found: list[Quotation] = []
    turn = 0
    runs_on = False
    for block in blocks:
        for span, closed in _quoted(text, block):
            continues = runs_on and span.start <= block.start + 2
            turn += not continues
            if len(span.of(text).strip()) >= SHORTEST:
                found.append(Quotation(span=span, turn=turn))
            runs_on = not closed
        if runs_on and not (found and found[-1].span.end >= block.end - 1):
            runs_on = False
    return tuple(found)


def _quoted(text: str, block: Span) -> Iterator[tuple[Span, bool]]:
    position = block.start
    while position < block.end:
        mark = text[position]
        if mark in OPENING and not _is_inch_mark(text, position):
            end = _closing(text, position + 1, block.end, CLOSING[mark])
            yield Span(position + 1, block.end if end is None else end), end is not None
            position = block.end if end is None else end
        position += 1


def _is_inch_mark(text: str, position: int) -> bool:
    return text[position] == '"' and position > 0 and text[position - 1].isdigit()


def _closing(text: str, start: int, end: int, marks: str) -> int | None:
    places = [at for mark in marks if (at := text.find(mark, start, end)) != -1]
    return min(places, default=None)

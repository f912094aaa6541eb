"""The placed words of a paragraph come in; its text with segments goes out, and the body that such passages make."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from twosource.clean.align import Placed
from twosource.clean.finding import Body
from twosource.clean.shown import Shown, bare
from twosource.model import Block, Discarded, Segment, Span
from twosource.model.article import BlockKind

_BREAK = "\n\n"


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """One paragraph of a page: its text, where each stretch of it stands, and the shown characters it uses."""

    text: str
    segments: tuple[Segment, ...]
    words: tuple[Placed, ...]
    kind: BlockKind = "paragraph"


def passage(source: str, page: Shown, words: Sequence[Placed]) -> Passage:
    """Return the words as one paragraph, a space between them, each stretch with its place in the page."""
    words = [_with_marks(source, page, word) for word in words]
    text = " ".join(word.word for word in words)
    start, end = page.starts[words[0].at], page.ends[words[-1].last]
    if end - start == len(text) and source.startswith(text, start):
        whole = Segment(text=Span(0, len(text)), source=Span(start, end), exact=True)
        return Passage(text=text, segments=(whole,), words=tuple(words))
    return Passage(text=text, segments=tuple(_pieces(source, page, words)), words=tuple(words))


def _with_marks(source: str, page: Shown, word: Placed) -> Placed:
    """Return the word as the page has it, with the joiners and marks of direction inside it."""
    there = source[page.starts[word.at] : page.ends[word.last]]
    return replace(word, word=there) if there != word.word and bare(there) == word.word else word


def _pieces(source: str, page: Shown, words: Sequence[Placed]) -> list[Segment]:
    segments: list[Segment] = []
    at = 0
    for before, word in zip((None, *words[:-1]), words, strict=True):
        if before is not None:
            at += 1
            _bridge(source, page, segments, (before, word))
        for segment in _word_segments(source, page, word):
            moved = replace(segment, text=Span(at + segment.text.start, at + segment.text.end))
            _append(segments, moved)
        at += len(word.word)
    return segments


def joined(passages: Sequence[Passage], discarded: tuple[Discarded, ...]) -> Body:
    """Return the passages as one text, a blank line between them."""
    segments: list[Segment] = []
    blocks: list[Block] = []
    at = 0
    for part in passages:
        blocks.append(Block(span=Span(at, at + len(part.text)), kind=part.kind))
        segments.extend(
            replace(segment, text=Span(at + segment.text.start, at + segment.text.end)) for segment in part.segments
        )
        at += len(part.text) + len(_BREAK)
    text = _BREAK.join(part.text for part in passages)
    return Body(text=text, blocks=tuple(blocks), segments=tuple(segments), discarded=discarded)


def _word_segments(source: str, page: Shown, word: Placed) -> list[Segment]:
    """Return one exact segment where the word stands in one piece, else one for each piece of it."""
    first, start, end = word.at, page.starts[word.at], page.ends[word.last]
    if end - start == len(word.word) and source.startswith(word.word, start):
        return [Segment(text=Span(0, len(word.word)), source=Span(start, end), exact=True)]
    pieces: list[Segment] = []
    for i, character in enumerate(word.word):
        place = Span(page.starts[first + i], page.ends[first + i])
        _append(pieces, Segment(text=Span(i, i + 1), source=place, exact=source[place.start : place.end] == character))
    return pieces


def _append(segments: list[Segment], segment: Segment) -> None:
    """Add a segment, or lengthen the last one where both are exact and touch."""
    last = segments[-1] if segments else None
    touches = last is not None and last.text.end == segment.text.start and last.source.end == segment.source.start
    if last is not None and touches and last.exact and segment.exact:
        segments[-1] = Segment(
            text=Span(last.text.start, segment.text.end), source=Span(last.source.start, segment.source.end), exact=True
        )
    elif last is not None and not segment.exact and last.source == segment.source:
        segments[-1] = replace(last, text=Span(last.text.start, segment.text.end))
    else:
        segments.append(segment)


def _bridge(source: str, page: Shown, segments: list[Segment], pair: tuple[Placed, Placed]) -> None:
    """Map the space between two words that follow each other in the page: exact where it is one space there too."""
    before, word = pair
    if not segments or word.at != before.last + 1:
        return
    place = Span(page.ends[word.at - 1], page.starts[word.at])
    if place.start <= place.end and segments[-1].source.end == place.start:
        end = segments[-1].text.end
        _append(segments, Segment(text=Span(end, end + 1), source=place, exact=place.of(source) == " "))

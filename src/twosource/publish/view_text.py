"""An article in, its text as the page shows it out: claims marked, and what was set aside in its place, in grey.

The blocks, joined with the headline and the blank stretches between, are the text of the article.
"""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from twosource.model import Article, Block, Discarded, Segment, Span
from twosource.publish.highlight import Piece, Reference, Wanted, continued, highlighted
from twosource.publish.shelf import Shelf, anchor, word_anchor
from twosource.publish.view import BlockView, StretchView
from twosource.publish.view_claim import claim_label
from twosource.publish.wording import counted, listed, word

NOT_READ = "not read"
UNFOLDED = 2  # neighbouring pieces set aside that are shown as they are; more are folded under their number


@dataclass(frozen=True, slots=True, kw_only=True)
class _Stretch:
    """A stretch of the text in order: a block, or a piece of the text that was not read, with the reason."""

    span: Span
    kind: str
    reason: str | None = None


def text_views(
    article: Article, shelf: Shelf, further: tuple[Wanted, ...] = ()
) -> tuple[tuple[Piece, ...], tuple[StretchView, ...]]:
    """Return the headline as it stands in the text, and the text block by block with what was set aside in its place.

    The headline is empty where the text has none; it is shown once, above the text. ``further`` are marks besides those
    of claims and points.
    """
    marked = _marked(article, (*wanted_marks(article, shelf), *further))
    title = next((at for at, (_, view) in enumerate(marked) if view.kind == "title" and view.reason is None), None)
    rest = [one for at, one in enumerate(marked) if at != title]
    runs = groupby(_woven(article, rest), key=lambda block: block.reason is not None)
    text = tuple(stretch for is_aside, run in runs for stretch in (_aside(run) if is_aside else map(_alone, run)))
    return () if title is None else marked[title][1].pieces, text


def wanted_marks(article: Article, shelf: Shelf) -> tuple[Wanted, ...]:
    """Return the marks of an article: one for each stretch that claims, or statements of points, stand on."""
    references: dict[Span, set[Reference]] = {}
    styles: dict[Span, str] = {}
    for claim in shelf.claims_of[article.id]:
        sign = Reference(
            sign=str(shelf.numbers[claim.id]), href=f"#{anchor(claim.id)}", label=claim_label(claim, shelf)
        )
        for span in (claim.span, *claim.spans):
            references.setdefault(span, set()).add(sign)
            styles.setdefault(span, claim.measure)
    for span in shelf.said_in[article.id]:
        references.setdefault(span, set())
        styles.setdefault(span, "told")
    return tuple(
        Wanted(span=span, style=styles[span], anchor=word_anchor(article.id, span), references=_sorted(signs))
        for span, signs in sorted(references.items())
    )


def _alone(block: BlockView) -> StretchView:
    return StretchView(blocks=(block,))


def _aside(blocks: Iterable[BlockView]) -> list[StretchView]:
    """Return neighbouring pieces set aside, folded where they are many."""
    run = tuple(blocks)
    reasons = tuple(dict.fromkeys(block.reason for block in run if block.reason))
    title = f"{counted(len(run), 'piece')} set aside: {listed(reasons)}" if len(run) > UNFOLDED else ""
    return [StretchView(blocks=run, title=title)]


def _marked(article: Article, wanted: Iterable[Wanted]) -> list[tuple[Span, BlockView]]:
    waiting = list(wanted)
    views: list[tuple[Span, BlockView]] = []
    for one in _stretches(article):
        here = [mark for mark in waiting if mark.span.touches(one.span)]
        pieces = highlighted(article.text, one.span, here)
        view = BlockView(kind=one.kind, label=word("block", one.kind), pieces=pieces, reason=one.reason)
        views.append((one.span, view))
        waiting = [_left(mark, one.span) for mark in waiting if mark.span.end > one.span.end]
    return views


def _woven(article: Article, views: list[tuple[Span, BlockView]]) -> list[BlockView]:
    """Return the blocks with the pieces of the report that are no part of the text, each before what followed it."""
    waiting = [part for part in sorted(article.discarded, key=_place) if _in_text(article, part) is None]
    starts = _source_starts(article, [span for span, _ in views])
    woven: list[BlockView] = []
    for at, (_, view) in zip(starts, views, strict=True):
        woven += [_excerpt(part) for part in waiting if part.start < at]
        waiting = [part for part in waiting if part.start >= at]
        woven.append(view)
    return woven + [_excerpt(part) for part in waiting]


def _excerpt(part: Discarded) -> BlockView:
    words = part.excerpt or f"({counted(part.end - part.start, 'character')})"
    return BlockView(kind="paragraph", label="", pieces=(words,), reason=part.reason)


def _source_starts(article: Article, spans: Sequence[Span]) -> list[int]:
    """Return where stretches of the text begin in the report; without segments both are the same."""
    segments = sorted(article.segments, key=lambda segment: segment.text)
    ends = [segment.text.end for segment in segments]
    places = (bisect_right(ends, span.start) for span in spans)
    return [
        _source_start(segments[at], span) if at < len(segments) else span.start
        for at, span in zip(places, spans, strict=True)
    ]


def _source_start(segment: Segment, span: Span) -> int:
    return segment.source.start + (max(span.start - segment.text.start, 0) if segment.exact else 0)


def _stretches(article: Article) -> list[_Stretch]:
    """Return the blocks in order and, with a reason, what is written between them."""
    asides = [(span, part.reason) for part in article.discarded if (span := _in_text(article, part))]
    stretches: list[_Stretch] = []
    at = 0
    for block in sorted(article.blocks, key=_block_place):
        span = Span(max(block.span.start, at), min(block.span.end, len(article.text)))
        if span.start >= span.end:
            continue
        stretches += _between(article, Span(at, span.start), asides)
        stretches.append(_Stretch(span=span, kind=block.kind))
        at = span.end
    return stretches + _between(article, Span(at, len(article.text)), asides)


def _between(article: Article, gap: Span, asides: list[tuple[Span, str]]) -> list[_Stretch]:
    """Return what is written in a gap between blocks, cut into the pieces that were set aside for one reason each."""
    inside = sorted(
        (Span(max(span.start, gap.start), min(span.end, gap.end)), reason)
        for span, reason in asides
        if span.touches(gap)
    )
    rest = NOT_READ if article.blocks else None
    pieces: list[_Stretch] = []
    at = gap.start
    for span, reason in inside:
        pieces.append(_Stretch(span=Span(at, max(at, span.start)), kind="paragraph", reason=rest))
        pieces.append(_Stretch(span=Span(max(at, span.start), max(at, span.end)), kind="paragraph", reason=reason))
        at = max(at, span.end)
    pieces.append(_Stretch(span=Span(at, gap.end), kind="paragraph", reason=rest))
    return [piece for piece in pieces if piece.span.of(article.text).strip()]


def _in_text(article: Article, part: Discarded) -> Span | None:
    """Return where a part set aside stands in the text itself, as in a row that keeps its text whole; else None."""
    place = Span(part.start, part.end)
    if not article.segments:
        return place if part.end <= len(article.text) else None
    segment = article.segments[0]
    if len(article.segments) > 1 or not segment.exact or not segment.source.covers(place):
        return None
    shift = segment.text.start - segment.source.start
    return Span(part.start + shift, part.end + shift)


def _left(one: Wanted, block: Span) -> Wanted:
    """Return what is left of a mark behind a block: its name and references stay with its first piece."""
    return continued(one) if one.span.touches(block) else one


def _sorted(signs: set[Reference]) -> tuple[Reference, ...]:
    return tuple(sorted(signs, key=lambda sign: (int(sign.sign), sign)))


def _place(part: Discarded) -> tuple[int, int, str]:
    return part.start, part.end, part.reason


def _block_place(block: Block) -> Span:
    return block.span

"""A text and the stretches to be marked in it; out comes the text cut into plain and marked pieces.

Marks nest; where two cross, the later one is cut in two, so the pieces joined are the text, character for character.
It knows no claim and no markup.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from heapq import heapify, heappop, heappush

from twosource.model import Span


@dataclass(frozen=True, slots=True, order=True)
class Reference:
    """Where a mark leads: an anchor of the page, the sign shown for it and a label for those who cannot see it."""

    sign: str
    href: str
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """A stretch to be marked; ``anchor`` names the mark, ``continues`` the mark that this is a further piece of."""

    span: Span
    style: str
    anchor: str | None = None
    references: tuple[Reference, ...] = ()
    continues: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A marked piece; ``pieces`` joined are its words, references are shown behind them."""

    style: str
    anchor: str | None
    continues: str | None
    references: tuple[Reference, ...]
    pieces: "tuple[Piece, ...]"


Piece = str | Mark


def highlighted(text: str, window: Span, wanted: Iterable[Wanted]) -> tuple[Piece, ...]:
    """Return the characters of ``window`` as pieces; marks are cut to the window."""
    inside = [_clipped(one, window) for one in wanted if one.span.touches(window)]
    return _nested(text, window, _uncrossed(inside))


def continued(one: Wanted) -> Wanted:
    """Return what follows the first piece of a mark that is cut: it has no name and no references of its own."""
    return replace(one, anchor=None, references=(), continues=one.anchor or one.continues)


def plain_text(pieces: Iterable[Piece]) -> str:
    """Return the words of the pieces without their marks."""
    return "".join(piece if isinstance(piece, str) else plain_text(piece.pieces) for piece in pieces)


def _clipped(one: Wanted, window: Span) -> Wanted:
    return replace(one, span=Span(max(one.span.start, window.start), min(one.span.end, window.end)))


def _rank(one: Wanted) -> tuple[int, int, str, str]:
    return one.span.start, -one.span.end, one.anchor or "", one.style


def _uncrossed(wanted: Sequence[Wanted]) -> list[Wanted]:
    """Return the stretches in order, cut where one would end inside another that began before it."""
    waiting = [(*_rank(one), index, one) for index, one in enumerate(wanted)]
    heapify(waiting)
    placed: list[Wanted] = []
    ends: list[int] = []
    while waiting:
        one = heappop(waiting)[-1]
        start, end = one.span.start, one.span.end
        while ends and ends[-1] <= start:
            ends.pop()
        if ends and end > ends[-1]:
            rest = replace(continued(one), span=Span(ends[-1], end))
            heappush(waiting, (*_rank(rest), len(wanted) + len(placed), rest))
            end = ends[-1]
        placed.append(replace(one, span=Span(start, end)))
        ends.append(end)
    return placed


def _nested(text: str, window: Span, ordered: Sequence[Wanted]) -> tuple[Piece, ...]:
    pieces: list[Piece] = []
    at, index = window.start, 0
    while index < len(ordered):
        one = ordered[index]
        last = index + 1
        while last < len(ordered) and ordered[last].span.start < one.span.end:
            last += 1
        pieces.append(text[at : one.span.start])
        pieces.append(_mark(text, one, ordered[index + 1 : last]))
        at, index = one.span.end, last
    pieces.append(text[at : window.end])
    return tuple(piece for piece in pieces if piece)


def _mark(text: str, one: Wanted, inner: Sequence[Wanted]) -> Mark:
    return Mark(
        style=one.style,
        anchor=one.anchor,
        continues=one.continues,
        references=one.references,
        pieces=_nested(text, one.span, inner),
    )

"""Paragraphs of extracted text and the shown characters of their page come in; where each word stands goes out."""

from collections.abc import Sequence
from dataclasses import dataclass

from twosource.clean.shown import Shown, bare

_NEAR = 2_000
"""Shown characters ahead in which a whole paragraph is looked for before the rest of the page is."""
_PART_NEAR = 300
"""The same for a part of a paragraph: what stands inside one is a footnote mark, a button, a short insert."""
_TELLING = 24
"""Characters from which a paragraph or part is long enough to be looked for in the whole page."""
_ENOUGH = 0.5
"""Share of a paragraph that must be placed; with less, what was found are chance words elsewhere."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A word of a paragraph and the indices of its first and last shown character."""

    word: str
    at: int
    last: int


@dataclass(slots=True)
class _Reader:
    """The page, and how far it has been read."""

    page: Shown
    cursor: int = 0


def placed_paragraphs(paragraphs: Sequence[str], page: Shown) -> list[tuple[Placed, ...]]:
    """Return the words of each paragraph with their places; words that the page does not show are left out.

    A paragraph of which less than half is found has no words.
    """
    reader = _Reader(page)
    return [tuple(_placed(paragraph, reader)) for paragraph in paragraphs]


def _placed(paragraph: str, reader: _Reader) -> list[Placed]:
    key, begun = bare(paragraph), reader.cursor
    at = _found_whole(key, reader) if key else -1
    if at >= 0:
        reader.cursor = at + len(key)
        return _spread(paragraph.split(), at)
    done = _placed_parts(paragraph.split(), reader)
    if sum(len(word.word) for word in done) < _ENOUGH * len(key):
        reader.cursor = begun
        return []
    return done


def _placed_parts(words: Sequence[str], reader: _Reader) -> list[Placed]:
    """Place as many words at once as stand together; where they do not, halve them."""
    done: list[Placed] = []
    waiting = [list(words)]
    while waiting:
        part = waiting.pop()
        key = bare("".join(part))
        at = _found_part(key, reader, is_anchored=bool(done)) if key else -1
        if at >= 0:
            done.extend(_spread(part, at))
            reader.cursor = at + len(key)
        elif len(part) > 1:
            middle = len(part) // 2
            waiting.extend((part[middle:], part[:middle]))
    return done


def _found_whole(key: str, reader: _Reader) -> int:
    characters, cursor = reader.page.characters, reader.cursor
    near = characters.find(key, cursor, cursor + _NEAR + len(key))
    if near >= 0 or len(key) < _TELLING:
        return near
    ahead = characters.find(key, cursor)
    return ahead if ahead >= 0 else characters.find(key, 0, cursor)


def _found_part(key: str, reader: _Reader, *, is_anchored: bool) -> int:
    """Look near by; a long part may stand anywhere as long as no other part says where its paragraph is."""
    near = reader.page.characters.find(key, reader.cursor, reader.cursor + _PART_NEAR + len(key))
    return near if near >= 0 or is_anchored or len(key) < _TELLING else _found_whole(key, reader)


def _spread(words: Sequence[str], at: int) -> list[Placed]:
    placed = []
    for word in words:
        if key := bare(word):
            placed.append(Placed(key, at, at + len(key) - 1))
            at += len(key)
    return placed

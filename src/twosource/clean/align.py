"""Paragraphs of extracted text and the shown characters of their page come in; where each word stands goes out."""

from collections.abc import Sequence
from dataclasses import dataclass

from twosource.clean.shown import Shown, bare

_NEAR = 4_000
"""Shown characters ahead in which a part of a paragraph is looked for; headings and inserts between are shorter."""
_TELLING = 24
"""Characters from which a part is long enough to be looked for in the whole page."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A word of a paragraph and the index of its first shown character."""

    word: str
    at: int


@dataclass(slots=True)
class _Reader:
    """How far the page has been read."""

    page: Shown
    cursor: int = 0


def placed_paragraphs(paragraphs: Sequence[str], page: Shown) -> list[tuple[Placed, ...]]:
    """Return the words of each paragraph with their places; words that the page does not show are left out."""
    reader = _Reader(page)
    return [tuple(_placed(paragraph.split(), reader)) for paragraph in paragraphs]


def _placed(words: Sequence[str], reader: _Reader) -> list[Placed]:
    """Place as many words at once as stand together; where they do not, halve them."""
    done: list[Placed] = []
    waiting = [list(words)]
    while waiting:
        part = waiting.pop()
        key = bare("".join(part))
        at = _found(key, reader) if key else -1
        if at >= 0:
            done.extend(_spread(part, at))
            reader.cursor = at + len(key)
        elif len(part) > 1:
            middle = len(part) // 2
            waiting.extend((part[middle:], part[:middle]))
    return done


def _found(key: str, reader: _Reader) -> int:
    near = reader.page.characters.find(key, reader.cursor, reader.cursor + _NEAR + len(key))
    if near >= 0 or len(key) < _TELLING:
        return near
    ahead = reader.page.characters.find(key, reader.cursor)
    return ahead if ahead >= 0 else reader.page.characters.find(key, 0, reader.cursor)


def _spread(words: Sequence[str], at: int) -> list[Placed]:
    placed = []
    for word in words:
        if key := bare(word):
            placed.append(Placed(key, at))
            at += len(key)
    return placed

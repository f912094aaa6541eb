"""An article in, its fingerprint out: hashed words, sentences and anchors; it knows no other article.

What is told between quotation marks leaves no trace: two reporters who heard the same man print the same words.
Titles, headings and captions leave none either: editors write the first two anew, and a picture is no dispatch.
"""

import re
import tomllib
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from hashlib import sha256
from importlib.resources import files
from itertools import pairwise
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from twosource.model import Article, Block, Span
from twosource.values.sentence import SENTENCE_END

Hashes = NDArray[np.uint64]

SHINGLE = 5  # words; shorter runs are idiom ("was pronounced dead at the"), longer ones miss light edits
# Winnowing (Schleimer, Wilkerson and Aiken 2003): of any WINDOW shingles in a row the smallest is kept, so a run of
# WINDOW + SHINGLE - 1 = 20 unchanged words is always found, at about one anchor for 8 words.
WINDOW = 16
SKIPPED = frozenset({"title", "heading", "caption"})
QUOTED = 0  # stands where a quotation, or a sentence that is the house's furniture, was
MULTIPLIER = 0x9E3779B97F4A7C15  # 2^64 over the golden ratio, odd: spreads a product over all bits (Knuth, 6.4)
UNUSED = np.uint64(0xFFFFFFFFFFFFFFFF)

WORD = re.compile(r"\w+(?:['’]\w+)*")
QUOTATION = re.compile(r"“[^”]*(?:”|$)|«[^»]*(?:»|$)|``(?:(?!'').)*(?:''|$)|\"[^\"]*(?:\"|$)", re.DOTALL)
POST = re.compile(r"\(@\w+\)")  # who wrote a post shown in the text: the line is the author's own words
TEASER = re.compile(
    r"(?:\d{1,2}:\d\d|\+) [A-Z]"
)  # "0:24 Police at the scene", "+ Burglars take": other stories' titles
REPEATED = 8  # words; a sentence that stands twice in one article is a caption or a teaser, not reporting


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """Characters of the article's text and its words ``[first, last)`` in the fingerprint."""

    span: Span
    first: int
    last: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Fingerprint:
    """What of an article is compared. ``words`` are 32-bit hashes (little-endian bytes), 0 where a quotation stood.

    ``shape`` is one for all articles of the same words in the same sentences.
    """

    report: str
    shape: bytes
    words: bytes
    sentences: tuple[Sentence, ...]
    anchors: tuple[int, ...]


def fingerprint(article: Article) -> Fingerprint:
    """Return the fingerprint of an article's running text.

    Words are compared without case, accents and kind of apostrophe; 64-bit hashes are made of CRC-32, the same on any
    machine.
    """
    hashed: list[int] = []
    sentences: list[Sentence] = []
    for part, words_of in _told_once([found for span in _passages(article) for found in _read(article.text, span)]):
        sentences.append(Sentence(span=part, first=len(hashed), last=len(hashed) + len(words_of)))
        hashed += words_of
    words = np.array(hashed, dtype="<u4").tobytes()
    told = tuple(s for s in sentences if s.last > s.first)
    return Fingerprint(
        report=article.id,
        shape=sha256(words + repr([s.last for s in told]).encode()).digest(),
        words=words,
        sentences=told,
        anchors=_anchors(shingle_hashes(words)),
    )


def sentences(article: Article) -> tuple[Span, ...]:
    """Return the sentences of an article's running text as compared: titles, headings and captions left out."""
    return tuple(part for passage in _passages(article) for part, _ in _parts(article.text, passage))


def shingle_hashes(words: bytes, size: int = SHINGLE) -> Hashes:
    """Return a 64-bit hash for each run of ``size`` words, in order; the largest one where a quotation is touched."""
    values = np.frombuffer(words, dtype="<u4").astype(np.uint64)
    count = len(values) - size + 1
    if count <= 0:
        return np.empty(0, dtype=np.uint64)
    mixed = np.zeros(count, dtype=np.uint64)
    untouched = np.ones(count, dtype=bool)
    for offset in range(size):
        part = values[offset : offset + count]
        mixed = (mixed ^ part) * np.uint64(MULTIPLIER)
        mixed ^= mixed >> np.uint64(29)
        untouched &= part != QUOTED
    return np.where(untouched, mixed, UNUSED)


def _anchors(shingles: Hashes) -> tuple[int, ...]:
    if len(shingles) == 0:
        return ()
    windows = np.lib.stride_tricks.sliding_window_view(shingles, min(WINDOW, len(shingles)))
    smallest = np.unique(windows.min(axis=1))
    return tuple(int(value) for value in smallest if value != UNUSED)


def _read(text: str, passage: Span) -> Iterator[tuple[Span, list[int]]]:
    """Yield the sentences of a passage with their hashed words."""
    for part, quoted in _parts(text, passage):
        is_teaser = TEASER.match(text, part.start) is not None
        yield part, [QUOTED] if is_teaser else _words(part.of(text), quoted)


def _told_once(sentences: list[tuple[Span, list[int]]]) -> Iterator[tuple[Span, list[int]]]:
    """Leave no words of a sentence that stands in the article more than once."""
    often = Counter(tuple(words) for _, words in sentences if len(words) >= REPEATED)
    for span, words in sentences:
        yield span, [QUOTED] if often[tuple(words)] > 1 else words


def _passages(article: Article) -> list[Span]:
    blocks: tuple[Block, ...] = article.blocks
    if not blocks:
        return [Span(0, len(article.text))]
    return [block.span for block in blocks if block.kind not in SKIPPED]


def _parts(text: str, passage: Span) -> list[tuple[Span, list[Span]]]:
    """Cut a passage into sentences, each with the quotations of the passage."""
    body = passage.of(text)
    quoted = [Span(m.start(), m.end()) for m in QUOTATION.finditer(body)] + _posts(body)
    cuts = [0, *(m.end() for m in SENTENCE_END.finditer(body)), len(body)]
    found = []
    for start, end in pairwise(cuts):
        kept = body[start:end].rstrip()
        if kept:
            span = Span(passage.start + start, passage.start + start + len(kept))
            inside = [Span(max(q.start - start, 0), q.end - start) for q in quoted if q.end > start and q.start < end]
            found.append((span, inside))
    return found


def _posts(body: str) -> list[Span]:
    found = []
    for match in POST.finditer(body):
        start, end = body.rfind("\n", 0, match.start()) + 1, body.find("\n", match.end())
        found.append(Span(start, len(body) if end < 0 else end))
    return found


def _words(sentence: str, quoted: list[Span]) -> list[int]:
    hashed: list[int] = []
    for match in WORD.finditer(sentence):
        if not quoted or not _is_inside(match.start(), quoted):
            hashed.append(_hashed(match.group()))
        elif not hashed or hashed[-1] != QUOTED:
            hashed.append(QUOTED)
    return [QUOTED] if _is_furniture(hashed) else hashed


def _is_inside(position: int, quoted: list[Span]) -> bool:
    return any(q.start <= position < q.end for q in quoted)


def _is_furniture(hashed: list[int]) -> bool:
    phrases = _furniture()
    starts = [i for i, word in enumerate(hashed) if word in phrases]
    return any(tuple(hashed[i : i + len(phrase)]) == phrase for i in starts for phrase in phrases[hashed[i]])


@cache
def _furniture() -> dict[int, tuple[tuple[int, ...], ...]]:
    """Phrases of sentences that speak to the reader (``furniture.toml``), hashed, by their first word."""
    text = files("twosource.copies").joinpath("furniture.toml").read_text(encoding="utf-8")
    phrases = sorted({tuple(_hashed(word) for word in phrase.split()) for phrase in tomllib.loads(text)["phrases"]})
    return {first: tuple(p for p in phrases if p[0] == first) for first in sorted({p[0] for p in phrases})}


@lru_cache(maxsize=65536)
def _hashed(word: str) -> int:
    return crc32(folded(word).encode("utf-8", "surrogatepass")) or 1


def folded(word: str) -> str:
    """Return a word without case, accents and kind of apostrophe."""
    plain = unicodedata.normalize("NFKD", word.replace("’", "'").casefold())
    return "".join(c for c in plain if not unicodedata.combining(c))

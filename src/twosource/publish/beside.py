"""Two articles in, their sentences side by side out: the same, edited, or only in one; it knows no page and no claim.

Sentences are paired by their words, wherever they stand; the first article gives the order, and what only the second
tells stands behind what precedes it there.
"""

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise
from typing import Literal

from twosource.model import Article, Span
from twosource.values.sentence import SENTENCE_END

WORD = re.compile(r"\w+(?:['’]\w+)*")
# Of the shorter sentence's pairs of neighbouring words. In the example reports 58 of 62 pairs of sentences that share
# three such pairs inside a copy group reach it; between reports of different origins 11 of 90 do, and each of these
# tells one fact in both (or one credit), which is what a reader wants beside each other.
ALIKE = 0.5
PAIRS = 3  # shared at least, unless both sentences are the same: "he said" is no sentence taken over
Pairs = Counter[tuple[str, str]]
Kind = Literal["same", "edited", "only first", "only second"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """A sentence of each of two articles, or of one alone; ``first_changed`` and ``second_changed`` are other words.

    ``moved`` tells that the second article has the sentence at another place of its story.
    """

    kind: Kind
    first: Span | None
    second: Span | None
    first_changed: tuple[Span, ...] = ()
    second_changed: tuple[Span, ...] = ()
    moved: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sentence:
    span: Span
    words: tuple[str, ...]
    places: tuple[Span, ...]


def beside(first: Article, second: Article) -> tuple[Beside, ...]:
    """Return the sentences of two articles side by side; each stands in one entry."""
    one, other = _sentences(first), _sentences(second)
    twins = _twins(one, other)
    moved = _moved(twins)
    return tuple(_ordered(one, other, twins, moved))


def sentence_spans(article: Article) -> tuple[Span, ...]:
    """Return the sentences of what is read of an article, in order; a title is one."""
    return tuple(sentence.span for sentence in _sentences(article))


def _sentences(article: Article) -> tuple[_Sentence, ...]:
    passages = sorted(block.span for block in article.blocks) or [Span(0, len(article.text))]
    return tuple(one for passage in passages for one in _parts(article.text, passage) if one.words)


def _parts(text: str, passage: Span) -> Iterator[_Sentence]:
    body = passage.of(text)
    for start, end in pairwise([0, *(found.end() for found in SENTENCE_END.finditer(body)), len(body)]):
        kept = body[start:end].strip()
        begin = passage.start + body.find(kept, start) if kept else 0
        found = [(match.group(), Span(begin + match.start(), begin + match.end())) for match in WORD.finditer(kept)]
        yield _Sentence(
            span=Span(begin, begin + len(kept)),
            words=tuple(_plain(word) for word, _ in found),
            places=tuple(place for _, place in found),
        )


def _plain(word: str) -> str:
    """Return a word without case, accents and kind of apostrophe."""
    decomposed = unicodedata.normalize("NFKD", word.replace("’", "'").casefold())
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))


def _twins(one: Sequence[_Sentence], other: Sequence[_Sentence]) -> dict[int, int]:
    """Return for sentences of the first the one of the second that has most of its words; each is taken once."""
    ranked = sorted(_candidates(one, other), key=lambda found: (-found[0], found[1:]))
    twins: dict[int, int] = {}
    taken: set[int] = set()
    for _, _, i, j in ranked:
        if i not in twins and j not in taken:
            twins[i] = j
            taken.add(j)
    return twins


def _candidates(one: Sequence[_Sentence], other: Sequence[_Sentence]) -> Iterator[tuple[float, int, int, int]]:
    """Yield pairs that are alike: how much, how far apart they stand, and which they are."""
    same: dict[tuple[str, ...], list[int]] = defaultdict(list)
    holders: dict[tuple[str, str], list[int]] = defaultdict(list)
    pairs = [_pairs(sentence) for sentence in other]
    for j, sentence in enumerate(other):
        same[sentence.words].append(j)
        for pair in pairs[j]:
            holders[pair].append(j)
    for i, sentence in enumerate(one):
        yield from ((2.0, abs(i - j), i, j) for j in same[sentence.words])
        own = _pairs(sentence)
        for j in sorted({j for pair in own for j in holders.get(pair, ())}):
            share = _share(own, pairs[j])
            if share >= ALIKE:
                yield share, abs(i - j), i, j


def _pairs(sentence: _Sentence) -> Pairs:
    return Counter(pairwise(sentence.words))


def _share(one: Pairs, other: Pairs) -> float:
    shared = (one & other).total()
    return shared / min(one.total(), other.total()) if shared >= PAIRS else 0.0


def _moved(twins: Mapping[int, int]) -> frozenset[int]:
    """Return the sentences of the first outside the longest run of twins that stand in one order in both."""
    best: list[tuple[int, tuple[int, ...]]] = []
    for i in sorted(twins):
        before = [(length, chain) for length, chain in best if twins[chain[-1]] < twins[i]]
        length, chain = max(before, key=lambda found: found[0], default=(0, ()))
        best.append((length + 1, (*chain, i)))
    kept = max(best, key=lambda found: found[0], default=(0, ()))[1]
    return frozenset(twins) - frozenset(kept)


def _ordered(
    one: Sequence[_Sentence], other: Sequence[_Sentence], twins: Mapping[int, int], moved: frozenset[int]
) -> Iterator[Beside]:
    behind: dict[int, list[int]] = defaultdict(list)
    owner = {j: i for i, j in twins.items() if i not in moved}
    taken = set(twins.values())
    last = -1
    for j in range(len(other)):
        last = owner.get(j, last)
        if j not in taken:
            behind[last].append(j)
    yield from (_alone(other[j]) for j in behind[-1])
    for i, sentence in enumerate(one):
        yield _entry(sentence, other[twins[i]] if i in twins else None, is_moved=i in moved)
        yield from (_alone(other[j]) for j in behind[i])


def _alone(sentence: _Sentence) -> Beside:
    return Beside(kind="only second", first=None, second=sentence.span)


def _entry(sentence: _Sentence, twin: _Sentence | None, *, is_moved: bool) -> Beside:
    if twin is None:
        return Beside(kind="only first", first=sentence.span, second=None)
    changes = SequenceMatcher(None, sentence.words, twin.words, autojunk=False).get_opcodes()
    differing = [change for change in changes if change[0] != "equal"]
    return Beside(
        kind="edited" if differing else "same",
        first=sentence.span,
        second=twin.span,
        first_changed=tuple(_stretch(sentence, start, end) for _, start, end, _, _ in differing if start < end),
        second_changed=tuple(_stretch(twin, start, end) for _, _, _, start, end in differing if start < end),
        moved=is_moved,
    )


def _stretch(sentence: _Sentence, start: int, end: int) -> Span:
    return Span(sentence.places[start].start, sentence.places[end - 1].end)

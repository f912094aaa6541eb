"""Two fingerprints in, the pair out where one repeats the other's text; it knows no bucket and no group."""

from collections import Counter
from dataclasses import dataclass
from functools import lru_cache

from twosource.copies.fingerprint import QUOTED, SHINGLE, UNUSED, Fingerprint, Sentence, shingle_hashes
from twosource.model import Span

# Of the shorter text's words. evaluation/copies.py, tuned part: F1 .956 at .15, .961 at .25, .966 at .3, .968 at .4.
# The curve is flat since edits by rule keep most words; .25 leaves room for freer rewriting, which no labelled set
# measures.
LEAST_SHARE = 0.25
LEAST_WORDS = 24  # shared; one agency sentence or a police notice in a line is no copied report
LEAST_TAKEN = 16  # words; a sentence of that length in the same words was taken over, not written twice
LEAST_CONTAINMENT = 0.04  # of the shorter text's shingles; under it sentences are not worth aligning
RUN = 8  # words in a row, outside quotations
# Places where such a run begins in both: 17 words in a row give 10, two runs of 12 too. Of 169 real pairs read by hand
# (evaluation/real_pairs.jsonl) the formulas of police news give up to 9, all but 2 of 98 copies more.
LEAST_RUNS = 10
ALIKE = 0.4  # of the shorter sentence's word triples
TRIPLE = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Aligned:
    """A sentence of each report that say the same in the same words; ``edited`` where some words differ."""

    a: Span
    b: Span
    edited: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyPair:
    """Two reports (``a`` < ``b``) that share text.

    ``share_a`` and ``share_b`` are the parts (0-1) of each one's words outside quotations that stand in the other,
    ``words`` how many; ``runs`` counts the places where eight words in a row stand in both.
    """

    a: str
    b: str
    share_a: float
    share_b: float
    words: int
    runs: int
    aligned: tuple[Aligned, ...]

    @property
    def is_copy(self) -> bool:
        """Tell whether one report is a copy of the other, not only the giver of a sentence or two."""
        enough = max(self.share_a, self.share_b) >= LEAST_SHARE and self.words >= LEAST_WORDS
        return enough and self.runs >= LEAST_RUNS


def compare(one: Fingerprint, other: Fingerprint) -> CopyPair | None:
    """Return the pair where 16 words or more of the one stand in the other, in like sentences; else None.

    It is a pair of copies (``is_copy``) where they make a quarter of the shorter text, and 24 words at least.
    """
    a, b = sorted((one, other), key=lambda f: f.report)
    shorter = min(len(_shingles(a.words)), len(_shingles(b.words)))
    if not shorter or len(_shingles(a.words) & _shingles(b.words)) < LEAST_CONTAINMENT * shorter:
        return None
    pair = _aligned_pair(a, b)
    return pair if pair.words >= LEAST_TAKEN else None


def identical(one: Fingerprint, other: Fingerprint) -> CopyPair:
    """Return the pair of two fingerprints with the same words in the same sentences."""
    a, b = sorted((one, other), key=lambda f: f.report)
    aligned = tuple(Aligned(a=s.span, b=t.span, edited=False) for s, t in zip(a.sentences, b.sentences, strict=True))
    return CopyPair(
        a=a.report, b=b.report, share_a=1.0, share_b=1.0, words=_told(a), runs=len(_runs(a.words)), aligned=aligned
    )


def _aligned_pair(a: Fingerprint, b: Fingerprint) -> CopyPair:
    index: dict[int, list[int]] = {}
    triples_b = [_triples(b, s) for s in b.sentences]
    for position, triples in enumerate(triples_b):
        for triple in triples:
            index.setdefault(triple, []).append(position)
    aligned: list[Aligned] = []
    shared_a: dict[int, float] = {}
    shared_b: dict[int, float] = {}
    for i, sentence in enumerate(a.sentences):
        for j, ratio in _matches(_triples(a, sentence), triples_b, index):
            twin = b.sentences[j]
            aligned.append(Aligned(a=sentence.span, b=twin.span, edited=_text(a, sentence) != _text(b, twin)))
            words = ratio * min(sentence.last - sentence.first, twin.last - twin.first)
            shared_a[i] = min(shared_a.get(i, 0.0) + words, sentence.last - sentence.first)
            shared_b[j] = min(shared_b.get(j, 0.0) + words, twin.last - twin.first)
    in_a, in_b = sum(shared_a.values()), sum(shared_b.values())
    return CopyPair(
        a=a.report,
        b=b.report,
        share_a=min(round(in_a / max(_told(a), 1), 4), 1.0),
        share_b=min(round(in_b / max(_told(b), 1), 4), 1.0),
        words=int(min(in_a, in_b)),
        runs=len(_runs(a.words) & _runs(b.words)),
        aligned=tuple(aligned),
    )


def _matches(
    triples: frozenset[int], others: list[frozenset[int]], index: dict[int, list[int]]
) -> list[tuple[int, float]]:
    """The sentences of the other report that share enough triples, and how much of the shorter is shared."""
    counts = Counter(position for triple in triples for position in index.get(triple, ()))
    ratios = [(j, count / min(len(triples), len(others[j]))) for j, count in sorted(counts.items()) if count >= TRIPLE]
    return [(j, ratio) for j, ratio in ratios if ratio >= ALIKE]


def _triples(of: Fingerprint, sentence: Sentence) -> frozenset[int]:
    hashes = _all_triples(of.words)[sentence.first : max(sentence.last - TRIPLE + 1, sentence.first)]
    return frozenset(hashes) - {int(UNUSED)}


def _text(of: Fingerprint, sentence: Sentence) -> bytes:
    return of.words[4 * sentence.first : 4 * sentence.last]


def _told(of: Fingerprint) -> int:
    return sum(1 for i in range(0, len(of.words), 4) if of.words[i : i + 4] != QUOTED.to_bytes(4, "little"))


@lru_cache(maxsize=4096)
def _shingles(words: bytes) -> frozenset[int]:
    return frozenset(shingle_hashes(words, SHINGLE).tolist()) - {int(UNUSED)}


@lru_cache(maxsize=4096)
def _runs(words: bytes) -> frozenset[int]:
    return frozenset(shingle_hashes(words, RUN).tolist()) - {int(UNUSED)}


@lru_cache(maxsize=4096)
def _all_triples(words: bytes) -> tuple[int, ...]:
    return tuple(shingle_hashes(words, TRIPLE).tolist())

"""Texts of terms in, an index out: which rows have a term, or one that begins so, and how many have each of a kind."""

from bisect import bisect_left
from collections.abc import Sequence
from urllib.parse import unquote

import numpy as np
from numpy.typing import NDArray

Bools = NDArray[np.bool_]
AFTER_ALL = "\x7f"  # follows every sign of a term


class Terms:
    """Which of some rows have which terms; ``first`` is the number of the first row.

    ``rows`` are those that have the first of the sorted ``terms``, then those that have the second, and so on;
    ``starts`` tells where each begins.
    """

    def __init__(
        self, terms: list[str], rows: NDArray[np.int32], starts: NDArray[np.int64], first: int, size: int
    ) -> None:
        self.first = first
        self.size = size
        self.terms = terms
        self.rows = rows
        self.starts = starts

    def exact(self, term: str) -> Bools:
        """Tell of each row whether it has the term."""
        at = bisect_left(self.terms, term)
        return self._between(at, at + (at < len(self.terms) and self.terms[at] == term))

    def beginning(self, start: str) -> Bools:
        """Tell of each row whether it has the term, or a longer one that begins so."""
        return self._between(bisect_left(self.terms, start), bisect_left(self.terms, start + AFTER_ALL))

    def counts(self, kind: str, chosen: Bools) -> dict[str, int]:
        """Return how many of the chosen rows have each tag of a kind, those that none has left out."""
        begin, end = bisect_left(self.terms, f"@{kind}:"), bisect_left(self.terms, f"@{kind}:{AFTER_ALL}")
        if begin == end:
            return {}
        low, high = self.starts[begin], self.starts[end]
        hits = chosen.take(self.rows[low:high], mode="clip").astype(np.int32)
        sums = np.add.reduceat(hits, self.starts[begin:end] - low)
        return {
            unquote(self.terms[begin + at].partition(":")[2], errors="surrogatepass"): int(sums[at])
            for at in np.flatnonzero(sums).tolist()
        }

    def _between(self, begin: int, end: int) -> Bools:
        found = np.zeros(self.size, np.bool_)
        found[self.rows[self.starts[begin] : self.starts[end]]] = True
        return found


def indexed(texts: Sequence[str], first: int = 0) -> Terms:
    """Return the index of texts, each the terms of a row with spaces between."""
    numbers: dict[str, int] = {}
    found = [numbers.setdefault(term, len(numbers)) for text in texts for term in text.split()]
    lengths = np.fromiter((text.count(" ") + 1 if text else 0 for text in texts), np.int32, len(texts))
    terms = sorted(numbers)
    rank = np.empty(len(numbers), np.int32)
    rank[[numbers[term] for term in terms]] = np.arange(len(numbers), dtype=np.int32)
    ranks = rank[np.array(found, np.int32)] if found else np.zeros(0, np.int32)
    rows = np.repeat(np.arange(len(texts), dtype=np.int32), lengths)[np.argsort(ranks, kind="stable")]
    starts = np.concatenate(([0], np.cumsum(np.bincount(ranks, minlength=len(numbers))))).astype(np.int64)
    return Terms(terms, rows, starts, first, len(texts))

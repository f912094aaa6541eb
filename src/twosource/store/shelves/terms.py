"""Texts of terms in, an index out: which rows have a term, or one that begins so, and how many have each of a kind."""

from bisect import bisect_left
from collections.abc import Sequence
from urllib.parse import unquote

import numpy as np
from numpy.typing import NDArray

Bools = NDArray[np.bool_]
AFTER_ALL = "\x7f"  # follows every sign of a term


class Terms:
    """Which of some rows have which terms; ``first`` is the number of the first row."""

    def __init__(self, texts: Sequence[str], first: int = 0) -> None:
        self.first = first
        self.size = len(texts)
        numbers: dict[str, int] = {}
        found = [numbers.setdefault(term, len(numbers)) for text in texts for term in text.split()]
        lengths = np.fromiter((text.count(" ") + 1 if text else 0 for text in texts), np.int32, len(texts))
        self._terms = sorted(numbers)
        rank = np.empty(len(numbers), np.int32)
        rank[[numbers[term] for term in self._terms]] = np.arange(len(numbers), dtype=np.int32)
        ranks = rank[np.array(found, np.int32)] if found else np.zeros(0, np.int32)
        self._rows = np.repeat(np.arange(len(texts), dtype=np.int32), lengths)[np.argsort(ranks, kind="stable")]
        self._starts = np.concatenate(([0], np.cumsum(np.bincount(ranks, minlength=len(numbers))))).astype(np.int64)

    def exact(self, term: str) -> Bools:
        """Tell of each row whether it has the term."""
        at = bisect_left(self._terms, term)
        return self._between(at, at + (at < len(self._terms) and self._terms[at] == term))

    def beginning(self, start: str) -> Bools:
        """Tell of each row whether it has the term, or a longer one that begins so."""
        return self._between(bisect_left(self._terms, start), bisect_left(self._terms, start + AFTER_ALL))

    def counts(self, kind: str, chosen: Bools) -> dict[str, int]:
        """Return how many of the chosen rows have each tag of a kind, those that none has left out."""
        begin, end = bisect_left(self._terms, f"@{kind}:"), bisect_left(self._terms, f"@{kind}:{AFTER_ALL}")
        if begin == end:
            return {}
        low, high = self._starts[begin], self._starts[end]
        hits = chosen[self._rows[low:high]].astype(np.int32)
        sums = np.add.reduceat(hits, self._starts[begin:end] - low)
        return {
            unquote(self._terms[begin + at].partition(":")[2], errors="surrogatepass"): int(sums[at])
            for at in np.flatnonzero(sums).tolist()
        }

    def _between(self, begin: int, end: int) -> Bools:
        found = np.zeros(self.size, np.bool_)
        found[self._rows[self._starts[begin] : self._starts[end]]] = True
        return found

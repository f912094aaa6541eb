"""Patterns over several words in, whether a text holds one out; texts without any word that begins one are passed by.

The matcher's walk through a text is a fiftieth of a parse, and 24 texts of 25 hold no such word.
"""

import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from spacy.tokens import Doc
    from spacy.vocab import Vocab

MOST = 65_536  # words remembered
Pattern = Sequence[Mapping[str, Any]]


class Across:
    """spaCy's matcher of some patterns, asked only where one may begin: by a word in small letters or by an edge."""

    def __init__(self, vocab: "Vocab", patterns: Sequence[Pattern]) -> None:
        from spacy.matcher import Matcher  # noqa: PLC0415 - whoever only looks at a ledger needs no parser

        self._vocab = vocab
        self._matcher = Matcher(vocab)
        for number, pattern in enumerate(patterns):
            self._matcher.add(str(number), [[dict(token) for token in pattern]])
        first = [pattern[0] for pattern in patterns]
        told = [token["LOWER"] for token in first if "LOWER" in token]
        self._words = frozenset(word for each in told for word in words_named(each))
        self._forms = forms_named(told)
        edges = [token.get("DEP") for token in first if "LOWER" not in token]
        self._edges = [np.uint64(vocab.strings[edge]) for edge in edges if isinstance(edge, str)]
        self._may_begin_anywhere = len(self._edges) < len(edges)
        self._known: set[int] = set()  # words seen
        self._opening: set[int] = set()  # those of them that begin a pattern

    def is_in(self, doc: "Doc", words: NDArray[np.uint64], edges: NDArray[np.uint64]) -> bool:
        """Tell whether a tagged and parsed text, of words and edges by these numbers, holds one of the patterns."""
        told = set(words.tolist())
        if not told <= self._known:
            self._meet(told)
        is_begun = (
            self._may_begin_anywhere
            or not told.isdisjoint(self._opening)
            or any(bool((edges == one).any()) for one in self._edges)
        )
        return is_begun and bool(self._matcher(doc, allow_missing=True))

    def _meet(self, words: set[int]) -> None:
        """Tell which of these words begin a pattern."""
        if len(self._known) >= MOST:
            self._known, self._opening = set(), set()
        for word in words - self._known:
            lower = self._vocab.strings[word].lower()
            if lower in self._words or any(form.search(lower) for form in self._forms):
                self._opening.add(word)
        self._known |= words


def words_named(told: str | Mapping[str, Any]) -> list[str]:
    """Return the words that a pattern's condition names."""
    return [told] if isinstance(told, str) else list(told.get("IN", ()))


def forms_named(told: Sequence[str | Mapping[str, Any]]) -> list[re.Pattern[str]]:
    """Return the regular expressions that conditions name."""
    return [re.compile(each["REGEX"]) for each in told if isinstance(each, Mapping) and "REGEX" in each]

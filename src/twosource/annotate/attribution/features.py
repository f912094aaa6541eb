"""Tokens in, rows of integers out: what the network is told of each token besides its word, in training and after."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from twosource.model import Quotation, Sentence, Token

Integers = NDArray[np.int32]
LEXICONS = ("pos", "tag", "dep", "entity")
COLUMNS = (*LEXICONS, "shape", "quoted")
SHAPES = 11
QUOTED = 3
LONGEST = 220  # tokens in a stretch; longer paragraphs (1 in 2,000) are cut between sentences
MARKS = frozenset("\"“”'`‘’") | {"''", "``"}


def feature_rows(
    tokens: Sequence[Token], quotations: Sequence[Quotation], words: Mapping[str, Mapping[str, int]]
) -> Integers:
    """Return one row of ``COLUMNS`` a token; a part of speech, tag, edge or kind of name not in ``words`` is 0."""
    pos, tag, dep, entity = (words[name] for name in LEXICONS)
    rows = [
        (
            pos.get(token.pos, 0),
            tag.get(token.tag, 0),
            dep.get(token.dep, 0),
            entity.get(token.entity, 0),
            shape(token.text),
            state,
        )
        for token, state in zip(tokens, _quoted(tokens, quotations), strict=True)
    ]
    return np.array(rows, dtype=np.int32).reshape(len(rows), len(COLUMNS))


@lru_cache(maxsize=16384)
def shape(text: str) -> int:
    """Return the class of a word by its letters: lower case, capitals, digits, quotation mark, ..."""
    if text.isalpha():
        return _letters(text)
    if text.isdigit():
        return 6
    if any(c.isdigit() for c in text):
        return 7
    if any(c.isalpha() for c in text):
        return 8
    return 9 if text in MARKS else 10


def _letters(text: str) -> int:
    if text.islower():
        return 1
    if text.isupper():
        return 2 if len(text) > 1 else 3
    return 4 if text[0].isupper() and text[1:].islower() else 5


def _quoted(tokens: Sequence[Token], quotations: Sequence[Quotation]) -> list[int]:
    """Tell for each token whether it stands in direct speech (1), is one of its marks (2) or neither (0)."""
    starts = [token.start for token in tokens]
    states = [0] * len(tokens)
    for quotation in quotations:
        first, last = bisect_left(starts, quotation.span.start), bisect_left(starts, quotation.span.end)
        states[first:last] = [1] * (last - first)
        for index, mark in ((first - 1, quotation.span.start - 1), (last, quotation.span.end)):
            if 0 <= index < len(tokens) and tokens[index].start <= mark < tokens[index].end:
                states[index] = 2
    return states


def stretches(sentences: Sequence[Sentence]) -> list[tuple[int, int]]:
    """Return the tokens ``[first, last)`` that are read together: the sentences of one parsed block."""
    found: list[tuple[int, int]] = []
    block = -1
    for sentence in sentences:
        if sentence.block == block and sentence.last - found[-1][0] <= LONGEST:
            found[-1] = (found[-1][0], sentence.last)
        else:
            found.append((sentence.first, sentence.last))
        block = sentence.block
    return found

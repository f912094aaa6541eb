"""The corpus in, stretches of tokens with their labels out; knows nothing of how they are learned."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from evaluation.corpus import Part, Row, part_of, rows
from evaluation.readings import ALONE, FIELDS
from numpy.typing import NDArray

from twosource.annotate.attribution.features import LEXICONS, Integers, feature_rows, stretches
from twosource.annotate.casing import restored, unbroken
from twosource.annotate.datelines import reading_spans
from twosource.annotate.parse import parse
from twosource.annotate.quotations import find_quotations
from twosource.clean import clean
from twosource.collect.rows import report_from_row
from twosource.model import Annotations, Token

Labels = NDArray[np.int64]
Run = tuple[int, int]
LABEL = {"source": 1, "cue": 3, "content": 5}  # of a first token; the next ones have one more
ROLE = {"source": 1, "content": 3}


@dataclass(frozen=True, slots=True)
class Text:
    """One article as the program reads it, with the attributions people marked."""

    annotations: Annotations
    attributions: tuple[Mapping[str, Sequence[Sequence[int]]], ...]


@dataclass(frozen=True, slots=True)
class Stretch:
    """Tokens read together, counted from the first: features, heads, sentences, labels, and roles for each cue."""

    rows: Integers
    heads: Integers
    sentence: Integers
    words: tuple[str, ...]
    labels: Labels
    cues: tuple[Run, ...]
    roles: tuple[Labels, ...]


def texts(corpora: Path, part: Part) -> Iterator[Text]:
    """Yield the articles of one part of the corpus, read by the program's own stages."""
    for row in rows(corpora / "polnear" / "docs.jsonl.gz"):
        if part_of(row["id"]) == part:
            yield Text(_annotated(row), tuple(row["attributions"]))


def unmarked(reports: Iterable[Row]) -> Iterator[Text]:
    """Yield reports of other corpora in which nobody marked who said what."""
    for row in reports:
        yield Text(_annotated(row), ())


def _annotated(row: Row) -> Annotations:
    """Return the layers that the network sees, made as the annotate stage makes them."""
    article = clean(report_from_row({name: row.get(name) for name in FIELDS}, ALONE.limits), ALONE.limits)
    blocks = [block.span for block in article.blocks]
    text = restored(unbroken(article.text), blocks)
    parsed = parse(text, reading_spans(text, article.blocks))
    return Annotations(
        report=article.id,
        tokens=parsed.tokens,
        sentences=parsed.sentences,
        quotations=find_quotations(text, blocks),
    )


def lexicons(read: Sequence[Text]) -> dict[str, dict[str, int]]:
    """Return the number of each part of speech, tag, edge and kind of name in the articles; 0 is for any other."""
    tokens = [token for text in read for token in text.annotations.tokens]
    return {name: _numbered(str(getattr(token, name)) for token in tokens) for name in LEXICONS}


def _numbered(values: Iterable[str]) -> dict[str, int]:
    return {value: number for number, value in enumerate(sorted(set(values)), 1)}


def marked_stretches(text: Text, words: Mapping[str, Mapping[str, int]]) -> Iterator[Stretch]:
    """Yield the stretches of an article that hold more than one token."""
    layers = text.annotations
    tokens = layers.tokens
    features = feature_rows(tokens, layers.quotations, words)
    sentence = np.repeat(np.arange(len(layers.sentences)), [s.last - s.first for s in layers.sentences])
    marks = [{kind: runs_of(tokens, pieces) for kind, pieces in one.items()} for one in text.attributions]
    for first, last in stretches(layers.sentences):
        own = [one for one in marks if one["cue"] and first <= one["cue"][0][0] < last]
        if last - first > 1:
            yield Stretch(
                rows=features[first:last],
                heads=np.array([t.head - first for t in tokens[first:last]], dtype=np.int32),
                sentence=sentence[first:last].astype(np.int32),
                words=tuple(t.text for t in tokens[first:last]),
                labels=_labelled(marks, LABEL, (first, last)),
                cues=tuple((one["cue"][0][0] - first, min(one["cue"][-1][1], last) - first) for one in own),
                roles=tuple(_labelled([one], ROLE, (first, last)) for one in own),
            )


def runs_of(tokens: Sequence[Token], pieces: Sequence[Sequence[int]]) -> list[Run]:
    """Return the tokens ``[first, last)`` that pieces of text cover, without space at either end."""
    found = []
    for start, end in pieces:
        first = max(bisect_right(tokens, start, key=lambda t: t.start) - 1, 0)
        last = bisect_left(tokens, end, key=lambda t: t.start)
        inside = [i for i in range(first, last) if tokens[i].end > start and tokens[i].pos != "SPACE"]
        found += [(inside[0], inside[-1] + 1)] if inside else []
    return found


def _labelled(marks: Iterable[Mapping[str, Sequence[Run]]], kinds: Mapping[str, int], within: Run) -> Labels:
    labels = np.zeros(within[1] - within[0], dtype=np.int64)
    for one in marks:
        for kind, label in kinds.items():
            for first, last in one[kind]:
                a, b = max(first, within[0]) - within[0], min(last, within[1]) - within[0]
                if a < b:
                    labels[a], labels[a + 1 : b] = label, label + 1
    return labels

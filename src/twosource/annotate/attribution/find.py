"""Parse and quotations in, who said what out, as marked tokens; knows no speaker, no stance and no claim.

First each token gets a label; then, for each cue found, each token of its stretch a role towards that cue. So a source
and a content in pieces belong to their cue, and two cues can share a source.
"""

from collections.abc import Iterator, Sequence

import numpy as np

from twosource.annotate.attribution.decode import Chain, best_labels, runs
from twosource.annotate.attribution.features import Integers, feature_rows, stretches
from twosource.annotate.attribution.network import Places, encoded, label_scores, pair_scores
from twosource.annotate.attribution.relations import relations
from twosource.annotate.attribution.weights import Floats, Model, load_model
from twosource.annotate.one_thread import one_thread
from twosource.model import Marked, Quotation, Sentence, Token

CUE = 3  # the label of a cue's first token: source 1, cue 3, content 5
SOURCE, CONTENT = 1, 3  # the roles towards a cue
Run = tuple[int, int]


def find_attributions(
    tokens: Sequence[Token], sentences: Sequence[Sentence], quotations: Sequence[Quotation]
) -> tuple[Marked, ...] | None:
    """Return the attributions of an article in the order of their cues; None without a model file.

    Tokens are named by their index in the article. A source or a content may be empty.
    """
    model = load_model()
    if model is None:
        return None
    with one_thread():
        return tuple(_found(model, tokens, sentences, quotations)) if tokens else ()


def _found(
    model: Model, tokens: Sequence[Token], sentences: Sequence[Sentence], quotations: Sequence[Quotation]
) -> Iterator[Marked]:
    parts = stretches(sentences)
    heads = np.array([token.head for token in tokens], dtype=np.int32)
    rows = feature_rows(tokens, quotations, model.words)
    state = encoded(model, [token.text for token in tokens], rows, parts)
    labels = best_labels(label_scores(model, state), [last - first for first, last in parts], _chain(model, "label"))
    pairs = [(part, cue) for part in parts for cue in _cues(labels, part)]
    if not pairs:
        return
    number = np.repeat(np.arange(len(sentences), dtype=np.int32), [s.last - s.first for s in sentences])
    sizes = [last - first for (first, last), _ in pairs]
    roles = best_labels(_roles(model, state, pairs, (heads, number)), sizes, _chain(model, "role"))
    at = 0
    for ((first, _), cue), size in zip(pairs, sizes, strict=True):
        own = roles[at : at + size]
        at += size
        yield Marked(source=_tokens(own, SOURCE, first), cue=tuple(range(*cue)), content=_tokens(own, CONTENT, first))


def _chain(model: Model, layer: str) -> Chain:
    return Chain(*(model.arrays[f"{layer}.{part}"] for part in ("begins", "follows", "ends")))


def _cues(labels: Places, part: Run) -> list[Run]:
    first, last = part
    return [(first + a, first + b) for a, b in runs(labels[first:last], CUE)]


def _tokens(roles: Places, role: int, first: int) -> tuple[int, ...]:
    return tuple(first + i for run in runs(roles, role) for i in range(*run))


def _roles(model: Model, state: Floats, pairs: Sequence[tuple[Run, Run]], parse: tuple[Integers, Integers]) -> Floats:
    """The scores of all roles, one row for each token of each pair of stretch and cue."""
    heads, number = parse
    rows = [_related(part, cue, pairs, heads, number) for part, cue in pairs]
    means = np.stack([state[cue[0] : cue[1]].mean(axis=0) for _, cue in pairs]) @ model.arrays["cue.weight"]
    sizes = [last - first for (first, last), _ in pairs]
    tokens: Places = np.concatenate([np.arange(*part, dtype=np.intp) for part, _ in pairs])
    return pair_scores(model, state, tokens, np.repeat(means, sizes, axis=0), np.concatenate(rows))


def _related(part: Run, cue: Run, pairs: Sequence[tuple[Run, Run]], heads: Integers, number: Integers) -> Integers:
    first, last = part
    cues = [(c[0] - first, c[1] - first) for p, c in pairs if p == part]
    return relations((cue[0] - first, cue[1] - first), cues, heads[first:last] - first, number[first:last])

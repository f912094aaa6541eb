"""The network of ``annotate/attribution`` in torch: the same arrays under the same names, to be learned."""

from collections.abc import Mapping, Sequence

import numpy as np
import torch
from torch.nn import functional as nn

from training.attribution.gold import Stretch
from twosource.annotate.attribution.features import COLUMNS, QUOTED, SHAPES
from twosource.annotate.attribution.network import STEPS, TINY, layout
from twosource.annotate.attribution.relations import DISTANCES, relations
from twosource.annotate.parse import word_vectors

Arrays = dict[str, torch.Tensor]
WIDTH, INNER, VECTOR, WORD = 160, 64, 300, 96
SIZES = {"pos": 12, "tag": 24, "dep": 24, "entity": 12, "shape": 8, "suffix": 16, "quoted": 8}
LABELS, ROLES = 7, 5
RELATIONS = (2 * len(DISTANCES) + 1, 6, 6, 2)
DROPPED, DROPPED_INSIDE, UNHEARD = 0.35, 0.175, 0.1  # shares: of inputs and outputs, of a layer's news, of known words


def fresh(words: Mapping[str, Mapping[str, int]]) -> Arrays:
    """Return arrays to begin with: random but for the rows of words, which start as the parser's vectors alone."""
    counts = {name: max(numbers.values(), default=0) + 1 for name, numbers in words.items()}
    counts |= {"shape": SHAPES, "quoted": QUOTED}
    arrays: Arrays = {"word": torch.zeros(counts["word"], WORD)}
    arrays |= {name: torch.randn(counts[name], size) for name, size in SIZES.items()}
    arrays |= {f"relation{at}": torch.randn(count, INNER) for at, count in enumerate(RELATIONS)}
    arrays["vector.weight"] = _orthogonal(VECTOR, WORD) * 7  # brings vectors of length 1 to a spread of 0.6
    seen = 2 * WORD + sum(SIZES.values())
    for name, size, out in (
        ("in", seen, WIDTH),
        *((f"layer{n}", 4 * WIDTH, WIDTH) for n in range(len(STEPS))),
        ("label", WIDTH, LABELS),
        ("token", WIDTH, INNER),
        ("role", INNER, ROLES),
    ):
        arrays |= {f"{name}.weight": _even(size, out, size), f"{name}.bias": _even(1, out, size)[0]}
    for n in range(len(STEPS)):
        arrays |= {f"layer{n}.gain": torch.ones(WIDTH), f"layer{n}.shift": torch.zeros(WIDTH)}
    arrays["cue.weight"] = _even(WIDTH, INNER, WIDTH)
    return {name: array.requires_grad_() for name, array in sorted(arrays.items())}


def _even(rows: int, columns: int, into: int) -> torch.Tensor:
    return (torch.rand(rows, columns) * 2 - 1) / into**0.5


def _orthogonal(rows: int, columns: int) -> torch.Tensor:
    return torch.linalg.qr(torch.randn(rows, columns))[0].contiguous()


def loss(arrays: Arrays, batch: Sequence[Stretch], *, learning: bool) -> torch.Tensor:
    """Return how far the network is from the gold labels and roles of a batch (cross entropy, summed)."""
    ends = np.cumsum([len(s.labels) for s in batch])
    starts = [int(end) - len(s.labels) for s, end in zip(batch, ends, strict=True)]
    state = encoded(arrays, batch, starts, learning=learning)
    scores = state @ arrays["label.weight"] + arrays["label.bias"]
    total = nn.cross_entropy(scores, torch.from_numpy(np.concatenate([s.labels for s in batch])))
    if not any(s.cues for s in batch):
        return total
    gold = torch.from_numpy(np.concatenate([roles for s in batch for roles in s.roles]))
    return total + nn.cross_entropy(_role_scores(arrays, state, batch, starts), gold)


def encoded(arrays: Arrays, batch: Sequence[Stretch], starts: Sequence[int], *, learning: bool) -> torch.Tensor:
    """Return the state of each token of a batch after all layers."""
    rows = torch.from_numpy(np.concatenate([s.rows for s in batch]).astype(np.int64))
    heads = np.concatenate([s.heads + start for s, start in zip(batch, starts, strict=True)])
    where = layout([(start, start + len(s.labels)) for s, start in zip(batch, starts, strict=True)], heads)
    head = torch.from_numpy(where.head)
    state = _input(arrays, rows, batch, learning=learning)
    here = np.arange(len(rows))
    for layer, step in enumerate(STEPS):
        left = torch.from_numpy(np.where(here - step >= where.first, here - step, len(rows)))
        right = torch.from_numpy(np.where(here + step <= where.last, here + step, len(rows)))
        wide = torch.cat([state, torch.zeros(1, WIDTH)])
        near = torch.cat([wide[left], state, wide[right], state[head]], dim=1)
        more = torch.relu(near @ arrays[f"layer{layer}.weight"] + arrays[f"layer{layer}.bias"])
        state = state + nn.dropout(more, DROPPED_INSIDE, learning)
        state = nn.layer_norm(state, (WIDTH,), arrays[f"layer{layer}.gain"], arrays[f"layer{layer}.shift"], TINY)
    return nn.dropout(state, DROPPED, learning)


def _input(arrays: Arrays, rows: torch.Tensor, batch: Sequence[Stretch], *, learning: bool) -> torch.Tensor:
    """Look up each token; some known words are left to their vector alone, so that unknown ones are learned too."""
    looked_up = []
    unheard = torch.rand(len(rows)) < UNHEARD if learning else torch.zeros(len(rows), dtype=torch.bool)
    for at, column in enumerate(COLUMNS):
        if column in {"word", "lemma"}:
            said = [word for s in batch for word in (s.words if column == "word" else s.lemmas)]
            known = torch.from_numpy(word_vectors(said)) @ arrays["vector.weight"]
            looked_up.append(arrays["word"][rows[:, at].masked_fill(unheard, 1)] + known)
        else:
            looked_up.append(arrays[column][rows[:, at]])
    found = nn.dropout(torch.cat(looked_up, dim=1), DROPPED, learning)
    return found @ arrays["in.weight"] + arrays["in.bias"]


def _role_scores(arrays: Arrays, state: torch.Tensor, batch: Sequence[Stretch], starts: Sequence[int]) -> torch.Tensor:
    told = [(s, start, cue) for s, start in zip(batch, starts, strict=True) for cue in s.cues]
    tokens = torch.from_numpy(np.concatenate([np.arange(start, start + len(s.labels)) for s, start, _ in told]))
    means = torch.stack([state[start + cue[0] : start + cue[1]].mean(0) for _, start, cue in told])
    sizes = torch.tensor([len(s.labels) for s, _, _ in told])
    lying = np.concatenate([relations(cue, s.cues, s.heads, s.sentence) for s, _, cue in told]).astype(np.int64)
    inner = (state @ arrays["token.weight"] + arrays["token.bias"])[tokens]
    inner = inner + (means @ arrays["cue.weight"]).repeat_interleave(sizes, dim=0)
    for at in range(len(RELATIONS)):
        inner = inner + arrays[f"relation{at}"][torch.from_numpy(lying[:, at])]
    return torch.relu(inner) @ arrays["role.weight"] + arrays["role.bias"]

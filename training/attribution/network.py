"""The network of ``annotate/attribution`` in torch: a transformer that begins as one taught on much text.

Its layers are those of BERT (Devlin et al. 2019), of which the first ``LAYERS`` are kept, and the table of words stays
as it was; features of each token are added to its word.
"""

from collections.abc import Mapping, Sequence

import numpy as np
import torch
from torch import nn
from torch.nn import functional

from training.attribution.chain import Chain
from training.attribution.gold import Stretch
from twosource.annotate.attribution.features import COLUMNS, QUOTED, SHAPES
from twosource.annotate.attribution.network import LONGEST_ROW, Row, filled
from twosource.annotate.attribution.relations import DISTANCES, relations
from twosource.annotate.attribution.weights import Floats

LAYERS = 6
WIDTH, PARTS, INNER = 384, 12, 128
LABELS, ROLES = 7, 5
RELATIONS = (2 * len(DISTANCES) + 1, 6, 6, 2)
PLACES = LONGEST_ROW + 2
TINY = 1e-12
DROPPED = 0.1  # share of inputs and of each layer's news
FAR_BELOW = -1e4
Begun = Mapping[str, torch.Tensor]


class Layer(nn.Module):
    """One layer of BERT: every piece looks at all pieces of its row, then at itself."""

    def __init__(self, begun: Begun, number: int) -> None:
        super().__init__()
        at = f"encoder.layer.{number}."
        looking = [f"{at}attention.self.{name}" for name in ("query", "key", "value")]
        self.look = linear(*(torch.cat([begun[f"{name}.{kind}"] for name in looking]) for kind in ("weight", "bias")))
        self.gather = _begun_linear(begun, f"{at}attention.output.dense")
        self.level = _begun_norm(begun, f"{at}attention.output.LayerNorm")
        self.widen = _begun_linear(begun, f"{at}intermediate.dense")
        self.narrow = _begun_linear(begun, f"{at}output.dense")
        self.level_again = _begun_norm(begun, f"{at}output.LayerNorm")

    def forward(self, state: torch.Tensor, unseen: torch.Tensor) -> torch.Tensor:
        """Return the next state ``(rows, pieces, WIDTH)``; ``unseen`` is far below 0 for what is only filling."""
        rows, pieces, _ = state.shape
        split = self.look(state).view(rows, pieces, 3, PARTS, WIDTH // PARTS).permute(2, 0, 3, 1, 4)
        asked, held, told = split[0], split[1], split[2]
        near = (asked * (PARTS / WIDTH) ** 0.5) @ held.transpose(2, 3) + unseen.to(asked.dtype)
        seen = torch.softmax(near, -1).to(told.dtype) @ told
        news = self.gather(seen.transpose(1, 2).reshape(rows, pieces, WIDTH))
        state = self.level(state + functional.dropout(news, DROPPED, self.training))
        more = self.narrow(functional.gelu(self.widen(state)))
        levelled: torch.Tensor = self.level_again(state + functional.dropout(more, DROPPED, self.training))
        return levelled


class Encoder(nn.Module):
    """Pieces and features in, a state for each piece out."""

    def __init__(self, begun: Begun, words: Mapping[str, Mapping[str, int]]) -> None:
        super().__init__()
        self.pieces = nn.Embedding.from_pretrained(begun["embeddings.word_embeddings.weight"], freeze=True)
        self.place = nn.Parameter(begun["embeddings.position_embeddings.weight"][:PLACES].clone())
        self.kind = nn.Parameter(begun["embeddings.token_type_embeddings.weight"][0].clone())
        counts = {name: max(words[name].values(), default=0) + 1 for name in words} | {
            "shape": SHAPES,
            "quoted": QUOTED,
        }
        self.features = nn.ModuleList(_small(counts[column], WIDTH) for column in COLUMNS)
        self.level = _begun_norm(begun, "embeddings.LayerNorm")
        self.layers = nn.ModuleList(Layer(begun, number) for number in range(LAYERS))

    def forward(self, pieces: torch.Tensor, features: torch.Tensor, is_read: torch.Tensor) -> torch.Tensor:
        """Return the state of each piece.

        Args:
            pieces: numbers, ``(rows, pieces)``.
            features: numbers, ``(rows, pieces, len(COLUMNS))``.
            is_read: false for filling, ``(rows, pieces)``.
        """
        return self.layered(pieces, features, is_read)[-1]

    def layered(self, pieces: torch.Tensor, features: torch.Tensor, is_read: torch.Tensor) -> list[torch.Tensor]:
        """Return the state of each piece after each layer, the last one last."""
        state = self.pieces(pieces) + self.place[: pieces.shape[1]] + self.kind
        for at, table in enumerate(self.features):
            state = state + table(features[..., at])
        state = functional.dropout(self.level(state), DROPPED, self.training)
        unseen = torch.where(is_read, 0.0, FAR_BELOW)[:, None, None, :]
        states = []
        for layer in self.layers:
            state = layer(state, unseen)
            states.append(state)
        return states


class Network(nn.Module):
    """The encoder and its last layers: labels of tokens, and their roles towards each cue."""

    def __init__(self, begun: Begun, words: Mapping[str, Mapping[str, int]], mask: int) -> None:
        super().__init__()
        self.encoder = Encoder(begun, words)
        self.label = nn.Linear(WIDTH, LABELS)
        self.token = nn.Linear(WIDTH, INNER)
        self.cue = nn.Linear(WIDTH, INNER, bias=False)
        self.role = nn.Linear(INNER, ROLES)
        self.relations = nn.ModuleList(nn.Embedding(count, INNER) for count in RELATIONS)
        self.label_chain, self.role_chain = Chain(LABELS), Chain(ROLES)
        self.mask, self.hidden = mask, 0.0  # what stands for a hidden word; share of the words hidden while it learns

    def loss(self, batch: Sequence[tuple[Stretch, Row]]) -> torch.Tensor:
        """Return how far the network is from the gold labels and roles of a batch."""
        with torch.autocast("cpu", dtype=torch.bfloat16):
            state = self.states([row for _, row in batch])
        state = functional.dropout(state.float(), DROPPED, self.training)
        labels = torch.from_numpy(np.concatenate([s.labels for s, _ in batch]))
        total = self.label_chain.loss(self.label(state), labels, [len(s.labels) for s, _ in batch])
        if not any(s.cues for s, _ in batch):
            return total
        stretches = [s for s, _ in batch]
        gold = torch.from_numpy(np.concatenate([roles for s in stretches for roles in s.roles]))
        sizes = [len(roles) for s in stretches for roles in s.roles]
        return total + self.role_chain.loss(self._role_scores(state, stretches), gold, sizes)

    def states(self, rows: Sequence[Row]) -> torch.Tensor:
        """Return the state of each token of the rows, one after the other."""
        pieces, features, is_read = (torch.from_numpy(array) for array in filled(rows))
        if self.training and self.hidden:
            pieces = torch.where(torch.rand(pieces.shape) < self.hidden, self.mask, pieces)
        state = self.encoder(pieces, features, is_read).reshape(-1, WIDTH)
        starts = [row.starts + number * pieces.shape[1] for number, row in enumerate(rows)]
        return torch.index_select(state, 0, torch.from_numpy(np.concatenate(starts)))

    def _role_scores(self, state: torch.Tensor, batch: Sequence[Stretch]) -> torch.Tensor:
        starts = np.cumsum([0, *(len(s.labels) for s in batch)])[:-1]
        told = [(s, int(start), cue) for s, start in zip(batch, starts, strict=True) for cue in s.cues]
        tokens = torch.from_numpy(np.concatenate([np.arange(start, start + len(s.labels)) for s, start, _ in told]))
        means = torch.stack([state[start + cue[0] : start + cue[1]].mean(0) for _, start, cue in told])
        sizes = torch.tensor([len(s.labels) for s, _, _ in told])
        lying = np.concatenate([relations(cue, s.cues, s.heads, s.sentence) for s, _, cue in told]).astype(np.int64)
        inner = torch.index_select(self.token(state), 0, tokens) + self.cue(means).repeat_interleave(sizes, dim=0)
        for at, table in enumerate(self.relations):
            inner = inner + table(torch.from_numpy(lying[:, at]))
        scores: torch.Tensor = self.role(torch.relu(inner))
        return scores

    def last_layers(self) -> dict[str, Floats]:
        """Return the arrays that the program multiplies itself, by the names it knows them by."""
        return {name: np.ascontiguousarray(array.detach().numpy()) for name, array in self._last().items()}

    def take(self, arrays: Mapping[str, Floats]) -> None:
        """Put arrays that ``last_layers`` gave in the place of the network's own."""
        with torch.no_grad():
            for name, array in self._last().items():
                array.copy_(torch.from_numpy(arrays[name]))

    def _last(self) -> dict[str, torch.Tensor]:
        layers = {"label": self.label, "token": self.token, "role": self.role}
        arrays = {f"{name}.weight": layer.weight.T for name, layer in layers.items()}
        arrays |= {f"{name}.bias": layer.bias for name, layer in layers.items()}
        arrays["cue.weight"] = self.cue.weight.T
        arrays |= {f"relation{at}": table.weight for at, table in enumerate(self.relations)}
        for name, chain in (("label", self.label_chain), ("role", self.role_chain)):
            arrays |= {f"{name}.{part}": array for part, array in chain.named_parameters()}
        return arrays


def linear(weight: torch.Tensor, bias: torch.Tensor) -> nn.Linear:
    """Return a product and a sum that begin with copies of these arrays."""
    made = nn.Linear(weight.shape[1], weight.shape[0])
    made.weight, made.bias = nn.Parameter(weight.clone()), nn.Parameter(bias.clone())
    return made


def _begun_linear(begun: Begun, name: str) -> nn.Linear:
    return linear(begun[f"{name}.weight"], begun[f"{name}.bias"])


def _begun_norm(begun: Begun, name: str) -> nn.LayerNorm:
    made = nn.LayerNorm(WIDTH, eps=TINY)
    made.weight = nn.Parameter(begun[f"{name}.weight"].clone())
    made.bias = nn.Parameter(begun[f"{name}.bias"].clone())
    return made


def _small(count: int, width: int) -> nn.Embedding:
    return nn.Embedding.from_pretrained(torch.randn(count, width) * 0.01, freeze=False)

"""Scores of labels and the labels people gave in, how unlikely the network holds those sequences out.

A conditional random field over the tokens of a stretch (Lafferty, McCallum and Pereira 2001): what follows what is
learned with the scores, so that a long content is judged as one whole. As long as nothing of that is learned, each
token is judged alone (cross entropy).
"""

from collections.abc import Sequence

import torch
from torch import nn
from torch.nn.utils.rnn import pad_sequence


class Chain(nn.Module):
    """What each label adds that begins a sequence, ends it, or follows another one."""

    def __init__(self, labels: int) -> None:
        super().__init__()
        self.begins = nn.Parameter(torch.zeros(labels))
        self.follows = nn.Parameter(torch.zeros(labels, labels))
        self.ends = nn.Parameter(torch.zeros(labels))

    def loss(self, scores: torch.Tensor, labels: torch.Tensor, sizes: Sequence[int]) -> torch.Tensor:
        """Return the mean cost of a token.

        Args:
            scores: one row a token, the sequences one after the other.
            labels: the right label of each token.
            sizes: tokens of each sequence, none of them empty.
        """
        order = sorted(range(len(sizes)), key=lambda at: -sizes[at])
        parts, golds = scores.split(list(sizes)), labels.split(list(sizes))
        told = pad_sequence([parts[at] for at in order])
        alive = [sum(size > step for size in sizes) for step in range(told.shape[0])]
        return (self._of_all(told, alive).sum() - self._of(parts, golds)) / len(labels)

    def _of_all(self, told: torch.Tensor, alive: Sequence[int]) -> torch.Tensor:
        """The logarithm of what all sequences of labels weigh together, for each sequence of tokens."""
        total = self.begins + told[0]
        done: list[torch.Tensor] = []
        for step in range(1, len(told)):
            count = alive[step]
            if count < len(total):
                done.append(total[count:])
                total = total[:count]
            total = torch.logsumexp(total[:, :, None] + self.follows, 1) + told[step, :count]
        return torch.logsumexp(torch.cat([total, *reversed(done)]) + self.ends, 1)

    def _of(self, parts: Sequence[torch.Tensor], golds: Sequence[torch.Tensor]) -> torch.Tensor:
        """What the right labels weigh, over all sequences."""
        gold = torch.cat(list(golds))
        first, last = torch.stack([g[0] for g in golds]), torch.stack([g[-1] for g in golds])
        before, after = (torch.cat(list(pieces)) for pieces in ([g[:-1] for g in golds], [g[1:] for g in golds]))
        of_tokens = torch.cat(list(parts)).gather(1, gold[:, None]).sum()
        return of_tokens + self.begins[first].sum() + self.ends[last].sum() + self.follows[before, after].sum()

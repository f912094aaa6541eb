"""A learned network and texts in, a quicker encoder out: fewer inner cells a layer, and the same states learned again.

The cells that move the state most are kept. What is left then learns from the wide one alone, on any text: after each
layer to come to its state, and at the end to look like it to the last layers (distillation: Hinton, Vinyals and Dean
2015; from layer to layer: Jiao et al. 2020, "TinyBERT").
"""

import random
from collections.abc import Iterable, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass

import torch
from torch.nn import functional

from training.attribution.fit import CLIP, DECAY, TOLD, YOUNG, Example, Tell, batches, follow, share
from training.attribution.network import Encoder, Layer, Network, linear
from twosource.annotate.attribution.network import filled

LOOKED_AT = 200  # batches by which cells are judged
Inputs = tuple[torch.Tensor, torch.Tensor, torch.Tensor]
Arrays = Mapping[str, torch.Tensor]


@dataclass(frozen=True, slots=True)
class Narrowing:
    """How many inner cells stay, and how they learn: ``hidden`` and ``kept`` as in ``fit.Course``."""

    inner: int = 512
    seed: int = 3
    rounds: int = 4
    rate: float = 8e-4
    hidden: float = 0.04
    kept: float = 0.998


def narrowed(network: Network, examples: Sequence[Example], how: Narrowing, tell: Tell) -> Encoder:
    """Return an encoder with fewer inner cells that does as that of ``network``, which stays as it is.

    Args:
        network: what has learned.
        examples: texts; only their words and features are read, no label.
        how: how narrow, and how it learns.
        tell: hears the batches done, of how many, and how far apart the two still are.
    """
    torch.set_num_threads(1)
    torch.use_deterministic_algorithms(True)
    torch.manual_seed(how.seed)
    shuffle = random.Random(how.seed)  # noqa: S311 - the order of batches is no secret
    small = _cut(network.encoder.eval(), batches(examples, shuffle)[:LOOKED_AT], how.inner)
    order = [batch for _ in range(how.rounds) for batch in batches(examples, shuffle)]
    learned = {name: array for name, array in small.named_parameters() if array.requires_grad}
    steps = torch.optim.AdamW(learned.values(), weight_decay=DECAY, betas=(0.9, 0.98), fused=True)
    mean = {name: array.detach().clone() for name, array in learned.items()}
    summed = 0.0
    for done, batch in enumerate(order, 1):
        found = _apart(network, small, _inputs(batch, network.mask, how.hidden))
        _step(steps, found, learned, how.rate * share(done, len(order)))
        follow(mean, small, min(how.kept, done / (done + YOUNG)))
        summed += float(found.detach())
        if done % TOLD == 0:
            tell(done, len(order), summed / TOLD)
            summed = 0.0
    small.load_state_dict(mean, strict=False)
    return small


def _step(steps: torch.optim.Optimizer, found: torch.Tensor, learned: Arrays, rate: float) -> None:
    for group in steps.param_groups:
        group["lr"] = rate
    steps.zero_grad()
    found.backward()
    torch.nn.utils.clip_grad_norm_(learned.values(), CLIP)
    steps.step()


def _inputs(batch: Sequence[Example], mask: int, hidden: float) -> Inputs:
    pieces, features, is_read = (torch.from_numpy(array) for array in filled([row for _, row in batch]))
    return torch.where(torch.rand(pieces.shape) < hidden, mask, pieces), features, is_read


def _apart(network: Network, small: Encoder, inputs: Inputs) -> torch.Tensor:
    """How far the small encoder's states are from the wide one's, and how unlike they look to the last layers."""
    is_read = inputs[2][..., None].float()
    with torch.autocast("cpu", dtype=torch.bfloat16):
        with torch.no_grad():
            there = [state.float() * is_read for state in network.encoder.layered(*inputs)]
        here = [state.float() * is_read for state in small.layered(*inputs)]
    between = torch.stack([_off(a, b) for a, b in zip(here, there, strict=True)])
    lasts = [layer.weight.detach().T for layer in (network.label, network.token, network.cue)]
    seen = torch.stack([_off(here[-1] @ last, there[-1] @ last) for last in lasts])
    return between.mean() + between[-1] + seen.sum()


def _off(here: torch.Tensor, there: torch.Tensor) -> torch.Tensor:
    """The mean square of the difference, as a share of the mean square."""
    return (here - there).square().sum() / there.square().sum()


def _cut(wide: Encoder, looked_at: Iterable[Sequence[Example]], inner: int) -> Encoder:
    """Return a copy of an encoder with those ``inner`` cells of each layer that move its state most."""
    small = deepcopy(wide)
    for layer, worth in zip(small.layers, _worth(wide, looked_at), strict=True):
        _keep(layer, worth.topk(inner).indices.sort().values)
    return small


def _worth(encoder: Encoder, looked_at: Iterable[Sequence[Example]]) -> list[torch.Tensor]:
    """How much each inner cell of each layer moves the state: its mean size times what it is multiplied by."""
    sizes = [torch.zeros(layer.widen.out_features) for layer in encoder.layers]

    def add(size: torch.Tensor, made: torch.Tensor) -> None:
        size += functional.gelu(made).abs().sum((0, 1))

    hooks = [
        layer.widen.register_forward_hook(lambda _module, _inputs, made, size=size: add(size, made))
        for layer, size in zip(encoder.layers, sizes, strict=True)
    ]
    with torch.no_grad():
        for batch in looked_at:
            encoder(*_inputs(batch, 0, 0.0))
    for hook in hooks:
        hook.remove()
    return [size * layer.narrow.weight.detach().norm(dim=0) for size, layer in zip(sizes, encoder.layers, strict=True)]


def _keep(layer: Layer, cells: torch.Tensor) -> None:
    wide, back = layer.widen, layer.narrow
    layer.widen = linear(wide.weight.detach()[cells], wide.bias.detach()[cells])
    layer.narrow = linear(back.weight.detach()[:, cells], back.bias.detach())

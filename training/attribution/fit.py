"""Stretches in, a learned network out; the same stretches and seed give the same weights, on one core."""

import random
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import torch
from torch import nn

from training.attribution.gold import Stretch
from training.attribution.network import LAYERS, Network
from twosource.annotate.attribution.network import Row

WARM = 0.06  # share of rising steps
PIECES = 1600  # of a batch, filling included
SORTED = 400  # stretches sorted by length at a time, so that batches differ from round to round
DECAY = 0.01
CLIP = 1.0
YOUNG = 10  # batches before which the mean hardly lags behind
TOLD = 100  # batches between two words on how it goes
Example = tuple[Stretch, Row]
Tell = Callable[[int, int, float], None]


@dataclass(frozen=True, slots=True)
class Course:
    """How the network learns: rounds through the examples, and the largest steps of its arrays.

    ``rate`` is that of what began taught (``lower`` times that of the layer above), ``new`` of the rest, ``chains`` of
    what follows what. ``hidden`` is the share of words hidden; ``kept`` that of the running mean of the arrays kept at
    each step: the mean is what stays.
    """

    seed: int = 3
    rounds: int = 5
    rate: float = 2e-4
    new: float = 1e-3
    chains: float = 5e-3
    lower: float = 0.9
    hidden: float = 0.08
    kept: float = 0.998


def learn(network: Network, examples: Sequence[Example], course: Course, tell: Tell) -> None:
    """Fit the network to the examples; ``tell`` hears the batches done, of how many, and their loss."""
    torch.set_num_threads(1)
    torch.use_deterministic_algorithms(True)
    torch.manual_seed(course.seed)
    shuffle = random.Random(course.seed)  # noqa: S311 - the order of batches is no secret
    order = [batch for _ in range(course.rounds) for batch in batches(examples, shuffle)]
    steps = _steps(network, course)
    mean = {name: array.detach().clone() for name, array in network.named_parameters() if array.requires_grad}
    network.hidden = course.hidden
    network.train()
    summed = 0.0
    for done, batch in enumerate(order, 1):
        summed += _stepped(network, steps, batch, share(done, len(order)))
        follow(mean, network, min(course.kept, done / (done + YOUNG)))
        if done % TOLD == 0:
            tell(done, len(order), summed / TOLD)
            summed = 0.0
    network.load_state_dict(mean, strict=False)
    network.eval()


def follow(mean: Mapping[str, torch.Tensor], network: nn.Module, kept: float) -> None:
    """Move the running mean of a network's arrays on by one step."""
    with torch.no_grad():
        for name, array in network.named_parameters():
            if name in mean:
                mean[name].lerp_(array, 1 - kept)


def batches(examples: Sequence[Example], shuffle: random.Random) -> list[list[Example]]:
    """Return the examples in batches of about ``PIECES``, of about one length each, in another order each time."""
    order = list(examples)
    shuffle.shuffle(order)
    found: list[list[Example]] = []
    for at in range(0, len(order), SORTED):
        group: list[Example] = []
        for example in sorted(order[at : at + SORTED], key=lambda e: len(e[1].pieces)):
            if group and (len(group) + 1) * len(example[1].pieces) > PIECES:
                found.append(group)
                group = []
            group.append(example)
        found.append(group)
    shuffle.shuffle(found)
    return found


def _steps(network: Network, course: Course) -> torch.optim.Optimizer:
    groups = [
        {"params": [array], "rate": _rate(name, course)}
        for name, array in network.named_parameters()
        if array.requires_grad
    ]
    return torch.optim.AdamW(groups, lr=course.rate, weight_decay=DECAY, betas=(0.9, 0.98))


def _rate(name: str, course: Course) -> float:
    """The largest step of an array: what began taught moves less, the nearer to the words the less."""
    if "_chain." in name:
        return course.chains
    if not name.startswith("encoder.") or name.startswith("encoder.features."):
        return course.new
    layer = int(name.split(".")[2]) if name.startswith("encoder.layers.") else 0
    return course.rate * course.lower ** (LAYERS - 1 - layer)


def share(done: int, total: int) -> float:
    """Return the share of the full step size: risen to, then down to a hundredth."""
    return min(1.0, done / (total * WARM)) * max(0.01, 1 - done / total)


def _stepped(network: Network, steps: torch.optim.Optimizer, batch: Sequence[Example], share: float) -> float:
    for group in steps.param_groups:
        group["lr"] = group["rate"] * share
    found = network.loss(batch)
    steps.zero_grad()
    found.backward()
    torch.nn.utils.clip_grad_norm_([a for a in network.parameters() if a.requires_grad], CLIP)
    steps.step()
    return float(found.detach())

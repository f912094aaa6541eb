"""Stretches in, a learned network out; the same stretches and seed give the same weights, on one core."""

import random
from collections.abc import Callable, Sequence

import torch

from training.attribution.gold import Stretch
from training.attribution.network import Network
from twosource.annotate.attribution.network import Row

SEED = 1
ROUNDS = 4
RATE, RATE_OF_NEW, WARM = 2e-4, 1e-3, 0.06  # step sizes of what began taught, of the rest; share of rising steps
PIECES = 1600  # of a batch, filling included
SORTED = 400  # stretches sorted by length at a time, so that batches differ from round to round
DECAY = 0.01
CLIP = 1.0
TOLD = 100  # batches between two words on how it goes
Example = tuple[Stretch, Row]
Tell = Callable[[int, int, float], None]


def learn(network: Network, examples: Sequence[Example], tell: Tell) -> None:
    """Fit the network to the examples; ``tell`` hears the batches done, of how many, and their mean loss."""
    torch.set_num_threads(1)
    torch.use_deterministic_algorithms(True)
    shuffle = random.Random(SEED)  # noqa: S311 - the order of batches is no secret
    order = [batch for _ in range(ROUNDS) for batch in batches(examples, shuffle)]
    steps = _steps(network)
    network.train()
    summed = 0.0
    for done, batch in enumerate(order, 1):
        summed += _stepped(network, steps, batch, _share(done, len(order)))
        if done % TOLD == 0:
            tell(done, len(order), summed / TOLD)
            summed = 0.0
    network.eval()


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


def _steps(network: Network) -> torch.optim.Optimizer:
    begun = [array for name, array in network.named_parameters() if array.requires_grad and _is_begun(name)]
    new = [array for name, array in network.named_parameters() if not _is_begun(name)]
    groups = [{"params": begun, "rate": RATE}, {"params": new, "rate": RATE_OF_NEW}]
    return torch.optim.AdamW(groups, lr=RATE, weight_decay=DECAY, betas=(0.9, 0.98))


def _is_begun(name: str) -> bool:
    return name.startswith("encoder.") and not name.startswith("encoder.features.")


def _share(done: int, total: int) -> float:
    """The share of the full step size: risen to, then down to a hundredth."""
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

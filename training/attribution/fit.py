"""Stretches in, learned weights out; the same stretches and seed give the same weights, on one core."""

import random
from collections.abc import Callable, Mapping, Sequence

import torch

from training.attribution.gold import Stretch
from training.attribution.network import Arrays, fresh, loss
from twosource.annotate.attribution.weights import Weights

SEED = 1
ROUNDS = 7
RATE, WARM, LAST = 2.5e-3, 200, 0.02  # the step size: risen to in 200 batches, then down to a fiftieth
TOKENS = 2000  # of a batch
DECAY = 1e-3
CLIP = 1.0
Tell = Callable[[int, float], None]


def learned(stretches: Sequence[Stretch], words: Mapping[str, Mapping[str, int]], tell: Tell) -> Weights:
    """Return weights fitted to the stretches; ``tell`` hears the mean loss after each round."""
    torch.set_num_threads(1)
    torch.manual_seed(SEED)
    torch.use_deterministic_algorithms(True)
    shuffle = random.Random(SEED)  # noqa: S311 - the order of batches is no secret
    arrays = fresh(words)
    steps = torch.optim.AdamW(list(arrays.values()), lr=RATE, weight_decay=DECAY, betas=(0.9, 0.98))
    done, total = 0, ROUNDS * len(batches(stretches, random.Random(SEED)))  # noqa: S311 - the same
    for round_ in range(ROUNDS):
        summed = 0.0
        each = batches(stretches, shuffle)
        for batch in each:
            rate = RATE * min(1.0, (done + 1) / WARM) * max(LAST, 1 - done / total)
            summed += _stepped(arrays, steps, batch, rate)
            done += 1
        tell(round_, summed / len(each))
    return weights_of(arrays, words)


def weights_of(arrays: Arrays, words: Mapping[str, Mapping[str, int]]) -> Weights:
    """Return arrays of torch as the weights of the program."""
    return Weights({name: array.detach().numpy() for name, array in arrays.items()}, words)


def batches(stretches: Sequence[Stretch], shuffle: random.Random) -> list[list[Stretch]]:
    """Return the stretches in batches of about ``TOKENS``, in another order each time."""
    order = list(stretches)
    shuffle.shuffle(order)
    found: list[list[Stretch]] = [[]]
    size = 0
    for stretch in order:
        if size >= TOKENS:
            found.append([])
            size = 0
        found[-1].append(stretch)
        size += len(stretch.labels)
    return found


def _stepped(arrays: Arrays, steps: torch.optim.Optimizer, batch: Sequence[Stretch], rate: float) -> float:
    for group in steps.param_groups:
        group["lr"] = rate
    found = loss(arrays, batch, learning=True)
    steps.zero_grad()
    found.backward()
    torch.nn.utils.clip_grad_norm_(list(arrays.values()), CLIP)
    steps.step()
    return float(found.detach())

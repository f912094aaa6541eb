"""Gold attributions become labels of tokens; the network that learns is the one that runs."""

from itertools import pairwise, product
from typing import Any

import numpy as np
import pytest
from training.attribution.gold import LABEL, Text, lexicons, marked_stretches, runs_of

from twosource.annotate import annotate
from twosource.annotate.attribution import network as running
from twosource.annotate.attribution.pieces import splitter
from twosource.annotate.attribution.weights import Heads, model
from twosource.clean import clean
from twosource.collect.rows import report_from_row
from twosource.config import Limits

SENTENCE = "Police said the road was closed."
MARKS = {"source": [[0, 6]], "cue": [[7, 11]], "content": [[12, 31]]}


def _text() -> Text:
    article = clean(report_from_row({"id": "1", "text": SENTENCE}, Limits()), Limits())
    return Text(annotate(article), (MARKS,))


def _begun(pieces: int) -> dict[str, Any]:
    """Arrays as published, but random and with few pieces."""
    import torch  # noqa: PLC0415 - needs torch

    made = {
        "embeddings.word_embeddings.weight": torch.randn(pieces, 384),
        "embeddings.position_embeddings.weight": torch.randn(512, 384),
        "embeddings.token_type_embeddings.weight": torch.randn(2, 384),
    }
    sizes = {"attention.output.dense": (384, 384), "intermediate.dense": (1536, 384), "output.dense": (384, 1536)}
    sizes |= {f"attention.self.{name}": (384, 384) for name in ("query", "key", "value")}
    for at in range(6):
        for name, size in sizes.items():
            made[f"encoder.layer.{at}.{name}.weight"] = torch.randn(*size) / size[1] ** 0.5
            made[f"encoder.layer.{at}.{name}.bias"] = torch.zeros(size[0])
    norms = [f"encoder.layer.{at}.{name}.LayerNorm" for at in range(6) for name in ("attention.output", "output")]
    for name in ("embeddings.LayerNorm", *norms):
        made |= {f"{name}.weight": torch.ones(384), f"{name}.bias": torch.zeros(384)}
    return made


def test_pieces_of_text_are_runs_of_tokens() -> None:
    tokens = _text().annotations.tokens
    assert runs_of(tokens, [[12, 31]]) == [(2, 6)]
    assert runs_of(tokens, [[11, 15]]) == [(2, 3)]


def test_each_token_has_a_label_and_a_role_for_each_cue() -> None:
    text = _text()
    (stretch,) = marked_stretches(text, lexicons([text]))
    assert stretch.labels.tolist() == [LABEL["source"], LABEL["cue"], 5, 6, 6, 6, 0]
    assert stretch.cues == ((1, 2),)
    assert stretch.roles[0].tolist() == [1, 0, 3, 4, 4, 4, 0]


def test_tags_and_edges_are_numbered_from_one_in_one_order() -> None:
    words = lexicons([_text()])
    assert words["pos"] == {pos: number for number, pos in enumerate(sorted(words["pos"]), 1)}


def test_the_network_that_learns_is_the_one_that_runs() -> None:
    torch = pytest.importorskip("torch")
    pytest.importorskip("onnx")
    from training.attribution.export import onnx_bytes  # noqa: PLC0415 - needs torch
    from training.attribution.network import Network  # noqa: PLC0415 - needs torch

    text = _text()
    words = lexicons([text])
    (stretch,) = marked_stretches(text, words)
    pieces = {piece: at for at, piece in enumerate(["[CLS]", "[SEP]", "[UNK]", "[unused0]", "police", "said", "road"])}
    torch.manual_seed(1)
    network = Network(_begun(len(pieces)), words, pieces["[UNK]"]).eval()
    there = network.states([running.row_of(stretch.words, stretch.rows, (splitter(pieces), 0, 1))]).detach().numpy()
    made = model(onnx_bytes(network.encoder), Heads(network.last_layers(), words | {"piece": pieces}))
    here = running.encoded(made, stretch.words, stretch.rows, [(0, len(there))])
    assert np.abs(here - there).max() < 0.1 * np.abs(there).max()  # the weights that run are rounded to bytes
    labels = (network.label(torch.from_numpy(there))).detach().numpy()
    assert np.abs(running.label_scores(made, there) - labels).max() < 1e-4


def test_a_chain_holds_the_right_labels_as_likely_as_they_are_among_all() -> None:
    torch = pytest.importorskip("torch")
    from training.attribution.chain import Chain  # noqa: PLC0415 - needs torch

    torch.manual_seed(1)
    chain = Chain(3)
    for array in chain.parameters():
        torch.nn.init.normal_(array)
    sizes, scores, labels = [2, 4, 1, 3], torch.randn(10, 3), torch.randint(0, 3, (10,))

    def weight(first: int, sequence: tuple[int, ...]) -> Any:
        told = scores[range(first, first + len(sequence)), list(sequence)].sum()
        return (
            told
            + chain.begins[sequence[0]]
            + chain.ends[sequence[-1]]
            + sum(chain.follows[p] for p in pairwise(sequence))
        )

    total = torch.tensor(0.0)
    for first, size in zip(np.cumsum([0, *sizes[:-1]]).tolist(), sizes, strict=True):
        every = torch.stack([weight(first, one) for one in product(range(3), repeat=size)])
        total += torch.logsumexp(every, 0) - weight(first, tuple(labels[first : first + size].tolist()))
    assert float(chain.loss(scores, labels, sizes).detach()) == pytest.approx(float(total.detach()) / 10, abs=1e-5)

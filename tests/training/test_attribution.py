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
    """Arrays as published, but random (the same each time) and with few pieces."""
    import torch  # noqa: PLC0415 - needs torch

    torch.manual_seed(1)
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


@pytest.fixture
def learned() -> tuple[Any, list[Any], dict[str, Any]]:
    """A network of random arrays, one example for it, and its numbers of words; skips where torch is not there."""
    pytest.importorskip("torch")
    pytest.importorskip("onnx")
    from training.attribution.network import Network  # noqa: PLC0415 - needs torch

    text = _text()
    pieces = ["[CLS]", "[SEP]", "[UNK]", "[unused0]", "[MASK]", "police", "said", "road"]
    words: dict[str, Any] = {**lexicons([text]), "piece": {piece: at for at, piece in enumerate(pieces)}}
    examples = [
        (stretch, running.row_of(stretch.words, stretch.rows, (splitter(words["piece"]), 0, 1)))
        for stretch in marked_stretches(text, words)
    ]
    return Network(_begun(len(pieces)), words, words["piece"]["[MASK]"]).eval(), examples, words


def test_the_network_that_learns_is_the_one_that_runs(learned: tuple[Any, list[Any], dict[str, Any]]) -> None:
    from training.attribution.export import onnx_bytes  # noqa: PLC0415 - needs torch

    network, [(stretch, row)], words = learned
    there = network.states([row]).detach()
    made = model(onnx_bytes(network.encoder), Heads(network.last_layers(), words))
    here = running.encoded(made, stretch.words, stretch.rows, [(0, len(there))])
    assert np.abs(here - there.numpy()).max() < 0.1 * np.abs(there.numpy()).max()  # weights that run are in bytes
    labels = network.label(there).detach().numpy()
    assert np.abs(running.label_scores(made, there.numpy()) - labels).max() < 1e-4


def test_a_network_written_is_read_again_as_it_was(learned: tuple[Any, list[Any], dict[str, Any]]) -> None:
    from training.attribution.export import onnx_bytes  # noqa: PLC0415 - needs torch
    from training.attribution.written import network_of  # noqa: PLC0415 - needs torch

    network, examples, words = learned
    heads = Heads(network.last_layers(), words)
    again = network_of(onnx_bytes(network.encoder), heads, _begun(len(words["piece"]))).eval()
    there, here = (one.states([examples[0][1]]).detach().numpy() for one in (network, again))
    assert np.corrcoef(there.ravel(), here.ravel())[0, 1] > 0.99
    for name, array in again.last_layers().items():
        assert np.array_equal(array, heads.arrays[name])


def test_an_encoder_made_narrower_comes_to_the_states_of_the_wide_one(
    learned: tuple[Any, list[Any], dict[str, Any]],
) -> None:
    from training.attribution.narrow import Narrowing, narrowed  # noqa: PLC0415 - needs torch

    network, examples, _ = learned

    def off(rounds: int) -> float:
        small = narrowed(network, examples, Narrowing(inner=96, rounds=rounds, hidden=0.0), lambda *_: None).eval()
        assert {layer.widen.out_features for layer in small.layers} == {96}
        wide, network.encoder = network.encoder, small
        here = network.states([examples[0][1]]).detach().numpy()
        network.encoder = wide
        return float(np.abs(here - network.states([examples[0][1]]).detach().numpy()).mean())

    assert off(60) < off(1) / 2


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

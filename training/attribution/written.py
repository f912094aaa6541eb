"""The program's own model files in, the network in torch out: what ``graph.py`` and ``packed`` wrote, read again."""

from collections.abc import Mapping

import numpy as np
import onnx
import torch
from onnx import numpy_helper

from training.attribution.graph import Array
from training.attribution.network import WIDTH, Begun, Encoder, Network
from twosource.annotate.attribution.features import LEXICONS
from twosource.annotate.attribution.weights import Heads

MASK = "[MASK]"
TABLE = "embeddings.word_embeddings.weight"
PRODUCTS = {"MatMulIntegerToFloat": (3, 5, 6), "DynamicQuantizeMatMul": (2, 3, 4)}  # inputs: scale, zero, what is added
STEPS = (
    *(f"attention.self.{name}" for name in ("query", "key", "value")),
    "attention.output.dense",
    "intermediate.dense",
    "output.dense",
)  # the products of a layer, in order
NORMS = ("attention.output.LayerNorm", "output.LayerNorm")


def encoder_of(content: bytes, table: torch.Tensor, words: Mapping[str, Mapping[str, int]]) -> Encoder:
    """Return the encoder of an ONNX file in torch; its weights are numbers again, rounded as they were.

    Args:
        content: the file.
        table: what each piece of a word begins with, before it was rounded.
        words: the number of each part of speech, tag, edge and kind of name.
    """
    graph = onnx.load_from_string(content).graph
    kept = {one.name: numpy_helper.to_array(one) for one in graph.initializer}
    begun: Begun = {name: torch.from_numpy(np.array(array)) for name, array in _arrays(graph, kept).items()}
    encoder = Encoder({**begun, TABLE: table}, words)
    features = [kept[node.input[0]] for node in graph.node if node.op_type == "Gather"][1:]
    with torch.no_grad():
        for small, array in zip(encoder.features, features, strict=True):
            small.weight.copy_(torch.from_numpy(np.array(array)))
    return encoder


def _arrays(graph: onnx.GraphProto, kept: Mapping[str, Array]) -> dict[str, Array]:
    (places,) = (kept[node.input[0]] for node in graph.node if node.op_type == "Slice")
    found = {
        "embeddings.position_embeddings.weight": places,  # the kind of every piece is in it
        "embeddings.token_type_embeddings.weight": np.zeros((1, WIDTH), np.float32),
    }
    for at, node in enumerate(node for node in graph.node if node.op_type in PRODUCTS):
        name = f"encoder.layer.{at // len(STEPS)}.{STEPS[at % len(STEPS)]}"
        scale, zero, bias = (kept[node.input[given]] for given in PRODUCTS[node.op_type])
        weight = kept[node.input[1]].astype(np.float32) - zero.astype(np.float32)
        found |= {f"{name}.weight": (weight * scale).T, f"{name}.bias": bias}
    for at, node in enumerate((node for node in graph.node if node.op_type == "LayerNormalization"), -1):
        name = "embeddings.LayerNorm" if at < 0 else f"encoder.layer.{at // len(NORMS)}.{NORMS[at % len(NORMS)]}"
        found |= {f"{name}.weight": kept[node.input[1]], f"{name}.bias": kept[node.input[2]]}
    return found


def network_of(encoder: bytes, heads: Heads, begun: Begun) -> Network:
    """Return the network of the program's model files in torch.

    Args:
        encoder: the ONNX file.
        heads: the last layers and the numbers of pieces, tags and edges.
        begun: the published arrays that the network once began with.
    """
    words = {name: heads.words[name] for name in LEXICONS}
    network = Network(begun, words, heads.words["piece"][MASK])
    network.encoder = encoder_of(encoder, begun[TABLE], words)
    network.take(heads.arrays)
    return network

"""The model files in, the network out; knows how they are packed and run, not what the numbers mean.

The encoder is an ONNX file with weights in bytes; the last layers, the vocabulary and the numbers of tags and edges are
arrays beside it.
"""

import io
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

from twosource.annotate.attribution.pieces import Split, splitter

Floats = NDArray[np.float32]
Numbers = NDArray[np.int64]
Encode = Callable[[Numbers, Numbers, NDArray[np.bool_]], Floats]
ENCODER, HEADS = "en/models/attribution.onnx", "en/models/attribution.npz"
INPUTS = ("pieces", "features", "is_read")
STATE = "state"
SLOWER = ["SkipLayerNormFusion"]  # sum and normalisation in one step: 1.4 s where the two take 0.4 (ONNX Runtime 1.31)


@dataclass(frozen=True, slots=True)
class Heads:
    """The arrays of the last layers by name, and the number of each piece, tag, edge and kind of name."""

    arrays: Mapping[str, Floats]
    words: Mapping[str, Mapping[str, int]]


@dataclass(frozen=True, slots=True)
class Model:
    """The network: the encoder, its last layers, and what numbers words and tags."""

    encode: Encode
    split: Split
    arrays: Mapping[str, Floats]
    words: Mapping[str, Mapping[str, int]]


@cache
def load_model() -> Model | None:
    """Return the network that the package carries, read once per process; None where it carries none."""
    encoder, heads = (files("twosource.lang").joinpath(name) for name in (ENCODER, HEADS))
    if not (encoder.is_file() and heads.is_file()):
        return None
    return model(encoder.read_bytes(), unpacked(heads.read_bytes()))


def model(encoder: bytes, heads: Heads) -> Model:
    """Return the network of an ONNX file and its last layers; it runs on one thread and can be forked."""
    import onnxruntime  # noqa: PLC0415 - 0.2 s that only reading a text needs

    settings = onnxruntime.SessionOptions()
    settings.intra_op_num_threads = settings.inter_op_num_threads = 1
    session = onnxruntime.InferenceSession(
        encoder, settings, providers=["CPUExecutionProvider"], disabled_optimizers=SLOWER
    )

    def encode(*inputs: NDArray[np.generic]) -> Floats:
        (state,) = session.run([STATE], dict(zip(INPUTS, inputs, strict=True)))
        return np.asarray(state, dtype=np.float32)

    return Model(encode, splitter(heads.words["piece"]), heads.arrays, heads.words)


def packed(heads: Heads) -> bytes:
    """Return the last layers and the numbers as the bytes of a model file; the same give the same bytes."""
    told = json.dumps(heads.words, ensure_ascii=False, sort_keys=True).encode()
    file = io.BytesIO()
    arrays = {name: array.astype(np.float32) for name, array in sorted(heads.arrays.items())}
    np.savez_compressed(file, allow_pickle=False, words=np.frombuffer(told, dtype=np.uint8), **arrays)
    return file.getvalue()


def unpacked(content: bytes) -> Heads:
    """Return the last layers and the numbers of a model file."""
    with np.load(io.BytesIO(content), allow_pickle=False) as file:
        kept = {name: file[name] for name in file.files}
    words = json.loads(kept.pop("words").tobytes().decode())
    return Heads({name: np.asarray(array, dtype=np.float32) for name, array in kept.items()}, words)

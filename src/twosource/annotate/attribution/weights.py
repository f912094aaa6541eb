"""The model file in, weights out; knows how they are packed, not what they mean.

Matrices are kept as bytes with one scale a row: 1.3 MB instead of 7, and F1 of no span moves by more than .001.
"""

import io
import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
FILE = "en/models/attribution.npz"
SCALE = ".scale"
LEVELS = 127  # of a signed byte


@dataclass(frozen=True, slots=True)
class Weights:
    """The arrays of the network by name, and the index of each word, tag and label it knows."""

    arrays: Mapping[str, Floats]
    words: Mapping[str, Mapping[str, int]]


@cache
def load_weights() -> Weights | None:
    """Return the weights that the package carries, read once per process; None where it carries none."""
    place = files("twosource.lang").joinpath(FILE)
    return unpacked(place.read_bytes()) if place.is_file() else None


def packed(weights: Weights) -> bytes:
    """Return weights as the bytes of a model file; the same weights give the same bytes."""
    arrays: dict[str, NDArray[np.generic]] = {}
    for name, array in sorted(weights.arrays.items()):
        if array.ndim == 1:
            arrays[name] = array.astype(np.float32)
        else:
            scale = np.maximum(np.abs(array).max(axis=1, keepdims=True), 1e-8) / LEVELS
            arrays[name] = np.rint(array / scale).astype(np.int8)
            arrays[name + SCALE] = scale.astype(np.float32)
    told = json.dumps(weights.words, ensure_ascii=False, sort_keys=True).encode()
    file = io.BytesIO()
    np.savez_compressed(file, allow_pickle=False, words=np.frombuffer(told, dtype=np.uint8), **arrays)
    return file.getvalue()


def unpacked(content: bytes) -> Weights:
    """Return the weights of a model file."""
    with np.load(io.BytesIO(content), allow_pickle=False) as file:
        kept = {name: file[name] for name in file.files}
    words = json.loads(kept.pop("words").tobytes().decode())
    names = [name for name in kept if not name.endswith(SCALE)]
    return Weights({name: _whole(kept, name) for name in names}, words)


def _whole(kept: Mapping[str, NDArray[np.generic]], name: str) -> Floats:
    array = kept[name].astype(np.float32)
    scale = kept.get(name + SCALE)
    return array if scale is None else np.asarray(array * scale.astype(np.float32), dtype=np.float32)

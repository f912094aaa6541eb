"""A learned encoder in, the ONNX file that the program runs out: weights in bytes, one scale for each column."""

import warnings
from pathlib import Path
from tempfile import TemporaryDirectory

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic

from training.attribution.graph import OPSET, regraphed
from training.attribution.network import Encoder
from twosource.annotate.attribution.features import COLUMNS
from twosource.annotate.attribution.weights import INPUTS, STATE


def onnx_bytes(encoder: Encoder) -> bytes:
    """Return the encoder as an ONNX file.

    Products are kept within 7 bits, so that processors without wide sums of bytes come to the same numbers.
    """
    pieces = torch.zeros(2, 5, dtype=torch.long)
    example = (pieces, torch.zeros(2, 5, len(COLUMNS), dtype=torch.long), torch.ones_like(pieces, dtype=torch.bool))
    open_sides = {name: {0: "rows", 1: "pieces"} for name in (*INPUTS, STATE)}
    with TemporaryDirectory() as folder:
        whole, small = (str(Path(folder, name)) for name in ("whole.onnx", "small.onnx"))
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", DeprecationWarning)  # the newer way needs a further package
            torch.onnx.export(
                encoder,
                example,
                whole,
                input_names=list(INPUTS),
                output_names=[STATE],
                dynamic_axes=open_sides,
                opset_version=OPSET,
                dynamo=False,
            )
        quantize_dynamic(whole, small, per_channel=True, reduce_range=True, weight_type=QuantType.QInt8)
        learned = {name: array.detach().numpy() for name, array in encoder.named_parameters()}
        return regraphed(Path(small).read_bytes(), learned)

"""PolNeAR in, the model files of ``annotate/attribution`` out: ``python -m training.attribution --corpora DIR``.

Needs the extra `train`; an hour of one core. Only the tuned four fifths are read.
"""

import argparse
from pathlib import Path

import torch

from training.attribution import begun
from training.attribution.export import onnx_bytes
from training.attribution.fit import Course, Example, learn
from training.attribution.gold import Stretch, lexicons, marked_stretches, texts
from training.attribution.network import Network
from twosource.annotate.attribution.network import row_of
from twosource.annotate.attribution.pieces import FIRST, LAST, splitter
from twosource.annotate.attribution.weights import ENCODER, HEADS, Heads, packed

MASK = "[MASK]"
LANG = Path(__file__).parents[2] / "src/twosource/lang"


def main() -> None:
    """Train, and write the model files."""
    parser = argparse.ArgumentParser(prog="python -m training.attribution", description=__doc__)
    parser.add_argument("--corpora", type=Path, required=True, metavar="DIR", help="folder of the corpora")
    parser.add_argument("--out", type=Path, default=LANG, metavar="DIR", help="under which folder the files go")
    options = parser.parse_args()
    read = list(texts(options.corpora, "tuned"))
    words = lexicons(read)
    pieces = begun.vocabulary()
    examples = _examples([s for text in read for s in marked_stretches(text, words)], pieces)
    print(f"{len(read)} articles, {len(examples)} stretches", flush=True)
    course = Course()
    torch.manual_seed(course.seed)
    network = Network(begun.arrays(), words, pieces[MASK])
    learn(network, examples, course, lambda done, of, loss: print(f"{done}/{of} batches: loss {loss:.4f}", flush=True))
    for name, content in (
        (ENCODER, onnx_bytes(network.encoder)),
        (HEADS, packed(Heads(network.last_layers(), words | {"piece": pieces}))),
    ):
        (options.out / name).parent.mkdir(parents=True, exist_ok=True)
        (options.out / name).write_bytes(content)


def _examples(stretches: list[Stretch], pieces: dict[str, int]) -> list[Example]:
    cut = (splitter(pieces), pieces[FIRST], pieces[LAST])
    return [(stretch, row_of(stretch.words, stretch.rows, cut)) for stretch in stretches]


if __name__ == "__main__":
    main()

"""Corpora in, the model files of ``annotate/attribution`` out: ``python -m training.attribution --corpora DIR``.

A network learns from PolNeAR (an hour of one core); then its encoder is made narrower on the reports of all corpora (an
hour more). Needs the extra `train`. Only the tuned four fifths are read.
"""

import argparse
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from pathlib import Path

import torch
from evaluation.corpus import Row, part_of
from evaluation.judged_claims import CORPORA, reports
from evaluation.readings import Shelf
from evaluation.score import Run

from training.attribution import begun
from training.attribution.export import onnx_bytes
from training.attribution.fit import Course, Example, learn
from training.attribution.gold import Text, lexicons, marked_stretches, texts, unmarked
from training.attribution.narrow import Narrowing, narrowed
from training.attribution.network import Network
from training.attribution.written import MASK, network_of
from twosource.annotate.attribution.network import row_of
from twosource.annotate.attribution.pieces import FIRST, LAST, splitter
from twosource.annotate.attribution.weights import ENCODER, HEADS, Heads, packed, unpacked

LANG = Path(__file__).parents[2] / "src/twosource/lang"
Words = Mapping[str, Mapping[str, int]]


def main() -> None:
    """Train, and write the model files."""
    parser = argparse.ArgumentParser(prog="python -m training.attribution", description=__doc__)
    parser.add_argument("--corpora", type=Path, required=True, metavar="DIR", help="folder of the corpora")
    parser.add_argument("--out", type=Path, default=LANG, metavar="DIR", help="under which folder the files go")
    parser.add_argument("--wide", type=Path, metavar="DIR", help="files of a network that has learned: only narrow it")
    options = parser.parse_args()
    marked = list(texts(options.corpora, "tuned"))
    network, words = _written(options.wide) if options.wide else _learned(marked)
    read = _examples(chain(marked, unmarked(_unmarked_rows(options.corpora))), words)
    network.encoder = narrowed(network, read, Narrowing(), _tell)
    for name, content in (
        (ENCODER, onnx_bytes(network.encoder)),
        (HEADS, packed(Heads(network.last_layers(), words))),
    ):
        (options.out / name).parent.mkdir(parents=True, exist_ok=True)
        (options.out / name).write_bytes(content)


def _learned(marked: Sequence[Text]) -> tuple[Network, Words]:
    words = lexicons(marked) | {"piece": begun.vocabulary()}
    course = Course()
    torch.manual_seed(course.seed)
    network = Network(begun.arrays(), words, words["piece"][MASK])
    learn(network, _examples(marked, words), course, _tell)
    return network, words


def _written(folder: Path) -> tuple[Network, Words]:
    heads = unpacked((folder / HEADS).read_bytes())
    return network_of((folder / ENCODER).read_bytes(), heads, begun.arrays()), heads.words


def _unmarked_rows(corpora: Path) -> Iterator[Row]:
    run = Run(corpora=corpora, quick=False, shelf=Shelf())
    yield from (one.row for corpus in CORPORA for one in reports(run, corpus, None) if part_of(one.key) == "tuned")


def _examples(read: Iterable[Text], words: Words) -> list[Example]:
    cut = (splitter(words["piece"]), words["piece"][FIRST], words["piece"][LAST])
    stretches = (stretch for text in read for stretch in marked_stretches(text, words))
    return [(stretch, row_of(stretch.words, stretch.rows, cut)) for stretch in stretches]


def _tell(done: int, of: int, off: float) -> None:
    print(f"{done}/{of} batches: {off:.4f}", flush=True)


if __name__ == "__main__":
    main()

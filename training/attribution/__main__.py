"""PolNeAR in, the weights of ``annotate/attribution`` out: ``python -m training.attribution --corpora DIR``.

Needs torch (CPU). Only the tuned four fifths are read.
"""

import argparse
from pathlib import Path

from training.attribution.fit import learned
from training.attribution.gold import lexicons, marked_stretches, texts
from twosource.annotate.attribution.weights import FILE, packed

OUT = Path(__file__).parents[2] / "src/twosource/lang" / FILE


def main() -> None:
    """Train, and write the model file."""
    parser = argparse.ArgumentParser(prog="python -m training.attribution", description=__doc__)
    parser.add_argument("--corpora", type=Path, required=True, metavar="DIR", help="folder of the corpora")
    parser.add_argument("--out", type=Path, default=OUT, metavar="FILE", help="where the weights go")
    options = parser.parse_args()
    read = list(texts(options.corpora, "tuned"))
    words = lexicons(read)
    stretches = [stretch for text in read for stretch in marked_stretches(text, words)]
    print(f"{len(read)} articles, {len(stretches)} stretches, {len(words['word'])} words", flush=True)
    weights = learned(stretches, words, lambda n, loss: print(f"round {n + 1}: loss {loss:.4f}", flush=True))
    options.out.parent.mkdir(parents=True, exist_ok=True)
    options.out.write_bytes(packed(weights))


if __name__ == "__main__":
    main()

"""Cased corpora in, the weights of ``annotate/casing`` out: ``python -m training.casing --corpora DIR``.

Text is lowered and its case learned back; only the tuned part of each corpus is read. The file holds weights of single
words and of classes of words, none of the corpora's wording.
"""

import argparse
import gzip
from array import array
from collections.abc import Iterable, Iterator
from pathlib import Path

import numpy as np
from evaluation.corpus import part_of, rows
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from twosource.annotate.casing.features import features, place_words
from twosource.annotate.casing.restore import LOWER, TITLE, UPPER, recased
from twosource.annotate.casing.tokens import words_of

# corpus, its file, the key of its texts' ids
SOURCES = (("polnear", "docs", "id"), ("gva", "docs", "id"), ("places", "docs", "id"), ("syndication", "docs", "id"))
OUT = Path(__file__).parents[1] / "src/twosource/lang/en/casing.tsv.gz"
MOST_LINES = 30_000  # 40,813 paragraphs; half as many give 0.9779 of words and F1 0.934, not 0.9795 and 0.939
LEAST_SEEN = 6  # of a feature; below, it tells of single reports
SHORTEST = 60  # characters; below are headings
MOST_CAPITAL = 0.45  # share of capitalised words; above are headings and lists of names
REGULARISATION = 1.0
ROUNDS = 400


def lines(corpora: Path, part: str) -> Iterator[str]:
    """Yield ordinary paragraphs of the cased corpora, each once."""
    seen: set[str] = set()
    for name, file, key in SOURCES:
        for row in rows(corpora / name / f"{file}.jsonl.gz"):
            if part_of(row[key]) == part:
                fresh = [line for line in row["text"].split("\n") if is_ordinary(line) and line not in seen]
                seen.update(fresh)
                yield from fresh


def is_ordinary(line: str) -> bool:
    """Tell whether a line is running text in both cases."""
    words = [word for word in line.split() if word[:1].isalpha()]
    capital = sum(word[:1].isupper() for word in words)
    return len(line) >= SHORTEST and 0 < capital <= MOST_CAPITAL * len(words)


def cases(line: str) -> list[int]:
    """Return the case of each word as it stands."""
    return [case_of(line[word.start : word.end]) for word in words_of(line)]


def case_of(word: str) -> int:
    """Return 0 for lower case, 1 for a capital first, 2 for capitals throughout."""
    if word.isupper() and sum(map(str.isalpha, word)) > 1:
        return UPPER
    return TITLE if any(map(str.isupper, word)) else LOWER


def examples(texts: Iterable[str]) -> Iterator[tuple[list[str], int]]:
    """Yield the features of each word with its case."""
    for text in texts:
        words, told = words_of(text.lower()), cases(text)
        if len(words) == len(told):
            places = place_words(words)
            for at, word in enumerate(words):
                before = (told[at - 2] if at > 1 else -1, told[at - 1] if at else -1)
                if not word.kept:
                    yield list(features(words, at, before, places)), told[at]


def fitted(found: Iterable[tuple[list[str], int]]) -> dict[str, tuple[int, int, int]]:
    """Return the weights in hundredths; features seldom seen or that weigh nothing are left out."""
    index: dict[str, int] = {}
    flat, ends, told = array("i"), array("q", [0]), array("b")
    for names, label in found:
        flat.extend(index.setdefault(name, len(index)) for name in names)
        ends.append(len(flat))
        told.append(label)
    shape = (len(told), len(index))
    matrix = csr_matrix((np.ones(len(flat), np.float32), np.asarray(flat), np.asarray(ends)), shape=shape)
    kept = np.flatnonzero(np.asarray(matrix.sum(axis=0)).ravel() >= LEAST_SEEN)
    model = LogisticRegression(C=REGULARISATION, max_iter=ROUNDS, tol=1e-5, fit_intercept=False)
    model.fit(matrix[:, kept], np.asarray(told))
    weights = np.rint(model.coef_ * 100).astype(int).T
    names = list(index)
    return {names[column]: tuple(row.tolist()) for column, row in zip(kept, weights, strict=True) if abs(row).max() > 9}


def write(weights: dict[str, tuple[int, int, int]], path: Path) -> None:
    """Write the weights as packed rows of a name and three whole numbers, sorted; the same bytes each time."""
    text = "".join(f"{name}\t{low}\t{title}\t{upper}\n" for name, (low, title, upper) in sorted(weights.items()))
    path.write_bytes(gzip.compress(text.encode(), 9, mtime=0))


def scores(texts: Iterable[str]) -> tuple[float, float]:
    """Return the share of words whose case comes back, and F1 of words with capitals; lowered text restored."""
    right = words = found = gold = both = 0
    for text in texts:
        told, read = cases(text), cases(recased(text.lower()))
        if len(told) == len(read):
            pairs = list(zip(told, read, strict=True))
            words += len(pairs)
            right += sum(a == b for a, b in pairs)
            gold += sum(a > 0 for a, _ in pairs)
            found += sum(b > 0 for _, b in pairs)
            both += sum(a == b > 0 for a, b in pairs)
    return right / words, 2 * both / (found + gold)


def main() -> None:
    """Train on the tuned part, write the weights, print scores on the unseen part."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=Path, required=True)
    corpora = parser.parse_args().corpora
    tuned = sorted(lines(corpora, "tuned"))
    chosen = tuned[:: max(1, len(tuned) // MOST_LINES)]
    write(fitted(examples(chosen)), OUT)
    accuracy, capitals = scores(sorted(lines(corpora, "unseen"))[::5])
    print(f"{len(chosen)} paragraphs; unseen: {accuracy:.4f} of words, F1 of capitals {capitals:.4f}")


if __name__ == "__main__":
    main()

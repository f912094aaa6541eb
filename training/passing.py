"""Reports with and without a happening of their own in, the weights of ``extract/settle/passing`` out.

``python -m training.passing --corpora DIR``. Readers of ``muc4`` filled templates for some reports and none for others;
reports of ``gva`` and ``airwars`` all tell of a happening. Only tuned parts are learned from.
"""

import argparse
from collections.abc import Iterable, Iterator
from pathlib import Path

import numpy as np
from evaluation.corpus import Row, part_of, rows
from evaluation.readings import ALONE, FIELDS
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from twosource.annotate import annotate
from twosource.clean import clean
from twosource.collect.rows import report_from_row
from twosource.extract.claims import claims
from twosource.extract.settle.passing import evidence
from twosource.extract.settle.repeats import collapse
from twosource.extract.speech.statements import statements, tellers
from twosource.extract.tree import Tree
from twosource.model import Annotations, Article

OUT = Path(__file__).parents[1] / "src/twosource/lang/en/passing.toml"
REGULARISATION = 0.1
OTHERS = 400  # reports of each of the other two sets
WEIGHT_OF_OTHERS = 0.15
LEAST_WEIGHT = 0.03  # smaller ones move no choice

Example = tuple[dict[str, float], bool, float]


def documents(corpora: Path, part: str) -> Iterator[tuple[Row, bool, float]]:
    """Yield reports of one part, whether each tells of a happening, and its weight; doubted templates teach nothing."""
    keys = {row["doc"]: row["templates"] for row in rows(corpora / "muc4" / "gold.jsonl.gz")}
    for row in rows(corpora / "muc4" / "docs.jsonl.gz"):
        templates = keys[row["id"]]
        is_doubted = bool(templates) and all(template["optional"] for template in templates)
        if part_of(row["id"]) == part and not is_doubted:
            yield row, bool(templates), 1.0
    texts = {row["id"]: row for row in rows(corpora / "gva" / "docs.jsonl.gz")}
    shootings = sorted(g["docs"][0] for g in rows(corpora / "gva" / "gold.jsonl.gz") if part_of(g["incident"]) == part)
    yield from ((texts[doc], True, WEIGHT_OF_OTHERS) for doc in shootings[:OTHERS])
    strikes = [row for row in rows(corpora / "airwars" / "incidents.jsonl.gz") if part_of(row["id"]) == part]
    yield from ((row, True, WEIGHT_OF_OTHERS) for row in sorted(strikes, key=lambda row: row["id"])[:OTHERS])


def examples(corpora: Path, part: str) -> Iterator[Example]:
    """Yield the evidence of each report that tells of any deed or of people."""
    for row, is_told, weight in documents(corpora, part):
        article = clean(report_from_row({name: row.get(name) for name in FIELDS}, ALONE.limits), ALONE.limits)
        found = evidence_of(article, annotate(article))
        if found is not None:
            yield found, is_told, weight


def evidence_of(article: Article, annotations: Annotations) -> dict[str, float] | None:
    """Return the evidence of one report, None where it tells of nobody and no deed."""
    tree = Tree(article, annotations)
    found = evidence(tree, collapse(tree, claims(tree, tellers(statements(tree)))))
    return found if any(name.startswith("any ") for name in found) else None


def fitted(found: Iterable[Example]) -> dict[str, float]:
    """Return the weight of each kind of evidence, and the bias, to two places."""
    told = list(found)
    table = DictVectorizer()
    model = LogisticRegression(C=REGULARISATION, max_iter=3000)
    signs = table.fit_transform([one for one, _, _ in told])
    model.fit(signs, np.array([right for _, right, _ in told]), sample_weight=np.array([w for _, _, w in told]))
    weights = dict(zip(table.get_feature_names_out().tolist(), model.coef_[0].tolist(), strict=True))
    kept = {name: weight for name, weight in weights.items() if abs(weight) >= LEAST_WEIGHT}
    return {name: round(weight, 2) for name, weight in sorted({**kept, "bias": float(model.intercept_[0])}.items())}


def write(weights: dict[str, float], path: Path) -> None:
    """Put the weights in the place of those in the file; the same bytes each time."""
    head = path.read_text(encoding="utf-8").split("[weights]")[0]
    lines = "".join(f'"{name}" = {weight}\n' for name, weight in weights.items())
    path.write_text(f"{head}[weights]\n{lines}", encoding="utf-8")


def main() -> None:
    """Train on the tuned parts and write the weights."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=Path, required=True)
    write(fitted(examples(parser.parse_args().corpora, "tuned")), OUT)


if __name__ == "__main__":
    main()

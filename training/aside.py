"""Incidents with their people in, the weights of ``extract/settle/aside`` out.

``python -m training.aside --corpora DIR``. A claim is the incident's own where its name, age or number is that of the
people of the incident; it is another's where none of them can be meant. Others teach nothing. Only the tuned part of
the corpus is learned from.
"""

import argparse
import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from pathlib import Path

import numpy as np
from evaluation.corpus import Row, part_of, rows
from evaluation.readings import ALONE, FIELDS
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score

from twosource.annotate import annotate
from twosource.clean import clean
from twosource.collect.rows import report_from_row
from twosource.extract.claims import claims
from twosource.extract.people.individuals import Person, person_of
from twosource.extract.settle.aside import evidence, story_of
from twosource.extract.settle.repeats import collapse
from twosource.extract.speech.statements import statements
from twosource.extract.tree import Tree
from twosource.model import Claim

OUT = Path(__file__).parents[1] / "src/twosource/lang/en/aside.toml"
REGULARISATION = 0.3
LIKE = 0.8  # of two spellings of a surname
SUFFIXES = re.compile(r"\b(jr|sr|ii|iii|iv)\b|[^a-z ]")

Example = tuple[dict[str, float], bool]


def examples(corpora: Path, part: str) -> Iterator[Example]:
    """Yield the evidence of each claim that can be told, and whether it is another happening's."""
    texts = {row["id"]: row for row in rows(corpora / "gva" / "docs.jsonl.gz")}
    for gold in sorted(rows(corpora / "gva" / "gold.jsonl.gz"), key=lambda row: row["incident"]):
        if part_of(gold["incident"]) == part:
            for doc in gold["docs"]:
                yield from _of_report(texts[doc], gold)


def _of_report(row: Row, gold: Row) -> Iterator[Example]:
    article = clean(report_from_row({name: row.get(name) for name in FIELDS}, ALONE.limits), ALONE.limits)
    tree = Tree(article, annotate(article))
    story = story_of(tree, collapse(tree, claims(tree, statements(tree))))
    for claim in story.claims[1:]:
        own = is_own(claim, person_of(tree, claim), gold)
        if own is not None:
            yield evidence(story, claim), not own


def is_own(claim: Claim, person: Person | None, gold: Row) -> bool | None:
    """Tell whether a claim is the incident's; None where it cannot be told."""
    return _number_is_own(claim, gold) if person is None else _person_is_own(claim, person, gold)


def _person_is_own(claim: Claim, person: Person, gold: Row) -> bool | None:
    fell = [p for p in gold["participants"] if {"Killed", "Injured"} & set((p["status"] or "").split(", "))]
    if person.names:
        if any(_named(p["name"], person.names) for p in gold["participants"] if p["name"]):
            return True
        return False if all(p["name"] for p in fell) else None
    if person.age is not None and person.age.isdigit() and all(p["age"] is not None for p in fell):
        return any(abs(p["age"] - int(person.age)) <= 1 for p in fell)
    if person.gender is not None and not person.back and all(p["gender"] for p in fell):
        return None if any(p["gender"].lower() == person.gender for p in fell) else False
    return False if claim.measure == "killed" and not gold["killed"] else None


def _named(full: str, names: tuple[str, ...]) -> bool:
    """Tell whether one of the names has the surname, spelled alike."""
    told = SUFFIXES.sub("", full.lower()).split()
    lasts = [SUFFIXES.sub("", name.lower()).split()[-1:] for name in names]
    return any(SequenceMatcher(None, last[0], word).ratio() >= LIKE for last in lasts if last for word in told)


def _number_is_own(claim: Claim, gold: Row) -> bool | None:
    total = gold["killed"] + gold["injured"]
    most = gold["killed"] if claim.measure == "killed" else total
    if (claim.low or 0) > most:
        return False
    return True if claim.low in {most, gold["injured" if claim.measure != "killed" else "killed"]} else None


def fitted(found: list[Example]) -> dict[str, float]:
    """Return the weight of each kind of evidence, and the bias, to two places."""
    table = DictVectorizer()
    model = LogisticRegression(C=REGULARISATION, max_iter=2000)
    model.fit(table.fit_transform([told for told, _ in found]), np.array([other for _, other in found]))
    weights = dict(zip(table.get_feature_names_out().tolist(), model.coef_[0].tolist(), strict=True))
    return {name: round(weight, 2) for name, weight in sorted({**weights, "bias": float(model.intercept_[0])}.items())}


def write(weights: dict[str, float], path: Path) -> None:
    """Put the weights in the place of those in the file; the same bytes each time."""
    head = path.read_text(encoding="utf-8").split("[weights]")[0]
    lines = "".join(f'"{name}" = {weight}\n' for name, weight in weights.items())
    path.write_text(f"{head}[weights]\n{lines}", encoding="utf-8")


def quality(weights: dict[str, float], found: list[Example]) -> float:
    """Return the area under the curve of examples not learned from."""
    scores = [sum(weights.get(name, 0.0) * value for name, value in told.items()) for told, _ in found]
    return float(roc_auc_score([other for _, other in found], scores))


def main() -> None:
    """Train on the tuned part, write the weights, print how well the unseen part is told apart."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=Path, required=True)
    corpora = parser.parse_args().corpora
    tuned, unseen = list(examples(corpora, "tuned")), list(examples(corpora, "unseen"))
    weights = fitted(tuned)
    write(weights, OUT)
    print(f"{len(tuned)} claims; unseen {len(unseen)}, area under the curve {quality(weights, unseen):.3f}")


if __name__ == "__main__":
    main()

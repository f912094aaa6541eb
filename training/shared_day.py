"""Claims without a day of their own in, whether the story's day is theirs learned, the weights of ``shared_day`` out.

``python -m training.shared_day --corpora DIR``. A key of ``muc4`` dates the people it names, the archive of ``gva`` the
whole shooting. Only tuned parts are learned from; the file holds one weight for each named sign, none of the wording.
"""

import argparse
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from evaluation.corpus import Row, part_of, rows
from evaluation.muc_credit import date_credit
from evaluation.muc_key import Found, golds, words
from evaluation.readings import ALONE, FIELDS
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from training.passing import write
from twosource.annotate import annotate
from twosource.clean import clean
from twosource.collect.rows import report_from_row
from twosource.errors import UnreadableError
from twosource.extract.claims import claims
from twosource.extract.settle.repeats import collapse
from twosource.extract.speech.statements import statements, tellers
from twosource.extract.tree import Tree
from twosource.extract.when.shared_day import evidence
from twosource.extract.when.story_day import story_day
from twosource.model import Claim, DateRange, Span

OUT = Path(__file__).parents[1] / "src/twosource/lang/en/shared_day.toml"
HARMED = frozenset({"killed", "injured", "captured"})
TARGETS = ("hum_tgt_name", "hum_tgt_description")
REGULARISATION = 0.2
WEIGHT_OF_SHOOTINGS = 0.2
EVERY = 2  # of the shootings: there are six times as many
LEAST_WEIGHT = 0.05  # smaller ones move no choice

Judge = Callable[[Claim, DateRange], bool | None]


@dataclass(frozen=True, slots=True)
class Example:
    """What speaks for the story's day being a claim's, whether it is, the report, and how much its set weighs."""

    evidence: dict[str, float]
    is_right: bool
    report: str
    weight: float


def examples(corpora: Path, part: str) -> Iterator[Example]:
    """Yield the undated claims of one part of both sets."""
    keys = {row["doc"]: row["templates"] for row in rows(corpora / "muc4" / "gold.jsonl.gz")}
    for row in rows(corpora / "muc4" / "docs.jsonl.gz"):
        if part_of(row["id"]) == part and keys[row["id"]]:
            yield from _of_report(row, by_key(keys[row["id"]]), 1.0)
    texts = {row["id"]: row for row in rows(corpora / "gva" / "docs.jsonl.gz")}
    shootings = [gold for gold in rows(corpora / "gva" / "gold.jsonl.gz") if part_of(gold["incident"]) == part]
    for gold in shootings[::EVERY]:
        for doc in gold["docs"]:
            yield from _of_report(texts[doc], by_archive(gold["date"]), WEIGHT_OF_SHOOTINGS)


def by_key(templates: Sequence[Row]) -> Judge:
    """Return what tells whether a day is that which a key gives for the people of a claim; None where it has none."""
    named = [(_people(template), golds([template], "incident_date")) for template in templates]

    def judge(claim: Claim, day: DateRange) -> bool | None:
        own = set(words(claim.group.text)) if claim.group is not None else set()
        most = max((len(own & people) for people, _ in named), default=0)
        days = [gold for people, told in named if most and len(own & people) == most for gold in told]
        found = Found("", days=(day.earliest[:10], day.latest[:10]))
        return any(date_credit(found, gold) == 1.0 for gold in days) if days else None

    return judge


def _people(template: Row) -> frozenset[str]:
    fillers = (filler for slot in TARGETS for filler in template["slots"][slot])
    return frozenset(word for filler in fillers for value in filler["values"] for word in words(value))


def by_archive(right: str) -> Judge:
    """Return what tells whether a day is that of a shooting."""

    def judge(claim: Claim, day: DateRange) -> bool | None:
        return (day.earliest[:10], day.latest[:10]) == (right, right) if claim.measure != "captured" else None

    return judge


def _of_report(row: Row, judge: Judge, weight: float) -> Iterator[Example]:
    try:
        article = clean(report_from_row({name: row.get(name) for name in FIELDS}, ALONE.limits), ALONE.limits)
    except UnreadableError:
        return
    tree = Tree(article, annotate(article))
    story = story_day(tree, Span(0, len(tree.text)))
    if story is None:
        return
    for claim in collapse(tree, claims(tree, tellers(statements(tree)))):
        is_right = judge(claim, story) if _is_undated(claim) else None
        if is_right is not None:
            yield Example(evidence(tree, _root(tree, claim.span), story), is_right, row["id"], weight)


def _root(tree: Tree, span: Span) -> int:
    """Return the token of a claim's words that the others hang on."""
    inside = tree.inside(span)
    return next((i for i in inside if tree.tokens[i].head == i or tree.tokens[i].head not in inside), inside[0])


def _is_undated(claim: Claim) -> bool:
    is_told = claim.date is not None and claim.date.text is not None
    return claim.measure in HARMED and claim.scope == "event" and claim.stance == "asserted" and not is_told


def fitted(found: Iterable[Example]) -> dict[str, float]:
    """Return the weight of each sign, and the bias; a claim weighs less the more its report has."""
    told = list(found)
    table = DictVectorizer()
    signs = table.fit_transform([one.evidence for one in told])
    of = Counter(one.report for one in told)
    model = LogisticRegression(C=REGULARISATION, max_iter=3000)
    weights = np.array([one.weight / of[one.report] ** 0.5 for one in told])
    model.fit(signs, np.array([one.is_right for one in told]), sample_weight=weights)
    named = dict(zip(table.get_feature_names_out().tolist(), model.coef_[0].tolist(), strict=True))
    kept = {name: weight for name, weight in named.items() if abs(weight) >= LEAST_WEIGHT}
    return {name: round(weight, 2) for name, weight in sorted({**kept, "bias": float(model.intercept_[0])}.items())}


def main() -> None:
    """Train on the tuned parts and write the weights."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=Path, required=True)
    write(fitted(examples(parser.parse_args().corpora, "tuned")), OUT)


if __name__ == "__main__":
    main()

"""Pairs of real reports that share wording, read by hand: which of those called copies are copies.

``real_pairs.jsonl`` holds the ids of 169 pairs of ``gva`` and ``clusters`` (no text), drawn among all pairs that share
16 words or more, most of them where the verdict turns (a quarter of the shorter text). Each was labelled by one reader
from the two texts, before any verdict was seen: ``whole`` (one text is the other, cut or updated), ``partly``
(sentences were taken over, or both keep those of one dispatch or press release), ``independent`` (only quotations,
official formulas or page furniture are shared). ``why`` gives the reason. Rules of the product were then mended on the
wrong ones among these very pairs (precision rose from .87 to .98), so no part of them is unseen.
"""

import json
from collections.abc import Iterator
from pathlib import Path

from evaluation.corpus import Row, rows
from evaluation.readings import ALONE, FIELDS
from evaluation.score import Run, Score
from twosource.clean import clean
from twosource.collect.rows import report_from_row
from twosource.copies import Fingerprint, fingerprint
from twosource.copies.compare import compare

TASK = "real pairs"
PAIRS = Path(__file__).with_name("real_pairs.jsonl")


def scores(run: Run) -> Iterator[Score]:
    """Yield the share of copies among the pairs called copies, and of pairs called copies among the copies."""
    pairs = [json.loads(line) for line in PAIRS.read_text(encoding="utf-8").splitlines()]
    prints = _fingerprints(run.corpora, {pair[side] for pair in pairs for side in ("a", "b")})
    called = [pair["label"] for pair in pairs if _is_called(prints[pair["a"]], prints[pair["b"]])]
    right = sum(label != "independent" for label in called)
    for measure, wanted in (("recall of whole copies", {"whole"}), ("recall of copies", {"whole", "partly"})):
        n = sum(pair["label"] in wanted for pair in pairs)
        yield _score(measure, sum(label in wanted for label in called) / n, n)
    yield _score("precision", right / len(called), len(called))


def _is_called(one: Fingerprint, other: Fingerprint) -> bool:
    pair = compare(one, other)
    return pair is not None and pair.is_copy


def _fingerprints(corpora: Path, wanted: set[str]) -> dict[str, Fingerprint]:
    found = (row for corpus in ("gva", "clusters") for row in rows(corpora / corpus / "docs.jsonl.gz"))
    return {row["id"]: _fingerprint(row) for row in found if row["id"] in wanted}


def _fingerprint(row: Row) -> Fingerprint:
    report = report_from_row({name: row.get(name) for name in FIELDS}, ALONE.limits)
    return fingerprint(clean(report, ALONE.limits))


def _score(measure: str, value: float, n: int) -> Score:
    return Score(task=TASK, measure=measure, part="tuned", value=value, n=n)

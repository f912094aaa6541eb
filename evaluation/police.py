"""What the police did, sentence by sentence (corpus ``police``): articles in, sentences that tell of it out.

Source: slanglab/IndiaPoliceEvents (Halterman, Keith, Sarwar and O'Connor 2021). A sentence is predicted KILL where a
claim of killed whose actor has a word for police touches it, ARREST where a claim of captured does whose actor has
one, or that names no actor and says arrested, detained or the like (``police.toml``). Denied claims, what was only
planned or asked for, and counts of nobody are none. Sentences are looked up in the text one after the other; F1 is
over all sentences of all articles.
"""

import re
import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

from evaluation.corpus import PARTS, Row, f1, part_of, rows, sample
from evaluation.readings import readings
from evaluation.score import Run, Score
from twosource.model import Claim, Span

TASK = "police"
QUICK = 150
LABELS = ("KILL", "ARREST")
WORD = re.compile(r"\w+")


def scores(run: Run) -> Iterator[Score]:
    """Yield the scores of both parts."""
    documents = sample(rows(run.corpora / "police" / "docs.jsonl.gz"), "id", run.most(QUICK))
    tallies: dict[str, Counter[str]] = defaultdict(Counter)
    for document, read in zip(documents, readings(documents, run.shelf), strict=True):
        count(tallies[part_of(document["id"])], document, read.claims)
    for part in PARTS:
        for label in LABELS:
            right, found, gold = (tallies[part][f"{label} {what}"] for what in ("right", "found", "gold"))
            yield Score(task=TASK, measure=label, part=part, value=f1(right, found, gold), n=gold, whole=not run.quick)


def count(tally: Counter[str], document: Row, claims: Sequence[Claim]) -> None:
    """Count gold, found and right sentences of one article."""
    told = [(span, label) for claim in claims if (label := label_of(claim)) for span in (claim.span, *claim.spans)]
    for sentence, span in zip(document["sentences"], located(document), strict=True):
        found = {label for where, label in told if span is not None and where.touches(span)}
        for label in LABELS:
            is_gold, is_found = label in sentence["labels"], label in found
            tally.update({f"{label} gold": is_gold, f"{label} found": is_found, f"{label} right": is_gold and is_found})


def label_of(claim: Claim) -> str | None:
    """Return what a claim tells of the police, None where it tells nothing of them."""
    if claim.stance == "denied" or claim.high == 0 or claim.scope == "hypothetical":
        return None
    actor = f"{claim.actor.name} {claim.actor.text}" if claim.actor is not None else ""
    is_police = has_word(actor, "police")
    if claim.measure == "killed" and is_police:
        return "KILL"
    is_arrest = is_police or (not actor and has_word(claim.quote, "arrests"))
    return "ARREST" if claim.measure == "captured" and is_arrest else None


def located(document: Row) -> list[Span | None]:
    """Return where each sentence stands in the text, None where it is not found."""
    spans: list[Span | None] = []
    start = 0
    for sentence in document["sentences"]:
        at = document["text"].find(sentence["text"], start)
        spans.append(Span(at, at + len(sentence["text"])) if at >= 0 else None)
        start = at + len(sentence["text"]) if at >= 0 else start
    return spans


def has_word(text: str, table: str) -> bool:
    """Tell whether the text has a word of a table of ``police.toml``."""
    return not words(table).isdisjoint(WORD.findall(text.lower()))


@cache
def words(table: str) -> frozenset[str]:
    """Return a table of ``police.toml``."""
    return frozenset(tomllib.loads(Path(__file__).with_name("police.toml").read_text(encoding="utf-8"))[table])

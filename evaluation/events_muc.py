"""Slots of event templates (corpus ``muc4``): one report in, numbers, effects, days, places and organisations out.

Source: the NIST distribution of MUC-3/MUC-4 as kept in xinyadu/grit_doc_event_entity. The text of each message (not
its header) is run alone, with its day. Per document and slot the distinct fillers of all templates are matched one to
one with the distinct fillers read out of the run's events, so that the sum of credits is largest; F weighs credits
against all fillers found and all that the key requires. Documents without a template count: what is found there is
wrong. ``..., in documents with a template`` leaves those documents out.

This is no MUC scorer: templates are not aligned first (a filler may match one of another event of the document), a
filler told twice counts once, places and days get half credit as ``muc_credit`` says, and effects other than death
and injury are not scored. ``death or injury`` wants the right target too, ``number of victims`` does not;
``number and target`` does. Optional fillers and templates are not missed where they are not found.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

import numpy as np
from scipy.optimize import linear_sum_assignment

from evaluation import muc_credit, muc_slots, muc_targets
from evaluation.corpus import PARTS, Row, f1, part_of, rows, sample
from evaluation.muc_key import Found, Gold, effects_told, golds
from evaluation.readings import ledger, readings
from evaluation.score import Run, Score
from twosource.model import Claim, Reading

TASK = "muc4"
QUICK = 200

Slot = tuple[Sequence[Found], Sequence[Gold]]
CREDITS: Mapping[str, Callable[[Found, Gold], float]] = {
    "number of victims": muc_credit.number_credit,
    "number and target": muc_credit.number_and_target_credit,
    "death or injury": muc_credit.target_credit,
    "date": muc_credit.date_credit,
    "country and place": muc_credit.place_credit,
    "perpetrator organisation": muc_credit.name_credit,
}


def scores(run: Run) -> Iterator[Score]:
    """Yield the scores of both parts."""
    folder = run.corpora / "muc4"
    keys = {row["doc"]: row["templates"] for row in rows(folder / "gold.jsonl.gz")}
    documents = sample(rows(folder / "docs.jsonl.gz"), "id", run.most(QUICK))
    tallies: dict[str, Counter[str]] = defaultdict(Counter)
    for document, read in zip(documents, readings(documents, run.shelf), strict=True):
        part, templates = part_of(document["id"]), keys[document["id"]]
        for measure, slot in slots(document, read, templates).items():
            counted = count(measure, slot)
            tallies[f"{part} {measure}"].update(counted)
            if templates:
                tallies[f"{part} {measure}, in documents with a template"].update(counted)
    for part in PARTS:
        for suffix in ("", ", in documents with a template"):
            for measure in CREDITS:
                yield _score(part, measure + suffix, tallies[f"{part} {measure}{suffix}"], whole=not run.quick)


def slots(document: Row, read: Reading, templates: Sequence[Row]) -> dict[str, Slot]:
    """Return what was found and what the key has, slot by slot."""
    events = muc_slots.incidents(ledger([read], one_event=False).events, read.claims, document["published"])
    ids = {claim for event in events for claim in event.claims}
    claims = [_with_places(claim, read) for claim in read.claims if claim.id in ids]
    told_numbers = (muc_targets.numbers(claims), golds(templates, "hum_tgt_number"))
    found = {
        "number of victims": told_numbers,
        "number and target": told_numbers,
        "death or injury": (muc_targets.effects(claims), effects_told(templates)),
        "date": (muc_slots.dates(events, claims, document["published"]), golds(templates, "incident_date")),
        "country and place": (muc_slots.places(events, claims), golds(templates, "incident_location")),
        "perpetrator organisation": (
            muc_slots.organisations(events, claims),
            golds(templates, "perp_organization_id"),
        ),
    }
    return {measure: (sorted(read_out, key=str), told) for measure, (read_out, told) in found.items()}


def _with_places(claim: Claim, read: Reading) -> Claim:
    """Add the words of all places that tell the claim to its quote: a key names a target by any of them."""
    text = read.article.text if read.article is not None else ""
    return replace(claim, quote=" ".join((claim.quote, *(span.of(text) for span in claim.spans))))


def count(measure: str, slot: Slot) -> Counter[str]:
    """Return credits (in halves), found and required fillers of one slot of one document."""
    found, told = slot
    matched: list[tuple[float, Gold]] = []
    if found and told:
        table = np.array([[CREDITS[measure](one, gold) for gold in told] for one in found])
        matched = [(float(table[i, j]), told[j]) for i, j in zip(*linear_sum_assignment(-table), strict=True)]
    hit = {gold for credit, gold in matched if credit}
    required = [gold for gold in told if not gold.optional or gold in hit]
    halves = round(2 * sum(credit for credit, _ in matched))
    return Counter({"halves": halves, "found": len(found), "gold": len(required)})


def _score(part: str, measure: str, tally: Counter[str], *, whole: bool) -> Score:
    value = f1(tally["halves"] / 2, tally["found"], tally["gold"])
    return Score(task=TASK, measure=measure, part=part, value=value, n=tally["gold"], whole=whole)

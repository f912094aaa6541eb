"""Gold of three corpora in, a verdict on single claims out: right, wrong, or None where the gold does not speak of it.

Judged are asserted claims of the event with killed, injured, hit (and, in ``muc4``, captured). The gold tells what
happened; a verdict asks whether the claim can be true of it. So a right reading of an early or of a false report is
called wrong, and a wrong reading that happens to fit is called right: the verdicts are a little stricter than
reading, and the same for every pattern.

``gva``: a number is right where it is the archive's; one person, where a participant has that fate, and the age and
sex told; some of several (a sub-group, or women, children, men), where so many have it.
``airwars``: right where it meets the analysts' range; parts, single people and claims without a number would all meet
one so wide and are not judged.
``muc4``: judged only where a template's target shares a word with the people; right where its number and effect are.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from evaluation import muc_credit
from evaluation.corpus import Row, rows, sample
from evaluation.muc_key import EFFECTS, Found, golds, words
from evaluation.score import Run
from twosource.model import Claim

CORPORA = ("gva", "airwars", "muc4")
DEAD, HURT = "Killed", "Injured"
FATES = {"killed": {DEAD}, "injured": {HURT}, "hit": {DEAD, HURT}}
GENDERS = {"Male": {"man", "boy", "male", "father", "husband", "son", "brother", "he", "him"},
           "Female": {"woman", "girl", "female", "mother", "wife", "daughter", "sister", "she", "her"}}  # fmt: skip
AGE = re.compile(r"(\d{1,3})[- ]year[- ]?s?[- ]old")
GROWN = 18

Verdict = Callable[[Claim], bool | None]


@dataclass(frozen=True, slots=True)
class Judged:
    """One report to read, and what its gold says of a claim."""

    corpus: str
    key: str
    row: Row
    right: Verdict


def is_judged(claim: Claim) -> bool:
    """Tell whether a claim is of a kind that gold can judge."""
    return claim.measure in {*FATES, "captured"} and claim.scope == "event" and claim.stance == "asserted"


def reports(run: Run, corpus: str, most: int | None) -> Iterator[Judged]:
    """Yield the reports of a corpus that have a gold, ``most`` of them (None: all)."""
    yield from {"gva": _gva, "airwars": _airwars, "muc4": _muc}[corpus](run, most)


def _gva(run: Run, most: int | None) -> Iterator[Judged]:
    folder = run.corpora / "gva"
    texts = {row["id"]: row for row in rows(folder / "docs.jsonl.gz")}
    for gold in sample(rows(folder / "gold.jsonl.gz"), "incident", most):
        yield Judged("gva", gold["incident"], texts[gold["docs"][0]], partial(of_incident, gold))


def _airwars(run: Run, most: int | None) -> Iterator[Judged]:
    every = rows(run.corpora / "airwars" / "incidents.jsonl.gz")
    for gold in sample([row for row in every if row["killed"]["low"] is not None], "id", most):
        row = {"id": gold["id"], "published": gold["date_to"], "text": gold["text_without_summary"]}
        yield Judged("airwars", gold["id"], row, partial(in_range, gold))


def _muc(run: Run, most: int | None) -> Iterator[Judged]:
    folder = run.corpora / "muc4"
    keys = {row["doc"]: row["templates"] for row in rows(folder / "gold.jsonl.gz")}
    told = [row for row in rows(folder / "docs.jsonl.gz") if keys[row["id"]]]
    for document in sample(told, "id", most):
        yield Judged("muc4", document["id"], document, partial(of_targets, keys[document["id"]]))


def of_incident(gold: Row, claim: Claim) -> bool | None:
    """Judge a claim by an incident of ``gva``: its totals and its participants."""
    if claim.measure not in FATES:
        return None
    people = [p for p in gold["participants"] if _has_fate(p, FATES[claim.measure])]
    truth = {"killed": gold["killed"], "injured": gold["injured"], "hit": gold["killed"] + gold["injured"]}
    total = truth[claim.measure]
    if claim.low is None and claim.high is None:
        return bool(total)
    if (claim.low, claim.high) == (1, 1):
        return (total == 1 and not people) or any(_fits(claim, one) for one in people)
    if _meets(claim, total, total):
        return True
    return _is_part(claim) and 0 < (claim.low or 0) <= _of_kind(claim, people)


def _has_fate(participant: Row, fates: set[str]) -> bool:
    return any(fate in str(participant["status"]) for fate in fates)


def _fits(claim: Claim, one: Row) -> bool:
    told = claim.group.text.lower() if claim.group is not None else ""
    age = AGE.search(told)
    if age is not None and one["age"] is not None and abs(int(age[1]) - one["age"]) > 1:
        return False
    spoken = set(re.findall(r"[a-z]+", told))
    others = set().union(*(own for gender, own in GENDERS.items() if gender != one["gender"]))
    return one["gender"] not in GENDERS or not spoken & others or bool(spoken & GENDERS[one["gender"]])


def _of_kind(claim: Claim, people: list[Row]) -> int:
    """How many of the people hit are of the kind a claim names."""
    status = claim.group.status if claim.group is not None else None
    if status == "children":
        return sum(one["age"] is None or one["age"] <= GROWN for one in people)
    gender = {"women": "Female", "men": "Male"}.get(status or "")
    return sum(gender in {None, one["gender"]} for one in people)


def _is_part(claim: Claim) -> bool:
    named = claim.group is not None and (claim.group.status is not None or bool(claim.group.names))
    return claim.part_of is not None or named


def _meets(claim: Claim, low: int, high: int) -> bool:
    return (claim.low is None or claim.low <= high) and (claim.high is None or claim.high >= low)


def in_range(gold: Row, claim: Claim) -> bool | None:
    """Judge a claim by the range of an ``airwars`` incident."""
    bounds = gold["killed"] if claim.measure == "killed" else gold["injured"] if claim.measure == "injured" else None
    if bounds is None or bounds["low"] is None:
        return None
    if (claim.low or 0, claim.high) in {(0, None), (1, 1)} or _is_part(claim):
        return None
    return _meets(claim, bounds["low"], bounds["high"])


def of_targets(templates: list[Row], claim: Claim) -> bool | None:
    """Judge a claim by the templates of a ``muc4`` document that name its people."""
    names = (claim.group.text, *claim.group.names) if claim.group is not None else ()
    of = frozenset(word for name in names for word in words(name))
    near = [t for t in templates if any(of & gold.of for gold in golds([t], "hum_tgt_number"))]
    if not near or claim.measure == "hit":
        return None
    numbers = [gold for gold in golds(near, "hum_tgt_number") if gold.of & of]
    counted = any(muc_credit.number_credit(Found(_number(claim)), gold) for gold in numbers)
    return counted and _befell(near, claim, of)


def _befell(templates: list[Row], claim: Claim, of: frozenset[str]) -> bool:
    if claim.measure == "captured":
        return any("KIDNAPPING" in gold.values for gold in golds(templates, "incident_type"))
    effects = [gold for gold in golds(templates, "hum_tgt_effect_of_incident") if not gold.of or gold.of & of]
    return any(EFFECTS[claim.measure] in gold.values for gold in effects)


def _number(claim: Claim) -> str:
    if claim.low is not None and claim.low == claim.high:
        return str(claim.low)
    if claim.low is None and claim.high is None:
        return "PLURAL"
    return f"{'' if claim.low is None else claim.low}-{'' if claim.high is None else claim.high}"

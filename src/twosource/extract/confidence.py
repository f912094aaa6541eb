"""The claims of one article in, the same with a confidence each out: how likely the report says what was read.

A logistic regression over signs that are there or not; the weights stand in ``lang/en/confidence.toml``. It tells of
the reading, not of the world: a false report read rightly is a claim read rightly.
"""

import math
from collections import Counter
from dataclasses import replace
from functools import cache

from twosource.extract.tree import Tree
from twosource.lang.reading import lexicon
from twosource.model import Claim
from twosource.model.claim import Measure
from twosource.values.pattern import DEFINITE, unmarked

LEXICON = "en/confidence"
OTHER = "pattern other"
LEAD, BODY = 3, 12  # sentences: what opens a report tells its own event, what stands far down is often another one's
LONG, SHORT = 40, 6  # words of a sentence: parses of long ones fail, short ones are often headlines and captions
FAR = 8  # words from the people to the word that tells what befell them
Total = tuple[Measure, int | None, int | None]
PEOPLE = frozenset({"killed", "injured", "hit"})


def weighed(tree: Tree, claims: tuple[Claim, ...]) -> tuple[Claim, ...]:
    """Return the claims with ``confidence``, 0-1 in hundredths."""
    every = signs(tree, claims)
    return tuple(replace(c, confidence=confidence(c.measure, own)) for c, own in zip(claims, every, strict=True))


def confidence(measure: str, own: frozenset[str]) -> float:
    """Return how likely a claim with these signs is read rightly.

    Measures that no corpus judges (acts, people missing or driven out) have the share found right by reading.
    A pattern without a weight counts as ``pattern other``: the mean of the rare ones.
    """
    model = lexicon(LEXICON)
    if measure in model["read"]:
        return round(float(model["read"][measure]), 2)
    weights = _weights()
    total = sum(weights.get(sign, weights[OTHER] if sign.startswith("pattern ") else 0.0) for sign in sorted(own))
    return round(1 / (1 + math.exp(-(total + float(model["model"]["intercept"])))), 2)


def weighted_patterns() -> frozenset[str]:
    """Return the patterns that have a weight of their own, or a share found by reading."""
    known = {sign.removeprefix("pattern ") for sign in _weights() if sign.startswith("pattern ")}
    return frozenset(known | set(lexicon(LEXICON)["model"]["rare"]))


def signs(tree: Tree, claims: tuple[Claim, ...]) -> list[frozenset[str]]:
    """Return the signs of each claim: of its words, its sentence, and the other claims of the report."""
    totals = Counter((c.measure, c.low, c.high) for c in claims if _is_total(c))
    most = {m: max(c.low or 0 for c in claims if c.measure == m and _is_total(c)) for m, _, _ in totals}
    return [
        frozenset({*_of_words(c), *_of_settings(c), *_of_sentence(tree, c), *_beside(c, totals, most)}) for c in claims
    ]


def _of_words(claim: Claim) -> set[str]:
    group = claim.group
    found = {
        f"pattern {unmarked(claim.pattern)}",
        f"measure {claim.measure}",
        f"number {_number(claim)}",
    }
    told = {
        "pointing back": DEFINITE in claim.pattern,
        "named": group is not None and bool(group.names),
        "kind told": group is not None and group.status is not None,
        "nationality told": group is not None and group.nationality is not None,
        "perpetrator": group is not None and group.role == "perpetrator",
        "actor told": claim.actor is not None,
    }
    return found | {sign for sign, holds in told.items() if holds}


def _of_settings(claim: Claim) -> set[str]:
    speaker = "no speaker" if claim.speaker is None else f"speaker {claim.speaker.kind or 'of no kind'}"
    day = "no day" if claim.date is None else "day of the story" if claim.date.text is None else "day told"
    told = {
        "part of a total": claim.part_of is not None,
        "told again": bool(claim.spans),
        "no place": claim.place is None,
        f"stance {claim.stance}": claim.stance != "asserted",
    }
    return {speaker, day} | {sign for sign, holds in told.items() if holds}


def _number(claim: Claim) -> str:
    low, high = claim.low, claim.high
    if low is None or high is None:
        return "not told" if low is None and high is None else "open"
    if low != high:
        return "range"
    return ("zero", "one")[low] if low in {0, 1} else "several"


def _of_sentence(tree: Tree, claim: Claim) -> set[str]:
    inside = tree.inside(claim.span)
    if not inside:
        return set()
    number, sentence = tree.sentence_number(inside[0]), tree.sentence(inside[0])
    length = sentence.last - sentence.first
    told = {
        "in the lead": number < LEAD,
        "far down": number >= BODY,
        "long sentence": length > LONG,
        "short sentence": length < SHORT,
        "far from the people": len(inside) > FAR,
        "in quotation marks": tree.quotation(inside[0]) is not None,
        "in capitals": tree.sentence_span(inside[0]).of(tree.text).isupper(),
    }
    return {sign for sign, holds in told.items() if holds}


def _is_total(claim: Claim) -> bool:
    counted = claim.measure in PEOPLE and claim.low is not None and claim.part_of is None
    return counted and claim.scope == "event" and claim.stance == "asserted"


def _beside(claim: Claim, totals: Counter[Total], most: dict[Measure, int]) -> set[str]:
    """How a claim stands beside the other totals of its measure: alone, the largest, one of several that differ."""
    if not _is_total(claim):
        return set()
    rivals = sum(1 for measure, _, _ in totals if measure == claim.measure) - 1
    told = {
        "no rival": rivals == 0,
        "many rivals": rivals > 2,
        "the largest": claim.low == most[claim.measure],
        "said twice": totals[claim.measure, claim.low, claim.high] > 1,
    }
    return {sign for sign, holds in told.items() if holds}


@cache
def _weights() -> dict[str, float]:
    return {sign: float(weight) for sign, weight in lexicon(LEXICON)["weights"].items()}

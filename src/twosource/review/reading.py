"""Decisions on claims and reports in, the claims as people hold them out; nothing here knows events."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from twosource.errors import UsageError
from twosource.model import Claim, Decision, Judgement
from twosource.review.correct import corrected
from twosource.review.find import Present
from twosource.review.standing import Placed, in_force, weighed

ON_CLAIMS = frozenset({"accept", "reject", "correct", "grade", "note"})
STATUS = {"accept": "stands", "reject": "out", "correct": "corrected"}


def judged_claims(present: Present, decisions: Iterable[Decision]) -> tuple[dict[str, Claim], tuple[Judgement, ...]]:
    """Return the claims that decisions change, by id, and how each decision on claims and reports stands.

    Args:
        present: the claims as they are read now; of the reports that decisions touch at least.
        decisions: all, in any order; those on events and figures are left to others.
    """
    placed = [_placed(one, present) for one in _on_claims(decisions)]
    judgements = weighed(placed)
    claims = {claim.id: claim for told in present.claims.values() for claim in told}
    changed: dict[str, Claim] = {}
    for judgement in judgements:
        if judgement.status == "in force":
            for target in judgement.targets:
                if target in claims:
                    changed[target] = _judged(changed.get(target, claims[target]), judgement.decision)
    return changed, judgements


def _on_claims(decisions: Iterable[Decision]) -> Iterator[Decision]:
    for one in in_force(decisions):
        if one.verb in ON_CLAIMS and all(subject.kind in {"claim", "report"} for subject in one.subjects):
            yield one


def _placed(decision: Decision, present: Present) -> Placed:
    targets = _targets(decision, present)
    said = [_says(decision, target) for target in targets]
    return Placed(decision, {question: answer for each in said for question, answer in each.items()}, tuple(targets))


def _targets(decision: Decision, present: Present) -> list[str]:
    targets = []
    for subject in decision.subjects:
        if subject.kind == "report":
            targets += [claim.id for claim in present.claims.get(subject.id, ())] or [subject.id]
        else:
            found = (present.found(subject.id, w, as_read=decision.verb != "correct") for w in subject.words)
            targets += [claim.id for claim in found if claim is not None and _fits(decision, claim)]
    return targets


def _fits(decision: Decision, claim: Claim) -> bool:
    """Tell whether a correction can be made: a newer version may read what it does not name otherwise."""
    if decision.verb == "correct":
        try:
            corrected(claim, _changes(decision))
        except UsageError:
            return False
    return True


def _says(decision: Decision, target: str) -> dict[str, str]:
    """A correction settles each field it names; a note settles nothing, but has its own place."""
    if decision.verb in STATUS:
        changes = _changes(decision) if decision.verb == "correct" else {}
        fields = {f"{target} {name}": json.dumps(changes[name], sort_keys=True) for name in changes}
        return {f"{target} status": STATUS[decision.verb], **fields}
    question = f"{target} grade" if decision.verb == "grade" else f"{target} {decision.id}"
    return {question: decision.value or ""}


def _judged(claim: Claim, decision: Decision) -> Claim:
    signed = replace(claim, decisions=(*claim.decisions, decision.id))
    if decision.verb == "reject":
        return replace(signed, scope="rejected")
    if decision.verb == "accept":
        return replace(signed, confidence=1.0)
    if decision.verb == "correct":
        return replace(corrected(signed, _changes(decision)), confidence=1.0)
    return signed


def _changes(decision: Decision) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(decision.value or "{}")
    return found

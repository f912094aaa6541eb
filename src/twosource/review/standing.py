"""Decisions with what each of them says of what in, their standing out: in force, replaced, undone or in conflict.

Of one person's judgements on one thing the last counts. Where two people say different things, neither enters, until
one of the decisions is undone: nothing is overwritten in silence.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from twosource.model import Decision, Judgement


@dataclass(frozen=True, slots=True)
class Placed:
    """A decision and its ``says``: an answer for each question it settles, by name; ``targets`` are present ids."""

    decision: Decision
    says: Mapping[str, str]
    targets: tuple[str, ...] = ()


@dataclass(slots=True)
class Finding:
    """What was found of one decision: the answers that were replaced, and the decisions that speak against it."""

    replaced: set[str] = field(default_factory=set)
    later: set[str] = field(default_factory=set)
    others: set[str] = field(default_factory=set)


def in_order(decisions: Iterable[Decision]) -> tuple[Decision, ...]:
    """Return the decisions in the order they were made, each once."""
    return tuple(sorted({one.id: one for one in decisions}.values(), key=lambda one: (one.when, one.id)))


def undone(decisions: Iterable[Decision]) -> dict[str, str]:
    """Return the ids of decisions that were undone, each with what undid it; an undoing can be undone."""
    found: dict[str, str] = {}
    for decision in reversed(in_order(decisions)):
        if decision.verb == "undo" and decision.id not in found:
            found |= {subject.id: decision.id for subject in decision.subjects}
    return found


def in_force(decisions: Iterable[Decision]) -> tuple[Decision, ...]:
    """Return the decisions that were not undone, without the undoings, in order."""
    ordered = in_order(decisions)
    gone = undone(ordered)
    return tuple(one for one in ordered if one.id not in gone and one.verb != "undo")


def weighed(placed: Sequence[Placed]) -> tuple[Judgement, ...]:
    """Return how each decision stands; what says nothing is not placed.

    Args:
        placed: in the order they were made.
    """
    found = {one.decision.id: Finding() for one in placed}
    answers: dict[str, list[tuple[Decision, str]]] = {}
    for one in placed:
        for question, answer in one.says.items():
            answers.setdefault(question, []).append((one.decision, answer))
    for question in sorted(answers):
        _compare(question, answers[question], found)
    return tuple(_judgement(one, found[one.decision.id]) for one in placed)


def _compare(question: str, answers: list[tuple[Decision, str]], found: dict[str, Finding]) -> None:
    last = {decision.who: (decision, answer) for decision, answer in answers}
    for decision, answer in answers:
        latest, final = last[decision.who]
        if answer != final:
            found[decision.id].replaced.add(question)
            found[decision.id].later.add(latest.id)
    standing = [(d, a) for d, a in answers if a == last[d.who][1]]
    for decision, answer in standing:
        found[decision.id].others |= {d.id for d, a in standing if a != answer}


def _judgement(one: Placed, finding: Finding) -> Judgement:
    if not one.says:
        return Judgement(decision=one.decision, status="not placed")
    if finding.others:
        others = tuple(sorted(finding.others))
        return Judgement(decision=one.decision, status="in conflict", others=others, targets=one.targets)
    if finding.replaced == set(one.says):
        return Judgement(
            decision=one.decision, status="replaced", others=tuple(sorted(finding.later)), targets=one.targets
        )
    return Judgement(decision=one.decision, status="in force", targets=one.targets)


def settled(decisions: Iterable[Decision], judgements: Iterable[Judgement]) -> tuple[Judgement, ...]:
    """Return how every decision stands, in the order they were made; one that nothing was said of is not placed."""
    ordered = in_order(decisions)
    gone = undone(ordered)
    told = {one.decision.id: one for one in judgements}
    return tuple(_settled(one, gone.get(one.id), told) for one in ordered)


def _settled(decision: Decision, undoing: str | None, told: Mapping[str, Judgement]) -> Judgement:
    if undoing is not None:
        return Judgement(decision=decision, status="undone", others=(undoing,))
    if decision.verb == "undo":
        targets = tuple(subject.id for subject in decision.subjects)
        return Judgement(decision=decision, status="in force", targets=targets)
    return told.get(decision.id, Judgement(decision=decision, status="not placed"))

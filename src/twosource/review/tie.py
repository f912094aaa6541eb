"""Decisions on what is one event in, ties between accounts out: which tell of one event and which do not."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations, product

from twosource.model import Decision, Judgement, Subject, Ties, Words
from twosource.review.find import Present
from twosource.review.standing import Placed, in_force, weighed

Side = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Homes:
    """Where claims and reports are told: the account of a claim, the accounts of a report."""

    account_of: Mapping[str, str]
    accounts_of: Mapping[str, Side]


def judged_ties(present: Present, homes: Homes, decisions: Iterable[Decision]) -> tuple[Ties, tuple[Judgement, ...]]:
    """Return the ties that decisions make and how each of these decisions stands.

    Args:
        present: the claims as they are read now.
        homes: the accounts that claims and reports became.
        decisions: all, in any order; others than same_event and not_same_event are left aside.
    """
    chosen = [one for one in in_force(decisions) if one.verb in {"same_event", "not_same_event"}]
    sides = {one.id: _sides(one, present, homes) for one in chosen}
    judgements = weighed([Placed(one, _says(one, sides[one.id]), _targets(sides[one.id])) for one in chosen])
    settled = _without_circles(judgements, sides)
    valid = [one.decision for one in settled if one.status == "in force"]
    together = tuple(sides[one.id][0] for one in valid if one.verb == "same_event")
    apart = tuple(pair for one in valid if one.verb == "not_same_event" for pair in _apart(sides[one.id]))
    return Ties(together=together, apart=apart), settled


def _sides(decision: Decision, present: Present, homes: Homes) -> tuple[tuple[Side, ...], tuple[Side, ...]]:
    """The subjects as accounts, and those they are held apart from; what is not found is left out."""

    def found(subjects: Sequence[Subject]) -> tuple[Side, ...]:
        return tuple(side for side in (_side(subject, present, homes) for subject in subjects) if side)

    return found(decision.subjects), found(decision.against)


def _side(subject: Subject, present: Present, homes: Homes) -> Side:
    return tuple(sorted({one for words in subject.words for one in _accounts(subject, words, present, homes)}))


def _accounts(subject: Subject, words: Words, present: Present, homes: Homes) -> Side:
    """The account that tells the words; all of the report where it is meant as a whole, or tells of one event."""
    every = homes.accounts_of.get(words.report, ())
    if words.measure is None:
        return every
    claim = present.found(subject.id, words, as_read=False)
    home = homes.account_of.get(claim.id) if claim is not None else None
    if home is not None:
        return (home,)
    return every if len(every) == 1 else ()


def _apart(sides: tuple[tuple[Side, ...], tuple[Side, ...]]) -> list[tuple[Side, Side]]:
    subjects, against = sides
    if not against:
        return list(combinations(subjects, 2))
    return [(tuple(sorted({one for side in subjects for one in side})), side) for side in against]


def _says(decision: Decision, sides: tuple[tuple[Side, ...], tuple[Side, ...]]) -> dict[str, str]:
    pairs = combinations(sides[0], 2) if decision.verb == "same_event" else _apart(sides)
    said: dict[str, str] = {}
    for one, other in pairs:
        for a, b in product(one, other):
            said[" ".join(sorted((a, b)))] = decision.verb
    return said


def _targets(sides: tuple[tuple[Side, ...], tuple[Side, ...]]) -> Side:
    return tuple(sorted({account for group in sides for side in group for account in side}))


def _without_circles(
    judgements: tuple[Judgement, ...], sides: Mapping[str, tuple[tuple[Side, ...], tuple[Side, ...]]]
) -> tuple[Judgement, ...]:
    """Take out what contradicts only through others: A is B, B is C, and A is not C, said by several people."""
    same = [one.decision for one in judgements if one.status == "in force" and one.decision.verb == "same_event"]
    against: dict[str, set[str]] = {}
    for judgement in judgements:
        if judgement.status == "in force" and judgement.decision.verb == "not_same_event":
            for decisions in _bridges(same, sides, _apart(sides[judgement.decision.id])):
                circle = [*decisions, judgement.decision]
                if len({one.who for one in circle}) > 1:
                    for one in circle:
                        against.setdefault(one.id, set()).update(c.id for c in circle if c.who != one.who)
    return tuple(
        replace(one, status="in conflict", others=tuple(sorted(against[one.decision.id])))
        if one.decision.id in against
        else one
        for one in judgements
    )


def _bridges(
    same: Sequence[Decision],
    sides: Mapping[str, tuple[tuple[Side, ...], tuple[Side, ...]]],
    apart: Iterable[tuple[Side, Side]],
) -> Iterable[list[Decision]]:
    """Yield, for each pair held apart that decisions join all the same, the decisions of that chain."""
    for one, other in apart:
        reached, used = set(one), list[Decision]()
        for _ in same:
            for decision in same:
                accounts = set(_targets(sides[decision.id]))
                if decision not in used and accounts & reached:
                    reached |= accounts
                    used.append(decision)
        if reached & set(other):
            yield used

"""Events with their figures in, what a person should look at next out: first what a decision would change most.

What a decision on a claim may change is found by trying: the event's figures are made without the claim, and compared.
Weighed with how likely the claim was misread, this is the number of people that a decision is expected to move.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from itertools import combinations, pairwise, product

from twosource.model import Claim, Decision, Event, Figure, Holdings, Judgement

Figures = Callable[[Event, Mapping[str, Claim], str], tuple[Figure, ...]]
NOT_WEIGHED = 0.5  # how sure a claim counts that has no confidence, and any link between two reports: nothing is known
MOST_TRIED = 60  # claims of one event; the figures of larger ones hang on a single claim the less, and cost the more
AGREEMENT = 1.0  # people that a change of agreement alone is worth, as much as one person more or less


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubt:
    """Something to decide: ``kind`` is conflict, not placed, contested, claim or same event.

    ``subjects`` are ids, ``event`` the event it would change, ``change`` the number of people expected to move (None
    where a decision itself waits for people), ``told`` says it in a sentence.
    """

    kind: str
    subjects: tuple[str, ...]
    event: str | None
    change: float | None
    told: str


def queue(holdings: Holdings, figures: Figures) -> tuple[Doubt, ...]:
    """Return all that is open, what would change most first.

    Args:
        holdings: what the ledger holds.
        figures: gives the figures of an event, some of its claims in other words, under a rule.
    """
    claims = {claim.id: claim for claim in holdings.claims}
    open_now = [
        *judgement_doubts(holdings.judgements),
        *(doubt for event in holdings.events for doubt in claim_doubts(event, claims, figures)),
        *pair_doubts(holdings.events, holdings.judgements),
    ]
    return tuple(sorted(open_now, key=place_in_queue))


def place_in_queue(doubt: Doubt) -> tuple[bool, float, str, str, tuple[str, ...]]:
    """Return what doubts are sorted by: decisions that wait for people, then what would change most, event by event."""
    return doubt.change is not None, -(doubt.change or 0), doubt.event or "", doubt.kind, doubt.subjects


def judgement_doubts(judgements: Iterable[Judgement]) -> Iterator[Doubt]:
    """Yield the decisions that contradict one another, each conflict once, and those that have lost their words."""
    made = {one.decision.id: one for one in judgements}
    conflicts: list[set[str]] = []
    for one in made.values():
        decision = one.decision
        if one.status == "in conflict":
            conflicts = _joined(conflicts, {decision.id, *one.others})
        elif one.status == "not placed":
            told = f"{_said(decision)}; the words it was about are not read so any more"
            yield Doubt(kind="not placed", subjects=(decision.id,), event=None, change=None, told=told)
    for subjects in sorted(tuple(sorted(sides)) for sides in conflicts):
        told = "; ".join(_said(made[one].decision) if one in made else one for one in subjects)
        yield Doubt(kind="conflict", subjects=subjects, event=None, change=None, told=told)


def _joined(conflicts: Sequence[set[str]], sides: set[str]) -> list[set[str]]:
    """Return conflicts with another one, those that share a decision being one."""
    near = [one for one in conflicts if one & sides]
    return [*(one for one in conflicts if not one & sides), sides.union(*near)]


def _said(decision: Decision) -> str:
    return f"{decision.who} says {decision.verb.replace('_', ' ')} ({decision.why})"


def claim_doubts(
    event: Event, claims: Mapping[str, Claim], figures: Figures, wanted: AbstractSet[str] | None = None
) -> Iterator[Doubt]:
    """Yield, for each claim of an event that would change its figures were it misread, that it should be looked at.

    ``wanted`` are ids of the claims that are asked about; None: all.
    """
    behind = {claim for figure in event.figures for claim in (*figure.claims_for, *figure.claims_against)}
    asked = sorted(behind if wanted is None else behind & wanted)
    open_claims = [claims[one] for one in asked if one in claims and not claims[one].decisions]
    rule = event.figures[0].rule if event.figures else ""
    if not open_claims:
        return
    now = figures(event, {}, rule)
    for claim in sorted(open_claims, key=lambda one: (_sure(one), one.id))[:MOST_TRIED]:
        without = figures(event, {claim.id: replace(claim, scope="rejected")}, rule)
        moved = _moved(now, without)
        change = round((1 - _sure(claim)) * moved, 3)
        if change > 0:
            yield Doubt(
                kind="contested" if any(claim.id in f.claims_against for f in event.figures) else "claim",
                subjects=(claim.id,),
                event=event.id,
                change=change,
                told=f"without “{claim.quote}”: {_difference(now, without)}; it was read {_sure(claim):.0%} sure",
            )


def _sure(claim: Claim) -> float:
    return NOT_WEIGHED if claim.confidence is None else claim.confidence


def _moved(now: Sequence[Figure], then: Sequence[Figure]) -> float:
    """People by which the figures of everybody move: the best wholly, each bound by half, agreement by one."""
    before, after = _by_measure(now), _by_measure(then)
    return sum(_apart(before.get(measure), after.get(measure)) for measure in sorted({*before, *after}))


def _by_measure(figures: Iterable[Figure]) -> dict[str, Figure]:
    return {figure.measure: figure for figure in figures if figure.group is None}


def _apart(one: Figure | None, other: Figure | None) -> float:
    best = abs((one.best or 0 if one else 0) - (other.best or 0 if other else 0))
    low = abs((one.low or 0 if one else 0) - (other.low or 0 if other else 0))
    high = abs((one.high or 0 if one else 0) - (other.high or 0 if other else 0))
    agreement = 0.0 if one and other and one.agreement == other.agreement else AGREEMENT
    return best + low / 2 + high / 2 + agreement


def _difference(now: Sequence[Figure], then: Sequence[Figure]) -> str:
    before, after = _by_measure(now), _by_measure(then)
    changed = [m for m in sorted({*before, *after}) if _apart(before.get(m), after.get(m)) > 0]
    return " and ".join(
        f"{measure} {_told(after.get(measure))} instead of {_told(before.get(measure))}" for measure in changed
    )


def _told(figure: Figure | None) -> str:
    if figure is None:
        return "none"
    if figure.best is None:
        return f"no number ({figure.agreement})"
    bounds = "" if figure.low == figure.high else f"{figure.low}–{'…' if figure.high is None else figure.high}, "
    return f"{figure.best} ({bounds}{figure.agreement})"


def pair_doubts(events: Sequence[Event], judgements: Sequence[Judgement]) -> Iterator[Doubt]:
    """Pairs of events of one kind, day and town: were they one, the smaller count would be counted twice."""
    apart = tuple(pair for one in judgements for pair in _held_apart(one))
    near: dict[tuple[object, ...], list[Event]] = {}
    for event in events:
        if event.date and event.date.precision == "day" and event.place and event.place.geonames_id and event.type:
            near.setdefault((event.date.earliest, event.place.geonames_id, event.type), []).append(event)
    for alike in near.values():
        ordered = sorted(alike, key=lambda event: event.id)
        for one, other in pairwise(ordered):
            if any(_tells(a, one) and _tells(b, other) for a, b in apart):
                continue
            twice = min(_people(one), _people(other))
            yield Doubt(
                kind="same event",
                subjects=(one.id, other.id),
                event=one.id,
                change=round(NOT_WEIGHED * (twice + AGREEMENT), 3),
                told=f"“{one.title}” and “{other.title}”: one day, one place, one kind; one event or two?",
            )


def _held_apart(judgement: Judgement) -> Iterator[tuple[str, str]]:
    """The ids that a person's decision in force says are of two events, each pair both ways round."""
    decision = judgement.decision
    if judgement.status != "in force" or decision.verb != "not_same_event":
        return
    subjects, against = ([one.id for one in side] for side in (decision.subjects, decision.against))
    for one, other in product(subjects, against) if against else combinations(subjects, 2):
        yield from ((one, other), (other, one))


def _tells(subject: str, event: Event) -> bool:
    return subject == event.id or subject in event.merged or subject in event.reports or subject in event.claims


def _people(event: Event) -> int:
    return max((figure.best or 0 for figure in event.figures if figure.group is None), default=0)

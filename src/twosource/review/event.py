"""Decisions on events and figures in, the events as people hold them out: rule, grade, notes, "unresolved, and why"."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from twosource.model import Decision, Event, Figure, Group, Judgement, Subject
from twosource.review.find import Present
from twosource.review.standing import Placed, in_force, weighed

ON_EVENTS = frozenset({"grade", "note", "rule", "unresolved"})


@dataclass(frozen=True, slots=True)
class Places:
    """The event of each claim, and the events of each report."""

    by_claim: Mapping[str, str]
    by_report: Mapping[str, tuple[str, ...]]


def judged_events(
    events: Sequence[Event], present: Present, decisions: Iterable[Decision]
) -> tuple[dict[str, tuple[Decision, ...]], tuple[Judgement, ...]]:
    """Return the decisions in force on each event, by its present id, and how each decision on events stands."""
    places = _places(events)
    chosen = [
        one
        for one in in_force(decisions)
        if one.verb in ON_EVENTS and any(subject.kind in {"event", "figure"} for subject in one.subjects)
    ]
    judgements = weighed([_placed(one, present, places) for one in chosen])
    return standing_on_events(judgements), judgements


def standing_on_events(judgements: Iterable[Judgement]) -> dict[str, tuple[Decision, ...]]:
    """Return the decisions in force on each event, by its id, where it is known already how they stand."""
    found: dict[str, tuple[Decision, ...]] = {}
    for judgement in judgements:
        if judgement.status == "in force" and judgement.decision.verb in ON_EVENTS:
            for target in judgement.targets:
                found[target] = (*found.get(target, ()), judgement.decision)
    return found


def rules_of(decisions: Mapping[str, Sequence[Decision]]) -> dict[str, str]:
    """Return the rule that people chose for an event, by its id."""
    told = {event: [one.value for one in each if one.verb == "rule" and one.value] for event, each in decisions.items()}
    return {event: rules[-1] for event, rules in told.items() if rules}


def judged_figures(event: Event, decisions: Sequence[Decision]) -> Event:
    """Return an event that has its figures with what people say of it and of them."""
    grades = [one.value for one in decisions if one.verb == "grade"]
    return replace(
        event,
        figures=tuple(_judged(figure, decisions) for figure in event.figures),
        grade=grades[-1] if grades else event.grade,
        decisions=tuple(one.id for one in decisions),
    )


def _places(events: Sequence[Event]) -> Places:
    by_report: dict[str, tuple[str, ...]] = {}
    for event in sorted(events, key=lambda one: one.id):
        for report in event.reports:
            by_report[report] = (*by_report.get(report, ()), event.id)
    return Places({claim: event.id for event in events for claim in event.claims}, by_report)


def _placed(decision: Decision, present: Present, places: Places) -> Placed:
    subjects = [(_event_of(subject, present, places), subject) for subject in decision.subjects]
    said = {
        f"{event} {_question(decision, subject)}": decision.value or decision.verb
        for event, subject in subjects
        if event
    }
    return Placed(decision, said, tuple(sorted({event for event, _ in subjects if event})))


def _question(decision: Decision, subject: Subject) -> str:
    if decision.verb == "unresolved":
        return f"{subject.measure} {_whom(subject.group)}"
    return decision.id if decision.verb == "note" else decision.verb


def _event_of(subject: Subject, present: Present, places: Places) -> str | None:
    """The event that holds most of the words; among equals the one that holds the first of them.

    Ids decide nothing: another ledger into which the decision is merged may have given the old one to the other half.
    """
    votes: Counter[str] = Counter()
    for words in subject.words:
        claim = None if words.measure is None else present.found("", words, as_read=False)
        home = places.by_claim.get(claim.id) if claim is not None else None
        every = places.by_report.get(words.report, ())
        if home is not None:
            votes[home] += 1
        elif len(every) == 1:
            votes[every[0]] += 1
    return max(votes, key=votes.__getitem__, default=None)  # of equals max takes the one that was met first


def _judged(figure: Figure, decisions: Sequence[Decision]) -> Figure:
    for decision in decisions:
        if decision.verb == "unresolved" and any(_means(subject, figure) for subject in decision.subjects):
            told = f"unresolved by the decision of {decision.who}: {decision.why}; without it: {figure.explanation}"
            return replace(figure, low=None, best=None, high=None, agreement="unresolved", explanation=told, grade=None)
    return figure


def _means(subject: Subject, figure: Figure) -> bool:
    return subject.measure == figure.measure and _whom(subject.group) == _whom(figure.group)


def _whom(group: Group | None) -> str:
    return "" if group is None else f"{group.role} {group.nationality} {group.status}"

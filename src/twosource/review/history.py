"""The versions of an event and the runs that made them in, the changes of one figure out, each with its cause."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from twosource.model import Decision, Event, Figure, Judgement

Step = tuple[Event | None, Event | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """One run: when it ended, its rule and version of the program, and what was new in it (ids)."""

    moment: str
    rule: str
    program: str
    reports: frozenset[str] = frozenset()
    reread: frozenset[str] = frozenset()
    decisions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A figure as it stood from a moment on (ISO 8601 in UTC; None: gone), in which event, and why it changed.

    ``causes`` are sentences: a new report, a decision, a rule, a version of the program, or other reports linked.
    """

    moment: str
    event: str
    figure: Figure | None
    causes: tuple[str, ...]


def history(
    wanted: Figure,
    versions: Iterable[tuple[str, Event | None]],
    runs: Sequence[Made],
    judgements: Mapping[str, Judgement],
) -> tuple[Change, ...]:
    """Return each change of a figure, the first one first.

    Args:
        wanted: the figure as it is now.
        versions: of its event, the oldest first; None where it did not stand.
        runs: in order.
        judgements: the decisions that entered these runs, and those that these undid, by id.
    """
    changes: list[Change] = []
    before: Event | None = None
    last: Figure | None = None
    for moment, event in versions:
        found = None if event is None else same_figure(event, wanted)
        if numbers(found) != numbers(last):
            told = event or before
            causes = tuple(_causes((before, event), moment, runs, judgements))
            if told is not None:
                changes.append(Change(moment=moment, event=told.id, figure=found, causes=causes))
        before, last = event, found
    return tuple(changes)


def same_figure(event: Event, wanted: Figure) -> Figure | None:
    """Return the figure of an event for the measure and the people of another figure."""
    return next((f for f in event.figures if (f.measure, _whom(f)) == (wanted.measure, _whom(wanted))), None)


def _whom(figure: Figure) -> tuple[str | None, ...]:
    group = figure.group
    return () if group is None else (group.role, group.nationality, group.status)


def numbers(figure: Figure | None) -> tuple[object, ...]:
    """Return what makes a figure another one where it changes."""
    if figure is None:
        return ()
    return figure.low, figure.best, figure.high, figure.agreement, figure.voices, figure.rule


def _causes(step: Step, moment: str, runs: Sequence[Made], judgements: Mapping[str, Judgement]) -> Iterable[str]:
    """Of the decisions that entered, those about the event; where nothing else is told, any may have moved it."""
    before, event = step
    number = next((n for n, run in enumerate(runs) if run.moment == moment), None)
    if number is None:
        yield "recorded by an older version of the ledger"
        return
    run, earlier = runs[number], runs[number - 1] if number else None
    entered = [judgements[one] for one in run.decisions if one in judgements]
    had = set(before.reports) if before is not None else set()
    has = set(event.reports) if event is not None else set()
    told = [
        *(f"new report {report}" for report in sorted((has - had) & run.reports)),
        *(f"report {report} read again" for report in sorted(has & run.reread)),
        *(_decided(one.decision) for one in entered if _is_about(one, _ids(step), judgements)),
        *_settings(run, earlier),
        *(f"report {report} now linked here" for report in sorted(has - had - run.reports) if before is not None),
        *(f"report {report} no more linked here" for report in sorted(had - has) if event is not None),
    ]
    yield from told or [_decided(one.decision) for one in entered] or ["linked with other reports"]


def _ids(step: Step) -> frozenset[str]:
    """The event as it was and as it became, with all that it holds or held."""
    return frozenset(
        one
        for event in step
        if event is not None
        for one in (event.id, *event.merged, *event.reports, *event.claims, *(figure.id for figure in event.figures))
    )


def _is_about(judgement: Judgement, ids: frozenset[str], judgements: Mapping[str, Judgement]) -> bool:
    """Tell whether a decision is about one of the ids, or undoes one that is; one that is not known may be."""
    decision = judgement.decision
    told = (*judgement.targets, *(one.id for one in (*decision.subjects, *decision.against)))
    if not ids.isdisjoint(told):
        return True
    undone = [one.id for one in decision.subjects if one.kind == "decision"]
    return any(one not in judgements or _is_about(judgements[one], ids, judgements) for one in undone)


def _settings(run: Made, earlier: Made | None) -> Iterable[str]:
    if earlier is not None and run.rule != earlier.rule:
        yield f"new rule: {run.rule}, before {earlier.rule}"
    if earlier is not None and run.program != earlier.program:
        yield f"new version of the program: {run.program}, before {earlier.program or 'not told'}"


def _decided(decision: Decision) -> str:
    about = ", ".join(subject.id for subject in decision.subjects)
    return f"decision {decision.id} of {decision.who}: {decision.verb.replace('_', ' ')} {about} ({decision.why})"

"""A count of one population in, the Figure record out."""

from collections.abc import Iterable

from twosource.model import Figure, Group
from twosource.reconcile.count import Count
from twosource.reconcile.explain import explanation
from twosource.reconcile.line import Line
from twosource.reconcile.population import Key
from twosource.values.identifier import identifier


def figure_id(event: str, measure: str, key: Key | None) -> str:
    """Return the id of a figure: the event, the measure and the people counted (None: everybody)."""
    people = (key.role, key.nationality, key.status) if key is not None else ("everybody",)
    return identifier("f", event, measure, *people)


def figure_of(count: Count, event: str, measure: str, whom: tuple[Key, Group] | None, rule: str) -> Figure:
    """Return the figure of a count; ``whom`` None stands for everybody in the event."""
    behind, heard = count.behind, (*count.behind, *count.vague)
    return Figure(
        id=figure_id(event, measure, whom[0] if whom is not None else None),
        event=event,
        measure=measure,
        group=whom[1] if whom is not None else None,
        low=count.low,
        best=count.best,
        high=count.high,
        agreement=count.agreement,
        voices=count.voices,
        speakers=_unique(line.teller for line in behind),
        origins=_unique(line.origin for line in behind),
        outlets=_unique(line.outlet for line in behind),
        reports=_unique(line.report for line in behind),
        claims_for=_claims(behind),
        claims_against=_claims(count.against),
        rule=rule,
        explanation=explanation(count, measure),
        wording=_unique(line.wording for line in heard if line.low is None and line.high is None),
        parts=count.parts,
        claims_before=_claims(count.before),
    )


def _claims(lines: Iterable[Line]) -> tuple[str, ...]:
    return _unique(claim for line in lines for claim in line.claims)


def _unique(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(set(names)))

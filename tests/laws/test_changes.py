"""Law 10: other numbers, names or dates in the input change the ledger in just those places, and nothing else."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

import twosource
from twosource.model import Claim, DateRange, Event, Figure, Speaker

OTHER_NAMES = {
    "Ivan Petrak": "Peter Hollis",
    "Anna Kolar": "Clara Novak",
    "Martin Lindgren": "Henry Osman",
    "Sofia Arden": "Laura Berger",
    "Thomas Reiner": "Daniel Foster",
    "Nadia Belkin": "Maria Castell",
}
SHIFTS = (1, 7)
"""What is added to small numbers (2 to 8, so that words stay words) and to large ones (13 to 60)."""


@dataclass(frozen=True, slots=True)
class Change:
    """A consistent change of a whole world; each part alone changes nothing but itself."""

    number: Callable[[int], int] = lambda number: number
    name: Callable[[str], str] = lambda name: name
    weeks: int = 0

    def day(self, told: str) -> str:
        """Return the day that many weeks later."""
        return (date.fromisoformat(told) + timedelta(weeks=self.weeks)).isoformat()


def larger(number: int) -> int:
    """Return another number of as many digits; the order of numbers stays, and 0 and 1 stay what they are."""
    return number if number < 2 else number + SHIFTS[number > 8]


def renamed(name: str) -> str:
    """Return another person for each person of the worlds; bodies and places stay."""
    return OTHER_NAMES.get(name, name)


UNCHANGED = Change()
CHANGES = st.builds(
    Change,
    number=st.sampled_from([UNCHANGED.number, larger]),
    name=st.sampled_from([UNCHANGED.name, renamed]),
    weeks=st.sampled_from([0, 1, 30, -8]),
)


def changed_world(world: Any, change: Change) -> Any:
    facts = tuple(
        replace(
            fact,
            day=fact.day + timedelta(weeks=change.weeks),
            killed=change.number(fact.killed),
            injured=change.number(fact.injured),
            speaker=change.name(fact.speaker),
        )
        for fact in world.facts
    )
    return replace(world, facts=facts, junk=())


def told(ledger: twosource.Ledger, change: Change) -> list[Any]:
    """What a ledger tells, ids and wording aside, as it would be told after the change."""
    names = {article.id: article.input_id for article in ledger.articles}
    return sorted((_event(event, ledger, change, names) for event in ledger.events), key=repr)


def _event(event: Event, ledger: twosource.Ledger, change: Change, names: dict[str, str | None]) -> Any:
    figures = {figure.id: figure for figure in event.figures}
    return (
        event.type,
        _days(event.date, change),
        event.place.name if event.place else None,
        sorted(str(names[report]) for report in event.reports),
        sorted((_figure(figure, figures, change, names) for figure in event.figures), key=repr),
        sorted((_claim(c, change, names) for c in ledger.claims if c.event == event.id), key=repr),
    )


def _figure(figure: Figure, all_of: dict[str, Figure], change: Change, names: dict[str, str | None]) -> Any:
    return (
        figure.measure,
        (figure.group.role, figure.group.status, figure.group.nationality) if figure.group else None,
        _numbers((figure.low, figure.best, figure.high), change) if not figure.parts else None,
        sorted(repr(_figure(all_of[part], all_of, change, names)) for part in figure.parts),
        (figure.agreement, figure.voices, len(figure.claims_for), len(figure.claims_against)),
        sorted(change.name(speaker) for speaker in figure.speakers),
        (figure.outlets, sorted(str(names[report]) for report in figure.reports)),
    )


def _claim(claim: Claim, change: Change, names: dict[str, str | None]) -> Any:
    return (
        names[claim.report],
        (claim.measure, claim.stance, claim.scope, claim.pattern),
        _numbers((claim.low, claim.high), change),
        _days(claim.date, change),
        claim.place.name if claim.place else None,
        _speaker(claim.speaker, change),
        (claim.group.role, claim.group.status) if claim.group else None,
    )


def _speaker(speaker: Speaker | None, change: Change) -> Any:
    return (change.name(speaker.name), speaker.kind) if speaker else None


def _numbers(values: tuple[int | None, ...], change: Change) -> Any:
    return tuple(None if value is None else change.number(value) for value in values)


def _days(days: DateRange | None, change: Change) -> Any:
    return (change.day(days.earliest), change.day(days.latest), days.precision) if days else None


@settings(max_examples=25, deadline=None)
@given(data=st.data(), change=CHANGES)
def test_a_consistent_change_of_the_input_is_the_change_of_the_ledger(
    worlds: st.SearchStrategy[Any], data: st.DataObject, change: Change
) -> None:
    world = data.draw(worlds)
    before = changed_world(world, UNCHANGED)
    after = changed_world(world, change)
    assert told(twosource.run(after.rows()), UNCHANGED) == told(twosource.run(before.rows()), change)

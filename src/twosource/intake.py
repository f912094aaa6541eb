"""Which of the reports that come in are to be read; what is read is told to the keeper of the ledger at once."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Protocol, TypeVar

from twosource.model import Decision, Event, Reading, Reject, Report


class HasReading(Protocol):
    """What was made of one report."""

    @property
    def reading(self) -> Reading:
        """What was read."""
        ...


Kept = TypeVar("Kept", bound=HasReading)


@dataclass(frozen=True, slots=True, kw_only=True)
class Earlier:
    """What a kept ledger brings into a run.

    ``readings`` and ``events`` stand in it; ``drafts``, by report, were read by a run that did not end; ``again`` are
    reports to be read again; ``decisions`` are people's. ``keep`` is told each report as soon as it is read.
    """

    readings: tuple[Reading, ...] = ()
    events: tuple[Event, ...] = ()
    drafts: Mapping[str, Reading] = field(default_factory=dict)
    again: Iterable[Report] = ()
    decisions: tuple[Decision, ...] = ()
    keep: Callable[[Report, Reading], None] | None = None


@dataclass(slots=True)
class Desk:
    """What passes by while reports are collected: rejects, reports being read (oldest first), drafts found again."""

    rejects: list[Reject] = field(default_factory=list)
    waiting: deque[Report] = field(default_factory=deque)
    drafts: list[Reading] = field(default_factory=list)


def to_read(collected: Iterable[Report | Reject], before: Earlier, desk: Desk) -> Iterator[Report]:
    """Let reports through that are to be read; rejects and what was read already are set aside."""
    met = {reading.report for reading in before.readings}
    for item in collected:
        if isinstance(item, Reject):
            desk.rejects.append(item)
        elif item.id not in met:
            met.add(item.id)
            if item.id in before.drafts:
                desk.drafts.append(before.drafts[item.id])
            else:
                desk.waiting.append(item)
                yield item


def kept(read_now: Iterable[Kept], before: Earlier, desk: Desk) -> Iterator[Kept]:
    """Tell the keeper of each report with what was read of it; the engine keeps the order."""
    for one in read_now:
        report = desk.waiting.popleft()
        if before.keep is not None:
            before.keep(report, one.reading)
        yield one

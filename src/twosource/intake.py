"""Which of the reports that come in are to be read; what is read is told to the keeper of the ledger at once.

And what of the web the reading may reach: what a ledger holds of an address is not fetched again.
"""

import json
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain
from typing import TYPE_CHECKING, Protocol, TypeVar

from twosource import collect
from twosource.config import Settings
from twosource.model import Article, CopyGroup, Decision, Event, Reading, Reject, Report

if TYPE_CHECKING:
    from twosource.collect import Fetch, Held, Reach


class HasReading(Protocol):
    """What was made of one report."""

    @property
    def reading(self) -> Reading:
        """What was read."""
        ...


Progress = Callable[[str, int], None]  # the name of a stage, and the number of records done
Kept = TypeVar("Kept", bound=HasReading)
Sources = tuple[tuple[str, ...], tuple[str, ...]]  # ids of the reports and of the claims that an event is made of


@dataclass(frozen=True, slots=True)
class Former:
    """Events that this version of the program made, by what they are made of, and the copy groups it made them with.

    Of the same claims and copies it would make the same again: title, points, figures and differences are pure
    functions of them. In a profile of a run on 1,000 kept reports they took some 45 % of the time.
    """

    events: Mapping[Sources, Event] = field(default_factory=dict)
    groups: Mapping[str, CopyGroup] = field(default_factory=dict)

    def with_figures(self, event: Event, groups: Sequence[CopyGroup]) -> Event | None:
        """Return an event with the figures it has already; None where id, claims or copies are others now.

        Args:
            event: as linked now.
            groups: the copy groups of its reports, sorted by id.
        """
        found = self.events.get((event.reports, event.claims))
        if found is None or found.id != event.id or [self.groups.get(g) for g in found.copy_groups] != list(groups):
            return None
        return replace(event, copy_groups=found.copy_groups, figures=found.figures, differences=found.differences)


@dataclass(frozen=True, slots=True, kw_only=True)
class Earlier:
    """What a kept ledger, and the world outside, bring into a run.

    ``readings`` and ``events`` stand in it; ``drafts``, by report, were read by a run that did not end; ``again`` are
    reports to be read again; ``decisions`` are people's. ``former`` are the events that stand as they are where they
    are made of the same. ``keep`` is told each report as soon as it is read. ``fetch``
    brings what stands at an address; None where nothing is fetched.
    """

    readings: tuple[Reading, ...] = ()
    events: tuple[Event, ...] = ()
    drafts: Mapping[str, Reading] = field(default_factory=dict)
    again: Iterable[Report] = ()
    decisions: tuple[Decision, ...] = ()
    former: Former = field(default_factory=Former)
    keep: Callable[[Report, Reading], None] | None = None
    fetch: "Fetch | None" = None


@dataclass(slots=True)
class Desk:
    """What passes by while reports are collected: rejects, reports being read (oldest first), drafts found again.

    ``told`` hears how many items have come in, be they reports, rejects or held already.
    """

    told: Callable[[str, int], None]
    rejects: list[Reject] = field(default_factory=list)
    waiting: deque[Report] = field(default_factory=deque)
    drafts: list[Reading] = field(default_factory=list)


def reach(before: Earlier, settings: Settings) -> "Reach":
    """Return what of the web a run may reach, and what the ledger holds of it: whatever tells when it was retrieved."""
    articles = (one.article for one in chain(before.readings, before.drafts.values()) if one.article is not None)
    return collect.Reach(
        limits=settings.limits,
        fetch=before.fetch,
        held={place: held for article in articles for place, held in _held(article)},
        follow=settings.follow,
        refetch=settings.refetch,
    )


def _held(article: Article) -> "Iterator[tuple[str, Held]]":
    told = {name: json.loads(text) for name, text in article.fields}
    if "retrieved" in told:
        held = collect.Held(id=article.id, etag=_text(told.get("etag")), last_modified=_text(told.get("last_modified")))
        for place in (article.url, told.get("asked")):
            if isinstance(place, str):
                yield place, held


def _text(value: object) -> str | None:
    return value if isinstance(value, str) else None


def to_read(collected: "Iterable[Report | Reject | Held]", before: Earlier, desk: Desk) -> Iterator[Report]:
    """Let reports through that are to be read; rejects and what was read already are set aside."""
    met = {reading.report for reading in before.readings}
    for number, item in enumerate(collected, 1):
        desk.told("collecting", number)
        if isinstance(item, Reject):
            desk.rejects.append(item)
        elif item.id not in met:
            met.add(item.id)
            if item.id in before.drafts:
                desk.drafts.append(before.drafts[item.id])
            elif isinstance(item, Report):
                desk.waiting.append(item)
                yield item


def kept(read_now: Iterable[Kept], before: Earlier, desk: Desk) -> Iterator[Kept]:
    """Tell the keeper of each report with what was read of it; the engine keeps the order."""
    for one in read_now:
        report = desk.waiting.popleft()
        if before.keep is not None:
            before.keep(report, one.reading)
        yield one

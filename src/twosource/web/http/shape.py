"""The shapes of answers that are no records of the ledger themselves: pages of them, and rows as published."""

from dataclasses import dataclass
from typing import Generic, Literal, TypeVar

from pydantic import JsonValue

from twosource.keeping import Doubt
from twosource.model import (
    Claim,
    CopyGroup,
    Credit,
    Discarded,
    Event,
    EventEntry,
    Facets,
    Reject,
    ReportEntry,
    SourceEntry,
    Spot,
    Statement,
    Subject,
    Total,
)
from twosource.model.decision import Verb

Entry = TypeVar("Entry")
Pairs = tuple[tuple[str, int], ...]
Status = Literal["in force", "undone", "replaced", "in conflict", "not placed", "waiting"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Page(Generic[Entry]):
    """Some of all entries that match; ``next`` is the address of the next page, ``cursor`` what leads to it."""

    entries: tuple[Entry, ...]
    total: int
    cursor: str | None
    next: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundPage(Page[Entry]):
    """A page of a shelf. ``totals``, ``days``, ``spots`` and ``facets`` are of all that match, whatever the page."""

    totals: tuple[Total, ...]
    days: Pairs
    spots: tuple[Spot, ...]
    facets: Facets


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundEvents(FoundPage[EventEntry]):
    """A page of events."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundReports(FoundPage[ReportEntry]):
    """A page of reports."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundRejects(FoundPage[Reject]):
    """A page of rejects."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundSources(FoundPage[SourceEntry]):
    """A page of sources."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DoubtsPage:
    """Some of what is open; ``kinds`` counts doubts by kind, of contested and claim the events that have one."""

    entries: tuple[Doubt, ...]
    kinds: Pairs
    cursor: str | None
    next: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Searched:
    """The first events and reports that have all the words."""

    events: FoundEvents
    reports: FoundReports


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportRow:
    """A row of ``reports.jsonl``, further fields left out here; ``fields`` are the unknown fields of its input row."""

    id: str
    input_id: str | None
    url: str | None
    path: str | None
    sha256: str
    outlet: str | None
    title: str | None
    byline: str | None
    dateline: str | None
    published: str | None
    modified: str | None
    language: str | None
    credits: tuple[Credit, ...]
    copy_group: str | None
    discarded: tuple[Discarded, ...]
    text: str
    fields: dict[str, JsonValue]


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionRow:
    """A row of ``decisions.jsonl``: a decision with how it stands."""

    id: str
    verb: Verb
    subjects: tuple[Subject, ...]
    who: str
    when: str
    why: str
    against: tuple[Subject, ...]
    value: str | None
    status: Status
    others: tuple[str, ...]
    targets: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """The rows of each table about one event or one report."""

    reports: tuple[ReportRow, ...]
    statements: tuple[Statement, ...]
    claims: tuple[Claim, ...]
    events: tuple[Event, ...]
    copies: tuple[CopyGroup, ...]
    rejects: tuple[Reject, ...]
    annotations: tuple[dict[str, JsonValue], ...]
    decisions: tuple[DecisionRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A way of reconciling conflicting figures."""

    name: str
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Recorded:
    """Decisions that were recorded, and the address of the job that settles the ledger with them."""

    decisions: tuple[str, ...]
    job: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class JobTold:
    """A job: ``steps`` are the stages met so far, each with how many records are done; ``refused`` names inputs."""

    id: str
    address: str
    kind: str
    person: str
    state: Literal["waiting", "running", "done", "failed", "stopped"]
    steps: Pairs
    asked: str
    began: str | None
    ended: str | None
    told: str | None
    error: str | None
    refused: tuple[tuple[str, str, str], ...]

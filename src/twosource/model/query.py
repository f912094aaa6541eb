"""What is asked of a ledger, and the page of entries that answers it: one line an event, report, reject or source."""

from dataclasses import dataclass
from typing import Literal

from twosource.model.figure import Agreement
from twosource.model.place import Place
from twosource.model.reject import Reject
from twosource.model.when import DateRange

ShelfName = Literal["events", "reports", "rejects", "sources"]
Sort = Literal["date", "killed", "injured", "captured", "reports", "title", "doubt"]
SourceKind = Literal["outlet", "agency", "speaker"]
Box = tuple[float, float, float, float]
Counts = tuple[tuple[str, int], ...]
"""Names with how many have them, the most frequent first, then by name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """What is wanted of one shelf; whatever is None or empty does not narrow it, and what a shelf lacks is ignored.

    ``words`` must all stand there, longer ones that begin so count: in title, kind, place and actors of an event, in
    title, text and outlet of a report, in the name of a source, in all that is told of a reject. ``earliest`` and
    ``latest`` are ISO days: what may have been on one of the days between is found. ``place`` is a town, region or
    country by name, or an ISO 3166-1 code; ``box`` is west, south, east, north in degrees (west > east crosses the
    180th meridian). ``actor`` is one or more words of actors' names. ``type`` is an event's type, a source's kind, a
    reject's reason, or of reports ``with claims`` or ``without claims``. ``measure`` is the one that ``at_least``,
    ``at_most`` (of its best number) and ``agreement`` are about. ``rule`` is a way of reconciling, None the ledger's
    own. ``open`` finds the events with a claim that should be looked at: one the figures rest on, or one against them.
    What has no value to sort by stands last. ``cursor`` comes from the page before.
    """

    shelf: ShelfName = "events"
    words: str = ""
    earliest: str | None = None
    latest: str | None = None
    place: str | None = None
    box: Box | None = None
    actor: str | None = None
    type: str | None = None
    measure: str = "killed"
    at_least: int | None = None
    at_most: int | None = None
    agreement: str | None = None
    outlet: str | None = None
    language: str | None = None
    open: Literal["claim", "contested"] | None = None
    sort: Sort = "date"
    descending: bool = True
    cursor: str | None = None
    limit: int = 50
    rule: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Toll:
    """A figure of everybody in an event, in short."""

    low: int | None
    best: int | None
    high: int | None
    agreement: Agreement
    voices: int


@dataclass(frozen=True, slots=True, kw_only=True)
class EventEntry:
    """An event on one line.

    ``outlets`` are the names of those who published its ``reports`` (their number); ``doubt`` is the number of people
    that the decision which would change it most is expected to move, 0 where nothing is open.
    """

    id: str
    title: str
    type: str | None
    date: DateRange | None
    place: Place | None
    actors: tuple[str, ...]
    killed: Toll | None
    injured: Toll | None
    captured: Toll | None
    reports: int
    outlets: tuple[str, ...]
    claims: int
    doubt: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportEntry:
    """A report on one line; ``events`` are ids, ``claims`` their number, ``copy_group`` an id."""

    id: str
    title: str | None
    outlet: str
    published: str | None
    url: str | None
    language: str | None
    copy_group: str | None
    events: tuple[str, ...]
    claims: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceEntry:
    """An outlet, an agency or a speaker on one line.

    ``speaks_as`` is the kind of a speaker. ``reports``, ``claims`` and ``events`` are numbers: what an outlet
    published, what an agency is credited with, what a speaker is named for. ``follows`` are the outlets and agencies
    that an outlet's reports copy from, each with the number of those reports; ``followed`` counts the reports of
    others that copy from this one.
    """

    id: str
    name: str
    kind: SourceKind
    speaks_as: str | None = None
    reports: int = 0
    claims: int = 0
    events: int = 0
    follows: Counts = ()
    followed: int = 0


Listed = EventEntry | ReportEntry | Reject | SourceEntry


@dataclass(frozen=True, slots=True, kw_only=True)
class Total:
    """The people of one measure over all events that match.

    ``low``, ``best`` and ``high`` are sums over ``events``, those with a number; a bound that an event lacks counts as
    the nearest one it has. ``unbounded`` of them have no highest number, so that ``high`` is a least one;
    ``unresolved`` events tell of such people, but no number can be given.
    """

    measure: str
    low: int
    best: int
    high: int
    events: int
    unbounded: int
    unresolved: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """One point of the map: how many events it stands for, and which one where it is only one.

    ``width`` is the width in degrees of the square whose middle it is, None for a place of its own.
    """

    longitude: float
    latitude: float
    events: int
    event: str | None = None
    width: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Facets:
    """What the matching entries are, with counts: by which filters they can be narrowed further.

    ``types`` holds what ``Query.type`` can ask for on the shelf; ``countries`` are ISO codes.
    """

    types: Counts = ()
    agreements: Counts = ()
    countries: Counts = ()
    outlets: Counts = ()
    languages: Counts = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A page of what matches a query.

    ``total`` counts all that match, ``cursor`` leads to the next page (None: this is the last). ``totals``, ``days``
    (the time line: a day ``2031-05-06``, month ``2031-05`` or year ``2031`` with the number that began in it; none left
    out between the first and the last), ``spots`` and ``facets`` are of all that match, whatever the page.
    """

    entries: tuple[Listed, ...]
    total: int
    cursor: str | None = None
    totals: tuple[Total, ...] = ()
    days: Counts = ()
    spots: tuple[Spot, ...] = ()
    facets: Facets = Facets()

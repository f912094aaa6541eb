"""What the page shows, as plain records: every string is ready to be laid out, none is markup.

Templates read these records and decide nothing; they know no holdings.
"""

from dataclasses import dataclass

from twosource.publish.chart_map import MapView
from twosource.publish.chart_range import RangeView
from twosource.publish.chart_timeline import TimelineView
from twosource.publish.highlight import Piece


@dataclass(frozen=True, slots=True, kw_only=True)
class Jump:
    """A text that leads to an anchor of the page, or nowhere (``href`` None) where its target is not shown.

    ``mark`` tells texts that read alike apart: the file of a report whose outlet is not known.
    """

    text: str
    href: str | None = None
    label: str | None = None
    mark: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Chip:
    """An agreement in one word, its key for the look, and what it means."""

    key: str
    label: str
    means: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureView:
    """One figure of an event; ``sub`` marks a group inside the measure's total.

    ``people`` says plainly who is counted, ``wording`` how the reports put it where that differs.
    """

    anchor: str
    amount: str
    measure: str
    people: str
    wording: str
    sub: bool
    chip: Chip
    explanation: str
    support: str
    chart: RangeView | None
    claims_for: tuple[Jump, ...]
    claims_against: tuple[Jump, ...]
    parts: tuple[Jump, ...]
    claims_before: tuple[Jump, ...] = ()
    grade: str = ""
    rule: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimView:
    """One claim as a row: what it says, in which words, where and when; ``words`` leads to the highlighted text.

    ``sure`` is the confidence of the reading ("94 %"), empty where it was not weighed; ``read_by`` tells the pattern.
    """

    anchor: str
    number: int
    is_act: bool
    says: str
    people: str
    quote: str
    stance: str
    stance_label: str
    report: Jump
    words: Jump
    published: str
    notes: tuple[str, ...]
    sure: str = ""
    read_by: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryView:
    """A claim with the ones that only repeat it (the same report again, or copies of one origin)."""

    lead: ClaimView
    repeats: tuple[ClaimView, ...]
    repeats_title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SpeakerView:
    """One speaker and all that reports let it say; ``named`` is False for the reports' own words.

    ``folds`` are further claims under a title each: what was done, and figures beyond the first screenful.
    """

    name: str
    kind: str
    named: bool
    reach: str
    entries: tuple[EntryView, ...]
    folds: tuple[tuple[str, tuple[ClaimView, ...]], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PointView:
    """Something told besides the figures: by whom it is done or said, and where its words stand.

    ``by``, ``sign`` and ``text`` read as one: "The city" "" "declared ...", "The mayor" ":" "“We will rebuild”".
    """

    by: str
    sign: str
    text: str
    places: tuple[Jump, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PointsView:
    """Points that the same reports tell; ``more`` are folded away."""

    title: str
    points: tuple[PointView, ...]
    more: tuple[PointView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SideView:
    """One of the things told where reports differ: by whom, and in which reports."""

    text: str
    by: str
    places: tuple[Jump, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DifferenceView:
    """What is told in ways that exclude each other."""

    title: str
    sides: tuple[SideView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OriginView:
    """A copy group: what joins its reports, and the reports."""

    title: str
    why: str
    reports: tuple[Jump, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class EventView:
    """One event with all that is shown of it."""

    anchor: str
    title: str
    type: str
    when: str
    when_precision: str
    where: str
    where_precision: str
    actors: tuple[str, ...]
    account: str
    figures: tuple[FigureView, ...]
    speakers: tuple[SpeakerView, ...]
    points: tuple[PointsView, ...]
    timeline: TimelineView | None
    map: MapView | None
    reports: tuple[Jump, ...]
    origins: tuple[OriginView, ...]
    links: tuple[str, ...]
    headline: FigureView | None
    differences: tuple[DifferenceView, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class BlockView:
    """A stretch of a report's text; ``reason`` says why it was set aside, None for what was read."""

    kind: str
    label: str
    pieces: tuple[Piece, ...]
    reason: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class StretchView:
    """A block that is read, or neighbouring blocks that are not; with a title they are folded under it."""

    blocks: tuple[BlockView, ...]
    title: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportView:
    """One report: where it came from, its text with the claims marked, and what was set aside.

    ``title`` is the headline as it stands in the text, with its marks, else the one told of the report. ``address``
    is the address as received, ``link`` the same where it is safe to follow.
    """

    anchor: str
    title: tuple[Piece, ...]
    outlet: str
    mark: str
    language: str
    facts: tuple[tuple[str, str], ...]
    address: str
    link: str | None
    credits: tuple[str, ...]
    origin: str
    events: tuple[Jump, ...]
    text: tuple[StretchView, ...]
    discarded: tuple[tuple[str, str], ...]
    others: tuple[ClaimView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RejectView:
    """An input that could not be read, and why."""

    anchor: str
    source: str
    stage: str
    reason: str
    detail: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PageView:
    """The whole page; ``left_out`` says in sentences what the page does not show."""

    title: str
    lead: str
    counts: tuple[tuple[str, str], ...]
    rule: str
    rule_text: str
    events: tuple[EventView, ...]
    world: MapView | None
    reports: tuple[ReportView, ...]
    rejects: tuple[RejectView, ...]
    reject_counts: tuple[tuple[str, str], ...]
    chips: tuple[Chip, ...]
    definitions: tuple[tuple[str, str], ...]
    tables: tuple[tuple[str, str], ...]
    left_out: tuple[str, ...]

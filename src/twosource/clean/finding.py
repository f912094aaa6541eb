"""What all forms of a report are read into before they are an article."""

from dataclasses import dataclass, field

from twosource.model import Block, Credit, Discarded, Segment


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """The text of a report, its parts, and where it came from."""

    text: str
    blocks: tuple[Block, ...]
    segments: tuple[Segment, ...]
    discarded: tuple[Discarded, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Particulars:
    """What a report tells of itself; None where it tells nothing."""

    title: str | None = None
    outlet: str | None = None
    byline: str | None = None
    dateline: str | None = None
    published: str | None = None
    modified: str | None = None
    language: str | None = None
    url: str | None = None
    credits: tuple[Credit, ...] = field(default=())


@dataclass(frozen=True, slots=True, kw_only=True)
class Cleaned:
    """A body and its particulars."""

    body: Body
    particulars: Particulars

"""The clean reading of a report, each character traced back to the report as decoded."""

from dataclasses import dataclass
from typing import Literal

from twosource.model.span import Span

BlockKind = Literal["title", "heading", "paragraph", "caption", "list", "dateline"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A stretch of the text that is read on its own: a title, a paragraph, a caption."""

    span: Span
    kind: BlockKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """A stretch of the article's text and the stretch of the decoded report that it came from.

    ``exact`` says that both hold the same characters one for one; elsewhere (entities, folded space) only the
    ends correspond.
    """

    text: Span
    source: Span
    exact: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Discarded:
    """Characters of the decoded report that are no part of what it tells, and why.

    ``excerpt`` are the words as shown, on one line; of more than 200 characters the opening and the end.
    """

    start: int
    end: int
    reason: str
    excerpt: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Credit:
    """An agency or reporter named as the origin of the text.

    ``agency`` is the id of the agency in ``lang/agencies.toml`` (``"ap"``), None where a person or an unknown body is
    credited; ``where`` says which sign was read: ``byline``, ``dateline``, ``contribution``, ``copyright``,
    ``metadata``. ``quote`` are the words as they stand.
    """

    name: str
    agency: str | None
    where: str
    quote: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """The clean reading of one report. ``id`` is the report's.

    ``text`` holds what the report tells; ``blocks`` are the parts of it that are read, in order. Rows received as
    plain text keep their text character for character: furniture found in them lies between the blocks. Dates are
    ISO 8601 (``YYYY-MM-DD``, or with time and zone where the page tells it).
    """

    id: str
    sha256: str
    text: str
    blocks: tuple[Block, ...]
    segments: tuple[Segment, ...] = ()
    discarded: tuple[Discarded, ...] = ()
    input_id: str | None = None
    url: str | None = None
    path: str | None = None
    outlet: str | None = None
    title: str | None = None
    byline: str | None = None
    dateline: str | None = None
    published: str | None = None
    modified: str | None = None
    language: str | None = None
    credits: tuple[Credit, ...] = ()
    fields: tuple[tuple[str, str], ...] = ()

    def source_of(self, span: Span) -> Span | None:
        """Return the characters of the decoded report that a span of the text came from, None where they are unknown.

        Inside a folded segment only the segment as a whole can be named.
        """
        for segment in self.segments:
            if segment.text.covers(span):
                if not segment.exact:
                    return segment.source
                shift = segment.source.start - segment.text.start
                return Span(span.start + shift, span.end + shift)
        return None

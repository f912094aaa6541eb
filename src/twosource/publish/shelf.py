"""Holdings in, the same records findable out: by id, in the order of the page, with the anchors they get there.

It knows which records the page shows and which it leaves out; it makes no text.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol, TypeVar

from twosource.model import Article, Claim, CopyGroup, Event, Holdings, Span, Statement
from twosource.publish.outlet import host

EVENTS_SHOWN = 300  # a page of 300 events and reports is about 4 MB and still scrolls without a pause
REPORTS_SHOWN = 300


class _Identified(Protocol):
    @property
    def id(self) -> str: ...


Record = TypeVar("Record", bound=_Identified)


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelf:
    """Records by id; ``events`` and ``reports`` are those the page shows, in its order.

    ``in_events`` are the claims of the events shown, ``listed`` all claims that have a row on the page. ``numbers``
    gives each claim its number there, ``words`` the anchor of its words in the text, where that is shown. ``said``
    is the like for the statements that points of events rest on, ``said_in`` their stretches by report.
    """

    events: tuple[Event, ...]
    reports: tuple[Article, ...]
    articles: dict[str, Article]
    claims: dict[str, Claim]
    statements: dict[str, Statement]
    copies: dict[str, CopyGroup]
    group_of: dict[str, CopyGroup]
    claims_of: dict[str, tuple[Claim, ...]]
    shown: frozenset[str]
    in_events: frozenset[str]
    listed: frozenset[str]
    numbers: dict[str, int]
    words: dict[str, str]
    said: dict[str, str]
    said_in: dict[str, tuple[Span, ...]]


def shelf(holdings: Holdings) -> Shelf:
    """Return the records of the holdings as the page needs them."""
    events = by_size(holdings.events)[:EVENTS_SHOWN]
    articles = _by_id(holdings.articles)
    reports = _page_order(events, holdings.articles)[:REPORTS_SHOWN]
    claims_of = _claims_of(reports, holdings.claims)
    claims = _by_id(holdings.claims)
    in_events = {claim for event in events for claim in event.claims if claim in claims}
    pointed = _pointed_at(events, reports, holdings.statements)
    return Shelf(
        events=events,
        reports=reports,
        articles=articles,
        claims=claims,
        statements=_by_id(holdings.statements),
        copies=_by_id(holdings.copies),
        group_of={report: group for group in reversed(holdings.copies) for report in group.reports},
        claims_of=claims_of,
        shown=frozenset(report.id for report in reports),
        in_events=frozenset(in_events),
        listed=frozenset(in_events.union(claim.id for report in reports for claim in claims_of[report.id])),
        numbers=_numbers(claims_of, holdings.claims),
        words=_words(reports, claims_of),
        said={one.id: word_anchor(one.report, one.target[0]) for one in pointed},
        said_in={report.id: tuple(one.target[0] for one in pointed if one.report == report.id) for report in reports},
    )


def by_size(events: Iterable[Event]) -> tuple[Event, ...]:
    """Return the events, those that most reports tell of first; the later one first among equals."""
    ordered = sorted(events, key=lambda event: event.id)
    ordered.sort(key=lambda event: event.date.latest if event.date else "", reverse=True)
    return tuple(sorted(ordered, key=lambda event: (-len(event.reports), -len(event.claims))))


def safe_link(url: str | None) -> str | None:
    """Return the address if it is plain http or https, so that following it can run nothing; else None."""
    if not url or re.search(r"[\x00-\x20\x7f-\x9f\ud800-\udfff\\]", url):
        return None
    return url if re.match(r"https?://", url, re.IGNORECASE) and host(url) else None


def anchor(identifier: str, kind: str = "") -> str:
    """Return an id as the name of an element: ASCII letters, digits, ``-``, ``_`` and ``.`` only."""
    name = re.sub(r"[^A-Za-z0-9_.-]", "_", identifier)
    return f"{kind}-{name}" if kind else name


def word_anchor(report: str, span: Span) -> str:
    """Return the name of the element that holds a stretch of a report's text; equal stretches share it."""
    return f"{anchor(report, 'words')}-{span.start}-{span.end}"


def _by_id(records: Iterable[Record]) -> dict[str, Record]:
    return {record.id: record for record in records}


def _page_order(events: tuple[Event, ...], articles: tuple[Article, ...]) -> tuple[Article, ...]:
    """Return the reports of the first event, then of the next, each in the order they were published."""
    first: dict[str, int] = {}
    for index, event in enumerate(events):
        for report in event.reports:
            first.setdefault(report, index)
    return tuple(
        sorted(
            articles, key=lambda one: (first.get(one.id, len(events)), one.published or "~", one.outlet or "", one.id)
        )
    )


def _claims_of(reports: tuple[Article, ...], claims: tuple[Claim, ...]) -> dict[str, tuple[Claim, ...]]:
    told: dict[str, list[Claim]] = {report.id: [] for report in reports}
    for claim in claims:
        told.setdefault(claim.report, []).append(claim)
    return {report: tuple(sorted(own, key=lambda claim: (claim.span, claim.id))) for report, own in told.items()}


def _numbers(claims_of: dict[str, tuple[Claim, ...]], claims: tuple[Claim, ...]) -> dict[str, int]:
    ordered = [claim.id for own in claims_of.values() for claim in own] + [claim.id for claim in claims]
    return {claim: number for number, claim in enumerate(dict.fromkeys(ordered), start=1)}


def _pointed_at(
    events: tuple[Event, ...], reports: tuple[Article, ...], statements: tuple[Statement, ...]
) -> tuple[Statement, ...]:
    """Return the statements that points of the events rest on and whose words the page can mark."""
    wanted = {statement for event in events for point in event.points for statement in point.statements}
    length = {report.id: len(report.text) for report in reports}
    return tuple(
        one
        for one in statements
        if one.id in wanted and one.target and 0 <= one.target[0].start < one.target[0].end <= length.get(one.report, 0)
    )


def _words(reports: tuple[Article, ...], claims_of: dict[str, tuple[Claim, ...]]) -> dict[str, str]:
    return {
        claim.id: word_anchor(report.id, claim.span)
        for report in reports
        for claim in claims_of[report.id]
        if 0 <= claim.span.start < claim.span.end <= len(report.text)
    }

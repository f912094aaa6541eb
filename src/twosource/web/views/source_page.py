"""Sources found in, the page of one kind of them out, and the drawing of who copies whom."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from twosource.model import Found, Query, SourceEntry
from twosource.publish.chart_copies import CopiesView, Flow, copies_view
from twosource.publish.wording import capitalised, listed
from twosource.web.asking import asked
from twosource.web.views.report_list import narrowings
from twosource.web.ways import way

KINDS = (("outlet", "Outlets"), ("agency", "Agencies"), ("speaker", "Speakers"))
NAMED = {"words": "words: {}"}


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceRow:
    """One source on its line; ``ways`` lead to the reports and events it stands in."""

    name: str
    kind: str
    reports: str
    claims: str
    events: str
    follows: str
    followed: str
    reports_href: str
    events_href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SourcesPage:
    """All that the page shows; ``tabs`` are the kinds: name, way, chosen or not."""

    kind: str
    total: str
    tabs: tuple[tuple[str, str, bool], ...]
    rows: tuple[SourceRow, ...]
    picture: CopiesView | None
    flows: tuple[Flow, ...]
    narrowings: tuple[tuple[str, str], ...]
    clear: str
    following: str
    first: str


def source_page(query: Query, found: Found, copiers: Iterable[SourceEntry], as_of: str | None) -> SourcesPage:
    """Return the page of sources.

    Args:
        query: what was asked; its type is the kind of source.
        found: the page that answers.
        copiers: the outlets whose reports copy from others.
        as_of: the moment that is looked at.
    """
    told = asked(query)
    flows = tuple(sorted(_flows(copiers), key=lambda flow: (-flow.reports, flow.origin, flow.taker)))
    kind = query.type or KINDS[0][0]
    return SourcesPage(
        kind=kind,
        total=f"{found.total:,}",
        tabs=tuple((name, way("/sources", {"type": key}, as_of), key == kind) for key, name in KINDS),
        rows=tuple(_row(one, as_of) for one in found.entries if isinstance(one, SourceEntry)),
        picture=copies_view(flows),
        flows=flows,
        narrowings=tuple(narrowings("/sources", told, NAMED, as_of)),
        clear=way("/sources", {"type": kind}, as_of),
        following=way("/sources", {**told, "cursor": found.cursor}, as_of) if found.cursor else "",
        first=way("/sources", {**told, "cursor": None}, as_of) if query.cursor else "",
    )


def _flows(copiers: Iterable[SourceEntry]) -> Iterator[Flow]:
    for one in copiers:
        yield from (Flow(origin=origin, taker=one.name, reports=number) for origin, number in one.follows)


def _row(one: SourceEntry, as_of: str | None) -> SourceRow:
    is_outlet = one.kind == "outlet"
    return SourceRow(
        name=capitalised(one.name) if one.kind == "speaker" else one.name,
        kind=one.speaks_as or "",
        reports=f"{one.reports:,}",
        claims=f"{one.claims:,}",
        events=f"{one.events:,}",
        follows=listed(tuple(f"{name} ({number:,})" for name, number in one.follows)),
        followed=f"{one.followed:,}" if one.followed else "",
        reports_href=way("/reports", {"outlet": one.name} if is_outlet else {"words": one.name}, as_of),
        events_href=way("/events", {"outlet": one.name}, as_of) if is_outlet else "",
    )

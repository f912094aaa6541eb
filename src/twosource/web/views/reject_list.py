"""A page of rejects found in, the list as shown out: counts by reason with what would do, and the rows."""

from dataclasses import dataclass

from twosource.model import Found, Query, Reject
from twosource.publish.rejects import meaning_told
from twosource.publish.wording import capitalised, counted
from twosource.web.asking import asked
from twosource.web.views.report_list import narrowings
from twosource.web.ways import way

NAMED = {"words": "words: {}", "type": "reason: {}"}


@dataclass(frozen=True, slots=True, kw_only=True)
class ReasonView:
    """A reason with its number, what it means and would do, and the way to its rejects alone."""

    reason: str
    number: str
    means: str
    href: str
    chosen: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class RejectRow:
    """One input, or part of one, that was refused."""

    id: str
    source: str
    reason: str
    detail: str
    stage: str
    report: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RejectsPage:
    """All that the page shows."""

    heading: str
    reasons: tuple[ReasonView, ...]
    rows: tuple[RejectRow, ...]
    narrowings: tuple[tuple[str, str], ...]
    clear: str
    following: str
    first: str


def reject_list(query: Query, found: Found, as_of: str | None) -> RejectsPage:
    """Return the list of rejects as shown."""
    told = asked(query)
    return RejectsPage(
        heading=counted(found.total, "reject"),
        reasons=tuple(_reason(reason, number, told, as_of) for reason, number in found.facets.types),
        rows=tuple(_row(one, as_of) for one in found.entries if isinstance(one, Reject)),
        narrowings=tuple(narrowings("/rejects", told, NAMED, as_of)),
        clear=way("/rejects", None, as_of),
        following=way("/rejects", {**told, "cursor": found.cursor}, as_of) if found.cursor else "",
        first=way("/rejects", {**told, "cursor": None}, as_of) if query.cursor else "",
    )


def _reason(reason: str, number: int, told: dict[str, str], as_of: str | None) -> ReasonView:
    return ReasonView(
        reason=reason,
        number=f"{number:,}",
        means=meaning_told(reason),
        href=way("/rejects", {**told, "cursor": None, "type": reason}, as_of),
        chosen=told.get("type") == reason,
    )


def _row(one: Reject, as_of: str | None) -> RejectRow:
    return RejectRow(
        id=one.id,
        source=one.source,
        reason=one.reason,
        detail=capitalised(one.detail),
        stage=one.stage,
        report=way(f"/reports/{one.report}", None, as_of) if one.report else "",
    )

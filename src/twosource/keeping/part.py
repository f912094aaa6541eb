"""Holdings and one id in, the part of them about that event or report out: holdings again, only smaller."""

from collections.abc import Iterable
from dataclasses import replace

from twosource.errors import UsageError
from twosource.model import Claim, CopyGroup, Event, Holdings, Judgement


def part_of(holdings: Holdings, wanted: str) -> Holdings:
    """Return what is held about one event (its id) or one report, in the order of the holdings.

    Of an event: the event, its claims, its reports with all their statements, their copy groups, and the judgements on
    any of them. Of a report: the report with its claims and statements, its copy group, the reports that it copies
    from, and its events.

    Raises:
        UsageError: neither an event nor a report has this id; the message names the event that it became, where it did.
    """
    event = next((one for one in holdings.events if one.id == wanted), None)
    if event is not None:
        return _part(holdings, (event,), frozenset(event.reports), frozenset(event.claims))
    if any(one.id == wanted for one in holdings.articles):
        events = tuple(one for one in holdings.events if wanted in one.reports)
        claims = frozenset(one.id for one in holdings.claims if one.report == wanted)
        return _part(holdings, events, frozenset({wanted}), claims)
    raise missing(wanted, next((one.id for one in holdings.events if wanted in one.merged), None))


def part_about(holdings: Holdings, wanted: Iterable[str]) -> Holdings:
    """Return what is held about some events that there are, as ``part_of`` does of one; they stand in their order."""
    held = {one.id: one for one in holdings.events}
    events = tuple(held[one] for one in wanted)
    reports = frozenset(report for one in events for report in one.reports)
    return _part(holdings, events, reports, frozenset(claim for one in events for claim in one.claims))


def missing(wanted: str, became: str | None) -> UsageError:
    """Return the error for an id that no event or report has; ``became`` is the event it was joined to."""
    if became is not None:
        return UsageError(f"Asked for {wanted!r}; it became the event {became}: ask for that.")
    return UsageError(f"Asked for {wanted!r}; no event and no report of this ledger has that id.")


def _part(holdings: Holdings, events: tuple[Event, ...], reports: frozenset[str], claims: frozenset[str]) -> Holdings:
    copies = tuple(group for group in holdings.copies if reports & set(group.reports))
    articles = reports | {source for group in copies for source in sources_of(group, reports)}
    mine = {*(event.id for event in events), *(f.id for e in events for f in e.figures), *reports, *claims}
    mine |= rejected(one for one in holdings.claims if one.report in reports)
    return replace(
        holdings,
        events=events,
        articles=tuple(one for one in holdings.articles if one.id in articles),
        statements=tuple(one for one in holdings.statements if one.report in reports),
        claims=tuple(one for one in holdings.claims if one.id in claims),
        copies=copies,
        rejects=tuple(one for one in holdings.rejects if one.report in reports),
        annotations=tuple(one for one in holdings.annotations if one.report in reports),
        judgements=tuple(one for one in holdings.judgements if is_about(one, mine)),
    )


def sources_of(group: CopyGroup, reports: frozenset[str]) -> frozenset[str]:
    """Return the reports that some reports of a group copy from: its origin, and wherever a sentence was taken from."""
    origin = {group.origin} if group.origin is not None else set()
    taken = (one.source for one in group.sentences if one.report in reports)
    return frozenset(origin.union(one for one in taken if one is not None))


def rejected(claims: Iterable[Claim]) -> set[str]:
    """Return the ids of claims that people rejected: they stand in no event, why in those of their report."""
    return {one.id for one in claims if one.scope == "rejected"}


def is_about(judgement: Judgement, ids: set[str]) -> bool:
    """Tell whether a decision was made about one of the records, or is about one now."""
    decision = judgement.decision
    told = [*judgement.targets, *(one.id for one in (*decision.subjects, *decision.against))]
    return any(one in ids for one in told)

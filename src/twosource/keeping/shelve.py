"""What a run holds in, the rows of the shelves out: the lines by which pages are found without reading the ledger.

Lines of events are made for those that changed: what figures would be under each rule costs most of it.
"""

from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import astuple, replace
from typing import Any

import msgspec

from twosource import reckon, review, store
from twosource.errors import TurnTakenError
from twosource.keeping.entry import event_entry, report_entries, source_entries, toll
from twosource.keeping.hold import held
from twosource.model import Event, Holdings, Judgement
from twosource.model.query import ShelfName
from twosource.ontology.rule import rule_names
from twosource.publish.outlet import outlet_name

SHELVES: tuple[ShelfName, ...] = ("events", "reports", "sources")
MEASURES = ("killed", "injured", "captured")
PAIRS, KEPT = "shelf pairs", "kept"
LONG_AGO = "0001-01-01T00:00:00Z"  # recorded with the last entry there is


def shelf_rows(
    holdings: Holdings,
    before: Iterable[Event] = (),
    touched: AbstractSet[str] = frozenset(),
    rules: Sequence[str] | None = None,
    *,
    is_weighed: bool = True,
) -> dict[str, list[store.Row]]:
    """Return the rows of the shelves, by table.

    Args:
        holdings: what stands after a run.
        before: the events that stood before it; those that stand as they did have no row.
        touched: ids of events and claims that have rows all the same: what people say of them has changed.
        rules: the rules under which figures are made besides the ledger's own; None: all.
        is_weighed: whether the doubt in each event is told: 18 ms an event of 15 claims, of 30 for all of its line.
    """
    chosen = rule_names() if rules is None else rules
    earlier = {event.id: event for event in before}
    present = {event.id for event in holdings.events}
    changed = tuple(one for one in holdings.events if earlier.get(one.id) != one or _is_among(one, touched))
    gone: list[store.Row] = [{"id": key, "record": None} for key in sorted(set(earlier) - present)]
    return {
        store.SHELVED["events"]: [
            *_event_rows(_part(holdings, changed), chosen, is_weighed=is_weighed),
            *gone,
        ],
        store.SHELVED["reports"]: [_row(one.id, one) for one in report_entries(holdings)],
        store.SHELVED["sources"]: [_row(one.id, one) for one in source_entries(holdings)],
    }


def new_rows(
    opened: store.Store, holdings: Holdings, before: Iterable[Event], program: str
) -> dict[str, list[store.Row]]:
    """Return the rows of the shelves that a run of a version of the program adds to an open ledger."""
    last = opened.last(store.RUNS)
    is_known = opened.shelved("events") and last is not None and last["record"]["program"] == program
    rows = shelf_rows(holdings, before if is_known else (), _touched(opened, holdings.judgements))
    sources = store.SHELVED["sources"]
    gone = {event.id for event in before} - {event.id for event in holdings.events}
    if not is_known:
        rows[store.SHELVED["events"]] += [{"id": key, "record": None} for key in sorted(gone)]
    rows[sources] = store.with_gone(opened, sources, {row["id"]: row["record"] for row in rows[sources]})
    rows[PAIRS] = store.with_gone(opened, PAIRS, pair_rows(holdings.events, holdings.judgements))
    return rows


def pair_rows(events: Sequence[Event], judgements: Sequence[Judgement]) -> dict[str, store.Row]:
    """Return, by id, the pairs of events that may be one, and a row that tells that pairs are kept."""
    pairs = {" ".join(one.subjects): msgspec.to_builtins(one) for one in review.pair_doubts(events, judgements)}
    return {KEPT: {}, **pairs}


def bring_up_pairs(opened: store.Store) -> None:
    """Write the pairs of a ledger that a program kept which wrote none.

    Raises:
        StoreError: the store cannot be written.
    """
    parts = store.read_parts(opened)
    rows = pair_rows(parts.events, parts.judgements)
    opened.append(PAIRS, ({"id": key, "record": record} for key, record in rows.items()), LONG_AGO)


def bring_up_doubts(opened: store.Store) -> int:
    """Write the lines of events again that an older program wrote without the doubts in their claims; return how many.

    Raises:
        StoreError: the store cannot be read or written.
    """
    lines = store.SHELVED["events"]
    lacking = {row["id"] for row in opened.rows(lines) if row["record"] is not None and "open" not in row["record"]}
    if not lacking:
        return 0
    holdings = held(opened)
    part = _part(holdings, tuple(event for event in holdings.events if event.id in lacking))
    return opened.append(lines, _event_rows(part, rule_names(), is_weighed=True), LONG_AGO)


def _touched(opened: store.Store, judgements: Iterable[Judgement]) -> frozenset[str]:
    """The ids that people's decisions are or were about which stand otherwise than before."""
    before = {row["id"]: row["record"] for row in opened.rows(store.JUDGEMENTS) if row["record"] is not None}
    found: set[str] = set()
    for one in judgements:
        held = before.get(one.decision.id, {"status": "", "targets": ()})
        if (held["status"], tuple(held["targets"])) != (one.status, one.targets):
            subjects = (*one.decision.subjects, *one.decision.against)
            found.update(one.targets, held["targets"], (subject.id for subject in subjects))
    return frozenset(found)


def _is_among(event: Event, touched: AbstractSet[str]) -> bool:
    return event.id in touched or not touched.isdisjoint(event.claims)


def bring_up(opened: store.Store) -> None:
    """Make the shelves of a ledger that an older program kept, as of its last entry.

    Raises:
        StoreError: the store cannot be written.
    """
    runs = store.read_runs(opened)
    if not runs or all(opened.shelved(shelf) for shelf in SHELVES):
        return
    holdings = held(opened)
    run = replace(runs[-1], number=runs[-1].number + 1, reports=(), reread=(), decisions=())
    ended = store.Ended(run=run, kept=store.standing(opened), shelves=shelf_rows(holdings))
    try:
        store.commit_run(opened, holdings, ended, LONG_AGO)
    except TurnTakenError:
        return  # the run that took it has made them


def _part(holdings: Holdings, events: tuple[Event, ...]) -> Holdings:
    """Return the holdings with some of their events, and no more than these are made of."""
    reports = {report for event in events for report in event.reports}
    claims = {claim for event in events for claim in event.claims}
    return replace(
        holdings,
        events=events,
        articles=tuple(one for one in holdings.articles if one.id in reports),
        statements=tuple(one for one in holdings.statements if one.report in reports),
        claims=tuple(one for one in holdings.claims if one.id in claims),
        copies=tuple(group for group in holdings.copies if not reports.isdisjoint(group.reports)),
    )


def _event_rows(part: Holdings, rules: Sequence[str], *, is_weighed: bool) -> Iterator[store.Row]:
    outlets = {article.id: outlet_name(article) for article in part.articles}
    told = doubts_in(part, part.events) if is_weighed else {}
    under: dict[str, dict[str, Any]] = {event.id: {} for event in part.events}
    for rule in rules:
        for event in reckon.reconciled(part, rule).events:
            under[event.id][rule] = [told and list(astuple(told)) for m in MEASURES for told in [toll(event, m)]]
    for event in part.events:
        doubts = told.get(event.id, ())
        is_open = [[one.kind, *one.subjects, one.change] for one in doubts]
        yield _row(event.id, event_entry(event, outlets, greatest(doubts)), under=under[event.id], open=is_open)


def greatest(doubts: Iterable[review.Doubt]) -> float:
    """Return how many people the decision is expected to move that would move most."""
    return max((one.change or 0.0 for one in doubts), default=0.0)


def doubts_in(holdings: Holdings, events: Iterable[Event]) -> dict[str, tuple[review.Doubt, ...]]:
    """Return, for each event, its claims that should be looked at."""
    claims = {claim.id: claim for claim in holdings.claims}
    figures = reckon.reconciler(claims, {one.id: one for one in holdings.articles}, holdings.copies)
    return {event.id: tuple(review.claim_doubts(event, claims, figures)) for event in events}


def _row(key: str, entry: Any, **more: Any) -> store.Row:
    return {"id": key, "record": {"entry": msgspec.to_builtins(entry), **more}}

"""A kept ledger in, one page of what is open in it out: no more is read than stands on that page and those before."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from heapq import heappop, heappush, merge
from itertools import islice
from typing import Any, Literal

import msgspec

from twosource import reckon, review, store
from twosource.errors import StoreError, UsageError
from twosource.keeping.hold import held, review_queue
from twosource.keeping.only import only_of
from twosource.keeping.place import existing
from twosource.keeping.shelve import KEPT, PAIRS, bring_up, bring_up_pairs
from twosource.model import EventEntry, Holdings, Query
from twosource.review import Doubt

AT_ONCE = 50  # events whose open claims are read together
ON_CLAIMS: tuple[Literal["contested", "claim"], ...] = ("contested", "claim")
KINDS = ("conflict", "not placed", *ON_CLAIMS, "same event")


@dataclass(frozen=True, slots=True, kw_only=True)
class Queued:
    """Some of what is open, first what a decision would change most.

    ``kinds`` counts doubts of each kind; of those on claims (contested, claim) the events that have one. ``has_more``
    tells whether others follow. ``parts`` are the events that are meant, each as a small ledger, by id.
    """

    doubts: tuple[Doubt, ...]
    kinds: tuple[tuple[str, int], ...]
    has_more: bool
    parts: Mapping[str, Holdings]


def queued(where: str, kind: str | None, some: slice, as_of: str | None = None) -> Queued:
    """Return what is open, all kinds or one, from a place in the queue (``slice(20, 40)``), now or at a past time.

    Raises:
        UsageError: no such ledger.
        StoreError: the store cannot be opened or read.
    """
    with existing(where) as opened:
        if not _is_kept(opened, as_of):
            with suppress(StoreError):
                _bring_up(opened)
        if not _is_kept(opened, as_of):
            return _of_whole(held(opened, as_of), kind, some)
        people, pairs = tuple(_of_people(opened, as_of)), tuple(_pairs(opened, as_of))
        streams = [_wanted(people, kind), _wanted(pairs, kind), _claims(opened, kind, as_of)]
        found, has_more = _cut(merge(*streams, key=review.place_in_queue), some)
        parts = _parts(opened, found, as_of)
        counted = Counter(one.kind for one in (*people, *pairs))
        for one in ON_CLAIMS:
            counted[one] = opened.find(Query(open=one, limit=1), as_of).total
        return Queued(doubts=tuple(_told(found, parts)), kinds=_kinds(counted), has_more=has_more, parts=parts)


def _is_kept(opened: store.Store, as_of: str | None) -> bool:
    return opened.shelved("events", as_of) and any(opened.rows(PAIRS, as_of, (KEPT,)))


def _bring_up(opened: store.Store) -> None:
    bring_up(opened)
    if opened.shelved("events"):
        bring_up_pairs(opened)


def _of_whole(holdings: Holdings, kind: str | None, some: slice) -> Queued:
    whole = review_queue(holdings)
    counted = Counter(one.kind for one in whole if one.kind not in ON_CLAIMS)
    counted.update(told for told, _ in {(one.kind, one.event) for one in whole if one.kind in ON_CLAIMS})
    found, has_more = _cut(_wanted(whole, kind), some)
    return Queued(doubts=found, kinds=_kinds(counted), has_more=has_more, parts={})


def _kinds(counted: Mapping[str, int]) -> tuple[tuple[str, int], ...]:
    return tuple((kind, counted[kind]) for kind in KINDS if counted[kind])


def _wanted(doubts: Sequence[Doubt], kind: str | None) -> Iterator[Doubt]:
    return (one for one in doubts if kind in {None, one.kind})


def _cut(doubts: Iterator[Doubt], some: slice) -> tuple[tuple[Doubt, ...], bool]:
    start, stop = some.start or 0, some.stop
    taken = tuple(islice(doubts, start, None if stop is None else stop + 1))
    room = len(taken) if stop is None else stop - start
    return taken[:room], len(taken) > room


def _of_people(opened: store.Store, as_of: str | None) -> Iterator[Doubt]:
    """What waits for people: decisions that contradict one another, or have lost their words."""
    rows = opened.rows(store.JUDGEMENTS, as_of)
    ids = [row["id"] for row in rows if (row["record"] or {}).get("status") in {"in conflict", "not placed"}]
    judgements = store.read_judgements(opened, ids, as_of) if ids else ()
    yield from sorted(review.judgement_doubts(judgements), key=review.place_in_queue)


def _pairs(opened: store.Store, as_of: str | None) -> Iterator[Doubt]:
    rows = (row["record"] for row in opened.rows(PAIRS, as_of) if row["record"])
    yield from sorted((msgspec.convert(row, Doubt, strict=False) for row in rows), key=review.place_in_queue)


def _claims(opened: store.Store, kind: str | None, as_of: str | None) -> Iterator[Doubt]:
    """Claims to be looked at, in the order of the queue, their sentences left out.

    Events come by the greatest doubt in them, so that an event's doubts can be told once the next one's is no greater.
    """
    asked = next((one for one in ON_CLAIMS if one == kind), None)
    if kind is not None and asked is None:
        return
    waiting: list[tuple[Any, Doubt]] = []
    query: Query | None = Query(open=asked, sort="doubt", limit=AT_ONCE)
    while query is not None:
        found = opened.find(query, as_of)
        entries = [one for one in found.entries if isinstance(one, EventEntry) and one.doubt > 0]
        told = _open_in(opened, entries, as_of)
        for entry in entries:
            while waiting and waiting[0][0] < (True, -entry.doubt, entry.id):
                yield heappop(waiting)[1]
            for doubt in _wanted(told[entry.id], kind):
                heappush(waiting, (review.place_in_queue(doubt), doubt))
        is_last = found.cursor is None or len(entries) < len(found.entries)
        query = None if is_last else replace(query, cursor=found.cursor)
    while waiting:
        yield heappop(waiting)[1]


def _open_in(opened: store.Store, entries: Sequence[EventEntry], as_of: str | None) -> dict[str, tuple[Doubt, ...]]:
    """The claims to be looked at in some events; in those of an older program they are looked for."""
    rows = opened.rows(store.SHELVED["events"], as_of, [one.id for one in entries])
    records = {row["id"]: row["record"] for row in rows}
    return {
        one.id: tuple(_doubt(one.id, *told) for told in records[one.id]["open"])
        if "open" in records[one.id]
        else tuple(_looked_for(opened, one.id, as_of))
        for one in entries
    }


def _doubt(event: str, kind: str, claim: str, change: float) -> Doubt:
    return Doubt(kind=kind, subjects=(claim,), event=event, change=change, told="")


def _looked_for(opened: store.Store, event: str, as_of: str | None) -> Iterator[Doubt]:
    part = only_of(opened, event, as_of)
    return review.claim_doubts(part.events[0], {one.id: one for one in part.claims}, _figures(part))


def _figures(part: Holdings) -> review.Figures:
    articles = {one.id: one for one in part.articles}
    return reckon.reconciler({one.id: one for one in part.claims}, articles, part.copies)


def _parts(opened: store.Store, doubts: Sequence[Doubt], as_of: str | None) -> dict[str, Holdings]:
    pairs = {subject for one in doubts if one.kind == "same event" for subject in one.subjects}
    found = {}
    for event in sorted(pairs | {one.event for one in doubts if one.event is not None}):
        with suppress(UsageError):
            found[event] = only_of(opened, event, as_of)
    return found


def _told(doubts: Sequence[Doubt], parts: Mapping[str, Holdings]) -> Iterator[Doubt]:
    """The doubts, those on claims with what would be without them."""
    wanted: dict[str, set[str]] = {}
    for one in doubts:
        if one.kind in ON_CLAIMS and one.event is not None and one.event in parts:
            wanted.setdefault(one.event, set()).update(one.subjects)
    sentences: dict[tuple[str, ...], str] = {}
    for event, claims in wanted.items():
        part = parts[event]
        held_claims = {one.id: one for one in part.claims}
        for one in review.claim_doubts(part.events[0], held_claims, _figures(part), claims):
            sentences[one.subjects] = one.told
    for one in doubts:
        yield one if one.kind not in ON_CLAIMS else replace(one, told=sentences.get(one.subjects, one.told))

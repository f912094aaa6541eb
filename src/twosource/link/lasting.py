"""Events and the events a ledger held before in, the same events under the ids they had out; mergers are recorded.

An id of an event is cited, so it stays with the claims and reports it was given to, whatever comes in later.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from twosource.model import Event
from twosource.values.identifier import identifier


def lasting(events: Iterable[Event], former: Iterable[Event]) -> tuple[Event, ...]:
    """Return the events, sorted by id, each under the id of the former event most of which it holds.

    Of former events that are one now the one with most claims and reports gives the id, the others stand in
    ``merged``. Of an event that fell apart the largest part keeps the id.

    Args:
        events: as linked now, under ids made from their content.
        former: as they stood before, in any order; none: nothing changes.
    """
    now, before = sorted(events, key=lambda e: e.id), sorted(former, key=lambda e: e.id)
    if not before:
        return tuple(now)
    shared = _shared(now, before)
    kept = _kept(shared)
    swallowed: dict[int, list[Event]] = defaultdict(list)
    for number, held in _homes(shared, frozenset(kept.values())):
        swallowed[held].append(before[number])
    named = [_named(event, before[kept[n]] if n in kept else None, swallowed[n]) for n, event in enumerate(now)]
    heirs, others = [named[n] for n in sorted(kept)], [one for n, one in enumerate(named) if n not in kept]
    heirs = list(_without_returned(heirs, others, swallowed))
    return tuple(
        sorted(
            (*heirs, *_renamed(others, {name for one in heirs for name in (one.id, *one.merged)})),
            key=lambda event: event.id,
        )
    )


def _members(event: Event) -> tuple[str, ...]:
    """What an event consists of; claims tell the events of a round-up apart, its reports alone do not."""
    return (*event.claims, *event.reports)


def _shared(now: Sequence[Event], before: Sequence[Event]) -> Counter[tuple[int, int]]:
    """How many claims and reports each event (by number) has in common with each former one."""
    held: dict[str, list[int]] = defaultdict(list)
    for number, event in enumerate(before):
        for member in _members(event):
            held[member].append(number)
    return Counter((n, b) for n, event in enumerate(now) for member in _members(event) for b in held.get(member, ()))


def _kept(shared: Counter[tuple[int, int]]) -> dict[int, int]:
    """The former event whose id each event keeps: most in common first, then by id."""
    kept: dict[int, int] = {}
    given: set[int] = set()
    for (number, old), _ in sorted(shared.items(), key=lambda one: (-one[1], one[0][1], one[0][0])):
        if number not in kept and old not in given:
            kept[number] = old
            given.add(old)
    return kept


def _homes(shared: Counter[tuple[int, int]], given: frozenset[int]) -> Iterator[tuple[int, int]]:
    """The former events whose ids nobody keeps, each with the event that holds most of it now."""
    best: dict[int, tuple[int, int]] = {}
    for (number, old), count in sorted(shared.items()):
        if old not in given and count > best.get(old, (0, 0))[0]:
            best[old] = (count, number)
    return ((old, number) for old, (_, number) in sorted(best.items()))


def _named(event: Event, former: Event | None, swallowed: Iterable[Event]) -> Event:
    merged = {one for old in swallowed for one in (old.id, *old.merged)} | set(former.merged if former else ())
    return replace(event, id=former.id if former is not None else event.id, merged=tuple(sorted(merged)))


def _without_returned(
    heirs: Iterable[Event], others: Iterable[Event], swallowed: dict[int, list[Event]]
) -> Iterator[Event]:
    """An event that a merger had ended and that stands again (the merger was undone) takes its id back."""
    lost = {one.id for olds in swallowed.values() for one in olds}
    back = {one.id for one in others} - lost
    for event in heirs:
        yield replace(event, merged=tuple(one for one in event.merged if one not in back))


def _renamed(events: Iterable[Event], taken: set[str]) -> Iterator[Event]:
    """An event split off holds perhaps the very account that a kept id was made from: it takes another."""
    for event in events:
        yield replace(event, id=identifier("e", event.id, *_members(event))) if event.id in taken else event

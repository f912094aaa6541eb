"""What is open in, the cards of one page of the queue out: what hangs on each, its words, what can be decided."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from twosource.api import Ledger
from twosource.errors import UsageError
from twosource.keeping import Doubt, Queued
from twosource.model import Event
from twosource.publish.view import Jump
from twosource.publish.wording import counted, days, figure_amount, listed, place_name, word
from twosource.web.views.figure_page import TracedClaim, traced
from twosource.web.views.judgement import JudgementView, judgement_views
from twosource.web.ways import way

ON_A_PAGE = 20
KINDS = {
    "conflict": "Reviewers disagree",
    "not placed": "A decision lost its words",
    "contested": "A claim against the figure",
    "claim": "A claim the figure rests on",
    "same event": "One event or two?",
}
IN_EVENTS = frozenset({"contested", "claim"})  # counted by the events they are in
MOVED = "{} in doubt"
WAITS = "nothing of it counts until then"


@dataclass(frozen=True, slots=True, kw_only=True)
class EventBrief:
    """One of two events that may be one: in a few words."""

    id: str
    jump: Jump
    told: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DoubtCard:
    """Something to decide; which of ``claim``, ``events`` and ``judgements`` is filled hangs on its kind."""

    anchor: str
    kind: str
    label: str
    weight: str
    weighed: str
    told: str
    event: Jump | None = None
    claim: TracedClaim | None = None
    events: tuple[EventBrief, ...] = ()
    judgements: tuple[JudgementView, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class QueuePage:
    """One page of the queue; ``kinds`` are filters: key, name, how many, way, chosen or not."""

    is_empty: bool
    heading: str
    cards: tuple[DoubtCard, ...]
    kinds: tuple[tuple[str, str, str, str, bool], ...]
    place: str
    before: str
    following: str


def some(start: int) -> slice:
    """Return what stands on the page that begins at a place in the queue."""
    return slice(start, start + ON_A_PAGE)


def queue_page(ledger: Ledger, found: Queued, kind: str, start: int) -> QueuePage:
    """Return the cards of some of what is open, from ``start`` on; ``kind`` empty: of every kind."""
    as_of, end = ledger.as_of, start + len(found.doubts)
    told = {"kind": kind}
    return QueuePage(
        is_empty=not found.kinds,
        heading="What to decide next" if found.doubts else "Nothing is open here",
        cards=tuple(_cards(ledger, found, start)),
        kinds=tuple(_kinds(dict(found.kinds), kind, as_of)),
        place=f"{start + 1:,} to {end:,}" if found.doubts and (start or found.has_more) else "",
        before=way("/review", {**told, "start": max(start - ON_A_PAGE, 0) or None}, as_of) if start else "",
        following=way("/review", {**told, "start": end}, as_of) if found.has_more else "",
    )


def _kinds(numbers: Mapping[str, int], chosen: str, as_of: str | None) -> Iterator[tuple[str, str, str, str, bool]]:
    yield "", "Everything", "", way("/review", None, as_of), not chosen
    for key, name in KINDS.items():
        if key in numbers or key == chosen:
            number = numbers.get(key, 0)
            told = f"in {counted(number, 'event')}" if key in IN_EVENTS else f"{number:,}"
            yield key, name, told, way("/review", {"kind": key}, as_of), key == chosen


def _cards(ledger: Ledger, found: Queued, start: int) -> Iterator[DoubtCard]:
    parts = {event: Ledger(part, ledger.store, ledger.as_of) for event, part in found.parts.items()}
    for one in found.doubts:  # of a ledger that was read whole nothing came along
        for event in (one.event, *(one.subjects if one.kind == "same event" else ())):
            if event is not None and event not in parts:
                parts[event] = ledger.only(event)
    for number, doubt in enumerate(found.doubts, start=start + 1):
        yield _card(ledger, doubt, f"doubt-{number}", (parts, ledger.as_of))


Parts = tuple[Mapping[str, Ledger], str | None]


def _card(ledger: Ledger, doubt: Doubt, anchor: str, near: Parts) -> DoubtCard:
    parts, as_of = near
    part = parts.get(doubt.event or "")
    event = part.events[0] if part and part.events else None
    is_claim = doubt.kind in {"claim", "contested"}
    return DoubtCard(
        anchor=anchor,
        kind=doubt.kind,
        label=KINDS.get(doubt.kind, doubt.kind),
        weight="" if doubt.change is None else f"{doubt.change:,.1f}",
        weighed=WAITS if doubt.change is None else MOVED.format("person" if doubt.change == 1 else "people"),
        told=doubt.told,
        event=_jump(event, as_of) if event and is_claim else None,
        claim=_claim(part, doubt.subjects[0], as_of) if part and is_claim else None,
        events=tuple(_briefs(doubt, parts, as_of)) if doubt.kind == "same event" else (),
        judgements=_judgements(ledger, doubt) if doubt.kind in {"conflict", "not placed"} else (),
    )


def _jump(event: Event, as_of: str | None) -> Jump:
    return Jump(text=event.title, href=way(f"/events/{event.id}", None, as_of))


def _claim(part: Ledger, claim: str, as_of: str | None) -> TracedClaim | None:
    try:
        found = part.explain(claim)
    except UsageError:
        return None
    return traced(found.claims_for[0], as_of) if found.claims_for else None


def _briefs(doubt: Doubt, parts: Mapping[str, Ledger], as_of: str | None) -> Iterator[EventBrief]:
    for subject in doubt.subjects:
        part = parts.get(subject)
        if part and part.events:
            event = part.events[0]
            yield EventBrief(id=event.id, jump=_jump(event, as_of), told=_brief(event))


def _brief(event: Event) -> str:
    figures = tuple(
        f"{figure_amount(figure)} {word('measure', figure.measure)}" for figure in event.figures if figure.group is None
    )
    told = (days(event.date), place_name(event.place), listed(figures), counted(len(event.reports), "report"))
    return " · ".join(filter(None, told))


def _judgements(ledger: Ledger, doubt: Doubt) -> tuple[JudgementView, ...]:
    return judgement_views(one for one in ledger.judgements if one.decision.id in doubt.subjects)

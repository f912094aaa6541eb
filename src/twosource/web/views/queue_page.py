"""What is open in, the cards of one page of the queue out: what hangs on each, its words, what can be decided."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from twosource.api import Ledger
from twosource.errors import UsageError
from twosource.keeping import Doubt
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
MOVED = "{} expected to move"
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
    """One page of the queue; ``kinds`` are filters: key, name, number, way, chosen or not."""

    total: int
    heading: str
    cards: tuple[DoubtCard, ...]
    kinds: tuple[tuple[str, str, int, str, bool], ...]
    place: str
    before: str
    following: str


def queue_page(ledger: Ledger, doubts: Sequence[Doubt], kind: str, start: int, as_of: str | None) -> QueuePage:
    """Return the cards of what is open, from ``start`` on; ``kind`` empty: of every kind."""
    wanted = [one for one in doubts if not kind or one.kind == kind]
    shown = wanted[start : start + ON_A_PAGE]
    told = {"kind": kind}
    return QueuePage(
        total=len(doubts),
        heading=f"{counted(len(wanted), 'thing')} to decide" if wanted else "Nothing is open",
        cards=tuple(_cards(ledger, shown, start, as_of)),
        kinds=tuple(_kinds(doubts, kind, as_of)),
        place=f"{start + 1:,} to {start + len(shown):,} of {len(wanted):,}" if len(wanted) > ON_A_PAGE else "",
        before=way("/review", {**told, "start": max(start - ON_A_PAGE, 0) or None}, as_of) if start else "",
        following=way("/review", {**told, "start": start + ON_A_PAGE}, as_of)
        if len(wanted) > start + ON_A_PAGE
        else "",
    )


def _kinds(doubts: Sequence[Doubt], chosen: str, as_of: str | None) -> Iterator[tuple[str, str, int, str, bool]]:
    numbers = Counter(one.kind for one in doubts)
    yield "", "Everything", len(doubts), way("/review", None, as_of), not chosen
    for key, name in KINDS.items():
        if numbers[key] or key == chosen:
            yield key, name, numbers[key], way("/review", {"kind": key}, as_of), key == chosen


def _cards(ledger: Ledger, doubts: Sequence[Doubt], start: int, as_of: str | None) -> Iterator[DoubtCard]:
    parts: dict[str, Ledger | None] = {}
    wanted = {event for one in doubts for event in (one.event, *one.subjects) if event and event.startswith("e-")}
    for event in sorted(wanted):
        parts[event] = _part(ledger, event)
    for number, doubt in enumerate(doubts, start=start + 1):
        yield _card(ledger, doubt, f"doubt-{number}", (parts, as_of))


def _part(ledger: Ledger, event: str) -> Ledger | None:
    try:
        return ledger.only(event)
    except UsageError:
        return None


Parts = tuple[Mapping[str, Ledger | None], str | None]


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


def _briefs(doubt: Doubt, parts: Mapping[str, Ledger | None], as_of: str | None) -> Iterator[EventBrief]:
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

"""A figure or an event in, each change of its figures with its cause out; only what was about them is read."""

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta

from twosource import review, store
from twosource.errors import UsageError
from twosource.keeping.place import existing
from twosource.keeping.seek import figures_of
from twosource.model import Event, Figure, Holdings, Judgement

Versions = list[tuple[str, Event | None]]


def figure_history(where: str, wanted: str, known: Holdings | None = None) -> tuple[review.Change, ...]:
    """Return each change of a figure (by id, or the beginning of one) with its cause, the first one first.

    An event that began as another one is followed back to that one. ``known`` is a part of the ledger that
    holds the figure; None: it is looked for in all of it.

    Raises:
        UsageError: no such ledger; no figure, or more than one, has such an id.
        StoreError: the store cannot be opened or read.
    """
    with existing(where) as opened:
        event, figure = figure_in(opened, wanted, known)
        return _told(opened, event, (figure,))[figure.id]


def event_growth(where: str, event: Event) -> dict[str, tuple[review.Change, ...]]:
    """Return, by figure, the history of an event's totals; what they share is read once.

    Raises:
        UsageError: no such ledger.
        StoreError: the store cannot be opened or read.
    """
    with existing(where) as opened:
        return _told(opened, event, [one for one in event.figures if one.group is None])


def figure_in(opened: store.Store, wanted: str, known: Holdings | None) -> tuple[Event, Figure]:
    """Return the only figure whose id begins so, with its event; ``known`` is a part of the ledger that holds it.

    Raises:
        UsageError: there is none, or more than one.
    """
    found = _beginning(known.events, wanted) if known is not None else figures_of(opened, wanted)
    if len(found) != 1:
        raise UsageError(
            f"Asked for the figure {wanted!r}; {len(found) or 'no'} figures in this ledger have an id that begins so."
        )
    return found[0]


def _beginning(events: Iterable[Event], wanted: str) -> list[tuple[Event, Figure]]:
    return [(event, one) for event in events for one in event.figures if wanted and one.id.startswith(wanted)]


def _told(opened: store.Store, event: Event, figures: Iterable[Figure]) -> dict[str, tuple[review.Change, ...]]:
    versions = _versions(opened, event)
    reports = frozenset(report for _, one in versions if one is not None for report in one.reports)
    runs = _runs(opened, {moment for moment, _ in versions}, reports)
    entered = {one for run in runs for one in run.decisions}
    judgements = _judgements(opened, entered)
    return {one.id: review.history(one, versions, runs, judgements) for one in figures}


def _judgements(opened: store.Store, wanted: set[str]) -> dict[str, Judgement]:
    """Decisions, and those that they undo, by id."""
    found: dict[str, Judgement] = {}
    asked: set[str] = set()
    while wanted - asked:
        found |= {one.decision.id: one for one in store.read_judgements(opened, wanted - asked)}
        asked |= wanted
        wanted = {s.id for one in found.values() for s in one.decision.subjects if s.kind == "decision"}
    return found


def _versions(opened: store.Store, event: Event) -> Versions:
    """The versions of an event; before its first one, those of the event that it began as."""
    own: Versions = list(store.read_event_versions(opened, event.id))
    followed = {event.id}
    while own and (first := own[0][1]) is not None:
        before = _before(own[0][0])
        named = set(opened.naming(first.reports, store.EVENTS)) - followed
        earlier = store.read_events(opened, named, before)
        shared = [(len(set(one.claims) & set(first.claims)), one.id) for one in earlier]
        most, origin = max(((count, key) for count, key in shared if count), default=(0, ""))
        if not most:
            break
        followed.add(origin)
        own = [(m, e) for m, e in store.read_event_versions(opened, origin) if m <= before and e is not None] + own
    return own


def _before(moment: str) -> str:
    return (datetime.fromisoformat(moment) - timedelta(microseconds=1)).isoformat()


def _runs(opened: store.Store, moments: Iterable[str], reports: frozenset[str]) -> list[review.Made]:
    """The runs recorded at some moments and before each the one that it followed, in order; of reports, those named."""
    found: dict[int, review.Made] = {}
    for moment in moments:
        for run in _back_from(opened, moment):
            found[run.number] = _made(run, reports)
            if run.moment != moment:
                break
    return [found[number] for number in sorted(found)]


def _back_from(opened: store.Store, moment: str) -> Iterator[store.Noted]:
    """The last run at a moment and those before it, the latest first."""
    for number in range(store.number_at(opened, moment), 0, -1):
        if (run := store.noted(opened, number)) is not None:
            yield run


def _made(run: store.Noted, reports: frozenset[str]) -> review.Made:
    return review.Made(
        moment=run.moment,
        rule=run.rule,
        program=run.program,
        reports=store.named(run.reports, reports),
        reread=store.named(run.reread, reports),
        decisions=run.decisions,
    )

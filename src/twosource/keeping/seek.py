"""The beginning of an id in, the figures and claims that have it and where each stands out; the rest is not read."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby, islice

from twosource import store
from twosource.errors import UsageError
from twosource.keeping.only import only_of
from twosource.keeping.place import existing
from twosource.model import Event, Figure, Holdings, Trace
from twosource.publish import ambiguous, trace

MOST = 1_000  # ids that begin alike; more are not counted
AT_ONCE = 100


@dataclass(frozen=True, slots=True)
class Stand:
    """A figure or a claim that stands: its id, and the id of its event or report."""

    id: str
    home: str


def explained(where: str, wanted: str, as_of: str | None = None) -> Trace:
    """Walk a figure or a claim (by id, or the beginning of one) back to its words, now or at a past time.

    Raises:
        UsageError: no such ledger; no record, or more than one, has such an id.
        StoreError: the store cannot be opened or read.
    """
    with existing(where) as opened:
        found = [
            *(Stand(figure.id, event.id) for event, figure in figures_of(opened, wanted, as_of)),
            *_claims(opened, wanted, as_of),
        ]
        exact = [one for one in found if one.id == wanted]
        if len(exact or found) != 1:
            raise ambiguous(wanted, len(found))
        (one,) = exact or found
        return trace(only_of(opened, one.home, as_of), one.id)


def figures_of(opened: store.Store, wanted: str, as_of: str | None = None) -> list[tuple[Event, Figure]]:
    """Return the figures that stand and whose ids begin so, each with its event; of very many the first."""
    if not wanted:
        return []
    found = []
    for ids in _some(opened, store.EVENTS, wanted):
        for event in store.read_events(opened, ids, as_of):
            found += [(event, one) for one in event.figures if one.id.startswith(wanted)]
    return sorted({figure.id: (event, figure) for event, figure in found}.values(), key=lambda one: one[1].id)


def near(opened: store.Store, wanted: str) -> Holdings:
    """Return a part of the ledger in which what has this whole id stands: an event, report, claim, figure or decision.

    It holds nothing where there is none; the beginning of an id is looked for by ``explained`` and ``figures_of``.
    """
    if wanted.startswith("d-"):
        return Holdings(rule="", judgements=store.read_judgements(opened, (wanted,)))
    homes = [wanted] if wanted.startswith(("e-", "r-")) else []
    homes += [event.id for event, _ in figures_of(opened, wanted)] if wanted.startswith("f-") else []
    homes += [one.home for one in _claims(opened, wanted, None)] if wanted.startswith("c-") else []
    try:
        return only_of(opened, homes[0]) if len(homes) == 1 else Holdings(rule="")
    except UsageError:
        return Holdings(rule="")


def _claims(opened: store.Store, wanted: str, as_of: str | None) -> Iterator[Stand]:
    """Yield the claims of standing readings whose ids begin so."""
    if not wanted:
        return
    pairs = islice(opened.beginning(store.READINGS, wanted), MOST)
    for claim, readings in groupby(pairs, key=lambda pair: pair[0]):
        named = {key.partition(" ")[0]: key for _, key in readings}
        kept = store.standing(opened, as_of, named)
        yield from (Stand(claim, report) for report, key in named.items() if kept.get(report) == key)


def _some(opened: store.Store, table: str, wanted: str) -> Iterator[list[str]]:
    """Yield ids of rows that name, or named, what begins so, some at a time."""
    pairs = islice(opened.beginning(table, wanted), MOST)
    while batch := list(islice(pairs, AT_ONCE)):
        yield sorted({key for _, key in batch})

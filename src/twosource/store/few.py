"""Ids in, the records of a ledger that have them out; the cost is theirs, not the ledger's."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from twosource.model import CopyGroup, Decision, Event, Judgement
from twosource.store.ledger import COPIES, DECISIONS, EVENTS, JUDGEMENTS, RUNS, Run
from twosource.store.record import record_of, records
from twosource.store.store import Store


def read_events(store: Store, ids: Iterable[str], as_of: str | None = None) -> tuple[Event, ...]:
    """Return the events of these ids that stand.

    Raises:
        StoreError: the store cannot be read, or holds rows of another program.
    """
    return tuple(records(store, EVENTS, Event, as_of, ids))


def read_copies(store: Store, ids: Iterable[str], as_of: str | None = None) -> tuple[CopyGroup, ...]:
    """Return the copy groups of these ids that stand.

    Raises:
        StoreError: the store cannot be read, or holds rows of another program.
    """
    return tuple(records(store, COPIES, CopyGroup, as_of, ids))


def read_judgements(store: Store, ids: Iterable[str], as_of: str | None = None) -> tuple[Judgement, ...]:
    """Return the decisions of these ids with how each stands, in the order they were made.

    Raises:
        StoreError: the store cannot be read, or holds rows of another program.
    """
    wanted = set(ids)
    made = records(store, DECISIONS, Decision, as_of, wanted)
    stands = {one.decision.id: one for one in records(store, JUDGEMENTS, Judgement, as_of, wanted)}
    told = (
        replace(stands[one.id], decision=one) if one.id in stands else Judgement(decision=one, status="waiting")
        for one in made
    )
    return tuple(sorted(told, key=lambda one: (one.decision.when, one.decision.id)))


def last_run(store: Store, as_of: str | None = None) -> Run | None:
    """Return the last run, now or at a time; None where there was none.

    Raises:
        StoreError: the store cannot be read, or holds rows of another program.
    """
    row = store.last(RUNS, as_of)
    return None if row is None else record_of(row["record"], Run, RUNS, row["id"])


def read_run_moments(store: Store, numbers: Iterable[int]) -> Iterator[tuple[str, Run]]:
    """Yield the runs of these numbers, each with the time it was recorded.

    Raises:
        StoreError: the store cannot be read, or holds rows of another program.
    """
    for number in numbers:
        key = f"{number:08}"
        for moment, row in store.versions(RUNS, key):
            yield moment, record_of(row["record"], Run, RUNS, key)

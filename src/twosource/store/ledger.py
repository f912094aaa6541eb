"""A ledger's records in rows and back: what was read, and which events, copies and rejects stand at present."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any, TypeVar

import msgspec

from twosource.errors import StoreError
from twosource.model import CopyGroup, Event, Holdings, Reading, Reject
from twosource.store.store import Row, Store

READINGS, EVENTS, COPIES, REJECTS, STATE = "readings", "events", "copies", "rejects", "state"
CURRENT = "current"
Record = TypeVar("Record")


def write_ledger(store: Store, holdings: Holdings, now: str) -> None:
    """Add what a run holds. Rows that are held already add nothing; the state row says which ones stand now.

    The state comes last: a run that is stopped before leaves the ledger as it was.

    Raises:
        StoreError: the store refused.
    """
    store.append(READINGS, (_row(reading, reading.report) for reading in _readings(holdings)), now)
    for table, records in ((EVENTS, holdings.events), (COPIES, holdings.copies), (REJECTS, holdings.rejects)):
        store.append(table, (_row(record, record.id) for record in records), now)
    state: Row = {
        "id": CURRENT,
        "rule": holdings.rule,
        READINGS: [article.id for article in holdings.articles],
        EVENTS: [event.id for event in holdings.events],
        COPIES: [group.id for group in holdings.copies],
        REJECTS: [reject.id for reject in holdings.rejects],
    }
    store.append(STATE, [state], now)


def read_readings(store: Store) -> Iterator[Reading]:
    """Yield what was read of each report that stands in the ledger, so that it need not be read again.

    Raises:
        StoreError: the store cannot be read, or holds rows of another program.
    """
    state = _state(store, None)
    yield from _standing(store, READINGS, Reading, (state, None))


def read_events(store: Store) -> Iterator[Event]:
    """Yield the events that stand in the ledger, so that they keep their ids in the next run.

    Raises:
        StoreError: the store cannot be read, or holds rows of another program.
    """
    yield from _standing(store, EVENTS, Event, (_state(store, None), None))


def read_rejects(store: Store) -> Iterator[Reject]:
    """Yield what stands in the ledger as rejected, so that a later run of other inputs does not forget it.

    Raises:
        StoreError: the store cannot be read, or holds rows of another program.
    """
    yield from _standing(store, REJECTS, Reject, (_state(store, None), None))


def read_holdings(store: Store, as_of: str | None = None) -> Holdings:
    """Return what the ledger holds now, or held at a time (ISO 8601 with zone).

    Raises:
        StoreError: the store cannot be read, or holds rows of another program.
    """
    state = _state(store, as_of)
    readings = list(_standing(store, READINGS, Reading, (state, as_of)))
    events = tuple(_standing(store, EVENTS, Event, (state, as_of)))
    home = {claim: event.id for event in events for claim in event.claims}
    claims = (replace(claim, event=home.get(claim.id)) for reading in readings for claim in reading.claims)
    statements = (statement for reading in readings for statement in reading.statements)
    return Holdings(
        rule=state.get("rule", "default"),
        articles=tuple(reading.article for reading in readings if reading.article is not None),
        statements=tuple(sorted(statements, key=lambda s: (s.report, s.target[0], s.id))),
        claims=tuple(sorted(claims, key=lambda c: (c.report, c.span, c.id))),
        events=events,
        copies=tuple(_standing(store, COPIES, CopyGroup, (state, as_of))),
        rejects=tuple(_standing(store, REJECTS, Reject, (state, as_of))),
        annotations=tuple(r.annotations for r in sorted(readings, key=lambda r: r.report) if r.annotations is not None),
    )


def _readings(holdings: Holdings) -> Iterator[Reading]:
    statements = _by_report(holdings.statements)
    claims = _by_report(replace(claim, event=None) for claim in holdings.claims)
    layers = {annotations.report: annotations for annotations in holdings.annotations}
    for article in holdings.articles:
        yield Reading(
            report=article.id,
            article=article,
            annotations=layers.get(article.id),
            statements=tuple(statements.get(article.id, ())),
            claims=tuple(claims.get(article.id, ())),
        )


def _by_report(records: Iterable[Any]) -> dict[str, list[Any]]:
    found: dict[str, list[Any]] = {}
    for record in records:
        found.setdefault(record.report, []).append(record)
    return found


def _row(record: Any, key: str) -> Row:
    return {"id": key, "record": msgspec.to_builtins(record)}


def _state(store: Store, as_of: str | None) -> Row:
    return next(iter(store.rows(STATE, as_of)), {})


def _standing(store: Store, table: str, kind: type[Record], when: tuple[Row, str | None]) -> Iterator[Record]:
    """Yield the records of a table that the state names, in its order."""
    state, as_of = when
    rows = {row["id"]: row["record"] for row in store.rows(table, as_of)}
    for key in state.get(table, ()):
        try:
            yield msgspec.convert(rows[key], kind, strict=False)
        except (KeyError, msgspec.ValidationError) as error:
            raise StoreError(
                f"The ledger's {table} table does not hold {key} as this program writes it: {error}"
            ) from error

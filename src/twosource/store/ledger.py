"""A ledger's records in rows and back: what was read, what stands, what people decided, and what each run did.

``readings`` and ``originals`` are written while a run reads, so that a run that was stopped need not read again. All
else of a run is written at once at its end: until then the ledger is as it was.
"""

import base64
import zlib
from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace
from typing import Any

import msgspec

from twosource.model import CopyGroup, Decision, Event, Holdings, Judgement, Reading, Reject, Report
from twosource.store.record import record_of, records
from twosource.store.store import Row, Store

READINGS, ORIGINALS, STANDING, RUNS = "readings", "originals", "standing", "runs"
EVENTS, COPIES, REJECTS, DECISIONS = "events", "copies", "rejects", "decisions"
JUDGEMENTS = "judgements"
DEFAULT = "default"


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """What one run did: its number, the rule and version of the program, and what was new in it.

    ``reports`` are the ids of reports that came in, ``reread`` of those read again by a newer version, ``decisions``
    the ids of those that entered for the first time.
    """

    number: int
    rule: str
    program: str
    one_event: bool = False
    reports: tuple[str, ...] = ()
    reread: tuple[str, ...] = ()
    decisions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Ended:
    """What goes into the ledger with a run's result: ``kept`` is the id of the standing reading of each report.

    ``shelves`` are the rows by which pages are found, by table.
    """

    run: Run
    kept: Mapping[str, str]
    shelves: Mapping[str, Iterable[Row]] = field(default_factory=dict)


def reading_id(report: str, program: str) -> str:
    """Return the id under which a reading of a report by one version of the program is kept."""
    return f"{report} {program}"


def add_readings(store: Store, read: Iterable[tuple[Report, Reading]], program: str, now: str) -> None:
    """Add reports as they were received, and what was read of them; they stand only after the run's end.

    Raises:
        StoreError: the store refused.
    """
    pairs = list(read)
    store.append(ORIGINALS, (_original(report) for report, _ in pairs), now)
    store.append(READINGS, (_row(one, reading_id(one.report, program)) for _, one in pairs), now)


def drafted(store: Store, program: str) -> dict[str, Reading]:
    """Return, by report, what this version of the program read in runs that did not end.

    Raises:
        StoreError: the store cannot be read, or holds rows of another program.
    """
    kept = standing(store)
    found = {}
    for row in store.rows(READINGS):  # one by one: as it comes from JSON a reading takes 46 kB
        report, _, by = row["id"].partition(" ")
        if by == program and kept.get(report) != row["id"]:
            found[report] = record_of(row["record"], Reading, READINGS, row["id"])
    return found


def standing(store: Store, as_of: str | None = None, reports: Iterable[str] | None = None) -> dict[str, str]:
    """Return the id of the standing reading of each report, or of those named."""
    return {row["id"]: row["record"]["reading"] for row in store.rows(STANDING, as_of, reports)}


def commit_run(store: Store, holdings: Holdings, ended: Ended, now: str) -> None:
    """Add what a run holds, all at once.

    Args:
        store: where it is kept.
        holdings: the result of the run.
        ended: the number of its run follows the last run that the result was made from.
        now: when this is recorded.

    Raises:
        TurnTakenError: another run ended in the meantime; nothing was added.
        StoreError: the store refused.
    """
    judged = {one.decision.id: _plain(replace(one, decision=_bare(one))) for one in holdings.judgements}
    tables: dict[str, Iterable[Row]] = {
        RUNS: [_row(ended.run, f"{ended.run.number:08}")],
        STANDING: ({"id": report, "record": {"reading": key}} for report, key in sorted(ended.kept.items())),
        EVENTS: with_gone(store, EVENTS, {event.id: _plain(event) for event in holdings.events}),
        COPIES: with_gone(store, COPIES, {group.id: _plain(group) for group in holdings.copies}),
        REJECTS: (_row(reject, reject.id) for reject in holdings.rejects),
        JUDGEMENTS: with_gone(store, JUDGEMENTS, judged),
        **ended.shelves,
    }
    store.commit(tables, now, RUNS)


def add_decisions(store: Store, decisions: Iterable[Decision], now: str) -> int:
    """Add decisions; those held already add nothing. Return how many are new.

    Raises:
        StoreError: the store refused.
    """
    return store.append(DECISIONS, (_row(one, one.id) for one in decisions), now)


def read_decisions(store: Store, as_of: str | None = None) -> tuple[Decision, ...]:
    """Return every decision, in the order they were made.

    Raises:
        StoreError: the store cannot be read, or holds rows of another program.
    """
    found = records(store, DECISIONS, Decision, as_of)
    return tuple(sorted(found, key=lambda one: (one.when, one.id)))


def read_readings(store: Store, as_of: str | None = None) -> Iterator[Reading]:
    """Yield what was read of each report that stands in the ledger, so that it need not be read again.

    Raises:
        StoreError: the store cannot be read, or holds rows of another program.
    """
    yield from read_named(store, set(standing(store, as_of).values()), as_of).values()


def read_named(store: Store, wanted: AbstractSet[str], as_of: str | None = None) -> dict[str, Reading]:
    """Return the readings with these ids that the store has, by report.

    Raises:
        StoreError: the store cannot be read, or holds rows of another program.
    """
    rows = store.rows(READINGS, as_of, wanted)
    readings = (record_of(row["record"], Reading, READINGS, row["id"]) for row in rows)
    return {reading.report: reading for reading in readings}


def read_rejects(store: Store) -> Iterator[Reject]:
    """Yield what stands in the ledger as rejected, so that a later run of other inputs does not forget it.

    Raises:
        StoreError: the store cannot be read, or holds rows of another program.
    """
    yield from records(store, REJECTS, Reject, None)


def read_originals(store: Store, reports: Iterable[str] | None = None) -> Iterator[Report]:
    """Yield reports as they were received; all, or those named.

    Raises:
        StoreError: the store cannot be read, or holds rows of another program.
    """
    wanted = None if reports is None else set(reports)
    yield from (_received(row) for row in store.rows(ORIGINALS) if wanted is None or row["id"] in wanted)


def read_original(store: Store, report: str) -> Report | None:
    """Return one report as it was received, None where the store has no such report.

    Raises:
        StoreError: the store cannot be read, or holds rows of another program.
    """
    versions = [row for _, row in store.versions(ORIGINALS, report)]
    return _received(versions[-1]) if versions else None


def read_runs(store: Store, as_of: str | None = None) -> tuple[Run, ...]:
    """Return what each run did, the first one first.

    Raises:
        StoreError: the store cannot be read, or holds rows of another program.
    """
    return tuple(records(store, RUNS, Run, as_of))


def read_event_versions(store: Store, event: str) -> Iterator[tuple[str, Event | None]]:
    """Yield what the ledger held of an event, with the time of each change; None where it stood no more.

    Raises:
        StoreError: the store cannot be read, or holds rows of another program.
    """
    for moment, row in store.versions(EVENTS, event):
        yield moment, None if row["record"] is None else record_of(row["record"], Event, EVENTS, event)


def read_parts(store: Store, as_of: str | None = None) -> Holdings:
    """Return what runs made of readings and decisions, now or at a time (ISO 8601 with zone); claims are left out.

    Raises:
        StoreError: the store cannot be read, or holds rows of another program.
    """
    runs = read_runs(store, as_of)
    made = {one.id: one for one in read_decisions(store, as_of)}
    judged = records(store, JUDGEMENTS, Judgement, as_of)
    return Holdings(
        rule=runs[-1].rule if runs else DEFAULT,
        events=tuple(records(store, EVENTS, Event, as_of)),
        copies=tuple(records(store, COPIES, CopyGroup, as_of)),
        rejects=tuple(sorted(records(store, REJECTS, Reject, as_of), key=lambda one: (one.source, one.id))),
        judgements=tuple(replace(one, decision=made[one.decision.id]) for one in judged if one.decision.id in made),
    )


def _bare(judgement: Judgement) -> Decision:
    """The decision's id alone: what it says stands in its own table."""
    return Decision(id=judgement.decision.id, verb=judgement.decision.verb, subjects=(), who="", when="", why="")


def with_gone(store: Store, table: str, rows: Mapping[str, Row]) -> list[Row]:
    """Return a row for each record, and an empty one for each that stands no more."""
    gone = [row["id"] for row in store.rows(table) if row["record"] is not None and row["id"] not in rows]
    return [{"id": key, "record": rows[key]} for key in sorted(rows)] + [{"id": i, "record": None} for i in gone]


def _original(report: Report) -> Row:
    packed = base64.b64encode(zlib.compress(report.content)).decode("ascii")
    return {"id": report.id, "record": {**_plain(replace(report, content=b"")), "content": packed}}


def _received(row: Row) -> Report:
    packed = base64.b64decode(row["record"]["content"])
    record = {**row["record"], "content": base64.b64encode(zlib.decompress(packed)).decode("ascii")}
    return record_of(record, Report, ORIGINALS, row["id"])


def _row(record: Any, key: str) -> Row:
    return {"id": key, "record": _plain(record)}


def _plain(record: Any) -> Row:
    row: Row = msgspec.to_builtins(record)
    return row

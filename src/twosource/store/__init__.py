"""Where ledgers are kept: memory and SQL behind one wall."""

from twosource.store.chain import faults
from twosource.store.choose import MEMORY, open_store
from twosource.store.copy import pack, unpack
from twosource.store.few import read_copies, read_events, read_judgements
from twosource.store.ledger import (
    COPIES,
    DECISIONS,
    EVENTS,
    JUDGEMENTS,
    READINGS,
    RUNS,
    Ended,
    Run,
    add_decisions,
    add_readings,
    commit_run,
    drafted,
    read_decisions,
    read_event_versions,
    read_named,
    read_original,
    read_originals,
    read_parts,
    read_readings,
    read_rejects,
    read_runs,
    reading_id,
    standing,
    with_gone,
)
from twosource.store.memory import MemoryStore
from twosource.store.noted import Noted, named, noted, number_at, rule_at
from twosource.store.shelves import SHELVED
from twosource.store.sql import SqlStore
from twosource.store.store import Entry, Row, Store

__all__ = [
    "COPIES",
    "DECISIONS",
    "EVENTS",
    "JUDGEMENTS",
    "MEMORY",
    "READINGS",
    "RUNS",
    "SHELVED",
    "Ended",
    "Entry",
    "MemoryStore",
    "Noted",
    "Row",
    "Run",
    "SqlStore",
    "Store",
    "add_decisions",
    "add_readings",
    "commit_run",
    "drafted",
    "faults",
    "named",
    "noted",
    "number_at",
    "open_store",
    "pack",
    "read_copies",
    "read_decisions",
    "read_event_versions",
    "read_events",
    "read_judgements",
    "read_named",
    "read_original",
    "read_originals",
    "read_parts",
    "read_readings",
    "read_rejects",
    "read_runs",
    "reading_id",
    "rule_at",
    "standing",
    "unpack",
    "with_gone",
]

"""Where ledgers are kept: memory and SQL behind one wall."""

from twosource.store.chain import faults
from twosource.store.choose import MEMORY, open_store
from twosource.store.copy import pack, unpack
from twosource.store.ledger import (
    EVENTS,
    READINGS,
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
    read_run_moments,
    read_runs,
    reading_id,
    standing,
)
from twosource.store.memory import MemoryStore
from twosource.store.sql import SqlStore
from twosource.store.store import Entry, Row, Store

__all__ = [
    "EVENTS",
    "MEMORY",
    "READINGS",
    "Entry",
    "MemoryStore",
    "Row",
    "Run",
    "SqlStore",
    "Store",
    "add_decisions",
    "add_readings",
    "commit_run",
    "drafted",
    "faults",
    "open_store",
    "pack",
    "read_decisions",
    "read_event_versions",
    "read_named",
    "read_original",
    "read_originals",
    "read_parts",
    "read_readings",
    "read_rejects",
    "read_run_moments",
    "read_runs",
    "reading_id",
    "standing",
    "unpack",
]

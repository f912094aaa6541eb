"""Where ledgers are kept: memory and SQL behind one wall."""

from twosource.store.choose import open_store
from twosource.store.ledger import read_events, read_holdings, read_readings, read_rejects, write_ledger
from twosource.store.memory import MemoryStore
from twosource.store.sql import SqlStore
from twosource.store.store import Row, Store

__all__ = [
    "MemoryStore",
    "Row",
    "SqlStore",
    "Store",
    "open_store",
    "read_events",
    "read_holdings",
    "read_readings",
    "read_rejects",
    "write_ledger",
]

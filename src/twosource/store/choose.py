"""Which store a path or an address means."""

from twosource.store.memory import MemoryStore
from twosource.store.sql import SqlStore
from twosource.store.store import Store

MEMORY = "memory:"


def open_store(where: str = MEMORY) -> Store:
    """Return the store at ``where``: ``memory:``, a path, ``sqlite:///FILE`` or ``postgresql://HOST/DATABASE``.

    Raises:
        UsageError: an address of no known kind, or of one whose driver is not installed.
        StoreError: it cannot be opened.
    """
    return MemoryStore() if where == MEMORY else SqlStore(where)

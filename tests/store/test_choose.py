"""Which store an address means."""

from pathlib import Path

import pytest

from twosource.errors import UsageError
from twosource.store import MemoryStore, SqlStore, open_store


def test_memory_is_named_memory() -> None:
    assert isinstance(open_store("memory:"), MemoryStore)
    assert isinstance(open_store(), MemoryStore)


def test_a_path_is_a_file(tmp_path: Path) -> None:
    store = open_store(str(tmp_path / "a ledger.db"))
    assert isinstance(store, SqlStore)
    store.close()
    assert (tmp_path / "a ledger.db").read_bytes().startswith(b"SQLite format 3")


@pytest.mark.parametrize("where", ["mysql://host/ledger", "sqlite://", "sqlite:///:memory:", "ftp://host", "http://[x"])
def test_an_address_of_another_kind_is_refused_with_what_would_do(where: str) -> None:
    with pytest.raises(UsageError, match="ledger"):
        open_store(where)

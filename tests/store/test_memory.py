"""What is particular to the store in memory: nothing is shared with the caller."""

from twosource.store import MemoryStore


def test_a_row_changed_by_the_caller_does_not_change_the_store() -> None:
    store, row = MemoryStore(), {"id": "a", "names": ["x"]}
    store.append("claims", [row], "2026-01-05T09:00:00Z")
    row["names"] = []
    next(store.rows("claims"))["names"].append("y")
    assert list(store.rows("claims")) == [{"id": "a", "names": ["x"]}]

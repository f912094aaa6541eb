"""The chain over a log: every kind of tampering is seen, and named."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from twosource.store import Entry, MemoryStore, faults

NINE = "2026-01-05T09:00:00Z"


@pytest.fixture
def log() -> list[Entry]:
    """Four entries."""
    store = MemoryStore()
    store.append("claims", [{"id": key, "killed": number} for number, key in enumerate("abcd")], NINE)
    return list(store.log())


TAMPERED: dict[str, Callable[[list[Entry]], list[Entry]]] = {
    "changed": lambda log: [log[0], replace(log[1], content=log[1].content.replace("1", "9")), *log[2:]],
    "dated back": lambda log: [log[0], replace(log[1], recorded_at="2025-01-01T00:00:00Z"), *log[2:]],
    "removed": lambda log: [log[0], *log[2:]],
    "in another order": lambda log: [log[0], log[2], log[1], log[3]],
    "another's": lambda log: [log[0], replace(log[1], id="x"), *log[2:]],
}


@pytest.mark.parametrize("how", TAMPERED)
def test_an_entry_that_was_tampered_with_is_named(log: list[Entry], how: str) -> None:
    found, _, _ = faults(TAMPERED[how](log))
    assert found
    assert found[0].startswith("entry 2 ")


def test_a_log_as_it_was_written_has_no_faults(log: list[Entry]) -> None:
    assert faults(log) == ((), log[-1].chain, 4)
    assert faults([]) == ((), "0" * 64, 0)

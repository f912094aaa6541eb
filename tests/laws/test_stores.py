"""Law 8: every store gives the same ledger."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import twosource
from twosource import api

NAMED = {"default": twosource.Settings(), "kept layers": twosource.Settings(annotations=True, rule="ucdp")}


def silent(_stage: str, _done: int) -> None:
    """Tell nobody."""


@pytest.fixture(params=["sqlite", "sqlite address", "postgresql"])
def fresh_store(request: pytest.FixtureRequest, fresh_folder: Callable[[], Path]) -> Callable[[], str]:
    """Name a new, empty place for a ledger at each call."""
    if request.param == "postgresql":
        place: Callable[[], str] = request.getfixturevalue("fresh_schema")
        return place
    before = "sqlite:///" if request.param == "sqlite address" else ""
    return lambda: f"{before}{fresh_folder()}/ledger.db"


@pytest.mark.parametrize("name", NAMED)
@settings(max_examples=4, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_every_store_gives_the_ledger_that_memory_gives(
    fresh_store: Callable[[], str], worlds: st.SearchStrategy[Any], name: str, data: st.DataObject
) -> None:
    rows, store = data.draw(worlds).rows(), fresh_store()
    in_memory = api.keep(rows, "memory:", NAMED[name], silent)
    assert api.keep(rows, store, NAMED[name], silent).holdings == in_memory.holdings
    assert twosource.Ledger.open(store).holdings == in_memory.holdings
    assert twosource.run(rows, settings=NAMED[name]).holdings == in_memory.holdings

"""Law 3: twice equals once."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

import twosource
from twosource import api
from twosource.model import Holdings

Fresh = Callable[[], Path]


def silent(_stage: str, _done: int) -> None:
    """Tell nobody."""


def without_rejects(holdings: Holdings) -> Holdings:
    return replace(holdings, rejects=())


@settings(max_examples=8, deadline=None)
@given(data=st.data())
def test_inputs_given_twice_add_nothing_but_the_rejects_of_the_copies(
    worlds: st.SearchStrategy[Any], data: st.DataObject
) -> None:
    rows = data.draw(worlds).rows()
    once, twice = twosource.run(rows), twosource.run([*rows, *rows])
    assert without_rejects(twice.holdings) == without_rejects(once.holdings)
    assert set(once.rejects) <= set(twice.rejects)
    assert len(twice.rejects) == len(once.rejects) + len(rows)


@settings(max_examples=5, deadline=None)
@given(data=st.data())
def test_a_run_into_a_store_done_twice_leaves_what_one_left(
    worlds: st.SearchStrategy[Any], fresh_folder: Fresh, data: st.DataObject
) -> None:
    rows = data.draw(worlds).rows()
    store = fresh_folder() / "ledger.db"
    first = api.keep(rows, store, twosource.Settings(), silent)
    second = api.keep(rows, store, twosource.Settings(), silent)
    assert second.holdings == first.holdings
    assert twosource.Ledger.open(store).holdings == first.holdings


@settings(max_examples=3, deadline=None)
@given(data=st.data())
def test_a_later_run_loses_nothing_of_an_earlier_one(
    worlds: st.SearchStrategy[Any], fresh_folder: Fresh, data: st.DataObject
) -> None:
    """What the first run read and what it rejected still stands after a second run with other inputs."""
    rows = data.draw(worlds).rows()
    store = fresh_folder() / "ledger.db"
    first = api.keep(rows, store, twosource.Settings(), silent)
    later = {"id": "later", "published": "2032-01-05", "text": "Nothing happened in Bern on Monday, police said."}
    second = api.keep([later, {"id": "empty", "text": " "}], store, twosource.Settings(), silent)
    assert {article.id for article in first.articles} < {article.id for article in second.articles}
    assert set(first.rejects) < set(second.rejects)
    assert twosource.Ledger.open(store).holdings == second.holdings


@settings(max_examples=4, deadline=None)
@given(data=st.data())
def test_what_is_written_is_read_back_and_written_again(
    worlds: st.SearchStrategy[Any], fresh_folder: Fresh, data: st.DataObject
) -> None:
    rows = data.draw(worlds).rows()
    folder, again = fresh_folder(), fresh_folder()
    twosource.run(rows).write(folder)
    twosource.Ledger.read(folder).write(again)
    for path in folder.iterdir():
        assert (again / path.name).read_bytes() == path.read_bytes(), path.name

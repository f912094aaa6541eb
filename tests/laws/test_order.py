"""Law 2: the same bytes for any order of inputs, hash seed, split into batches and engine."""

import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import twosource
from twosource import api
from twosource.model import Event, Holdings

Fresh = Callable[[], Path]


def written(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


def run_bytes(inputs: list[Any], folder: Path, workers: int = 1) -> dict[str, bytes]:
    twosource.run(inputs, annotations=True, settings=twosource.Settings(workers=workers)).write(folder)
    return written(folder)


@settings(max_examples=10, deadline=None)
@given(data=st.data())
def test_any_order_of_rows_gives_the_same_bytes(
    worlds: st.SearchStrategy[Any], fresh_folder: Fresh, data: st.DataObject
) -> None:
    rows = data.draw(worlds).rows()
    shuffled = data.draw(st.permutations(rows))
    assert run_bytes(shuffled, fresh_folder()) == run_bytes(rows, fresh_folder())


@settings(max_examples=4, deadline=None)
@given(data=st.data())
def test_any_order_of_files_gives_the_same_bytes(
    worlds: st.SearchStrategy[Any], fresh_folder: Fresh, data: st.DataObject
) -> None:
    folder = data.draw(worlds).files(fresh_folder())
    paths = sorted(folder.iterdir())
    shuffled = data.draw(st.permutations(paths))
    assert run_bytes(shuffled, fresh_folder()) == run_bytes(paths, fresh_folder())


@settings(max_examples=2, deadline=None)
@given(data=st.data())
def test_any_engine_gives_the_same_bytes(
    worlds: st.SearchStrategy[Any], fresh_folder: Fresh, data: st.DataObject
) -> None:
    rows = data.draw(worlds).rows()
    assert run_bytes(rows, fresh_folder(), workers=2) == run_bytes(rows, fresh_folder(), workers=1)


@settings(max_examples=6, deadline=None)
@given(data=st.data())
def test_any_split_into_batches_gives_the_same_ledger(
    worlds: st.SearchStrategy[Any], fresh_folder: Fresh, data: st.DataObject
) -> None:
    """Bytes for bytes where the batches come in order of publication; in another order, all but the ids kept."""
    rows = data.draw(worlds).rows()
    cut = data.draw(st.integers(0, len(rows)))
    in_order = sorted(rows, key=lambda row: str(row.get("published")))
    for each, exact in ((rows, False), (in_order, True)):
        store = str(fresh_folder() / "ledger.db")
        for batch in (each[:cut], each[cut:]):
            api.keep(batch, store, twosource.Settings(), silent)
        kept, whole = twosource.Ledger.open(store), twosource.run(rows)
        assert nameless(kept.holdings) == nameless(whole.holdings)
        if exact and not any(event.merged for event in kept.events):
            kept.write(folder := fresh_folder())
            whole.write(other := fresh_folder())
            assert written(folder) == written(other)


def nameless(holdings: Holdings) -> Holdings:
    """Return the holdings with each event named by what it holds, and its figures after it."""
    names = {event.id: "+".join((*event.claims, *event.reports)) for event in holdings.events}
    return replace(
        holdings,
        claims=tuple(replace(claim, event=names.get(claim.event or "")) for claim in holdings.claims),
        events=tuple(sorted((_nameless(event, names[event.id]) for event in holdings.events), key=lambda e: e.id)),
    )


def _nameless(event: Event, name: str) -> Event:
    of_figure = {figure.id: f"{name} {figure.measure} {figure.group}" for figure in event.figures}
    figures = (
        replace(f, id=of_figure[f.id], event=name, parts=tuple(sorted(of_figure[p] for p in f.parts)))
        for f in event.figures
    )
    return replace(event, id=name, figures=tuple(sorted(figures, key=lambda figure: figure.id)), merged=())


@settings(max_examples=8, deadline=None)
@given(data=st.data())
def test_an_event_keeps_its_id_whatever_comes_in_and_mergers_are_recorded(
    worlds: st.SearchStrategy[Any], fresh_folder: Fresh, data: st.DataObject
) -> None:
    rows = data.draw(st.permutations(data.draw(worlds).rows()))
    store = str(fresh_folder() / "ledger.db")
    before: tuple[Event, ...] = ()
    for row in rows:
        now = api.keep([row], store, twosource.Settings(), silent).events
        leads = [name for event in now for name in (event.id, *event.merged)]
        assert len(leads) == len(set(leads))
        for old in before:
            (found,) = [event for event in now if old.id in (event.id, *event.merged)]
            assert set(old.claims + old.reports) & set(found.claims + found.reports)
        before = now


def silent(_stage: str, _done: int) -> None:
    """Tell nobody."""


@pytest.mark.parametrize(("seed", "workers"), [("0", "1"), ("4242", "2")])
def test_any_hash_seed_and_engine_gives_the_same_bytes(
    examples: Path, examples_written: dict[str, bytes], tmp_path: Path, seed: str, workers: str
) -> None:
    """Programs of their own, since a hash seed is chosen when Python starts."""
    command = [sys.executable, "-m", "twosource", "run", "examples", "--quiet", "--annotations"]
    subprocess.run(  # noqa: S603 - our own program
        [*command, "--workers", workers, "--out", str(tmp_path / "out")],
        check=True,
        cwd=examples.parent,
        env={**os.environ, "PYTHONHASHSEED": seed},
    )
    assert written(tmp_path / "out") == examples_written

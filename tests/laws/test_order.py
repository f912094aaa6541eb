"""Law 2: the same bytes for any order of inputs, hash seed, split into batches and engine."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import twosource
from twosource import api

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
    rows = data.draw(worlds).rows()
    cut = data.draw(st.integers(0, len(rows)))
    store = str(fresh_folder() / "ledger.db")
    for batch in (rows[:cut], rows[cut:]):
        api.keep(batch, store, twosource.Settings(), silent)
    folder = fresh_folder()
    twosource.Ledger.open(store).write(folder)
    whole = fresh_folder()
    twosource.run(rows).write(whole)
    assert written(folder) == written(whole)


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

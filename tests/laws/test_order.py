"""Law 2: the same bytes for any order of inputs, hash seed, split into batches and engine."""

import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import pairwise, permutations
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import twosource
from twosource import api
from twosource.link.days import own_day
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
    """In any order all but the ids kept; byte for byte where the batches come in order of publication.

    Reports of one day have no order of publication: among them the one with the lesser id is the earlier, here as
    where an event takes its id from its earliest report. Where two events become one, or one falls apart, the ids are
    those first given (docs/decisions/0006-ids-that-stay.md).
    """
    rows = data.draw(st.permutations(data.draw(worlds).rows()))
    cuts = data.draw(st.lists(st.integers(0, len(rows)), min_size=1, max_size=3))
    check_split(rows, cuts, fresh_folder)


def two_towns(*tellings: tuple[int, ...]) -> list[Any]:
    """Return a report for each telling: of the first bomb, of the second, or of both."""
    lines = [
        f"Two people were killed and two others were injured when a bomb exploded at a market in {town}, on Monday, "
        "police said."
        for town in ("Tromso, Norway", "Oruro, Bolivia")
    ]
    rows = enumerate("\n\n".join(lines[number] for number in told) for told in tellings)
    url = "https://courier.example/r"
    return [{"id": f"r{n}", "url": f"{url}{n}", "published": "2031-05-05", "text": text} for n, text in rows]


UNREADABLE = {"id": "junk", "text": "\ud800\x00 two dead \x00"}
SPLITS = {
    "twice the same text": two_towns((0,), (0,)),
    "a report of one bomb, then of both": two_towns((0,), (0, 1)),
    "round-ups of the same bombs": two_towns((0, 1), (1, 0), (0, 1)),
    "nothing readable, then a report": [UNREADABLE, *two_towns((0,))],
}


@pytest.mark.parametrize("name", SPLITS)
def test_splits_that_once_gave_another_ledger_give_the_same(name: str, fresh_folder: Fresh) -> None:
    for rows in permutations(SPLITS[name]):
        check_split(rows, [1], fresh_folder)


def check_split(rows: Sequence[Any], cuts: list[int], fresh_folder: Fresh) -> None:
    whole = twosource.run(rows)
    for each, exact in ((rows, False), (in_order(rows, whole), True)):
        steps = kept_in_steps(each, cuts, str(fresh_folder() / "ledger.db"))
        kept = steps[-1]
        assert nameless(kept.holdings) == nameless(whole.holdings)
        if exact and all(only_grew(before.events, after.events) for before, after in pairwise(steps)):
            kept.write(folder := fresh_folder())
            whole.write(other := fresh_folder())
            assert written(folder) == written(other)


def in_order(rows: Sequence[Any], whole: twosource.Ledger) -> list[Any]:
    """Return the rows by day of publication (without one last), those of one day by the id of their report."""
    days = {str(one.input_id): (str(own_day(one) or "unknown"), one.id) for one in whole.articles}
    return sorted(rows, key=lambda row: days.get(str(row.get("id")), ("", "")))


def kept_in_steps(rows: Sequence[Any], cuts: list[int], store: str) -> list[twosource.Ledger]:
    edges = [0, *sorted(cuts), len(rows)]
    batches = [rows[start:end] for start, end in pairwise(edges)]
    steps = [api.keep(batch, store, twosource.Settings(), silent) for batch in batches]
    return [*steps, twosource.Ledger.open(store)] if any(batches) else steps


def only_grew(before: tuple[Event, ...], after: tuple[Event, ...]) -> bool:
    """Tell whether each event lies whole in one later event, no two in the same."""
    members = [(one.id, {*one.claims, *one.reports}) for one in after]
    homes = [[name for name, held in members if held >= {*old.claims, *old.reports}] for old in before]
    return all(homes) and len({found[0] for found in homes if found}) == len(before)


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
    told = tuple(replace(one, figure=of_figure.get(one.figure or "")) for one in event.differences)
    in_order = tuple(sorted(figures, key=lambda figure: figure.id))
    return replace(event, id=name, figures=in_order, differences=told, merged=())


@settings(max_examples=8, deadline=None)
@given(data=st.data())
def test_an_event_keeps_its_id_whatever_comes_in_and_mergers_are_recorded(
    worlds: st.SearchStrategy[Any], fresh_folder: Fresh, data: st.DataObject
) -> None:
    check_ids(data.draw(st.permutations(data.draw(worlds).rows())), str(fresh_folder() / "ledger.db"))


def check_ids(rows: Sequence[Any], store: str) -> None:
    """Add report by report: each id given leads to an event that holds some of what it was given to."""
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

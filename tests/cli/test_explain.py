"""``twosource explain``: from a figure or a claim back to the words, the report and its hash."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Call = Callable[..., Any]


@pytest.fixture
def kept(call: Call, good: Path, tmp_path: Path) -> Path:
    """A folder with the files of a run and the ledger that the same run kept."""
    (tmp_path / "out").mkdir()
    assert call("run", good, "--out", tmp_path / "out", "--store", tmp_path / "out" / "ledger.db").status == 0
    return tmp_path / "out"


def _ids(folder: Path) -> tuple[str, str]:
    event = json.loads((folder / "events.jsonl").read_text().splitlines()[0])
    return event["figures"][0]["id"], event["claims"][0]


@pytest.mark.parametrize("which", [0, 1], ids=["figure", "claim"])
def test_the_way_back_ends_at_address_and_hash(call: Call, kept: Path, which: int) -> None:
    outcome = call("explain", _ids(kept)[which], "--out", kept)
    report = json.loads((kept / "reports.jsonl").read_text())
    assert outcome.status == 0
    assert report["sha256"] in outcome.out
    assert "good.txt" in outcome.out
    assert "two people were killed" in outcome.out
    assert outcome.err == ""


def test_a_store_gives_the_same_answer_as_the_files(call: Call, kept: Path) -> None:
    figure, _ = _ids(kept)
    from_files, from_store = (
        call("explain", figure, "--out", kept),
        call("explain", figure, "--store", kept / "ledger.db"),
    )
    assert from_store.status == 0
    assert from_store.out == from_files.out


def test_the_beginning_of_an_id_is_enough(call: Call, kept: Path) -> None:
    figure, _ = _ids(kept)
    assert call("explain", figure[:8], "--out", kept).out == call("explain", figure, "--out", kept).out


@pytest.mark.parametrize("wanted", ["nothing-begins-so", "", "c"])
def test_an_id_of_none_or_of_many_is_wrong_usage(call: Call, kept: Path, wanted: str) -> None:
    lines = (kept / "claims.jsonl").read_text().splitlines()
    (kept / "claims.jsonl").write_text("\n".join([*lines, lines[0].replace('"id":"c', '"id":"cx', 1)]))
    outcome = call("explain", wanted, "--out", kept)
    assert outcome.status == 2
    assert "Ids stand in claims.jsonl" in outcome.err


def test_a_folder_without_a_ledger_is_wrong_usage(call: Call, tmp_path: Path) -> None:
    outcome = call("explain", "f-1", "--out", tmp_path)
    assert outcome.status == 2
    assert "holds no claims.jsonl. Name the folder that 'twosource run --out' wrote." in outcome.err


@pytest.mark.parametrize("before", ["", "sqlite:///"])
def test_a_store_that_is_not_there_is_wrong_usage_and_is_not_made(call: Call, tmp_path: Path, before: str) -> None:
    outcome = call("explain", "f-1", "--store", f"{before}{tmp_path}/missing.db")
    assert outcome.status == 2
    assert "missing.db" in outcome.err
    assert not (tmp_path / "missing.db").exists()


@pytest.mark.parametrize("line", ["{", '{"id": 7}', "[]", "7"])
def test_files_that_no_run_wrote_are_told(call: Call, kept: Path, line: str) -> None:
    (kept / "events.jsonl").write_text(line)
    outcome = call("explain", "f", "--out", kept)
    assert outcome.status == 1
    assert "events.jsonl" in outcome.err
    assert "Run again" in outcome.err


@pytest.mark.parametrize("line", ["{}", '{"id": "r", "fields": 3}', "[]"])
def test_reports_that_no_run_wrote_are_told(call: Call, kept: Path, line: str) -> None:
    (kept / "reports.jsonl").write_text(line)
    outcome = call("explain", "f", "--out", kept)
    assert outcome.status == 1
    assert "reports.jsonl" in outcome.err

"""``twosource run``: options, exit statuses, and what goes to which stream."""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Call = Callable[..., Any]
TABLES = {"reports", "statements", "claims", "events", "copies", "rejects"}


def rows(folder: Path, table: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (folder / f"{table}.jsonl").read_text(encoding="utf-8").splitlines()]


@pytest.fixture
def two_events(tmp_path: Path) -> Path:
    texts = [
        "Two people were killed when a bomb went off in Bern on Monday, police said.",
        "Nine people were killed when a mine collapsed near Oruro on Monday, the rescue chief said.",
    ]
    file = tmp_path / "two.jsonl"
    told = [{"id": str(n), "published": f"2031-0{5 + n}-06", "text": text} for n, text in enumerate(texts)]
    file.write_text("\n".join(map(json.dumps, told)), encoding="utf-8")
    return file


def test_a_run_writes_every_table_and_a_page(call: Call, good: Path, tmp_path: Path) -> None:
    outcome = call("run", good, "--out", tmp_path / "out")
    assert outcome.status == 0
    assert {path.name for path in (tmp_path / "out").iterdir()} == {f"{name}.jsonl" for name in TABLES} | {
        "events.geojson",
        "index.html",
    }
    assert "2 killed" in outcome.out
    assert str(tmp_path / "out" / "index.html") in outcome.out


def test_annotations_are_written_where_asked_for(call: Call, good: Path, tmp_path: Path) -> None:
    call("run", good, "--annotations", "--out", tmp_path / "out")
    (row,) = rows(tmp_path / "out", "annotations")
    text = rows(tmp_path / "out", "reports")[0]["text"]
    assert {"names", "times", "places", "numbers"} <= row.keys()
    assert row["places"][0]["country"] == "CH"
    assert [text[n["span"]["start"] : n["span"]["end"]] for n in row["numbers"]] == ["two"]


def test_one_event_joins_what_would_stand_apart(call: Call, two_events: Path, tmp_path: Path) -> None:
    call("run", two_events, "--out", tmp_path / "apart")
    call("run", two_events, "--one-event", "--out", tmp_path / "joined")
    assert [len(event["reports"]) for event in rows(tmp_path / "apart", "events")] == [1, 1]
    assert [len(event["reports"]) for event in rows(tmp_path / "joined", "events")] == [2]


def test_a_rule_is_named_in_every_figure(call: Call, good: Path, tmp_path: Path) -> None:
    assert call("run", good, "--rule", "ucdp", "--out", tmp_path / "out").status == 0
    figures = [figure for event in rows(tmp_path / "out", "events") for figure in event["figures"]]
    assert {figure["rule"] for figure in figures} == {"ucdp"}


def test_a_store_keeps_what_earlier_runs_read(call: Call, good: Path, two_events: Path, tmp_path: Path) -> None:
    store = tmp_path / "ledger.db"
    assert call("run", good, "--store", store).status == 0
    outcome = call("run", two_events, "--store", store, "--out", tmp_path / "out")
    assert outcome.status == 0
    assert len(rows(tmp_path / "out", "reports")) == 3
    assert "3 reports" in outcome.out


def test_a_quiet_run_says_nothing(call: Call, good: Path) -> None:
    outcome = call("run", good, "--quiet")
    assert (outcome.status, outcome.out, outcome.err) == (0, "", "")


def test_the_summary_goes_to_standard_output_and_nothing_else_does(call: Call, good: Path) -> None:
    """Progress belongs to a terminal: a log file or a pipe behind standard error gets no line of it."""
    outcome = call("run", good)
    assert outcome.out.startswith("1 report, 1 event")
    assert outcome.err == ""


WRONG: dict[str, tuple[tuple[str, ...], str]] = {
    "no input": (("run",), "INPUT"),
    "unknown option": (("run", "--colour", "x"), "--colour"),
    "unknown command": (("walk",), "walk"),
    "missing path": (("run", "no-such-file.txt"), "no-such-file.txt: no such file or folder"),
    "an address of another kind": (("run", "ftp://courier.example/a"), "save the page"),
    "unknown rule": (("run", "-", "--rule", "guess"), "no rule is named 'guess'; choose one of: acled"),
    "workers below none": (("run", "-", "--workers", "-3"), "--workers"),
    "store of no kind": (("run", "-", "--store", "mysql://host/ledger"), "No ledger can be kept"),
}


@pytest.mark.parametrize("name", WRONG)
def test_wrong_usage_ends_with_2_and_says_what_would_do(call: Call, name: str) -> None:
    arguments, message = WRONG[name]
    outcome = call(*arguments)
    assert outcome.status == 2
    assert outcome.out == ""
    assert message in outcome.err
    assert "Traceback" not in outcome.err


def test_nothing_is_read_where_one_path_is_missing(call: Call, good: Path, tmp_path: Path) -> None:
    outcome = call("run", good, good / "missing.txt", "--out", tmp_path / "out")
    assert outcome.status == 2
    assert not (tmp_path / "out").exists()


def test_a_folder_that_cannot_be_written_is_told(call: Call, good: Path) -> None:
    outcome = call("run", good, "--out", good / "good.txt" / "out")
    assert outcome.status == 1
    assert "name a folder that can be written" in outcome.err


def test_a_store_in_a_missing_folder_is_told(call: Call, good: Path, tmp_path: Path) -> None:
    outcome = call("run", good, "--store", tmp_path / "missing" / "ledger.db")
    assert outcome.status == 1
    assert "the folder is missing" in outcome.err


def test_a_store_that_is_another_file_is_told(call: Call, good: Path) -> None:
    outcome = call("run", good, "--store", good / "good.txt")
    assert outcome.status == 1
    assert "Cannot use the ledger" in outcome.err


def test_a_message_stands_on_one_line(call: Call) -> None:
    """Whoever greps a log for the message finds it whole, however narrow the terminal is taken to be."""
    outcome = call("run", "no-such-file-" + "x" * 120)
    assert outcome.err.strip().count("\n") == 0


@pytest.mark.parametrize("arguments", [("--version",), ("--help",), ("run", "--help")])
def test_help_and_version_are_answers(call: Call, arguments: tuple[str, ...]) -> None:
    outcome = call(*arguments)
    assert outcome.status == 0
    assert outcome.out


def test_the_console_entry_and_the_module_are_the_same_program(tmp_path: Path) -> None:
    """A reader that closes early (``| head``) ends the program without a traceback."""
    (tmp_path / "rows.jsonl").write_text('{"text": "Two people were killed in Bern, police said."}', encoding="utf-8")
    command = f"{sys.executable} -m twosource run {tmp_path} | head -c 8"
    done = subprocess.run(["sh", "-c", command], capture_output=True, text=True, check=False)  # noqa: S603, S607 - ours
    assert done.stdout == "1 report"
    assert "Traceback" not in done.stderr

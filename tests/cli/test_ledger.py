"""The commands on kept ledgers, called as a person calls them."""

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Call = Callable[..., Any]


@pytest.fixture
def store(call: Call, tmp_path: Path) -> Path:
    """A ledger of one event in one report."""
    rows = tmp_path / "rows.jsonl"
    row = {
        "id": "1",
        "published": "2031-05-06",
        "text": "Police said two people were killed by a bomb in Bern on Monday.",
    }
    rows.write_text(json.dumps(row), encoding="utf-8")
    assert call("run", rows, "--store", tmp_path / "l.db", "--workers", "1", "-q").status == 0
    return tmp_path / "l.db"


@pytest.fixture
def claim(call: Call, store: Path, tmp_path: Path) -> str:
    """The id of the claim that two were killed."""
    call("show", "--store", store, "--out", tmp_path / "out")
    rows = (tmp_path / "out" / "claims.jsonl").read_text(encoding="utf-8").splitlines()
    found: str = next(row["id"] for row in map(json.loads, rows) if row["measure"] == "killed")
    return found


def test_a_claim_is_corrected_listed_and_the_correction_undone(call: Call, store: Path, claim: str) -> None:
    where = ("--store", store, "--who", "ann", "--why", "the printed page says three")
    made = call("decide", "correct", claim, "low=3", "high=3", *where)
    assert made.out.rstrip().endswith("in force")
    assert "3 killed" in call("show", "--store", store).out
    listed = call("decisions", "--store", store).out
    assert "in force: correct" in listed
    assert "the printed page says three" in listed
    decision = listed.split()[0]
    assert call("decide", "undo", decision, *where).status == 0
    assert "2 killed" in call("show", "--store", store).out
    assert "undone" in call("decisions", "--store", store).out


def test_decisions_go_to_a_file_and_come_from_one(call: Call, store: Path, claim: str, tmp_path: Path) -> None:
    file = tmp_path / "decisions.jsonl"
    call("decide", "reject", claim, "--store", store, "--who", "ann", "--why", "a rumour", "--later")
    assert "waiting" in call("decisions", "--store", store).out
    assert "1 decisions written" in call("decisions", "--store", store, "--export", file).out
    assert "0 decisions are new" in call("decisions", "--store", store, "--import", file, "--workers", "1").out
    assert "in force: reject" in call("decisions", "--store", store).out
    assert call("decisions", "--store", store, "--import", tmp_path / "none.jsonl").status == 1


def test_the_past_the_history_and_the_words_are_told(call: Call, store: Path, tmp_path: Path) -> None:
    assert call("show", "--store", store, "--as-of", "2020-01-01").out.startswith("0 reports")
    call("show", "--store", store, "--out", tmp_path / "out")
    figure = json.loads((tmp_path / "out" / "events.jsonl").read_text(encoding="utf-8"))["figures"][0]["id"]
    assert re.search(r"killed: 2 \(2–2\), single.*\n +new report r-", call("history", figure, "--store", store).out)
    by_day = call("history", figure, "--store", store, "--published").out
    assert re.search(r"\d{4}-\d\d-\d\d  killed: 2 \(2–2\), single.*\n +report r-[0-9a-f]+ published", by_day)
    assert call("search", "bern bomb", "--store", store).out.count("\n") == 2
    assert "Nothing has the words" in call("search", "flood", "--store", store).out
    assert "instead of 2 (single)" in call("review", "--store", store).out


def test_a_ledger_is_backed_up_restored_checked_and_merged(call: Call, store: Path, tmp_path: Path) -> None:
    file, again = tmp_path / "b.gz", tmp_path / "again.db"
    assert call("backup", file, "--store", store).status == 0
    assert call("restore", file, "--store", again).status == 0
    assert call("verify", "--store", again).out == call("verify", "--store", store).out
    assert call("verify", "--store", again, "--chain", "0" * 64).status == 1
    assert call("merge", again, "--store", store, "--workers", "1").out.startswith("1 reports, 1 events")
    assert call("reread", "--store", store, "--workers", "1").out.startswith("1 reports, 1 events")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("decide", "burn", "x", "--who", "ann", "--why", "y"), "no judgement 'burn'"),
        (("decide", "reject", "x", "--who", "ann", "--why", "y"), "have an id that begins so"),
        (("show", "--as-of", "yesterday"), "Cannot read the time"),
    ],
)
def test_wrong_usage_says_what_would_do(call: Call, store: Path, arguments: tuple[str, ...], message: str) -> None:
    outcome = call(*arguments, "--store", store)
    assert outcome.status == 2
    assert message in outcome.err


def test_no_ledger_is_made_by_asking_for_one(call: Call, tmp_path: Path) -> None:
    assert "no such ledger" in call("review", "--store", tmp_path / "none.db").err
    assert not (tmp_path / "none.db").exists()

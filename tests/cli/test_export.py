"""``twosource export``: the same ledger under another rule, as a run under that rule would have written it."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Call = Callable[..., Any]
ROWS = (
    {"id": "1", "url": "https://courier.example/1", "published": "2031-05-06", "title": "Bomb at Oruro market",
     "text": "A bomb at a market in Oruro, Bolivia, killed dozens of people on Monday, witnesses said."},
    {"id": "2", "url": "https://herald.example/2", "published": "2031-05-06", "title": "Oruro market bombed",
     "text": "Five people were killed by a bomb at a market in Oruro, Bolivia, on Monday, police said."},
    {"id": "3", "url": "https://gazette.example/3", "published": "2031-05-06", "title": "Market bomb in Oruro",
     "text": "Nine people were killed by a bomb at a market in Oruro, Bolivia, on Monday, the hospital said."},
)  # fmt: skip


@pytest.fixture
def rows(tmp_path: Path) -> Path:
    """Three reports of one bomb that disagree."""
    file = tmp_path / "rows.jsonl"
    file.write_text("\n".join(map(json.dumps, ROWS)), encoding="utf-8")
    return file


def written(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


@pytest.mark.parametrize("rule", ["acled", "airwars", "latest"])
def test_an_export_under_a_rule_is_what_a_run_under_it_writes(
    call: Call, rows: Path, tmp_path: Path, rule: str
) -> None:
    kept, store = tmp_path / "out", tmp_path / "ledger.db"
    assert call("run", rows, "--one-event", "--out", kept, "--store", store).status == 0
    assert call("run", rows, "--one-event", "--out", tmp_path / "wanted", "--rule", rule).status == 0
    assert call("export", tmp_path / "files", "--out", kept, "--rule", rule).status == 0
    assert call("export", tmp_path / "stored", "--store", store, "--rule", rule).status == 0
    assert written(tmp_path / "files") == written(tmp_path / "wanted") == written(tmp_path / "stored")
    assert written(tmp_path / "files") != written(kept)


def test_without_a_rule_the_ledger_s_own_stands(call: Call, rows: Path, tmp_path: Path) -> None:
    assert call("run", rows, "--out", tmp_path / "out", "--rule", "ucdp").status == 0
    assert call("export", tmp_path / "again", "--out", tmp_path / "out").status == 0
    assert written(tmp_path / "again") == written(tmp_path / "out")


def test_wrong_calls_say_what_would_do(call: Call, rows: Path, tmp_path: Path) -> None:
    assert call("run", rows, "--out", tmp_path / "out").status == 0
    unknown = call("export", tmp_path / "again", "--out", tmp_path / "out", "--rule", "coin")
    onto_itself = call("export", tmp_path / "out", "--out", tmp_path / "out")
    assert (unknown.status, onto_itself.status) == (2, 2)
    assert "choose one of" in unknown.err
    assert "another folder" in onto_itself.err

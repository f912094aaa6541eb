"""``twosource export``: the same ledger under another rule, as a run under that rule would have written it."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from twosource import Settings, api

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


MORE = (
    *ROWS,
    {"id": "4", "url": "https://courier.example/4", "published": "2031-05-07", "title": "Ferry sinks off Bergen",
     "text": "A ferry sank off Bergen, Norway, on Tuesday and 14 people were killed, the coast guard said."},
    {"id": "5", "url": "https://herald.example/5", "published": "2031-05-20", "title": "Bomb in Graz",
     "text": "Two people were killed by a bomb in Graz, Austria, on Monday, police said."},
    {"id": "6", "url": "https://herald.example/6", "published": "2031-05-20", "title": "A quiet day",
     "text": "The mayor of Graz opened a garden."},
)  # fmt: skip


@pytest.fixture(scope="module")
def ledgers(tmp_path_factory: pytest.TempPathFactory) -> tuple[str, str]:
    """A ledger of three happenings as a kept one and as a folder of tables."""
    folder = tmp_path_factory.mktemp("narrowed")
    store = str(folder / "ledger.db")
    api.keep(list(MORE), store, Settings(workers=1), lambda _stage, _done: None).write(folder / "out")
    return store, str(folder / "out")


def _titles(folder: Path) -> list[str]:
    return [json.loads(line)["title"] for line in (folder / "events.jsonl").read_text(encoding="utf-8").splitlines()]


@pytest.mark.parametrize(
    ("filters", "found"),
    [
        (("--words", "bomb"), {"Graz", "Oruro"}),
        (("--words", "bomb graz"), {"Graz"}),
        (("--place", "Norway"), {"Bergen"}),
        (("--place", "AT"), {"Graz"}),
        (("--box=-70,-20,10,-10",), {"Oruro"}),
        (("--earliest", "2031-05-06"), {"Bergen", "Graz"}),
        (("--latest", "2031-05-06"), {"Bergen", "Oruro"}),
        (("--type", "bombing", "--at-most", "4"), {"Graz"}),
        (("--at-least", "10"), {"Bergen"}),
        (("--measure", "injured", "--at-least", "0"), set()),
        (("--agreement", "contested"), {"Oruro"}),
        (("--outlet", "herald.example"), {"Graz", "Oruro"}),
        (("--actor", "nobody"), set()),
        (("--open", "contested"), {"Oruro"}),
    ],
)
def test_what_is_asked_for_is_written_alike_from_a_kept_ledger_and_a_folder(
    call: Call, ledgers: tuple[str, str], tmp_path: Path, filters: tuple[str, ...], found: set[str]
) -> None:
    store, out = ledgers
    kept, read = tmp_path / "kept", tmp_path / "read"
    told = call("export", kept, "--store", store, *filters)
    assert (told.status, call("export", read, "--out", out, *filters).status) == (0, 0)
    assert f"Events that match: {len(found)}" in told.out
    assert {town for town in ("Bergen", "Graz", "Oruro") for title in _titles(kept) if town in title} == found
    assert written(kept) == written(read)


def test_an_export_has_the_reports_of_its_events_and_no_others(
    call: Call, ledgers: tuple[str, str], tmp_path: Path
) -> None:
    assert call("export", tmp_path / "to", "--store", ledgers[0], "--place", "Oruro", "--rule", "acled").status == 0
    reports = (tmp_path / "to" / "reports.jsonl").read_text(encoding="utf-8").splitlines()
    assert sorted(json.loads(line)["input_id"] for line in reports) == ["1", "2", "3"]
    events = (tmp_path / "to" / "events.jsonl").read_text(encoding="utf-8")
    assert {figure["rule"] for figure in json.loads(events)["figures"]} == {"acled"}


def test_an_export_of_the_past_is_as_it_was(call: Call, ledgers: tuple[str, str], tmp_path: Path) -> None:
    store, out = ledgers
    assert call("export", tmp_path / "to", "--store", store, "--as-of", "2001-01-01", "--words", "bomb").status == 0
    assert _titles(tmp_path / "to") == []
    refused = call("export", tmp_path / "no", "--out", out, "--as-of", "2001-01-01")
    assert (refused.status, "name it with --store" in refused.err) == (2, True)


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        (("--box", "6,45"), "give west, south, east and north"),
        (("--earliest", "May"), "write it as 2026-01-05"),
        (("--agreement", "loud"), "corroborated"),
        (("--words", "bomb", "--rule", "coin"), "choose one of"),
    ],
)
def test_a_filter_that_cannot_be_read_is_refused(
    call: Call, ledgers: tuple[str, str], tmp_path: Path, wrong: tuple[str, ...], told: str
) -> None:
    refused = call("export", tmp_path / "to", "--store", ledgers[0], *wrong)
    assert (refused.status, told in refused.err) == (2, True)
    assert not (tmp_path / "to").exists()

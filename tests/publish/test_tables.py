"""The files hold one JSON row a line, whole or not at all, the same bytes each time."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twosource.errors import SourceError
from twosource.model import Holdings, Reject
from twosource.publish.rows import table_rows
from twosource.publish.tables import encoded, write_tables


def test_the_files_hold_the_rows(ledger: Holdings, tmp_path: Path) -> None:
    paths = write_tables(ledger, tmp_path / "out")
    read = {path.stem: [json.loads(line) for line in path.read_bytes().splitlines()] for path in paths}
    assert read == table_rows(ledger)


def test_only_the_tables_are_left_behind(ledger: Holdings, tmp_path: Path) -> None:
    paths = write_tables(ledger, tmp_path)
    assert sorted(tmp_path.iterdir()) == sorted(paths)


def test_an_empty_ledger_writes_empty_files(tmp_path: Path) -> None:
    paths = write_tables(Holdings(rule="default"), tmp_path)
    names = {"reports", "statements", "claims", "events", "copies", "rejects"}
    assert {path.stem for path in paths} == names
    assert all(path.read_bytes() == b"" for path in paths)


def test_annotations_of_an_earlier_run_do_not_stay(ledger: Holdings, tmp_path: Path) -> None:
    write_tables(ledger, tmp_path)
    write_tables(replace(ledger, annotations=()), tmp_path)
    assert not (tmp_path / "annotations.jsonl").exists()


def test_twice_gives_the_same_bytes(ledger: Holdings, tmp_path: Path) -> None:
    first = [path.read_bytes() for path in write_tables(ledger, tmp_path / "a")]
    second = [path.read_bytes() for path in write_tables(ledger, tmp_path / "b")]
    assert first == second


def test_half_a_surrogate_pair_becomes_one_other_character() -> None:
    line = encoded({"text": "a\ud800b", "low": 3})
    assert json.loads(line.decode("utf-8")) == {"text": "a\ufffdb", "low": 3}


@given(st.text(st.characters(blacklist_categories=())))
def test_any_text_is_one_line_of_utf8(text: str) -> None:
    line = encoded({"text": text})
    assert b"\n" not in line
    assert len(json.loads(line.decode("utf-8"))["text"]) == len(text)


def test_a_folder_that_cannot_be_made_is_a_source_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    holdings = Holdings(rule="default", rejects=(Reject(id="x", source="s", stage="t", reason="r", detail="d"),))
    with pytest.raises(SourceError, match="cannot write"):
        write_tables(holdings, tmp_path / "file" / "out")

"""Every input becomes a report or a reject; nothing blocks, nothing is silent."""

import gzip
import io
import json
import os
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from twosource.collect import collect
from twosource.config import Limits
from twosource.errors import UsageError
from twosource.model import Reject, Report

LIMITS = Limits()
SMALL = Limits(report_bytes=1_000, expanded_bytes=5_000_000, expansion_ratio=50, row_bytes=1_000)


def reports(*inputs: str | Path | Mapping[str, object], limits: Limits = LIMITS) -> list[Report]:
    return [item for item in collect(inputs, limits) if isinstance(item, Report)]


def reasons(*inputs: str | Path | Mapping[str, object], limits: Limits = LIMITS) -> list[str]:
    return [item.reason for item in collect(inputs, limits) if isinstance(item, Reject)]


def written(path: Path, content: bytes) -> Path:
    path.write_bytes(content)
    return path


def test_a_text_file_is_a_saved_text_named_as_the_caller_named_it(tmp_path: Path) -> None:
    file = written(tmp_path / "a.txt", b"Five people were killed.")
    (report,) = reports(file)
    assert (report.form, report.path, report.content) == ("saved text", file.as_posix(), b"Five people were killed.")
    assert report.id.startswith("r-")
    assert len(report.sha256) == 64


@pytest.mark.parametrize("name", ["a.html", "a.htm", "A.HTML", "page", "page.txt", "page.unknown"])
def test_a_page_is_known_by_its_name_or_its_first_bytes(tmp_path: Path, name: str) -> None:
    (report,) = reports(written(tmp_path / name, b"<!doctype html><html><body><p>Text.</p></body></html>"))
    assert report.form == "html"


def test_a_folder_is_read_in_sorted_order_without_hidden_files(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    written(tmp_path / "b" / "2.txt", b"two")
    written(tmp_path / "a.txt", b"one")
    written(tmp_path / "c.txt", b"three")
    written(tmp_path / ".hidden.txt", b"hidden")
    assert [report.content for report in reports(tmp_path)] == [b"one", b"two", b"three"]


def test_the_order_of_names_changes_nothing(tmp_path: Path) -> None:
    one, two = written(tmp_path / "1.txt", b"same"), written(tmp_path / "2.txt", b"same")
    assert list(collect([one, two], LIMITS)) == list(collect([two, one], LIMITS))


def test_rows_keep_what_they_tell_and_what_is_unknown() -> None:
    row = {"id": 7, "url": "https://example.org/a", "title": "T", "published": "2031-01-02", "text": "A  b\n", "x": [1]}
    (report,) = reports(row)
    assert report.content == b"A  b\n"
    assert (report.input_id, report.title, report.published) == ("7", "T", "2031-01-02")
    assert report.fields == (("x", "[1]"),)
    assert report.form == "text"


def test_a_row_with_html_is_a_page_and_an_outranked_html_is_kept() -> None:
    page, both = reports({"html": "<p>a</p>"}, {"text": "a", "html": "<p>a</p>"})
    assert (page.form, both.form) == ("html", "text")
    assert both.fields == (("html", '"<p>a</p>"'),)


def test_a_row_has_one_id_whatever_the_order_of_its_fields_and_the_way_it_came(tmp_path: Path) -> None:
    row = {"id": "1", "text": "Zoë said no."}
    turned = {"text": "Zoë said no.", "id": "1"}
    file = written(tmp_path / "a.jsonl", json.dumps(turned, ensure_ascii=False).encode())
    (first,), (second,), (third,) = reports(row), reports(turned), reports(file)
    assert first.id == second.id == third.id


def test_lines_of_json_go_on_after_a_broken_one(tmp_path: Path) -> None:
    lines = [b'{"text":"one"}', b'{"text": "tw', b"", b"[1]", b'{"text":"\xff"}', b'{"text":"two"}', b'{"title":"x"}']
    found = list(collect([written(tmp_path / "a.jsonl", b"\n".join(lines))], LIMITS))
    assert [item.content for item in found if isinstance(item, Report)] == [b"one", b"two"]
    rejects = [(item.source.rsplit(":", 1)[1], item.reason) for item in found if isinstance(item, Reject)]
    assert rejects == [
        ("2", "broken JSON"),
        ("4", "wrong type"),
        ("5", "unreadable encoding"),
        ("7", "missing text"),
    ]


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ({"text": ""}, "empty"),
        ({"text": " \n"}, "empty"),
        ({"text": None, "html": None}, "missing text"),
        ({"title": "only"}, "missing text"),
        ({"text": 5}, "wrong type"),
        ({"text": "a", "title": ["x"]}, "wrong type"),
        ({"text": "a", "published": 1893456000}, "wrong type"),
        ({"text": "a", "id": {"x": 1}}, "wrong type"),
        ({"text": "a", "x": float("nan")}, "wrong type"),
        ({"text": "a", "x": b"bytes"}, "wrong type"),
        ({"text": "a", 5: "b", "c": 1}, "wrong type"),
        ({"text": "a" * 2_000}, "too large"),
    ],
)
def test_a_row_that_cannot_be_read_is_refused(row: Mapping[str, object], reason: str) -> None:
    assert reasons(row, limits=SMALL) == [reason]


def test_a_row_nested_too_deep_is_refused(tmp_path: Path) -> None:
    deep = b'{"text":"a","x":' + b"[" * 100_000 + b"]" * 100_000 + b"}"
    assert reasons(written(tmp_path / "a.jsonl", deep)) == ["broken JSON"]


def test_a_line_longer_than_allowed_is_refused_and_the_next_is_read(tmp_path: Path) -> None:
    file = written(tmp_path / "a.jsonl", b'{"text":"' + b"a" * 5_000 + b'"}\n{"text":"b"}\n')
    found = list(collect([file], SMALL))
    assert [type(item).__name__ for item in found] == ["Reject", "Report"]


def test_characters_that_no_file_can_hold_are_replaced_one_for_one() -> None:
    (report,) = reports({"text": "a\x00b\ud800c", "title": "\udfff", "x": "\ud800"})
    assert report.content.decode() == "a\ufffdb\ufffdc"
    assert report.title == "\ufffd"


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("a.txt", b"", "empty"),
        ("a.html", b"  \n ", "empty"),
        ("a.txt", b"text\x00\x01\x02" * 50, "binary"),
        ("a.bin", bytes(range(256)), "binary"),
        ("a.pdf", b"%PDF-1.7 text", "binary"),
        ("a.zip", b"PK\x03\x04rest", "archive"),
        ("a.txt", b"PK\x03\x04rest", "archive"),
        ("README.md", b"# About these reports", "not a report"),
        ("table.csv", b"a,b", "not a report"),
        ("a.txt", b"a" * 2_000, "too large"),
        ("a.txt.gz", b"not packed", "broken archive"),
        ("a.txt.gz", gzip.compress(b"Five people were killed." * 9, mtime=0)[:30], "broken archive"),
        ("a.gz", gzip.compress(gzip.compress(b"inner", mtime=0), mtime=0), "broken archive"),
        ("a.txt.gz", gzip.compress(b"a" * 3_000_000, mtime=0), "too large"),
    ],
)
def test_a_file_that_is_no_report_is_refused(tmp_path: Path, name: str, content: bytes, reason: str) -> None:
    assert reasons(written(tmp_path / name, content), limits=SMALL) == [reason]


def test_a_packed_file_is_read_as_what_it_holds(tmp_path: Path) -> None:
    text = written(tmp_path / "a.txt.gz", gzip.compress(b"Five people were killed.", mtime=0))
    rows = written(tmp_path / "b.jsonl.gz", gzip.compress(b'{"text":"b"}\n{"text":"c"}', mtime=0))
    page = written(tmp_path / "c.gz", gzip.compress(b"<html><p>x</p></html>", mtime=0))
    assert [report.form for report in reports(text, rows, page)] == ["saved text", "text", "text", "html"]


def test_a_stream_that_explodes_is_stopped_and_what_came_before_is_kept(tmp_path: Path) -> None:
    lines = b'{"text":"first"}\n' + (b'{"text":"' + b"a" * 900 + b'"}\n') * 20_000
    found = list(collect([written(tmp_path / "bomb.jsonl.gz", gzip.compress(lines, mtime=0))], SMALL))
    assert isinstance(found[0], Report)
    assert isinstance(found[-1], Reject)
    assert found[-1].reason == "expands too far"


def test_what_came_before_the_break_of_an_archive_is_kept(tmp_path: Path) -> None:
    packed = gzip.compress(b"".join(b'{"text":"%d"}\n' % number for number in range(50_000)))
    found = list(collect([written(tmp_path / "a.jsonl.gz", packed[: len(packed) // 2])], LIMITS))
    assert isinstance(found[0], Report)
    assert [item.reason for item in found if isinstance(item, Reject)][-1] == "broken archive"


def test_the_same_content_twice_names_the_first(tmp_path: Path) -> None:
    first, second = written(tmp_path / "1.txt", b"same"), written(tmp_path / "2.txt", b"same")
    (report, reject) = collect([tmp_path], LIMITS)
    assert isinstance(report, Report)
    assert isinstance(reject, Reject)
    assert (reject.reason, reject.source, reject.report) == ("duplicate", second.as_posix(), report.id)
    assert first.as_posix() in reject.detail


def test_each_copy_of_a_row_is_a_reject_of_its_own() -> None:
    row = {"id": "1", "text": "a"}
    rejects = [item for item in collect([row, row, row], LIMITS) if isinstance(item, Reject)]
    assert len({reject.id for reject in rejects}) == 2


def test_a_pipe_is_refused_without_waiting(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    assert reasons(tmp_path) == ["not a file"]


def test_a_device_is_refused() -> None:
    assert reasons("/dev/null") == ["not a file"]


def test_links_that_lead_nowhere_or_round_are_refused(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to(tmp_path / "a")
    (tmp_path / "b").symlink_to(tmp_path / "missing")
    (tmp_path / "c").mkdir()
    (tmp_path / "c" / "up").symlink_to(tmp_path)
    assert reasons(tmp_path) == ["unreadable path", "unreadable path", "link loop"]


def test_standard_input_is_read_as_what_it_holds() -> None:
    for content, forms in ((b"Plain text.", ["saved text"]), (b'{"text":"a"}\n{"text":"b"}', ["text", "text"])):
        stream = io.BytesIO(content)
        found = list(collect(["-"], LIMITS, stdin=stream))
        assert [item.form for item in found if isinstance(item, Report)] == forms
        assert not stream.closed


@pytest.mark.parametrize("wrong", ["ftp://example.org/a", "postgresql:///ledger", "missing.txt", "a\x00b", "x" * 5_000])
def test_a_name_that_cannot_be_meant_is_an_error_of_usage_before_anything_is_read(wrong: str) -> None:
    with pytest.raises(UsageError, match="addresses" if "://" in wrong else "no such"):
        collect([{"text": "a"}, wrong], LIMITS)


def test_an_input_that_is_no_list_is_an_error_of_usage() -> None:
    with pytest.raises(UsageError, match="list"):
        collect("a.txt", LIMITS)


def test_rows_are_streamed() -> None:
    taken = []

    def rows() -> Iterator[Mapping[str, object]]:
        for number in range(5):
            taken.append(number)
            yield {"text": str(number)}

    stream = collect(rows(), LIMITS)
    next(stream)
    assert taken == [0]


@given(st.binary(max_size=300))
@settings(max_examples=150, deadline=None)
def test_any_stream_becomes_reports_or_rejects(content: bytes) -> None:
    assert list(collect(["-"], LIMITS, stdin=io.BytesIO(content)))


@given(
    st.dictionaries(
        st.sampled_from(["id", "text", "html", "title", "published", "x"]), st.text() | st.integers() | st.none()
    )
)
@settings(max_examples=150, deadline=None)
def test_any_row_becomes_a_report_or_a_reject(row: dict[str, object]) -> None:
    (found,) = collect([row], LIMITS)
    assert found.id

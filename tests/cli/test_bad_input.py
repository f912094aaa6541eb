"""Whatever is put in: the bad is told with its reason, the good is read, and nobody ever sees a traceback."""

import gzip
import io
import json
import os
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Call = Callable[..., Any]


def _zip() -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("a.txt", "Two people were killed.")
    return packed.getvalue()


BAD: dict[str, tuple[str, Callable[[], bytes], str]] = {
    "empty": ("empty.txt", lambda: b"", "empty"),
    "only space": ("space.html", lambda: b" \n\t ", "empty"),
    "no line": ("none.jsonl", lambda: b"\n\n", "empty"),
    "binary": ("binary.txt", lambda: bytes(range(256)) * 50, "binary"),
    "a page of 50 MB": ("big.html", lambda: b"<p>Two people were killed.</p>" * 1_800_000, "too large"),
    "100,000 nested tags": ("deep.html", lambda: b"<div>" * 100_000 + b"Two dead" + b"</div>" * 100_000, "too deep"),
    "zip": ("pages.zip", _zip, "archive"),
    "zip under another name": ("pages.txt", _zip, "archive"),
    "gzip bomb": ("bomb.txt.gz", lambda: gzip.compress(b"0" * 50_000_000, 9), "expands too far"),
    "cut gzip": ("cut.txt.gz", lambda: gzip.compress(os.urandom(5000))[:900], "broken archive"),
    "broken JSON": ("rows.jsonl", lambda: b'{"id": "2", "text": ', "broken JSON"),
    "no text": ("rows.jsonl", lambda: b'{"id": "3", "title": "Two killed"}', "missing text"),
    "wrong type": ("rows.jsonl", lambda: b'{"id": "4", "text": ["Two killed"]}', "wrong type"),
    "no object": ("rows.jsonl", lambda: b"[1, 2]", "wrong type"),
    "row not UTF-8": ("rows.jsonl", lambda: b'{"text": "\xff\xfe"}', "unreadable encoding"),
    "other kind": ("table.csv", lambda: b"a,b\n1,2\n", "not a report"),
}


def _feed(link: str, doctype: str = "") -> bytes:
    return f"{doctype}<rss><channel><item><title>x&f;</title><link>{link}</link></item></channel></rss>".encode()


def _record(head: str, body: bytes = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>Two dead</p>") -> bytes:
    return (
        f"WARC/1.0\r\nWARC-Type: response\r\n{head or f'Content-Length: {len(body)}'}\r\n\r\n".encode()
        + body
        + b"\r\n\r\n"
    )


HOSTILE: dict[str, tuple[str, Callable[[], bytes], str]] = {
    "a feed that names a file": ("a.xml", lambda: _feed("file:///etc/passwd"), "refused address"),
    "a feed with a password": ("a.rss", lambda: _feed("https://u:secret@news.example/"), "refused address"),
    "a feed with a port": ("a.rss", lambda: _feed("http://news.example:6379/"), "refused address"),
    "a feed with a file as entity": (
        "a.xml",
        lambda: _feed("gopher://x/", "<!DOCTYPE r [<!ENTITY f SYSTEM 'file:///etc/passwd'>]>"),
        "refused address",
    ),
    "a feed without entries": ("a.atom", lambda: b"<feed></feed>", "empty"),
    "a sitemap of files": ("a.xml", lambda: b"<urlset><url><loc>/etc/passwd</loc></url></urlset>", "refused address"),
    "XML of another kind": ("a.xml", lambda: b"<svg/>", "not a report"),
    "JSON of another kind": ("a.json", lambda: b'{"a": 1}', "not a report"),
    "an archive that is none": ("a.warc", lambda: b"GIF89a" * 100, "broken archive"),
    "an archive cut short": ("a.warc", lambda: _record("Content-Length: 5000"), "broken archive"),
    "a record of negative length": ("a.warc", lambda: _record("Content-Length: -1"), "broken archive"),
    "a record without a length": ("a.warc", lambda: _record("X: y"), "broken archive"),
    "a packed archive cut short": ("a.warc.gz", lambda: gzip.compress(_record(""))[:-20], "broken archive"),
    "an archive bomb": ("a.warc.gz", lambda: gzip.compress(_record("", b"0" * 50_000_000), 9), "expands too far"),
    "a packed page that explodes": (
        "a.warc",
        lambda: _record(
            "",
            b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\n\r\n"
            + gzip.compress(b"0" * 50_000_000, 9),
        ),
        "expands too far",
    ),
    "an archive without pages": ("a.warc", lambda: _record("", b"SSH-2.0"), "not a report"),
}
BAD |= HOSTILE


@pytest.mark.enable_socket  # numbers are looked up without any network; nothing is dialled
@pytest.mark.parametrize(
    "address",
    [
        "http://127.0.0.1/",
        "http://localhost/",
        "http://[::1]/",
        "http://[::ffff:10.0.0.1]/",
        "http://169.254.169.254/latest/meta-data/",
        "https://192.168.0.1/",
        "http://0.0.0.0/",
    ],
)
def test_an_address_inside_is_a_reject_and_the_rest_is_read(call: Call, good: Path, address: str) -> None:
    outcome = call("run", good, address)
    assert outcome.status == 0
    assert "1 report," in outcome.out
    assert "1 not public" in outcome.out


def test_a_password_in_an_address_is_shown_nowhere(call: Call, good: Path, tmp_path: Path) -> None:
    outcome = call("run", good, "https://user:secret@news.example/", "--out", tmp_path / "out")
    written = "".join(path.read_text("utf-8") for path in (tmp_path / "out").iterdir())
    assert "1 refused address" in outcome.out
    assert "secret" not in outcome.out + outcome.err + written


@pytest.mark.parametrize("name", BAD)
def test_a_bad_input_is_a_reject_and_the_rest_is_read(call: Call, good: Path, tmp_path: Path, name: str) -> None:
    file, content, reason = BAD[name]
    (good / file).write_bytes(content())
    outcome = call("run", good, "--out", tmp_path / "out")
    assert outcome.status == 0
    assert "Traceback" not in outcome.out + outcome.err
    rejects = [json.loads(line) for line in (tmp_path / "out" / "rejects.jsonl").read_text().splitlines()]
    assert [(Path(r["source"]).name.partition(":")[0], r["reason"]) for r in rejects] == [(file, reason)]
    assert all(reject["detail"] for reject in rejects)
    assert f"1 {reason}" in outcome.out
    assert "1 report," in outcome.out


@pytest.mark.parametrize("name", BAD)
def test_where_nothing_can_be_read_the_status_is_1(call: Call, tmp_path: Path, name: str) -> None:
    file, content, reason = BAD[name]
    (tmp_path / file).write_bytes(content())
    outcome = call("run", tmp_path / file)
    assert outcome.status == 1
    assert reason in outcome.out


def test_rows_around_a_broken_line_are_read(call: Call, tmp_path: Path) -> None:
    rows = [
        '{"id": "1", "text": "Two men were killed in Bern."}',
        "{broken",
        '{"id": "3", "text": "A man died in Oruro."}',
    ]
    (tmp_path / "rows.jsonl").write_text("\n".join(rows), encoding="utf-8")
    outcome = call("run", tmp_path / "rows.jsonl")
    assert outcome.status == 0
    assert "2 reports" in outcome.out
    assert "rows.jsonl:2: broken JSON" in outcome.out


def test_the_same_report_twice_is_read_once(call: Call, good: Path) -> None:
    (good / "again.txt").write_bytes((good / "good.txt").read_bytes())
    outcome = call("run", good, good / "good.txt")
    assert outcome.status == 0
    assert "1 report," in outcome.out
    assert "2 duplicate" in outcome.out


def test_another_encoding_is_read(call: Call, tmp_path: Path) -> None:
    text = "Polizei: zwei Tote in Zürich\n\nTwo people were killed in Zürich on Monday, police in Zürich said.\n"
    for name, encoding in (("latin.txt", "cp1252"), ("wide.txt", "utf-16"), ("marked.txt", "utf-8-sig")):
        (tmp_path / name).write_bytes(text.encode(encoding))
    outcome = call("run", tmp_path, "--out", tmp_path / "out")
    reports = [json.loads(line) for line in (tmp_path / "out" / "reports.jsonl").read_text("utf-8").splitlines()]
    assert outcome.status == 0
    assert len(reports) == 3
    assert all("killed in Zürich on Monday" in report["text"] for report in reports)


def test_a_day_in_the_future_is_kept_as_it_is_told(call: Call, tmp_path: Path) -> None:
    row = {"id": "1", "published": "2999-12-31", "text": "Two people were killed in Bern on Monday, police said."}
    (tmp_path / "rows.jsonl").write_text(json.dumps(row), encoding="utf-8")
    outcome = call("run", tmp_path / "rows.jsonl", "--out", tmp_path / "out")
    report = json.loads((tmp_path / "out" / "reports.jsonl").read_text())
    assert (outcome.status, report["published"]) == (0, "2999-12-31")


@pytest.mark.parametrize("told", ["yesterday", "0000-00-00", "2031-02-30", "31/12/2031", "99999-01-01", "-1"])
def test_a_day_that_is_none_is_unknown_and_nothing_breaks(call: Call, tmp_path: Path, told: str) -> None:
    row = {"id": "1", "published": told, "text": "Two people were killed in Bern on Monday, police said."}
    (tmp_path / "rows.jsonl").write_text(json.dumps(row), encoding="utf-8")
    outcome = call("run", tmp_path / "rows.jsonl")
    assert outcome.status == 0
    assert "2 killed" in outcome.out


def test_text_from_right_to_left_and_emoji_come_through_whole(call: Call, tmp_path: Path) -> None:
    text = "قُتل شخصان في المدينة 💥 👩‍🚒. Two people were killed in Bern on Monday, police said."
    (tmp_path / "rows.jsonl").write_text(json.dumps({"id": "1", "text": text}), encoding="utf-8")
    outcome = call("run", tmp_path / "rows.jsonl", "--out", tmp_path / "out")
    report = json.loads((tmp_path / "out" / "reports.jsonl").read_text("utf-8"))
    assert (outcome.status, report["text"]) == (0, text)
    assert "👩‍🚒" in (tmp_path / "out" / "index.html").read_text("utf-8")


def test_script_in_a_report_is_shown_and_never_run(call: Call, tmp_path: Path) -> None:
    hostile = '<script>alert("x")</script><img src=x onerror=alert(1)>'
    row = {
        "id": hostile,
        "url": "javascript:alert(1)",
        "title": f"Two killed {hostile}",
        "text": f"Two people were killed in Bern {hostile} on Monday, police said.",
        "published": hostile,
    }
    (tmp_path / "rows.jsonl").write_text(json.dumps(row), encoding="utf-8")
    assert call("run", tmp_path / "rows.jsonl", "--out", tmp_path / "out").status == 0
    page = (tmp_path / "out" / "index.html").read_text("utf-8")
    assert "<script>alert" not in page
    assert "<img src=x" not in page
    assert 'href="javascript:' not in page


def test_what_cannot_be_opened_is_told_and_the_rest_is_read(call: Call, good: Path) -> None:
    os.mkfifo(good / "pipe.txt")
    (good / "round").symlink_to(good)
    (good / "gone.txt").symlink_to(good / "nowhere")
    outcome = call("run", good)
    assert outcome.status == 0
    for reason in ("not a file", "link loop", "unreadable path"):
        assert f"1 {reason}" in outcome.out


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read every file")
def test_a_closed_file_is_told_and_the_rest_is_read(call: Call, good: Path) -> None:
    (good / "closed.txt").write_text("Two people were killed.")
    (good / "closed.txt").chmod(0)
    outcome = call("run", good)
    assert outcome.status == 0
    assert "1 unreadable path" in outcome.out


def test_an_empty_folder_is_told(call: Call, tmp_path: Path) -> None:
    (tmp_path / "nothing").mkdir()
    outcome = call("run", tmp_path / "nothing")
    assert outcome.status == 1
    assert "1 empty" in outcome.out
    assert "nothing: empty" in outcome.out


def test_standard_input_is_read(call: Call) -> None:
    outcome = call("run", "-", stdin=b'{"id": "1", "text": "Two people were killed in Bern, police said."}\n')
    assert outcome.status == 0
    assert "2 killed" in outcome.out


def test_an_empty_standard_input_is_told(call: Call) -> None:
    outcome = call("run", "-", stdin=b"")
    assert outcome.status == 1
    assert "1 empty" in outcome.out

"""Pages of web archives become reports with their citation; a break costs what it broke and no more."""

import base64
import gzip
import hashlib
import io
import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.collect.conftest import answer

from twosource.collect import Reach, collect
from twosource.collect.archived import found_in_archive
from twosource.collect.members import Members, Plain
from twosource.config import Limits
from twosource.model import Reject, Report


def page(number: int) -> bytes:
    return f"<html><body><p>Police said {number} people were killed in Bern.</p></body></html>".encode()


def record(number: int, block: bytes, kind: str = "response", **more: str) -> bytes:
    """Return one record; ``number`` makes its id and its target."""
    digest = base64.b32encode(hashlib.sha1(block, usedforsecurity=False).digest()).decode()
    told = {
        "WARC-Type": kind,
        "WARC-Target-URI": f"https://news.example/{number}",
        "WARC-Date": "2031-05-06T10:00:00Z",
        "WARC-Record-ID": f"<urn:uuid:{number}>",
        "WARC-Payload-Digest": f"sha1:{digest}",
        "Content-Type": "application/http; msgtype=response",
        **{name.replace("_", "-"): value for name, value in more.items()},
        "Content-Length": str(len(block)),
    }
    return ("WARC/1.1\r\n" + "".join(f"{n}: {v}\r\n" for n, v in told.items()) + "\r\n").encode() + block + b"\r\n\r\n"


INFO = record(0, b"software: test\r\n", "warcinfo", Content_Type="application/warc-fields")


def read(
    tmp_path: Path, content: bytes, name: str = "crawl.warc", limits: Limits | None = None
) -> tuple[list[Report], list[Reject]]:
    (tmp_path / name).write_bytes(content)
    found = list(collect([tmp_path / name], limits or Limits()))
    return [item for item in found if isinstance(item, Report)], [item for item in found if isinstance(item, Reject)]


def packed(*records: bytes) -> bytes:
    return b"".join(gzip.compress(one, mtime=0) for one in records)


def test_a_kept_page_is_a_report_with_its_citation(tmp_path: Path) -> None:
    (report,), rejects = read(tmp_path, INFO + record(1, answer(page(1), content_type="text/html; charset=iso-8859-1")))
    assert rejects == []
    assert (report.url, report.content, report.form, report.encoding) == (
        "https://news.example/1",
        page(1),
        "html",
        "iso-8859-1",
    )
    assert report.path == (tmp_path / "crawl.warc").as_posix()
    fields = {name: json.loads(text) for name, text in report.fields}
    assert fields["retrieved"] == "2031-05-06T10:00:00Z"
    assert fields["warc_record_id"] == "<urn:uuid:1>"
    assert fields["warc_payload_digest"].startswith("sha1:")


def test_the_same_bytes_have_one_id_archived_or_saved(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_bytes(page(1))
    (saved,) = collect([tmp_path / "a.html"], Limits())
    (archived,), _ = read(tmp_path, record(1, answer(page(1))))
    assert isinstance(saved, Report)
    assert archived.id == saved.id


@pytest.mark.parametrize("name", ["crawl.warc.gz", "crawl.gz", "crawl"])
def test_a_packed_archive_is_read_whatever_its_name(tmp_path: Path, name: str) -> None:
    reports, rejects = read(tmp_path, packed(INFO, record(1, answer(page(1))), record(2, answer(page(2)))), name)
    assert ([report.content for report in reports], rejects) == ([page(1), page(2)], [])


def test_an_archive_packed_in_one_piece_is_read_too(tmp_path: Path) -> None:
    whole = gzip.compress(INFO + record(1, answer(page(1))) + record(2, answer(page(2))))
    assert len(read(tmp_path, whole, "crawl.warc.gz")[0]) == 2


def test_chunks_and_packing_are_undone_where_they_are_there(tmp_path: Path) -> None:
    zipped = gzip.compress(page(3))
    blocks = [
        answer(b"%x\r\n%b\r\n0\r\n\r\n" % (len(page(1)), page(1)), transfer_encoding="chunked"),
        answer(page(2), transfer_encoding="chunked", content_encoding="gzip"),  # both undone by the archiver
        answer(
            b"%x;a=b\r\n%b\r\n0\r\n\r\n" % (len(zipped), zipped), transfer_encoding="chunked", content_encoding="gzip"
        ),
    ]
    reports, rejects = read(tmp_path, b"".join(record(n, block) for n, block in enumerate(blocks)))
    assert ([report.content for report in reports], rejects) == ([page(1), page(2), page(3)], [])


def test_pages_kept_without_an_answer_are_read(tmp_path: Path) -> None:
    content = record(1, page(1), "resource", Content_Type="text/html") + record(
        2, b"Two died.", "resource", Content_Type="text/plain"
    )
    assert [report.form for report in read(tmp_path, content)[0]] == ["html", "saved text"]


def test_what_is_no_page_is_counted_in_one_reject(tmp_path: Path) -> None:
    blocks = [answer(b"\xff\xd8", content_type="image/jpeg")] * 3 + [
        answer(b"a{}", content_type="text/css"),
        answer(status="404 No"),
        b"no http",
    ]
    content = b"".join(record(n, block) for n, block in enumerate(blocks)) + record(9, b"GET / HTTP/1.1", "request")
    reports, (reject,) = read(tmp_path, content)
    assert reports == []
    assert (reject.reason, reject.detail) == (
        "not a report",
        "records passed over: 3 image/jpeg, 1 status 404, 1 status unknown, 1 text/css",
    )


def test_a_revisit_is_a_duplicate_of_the_page_it_names_and_a_reject_without_it(tmp_path: Path) -> None:
    head = answer(content_length="0")
    content = record(2, head, "revisit", WARC_Refers_To="<urn:uuid:1>") + record(1, answer(page(1)))
    content += record(3, head, "revisit", WARC_Refers_To="<urn:uuid:77>", WARC_Payload_Digest="sha1:X")
    content += record(
        4,
        head,
        "revisit",
        WARC_Payload_Digest="",
        WARC_Refers_To_Target_URI="https://news.example/1",
        WARC_Refers_To_Date="2031-05-06T10:00:00Z",
    )
    content += record(5, answer(b"", content_type="image/png"), "revisit", WARC_Refers_To="<urn:uuid:78>")
    reports, rejects = read(tmp_path, content)
    assert len(reports) == 1
    assert [(reject.source.rpartition(":")[2], reject.reason) for reject in rejects[:3]] == [
        ("1", "duplicate"),
        ("3", "missing original"),
        ("4", "duplicate"),
    ]
    assert [reject.reason for reject in rejects[3:]] == ["not a report"]


def test_a_revisit_finds_its_page_in_an_archive_read_before(tmp_path: Path) -> None:
    (tmp_path / "1.warc").write_bytes(record(1, answer(page(1))))
    (tmp_path / "2.warc").write_bytes(record(2, answer(content_length="0"), "revisit", WARC_Refers_To="<urn:uuid:1>"))
    found = list(collect([tmp_path], Limits()))
    assert [item.reason for item in found if isinstance(item, Reject)] == ["duplicate"]
    assert "1.warc:1" in next(item.detail for item in found if isinstance(item, Reject))


def test_a_damaged_member_costs_itself_alone(tmp_path: Path) -> None:
    members = [packed(record(n, answer(page(n)))) for n in range(5)]
    damaged = members[2][:40] + b"x" * 40 + members[2][80:]
    reports, rejects = read(tmp_path, b"".join([*members[:2], damaged, *members[3:]]), "crawl.warc.gz")
    assert [report.url and report.url[-1] for report in reports] == ["0", "1", "3", "4"]
    assert [reject.reason for reject in rejects] == ["broken archive"]


def test_a_damaged_head_costs_its_record_alone(tmp_path: Path) -> None:
    records = [record(n, answer(page(n))) for n in range(5)]
    records[2] = records[2].replace(b"WARC/1.1", b"XXXX/1.1")
    records[3] = records[3].replace(b"Content-Length: 1", b"Content-Length: -1", 1)
    reports, rejects = read(tmp_path, b"".join(records))
    assert [report.url and report.url[-1] for report in reports] == ["0", "1", "4"]
    assert [reject.reason for reject in rejects] == ["broken archive", "broken archive"]


@pytest.mark.parametrize("name", ["crawl.warc", "crawl.warc.gz"])
def test_an_archive_cut_short_is_never_silent(tmp_path: Path, name: str) -> None:
    records = [record(n, answer(page(n))) for n in range(3)]
    whole = packed(*records) if name.endswith("gz") else b"".join(records)
    ends = len(packed(*records[:2]) if name.endswith("gz") else b"".join(records[:2]))
    for cut in range(ends + 30, len(whole) - 20, 7):
        reports, rejects = read(tmp_path, whole[:cut], name)
        assert len(reports) in {2, 3}
        assert [reject.reason for reject in rejects] == ["broken archive"]


def test_a_record_too_large_is_a_reject_and_the_next_is_read(tmp_path: Path) -> None:
    content = record(1, answer(b"a" * 200_000)) + record(2, answer(page(2)))
    reports, rejects = read(tmp_path, content, limits=Limits(report_bytes=50_000))
    assert (len(reports), [reject.reason for reject in rejects]) == (1, ["too large"])


def test_an_archive_that_explodes_is_stopped(tmp_path: Path) -> None:
    bomb = gzip.compress(record(1, answer(b"0" * 60_000_000, content_type="image/png")))
    reports, rejects = read(
        tmp_path, bomb + packed(record(2, answer(page(2)))), "crawl.warc.gz", Limits(expansion_ratio=50)
    )
    assert "expands too far" in [reject.reason for reject in rejects]
    assert len(reports) <= 1


def test_an_archive_without_any_page_is_told(tmp_path: Path) -> None:
    assert [reject.reason for reject in read(tmp_path, INFO)[1]] == ["empty"]


@pytest.mark.parametrize("name", ["crawl.warc", "crawl.warc.gz"])
def test_what_is_no_archive_under_the_name_of_one_is_a_reject(tmp_path: Path, name: str) -> None:
    assert [reject.reason for reject in read(tmp_path, b"no archive at all\n" * 9, name)[1]] == ["broken archive"]


@given(st.integers(0, 10_000), st.binary(min_size=1, max_size=60), st.booleans())
@settings(max_examples=150, deadline=None)
def test_damage_anywhere_leaves_reports_and_rejects_and_no_error(place: int, noise: bytes, is_packed: bool) -> None:  # noqa: FBT001 # drawn
    records = [record(n, answer(page(n))) for n in range(6)]
    whole = packed(*records) if is_packed else b"".join(records)
    place %= len(whole)
    source = io.BytesIO(whole[:place] + noise + whole[place + len(noise) :])
    archive = Members(source, Limits()) if is_packed else Plain(source)
    assert len(list(found_in_archive(archive, "a.warc", Reach()))) >= 5

"""Addresses, feeds and sitemaps become reports with where and when they were fetched; what is held is left alone."""

import gzip
import json
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from tests.collect.conftest import SmallWeb, answer

from twosource.collect import Held, Reach, collect
from twosource.config import Limits
from twosource.errors import UsageError
from twosource.model import Reject, Report

Build = Callable[[Mapping[str, bytes]], SmallWeb]
SITE = "https://news.example"


def page(number: int) -> bytes:
    return (
        f"<html><body><article><p>Police said {number} people were killed in Bern.</p></article></body></html>".encode()
    )


def rss(*paths: str) -> bytes:
    day = "<pubDate>Tue, 06 May 2031 10:00:00 GMT</pubDate>"
    each = (f"<title>T</title><link>{p}</link>{day}<description>Two died.{p}</description>" for p in paths)
    body = "".join(f"<item>{one}</item>" for one in each)
    return f"<rss><channel>{body}</channel></rss>".encode()


def sitemap(*paths: str, index: bool = False) -> bytes:
    one, whole = ("sitemap", "sitemapindex") if index else ("url", "urlset")
    return f"<{whole}>{''.join(f'<{one}><loc>{path}</loc></{one}>' for path in paths)}</{whole}>".encode()


def xml(content: bytes) -> bytes:
    return answer(content, content_type="application/xml")


def gathered(*inputs: str | Path, reach: Reach) -> tuple[list[Report], list[tuple[str, str]], list[Held]]:
    found = list(collect(inputs, reach))
    reports = [item for item in found if isinstance(item, Report)]
    rejects = [(item.source, item.reason) for item in found if isinstance(item, Reject)]
    return reports, rejects, [item for item in found if isinstance(item, Held)]


def reach(web: SmallWeb, limits: Limits | None = None, **more: object) -> Reach:
    return replace(Reach(limits=limits or Limits(), fetch=web.visitor(limits)), **more)  # type: ignore[arg-type]


def told(report: Report) -> dict[str, object]:
    return {name: json.loads(text) for name, text in report.fields}


def test_a_page_becomes_a_report_with_address_time_and_digest(small_web: Build) -> None:
    web = small_web({f"{SITE}/a": answer(status="301 Moved", location="/b"), f"{SITE}/b": answer(page(2), etag='"1"')})
    (report,), rejects, _ = gathered(f"{SITE}/a", reach=reach(web))
    assert rejects == []
    assert (report.url, report.form, report.encoding, report.path) == (f"{SITE}/b", "html", "utf-8", None)
    assert told(report) == {"asked": f"{SITE}/a", "etag": '"1"', "retrieved": "2031-05-07T10:00:00+00:00"}
    assert len(report.sha256) == 64


def test_the_same_bytes_have_one_id_fetched_or_saved(small_web: Build, tmp_path: Path) -> None:
    (tmp_path / "a.html").write_bytes(page(2))
    (saved,) = collect([tmp_path / "a.html"], Limits())
    (fetched,), _, _ = gathered(f"{SITE}/a", reach=reach(small_web({f"{SITE}/a": answer(page(2))})))
    assert isinstance(saved, Report)
    assert (fetched.id, fetched.sha256, fetched.content) == (saved.id, saved.sha256, saved.content)


def test_plain_text_is_saved_text(small_web: Build) -> None:
    web = small_web({f"{SITE}/a": answer(b"Two people were killed.", content_type="text/plain")})
    (report,), _, _ = gathered(f"{SITE}/a", reach=reach(web))
    assert report.form == "saved text"


def test_what_cannot_be_fetched_is_a_counted_reject_and_the_rest_is_read(small_web: Build) -> None:
    web = small_web({f"{SITE}/a": answer(page(2)), f"{SITE}/gone": answer(status="404 No")})
    web.numbers["inside.example"] = ("10.0.0.1",)
    inputs = [f"{SITE}/a", f"{SITE}/gone", "http://inside.example/", "https://user:secret@news.example/"]
    reports, rejects, _ = gathered(*inputs, reach=reach(web))
    assert len(reports) == 1
    assert sorted(rejects) == [
        ("http://inside.example/", "not public"),
        ("https://news.example/", "refused address"),
        ("https://news.example/gone", "not found"),
    ]


@pytest.mark.parametrize("body", [b"", b"  \n"])
def test_an_empty_page_is_refused(small_web: Build, body: bytes) -> None:
    assert gathered(f"{SITE}/a", reach=reach(small_web({f"{SITE}/a": answer(body)})))[1] == [(f"{SITE}/a", "empty")]


def test_a_feed_gives_the_pages_it_lists(small_web: Build) -> None:
    web = small_web(
        {
            f"{SITE}/feed": xml(rss("/1", "/2", "/gone")),
            f"{SITE}/1": answer(page(1)),
            f"{SITE}/2": answer(page(2)),
            f"{SITE}/gone": answer(status="410 Gone"),
        }
    )
    reports, rejects, _ = gathered(f"{SITE}/feed", reach=reach(web))
    assert [report.url for report in reports] == [f"{SITE}/1", f"{SITE}/2"]
    assert told(reports[0])["listed"] == {
        "listing": f"{SITE}/feed",
        "published": "2031-05-06T10:00:00+00:00",
        "title": "T",
    }
    assert rejects == [(f"{SITE}/gone", "not found")]


def test_without_following_a_feed_gives_its_own_words(small_web: Build) -> None:
    web = small_web({f"{SITE}/feed": xml(rss("/1", "/2"))})
    reports, rejects, _ = gathered(f"{SITE}/feed", reach=reach(web, follow=False))
    assert [(report.url, report.content, report.title) for report in reports] == [
        (f"{SITE}/1", b"Two died./1", "T"),
        (f"{SITE}/2", b"Two died./2", "T"),
    ]
    assert rejects == []
    assert f"{SITE}/1" not in web.asked


def test_a_saved_feed_is_followed_or_read_for_itself(small_web: Build, tmp_path: Path) -> None:
    (tmp_path / "news.xml").write_bytes(rss(f"{SITE}/1"))
    web = small_web({f"{SITE}/1": answer(page(1))})
    assert gathered(tmp_path, reach=reach(web))[0][0].content == page(1)
    (own,), _, _ = gathered(tmp_path, reach=Reach())
    assert (own.content, own.path) == (f"Two died.{SITE}/1".encode(), (tmp_path / "news.xml").as_posix())


def test_a_saved_feed_cannot_reach_inside(small_web: Build, tmp_path: Path) -> None:
    (tmp_path / "news.rss").write_bytes(
        rss("http://127.0.0.1/admin", "file:///etc/passwd", "/without-base", "http://inside.example/")
    )
    web = small_web({})
    web.numbers |= {"127.0.0.1": ("127.0.0.1",), "inside.example": ("192.168.1.1",)}
    reports, rejects, _ = gathered(tmp_path, reach=reach(web))
    assert reports == []
    assert [reason for _, reason in rejects] == ["not public", "refused address", "refused address", "not public"]
    assert web.dialled == []


def test_sitemaps_of_sitemaps_are_followed_packed_ones_too(small_web: Build) -> None:
    web = small_web(
        {
            f"{SITE}/sitemap.xml": xml(sitemap("/1.xml", "/2.xml.gz", "/1.xml", index=True)),
            f"{SITE}/1.xml": xml(sitemap(f"{SITE}/a")),
            f"{SITE}/2.xml.gz": answer(gzip.compress(sitemap(f"{SITE}/b")), content_type="application/x-gzip"),
            f"{SITE}/a": answer(page(1)),
            f"{SITE}/b": answer(page(2)),
        }
    )
    reports, rejects, _ = gathered(f"{SITE}/sitemap.xml", reach=reach(web))
    assert ([report.url for report in reports], rejects) == ([f"{SITE}/a", f"{SITE}/b"], [])
    assert web.asked.count(f"{SITE}/1.xml") == 1


def test_sitemaps_that_name_each_other_end(small_web: Build) -> None:
    web = small_web({f"{SITE}/{n}.xml": xml(sitemap(f"/{n + 1}.xml", f"/{n}.xml", index=True)) for n in range(9)})
    reports, rejects, _ = gathered(f"{SITE}/0.xml", reach=reach(web))
    assert (reports, rejects) == ([], [(f"{SITE}/4.xml", "too deep")])


def test_more_entries_than_allowed_are_one_reject_that_counts_them(small_web: Build) -> None:
    web = small_web(
        {f"{SITE}/feed": xml(rss("/1", "/2", "/3", "/4")), **{f"{SITE}/{n}": answer(page(n)) for n in range(1, 5)}}
    )
    found = list(collect([f"{SITE}/feed"], reach(web, Limits(listed=2))))
    assert [type(item).__name__ for item in found] == ["Report", "Report", "Reject"]
    assert isinstance(found[-1], Reject)
    assert (found[-1].reason, found[-1].detail.partition(" ")[0]) == ("too many", "2")


def test_what_a_ledger_holds_is_not_fetched_again_unless_asked(small_web: Build) -> None:
    web = small_web({f"{SITE}/feed": xml(rss("/1", "/2")), f"{SITE}/1": answer(page(1)), f"{SITE}/2": answer(page(2))})
    held = {f"{SITE}/1": Held(id="r-1")}
    reports, _, kept = gathered(f"{SITE}/feed", reach=reach(web, held=held))
    assert ([report.url for report in reports], kept) == ([f"{SITE}/2"], [Held(id="r-1")])
    reports, _, kept = gathered(f"{SITE}/feed", reach=reach(web, held=held, refetch=True))
    assert ([report.url for report in reports], kept) == ([f"{SITE}/1", f"{SITE}/2"], [])


def test_a_page_that_is_as_it_was_is_the_one_held(small_web: Build) -> None:
    web = small_web({f"{SITE}/1": answer(status="304 Not Modified")})
    held = Held(id="r-1", etag='"1"')
    assert gathered(f"{SITE}/1", reach=reach(web, held={f"{SITE}/1": held}, refetch=True)) == ([], [], [held])


def test_where_nothing_is_fetched_an_address_is_an_error_of_usage() -> None:
    with pytest.raises(UsageError, match=r"https://news\.example/a"):
        list(collect(["https://user:secret@news.example/a"], Reach()))

"""Reports are added by upload, pasted or by address; what came of it is told, and what cannot be taken is mended."""

import gzip
import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from tests.collect.conftest import SmallWeb, answer, small_web

from twosource import Settings
from twosource.accounts import Person
from twosource.api import Ledger
from twosource.web.app import build_app
from twosource.web.desk import Desk
from twosource.web.guard.forgery import Ticket
from twosource.web.guard.protection import Protection

__all__ = ["small_web"]
Build = Callable[[Mapping[str, bytes]], SmallWeb]
TEXT = "Four soldiers were killed by a mine near Oruro on Tuesday, the army said."
PAGE = f"<html><body><article><p>{TEXT}</p></article></body></html>"


class Adding:
    """The web on one ledger, its small world outside, and what a job's page says at the end."""

    def __init__(self, store: Path, outside: SmallWeb) -> None:
        self.store, self.outside, protection = store, outside, Protection()
        self.desk = Desk(store=str(store), settings=Settings(workers=1), protection=protection, fetch=outside.visitor())
        self.client = TestClient(build_app(self.desk), base_url="http://127.0.0.1:8000")
        self.client.cookies.set("twosource-visit-8000", "a-visit")
        self.client.headers["X-CSRF-Token"] = Ticket(protection.secret, "visit a-visit", is_new=False).expected()

    def add(self, files: list[tuple[str, bytes]] | None = None, **told: str) -> str:
        """Send a form and return the text of the job's page once the job is over."""
        sent = [("files", (name, content, "application/octet-stream")) for name, content in files or ()]
        answered = self.client.post("/add", data=told, files=sent or None)
        assert answered.status_code == 200, answered.text
        assert re.fullmatch(r"/jobs/[0-9a-f]+", answered.url.path)
        assert self.desk.jobs.wait(60)
        return self.client.get(answered.url.path).text

    def refused(self, files: list[tuple[str, bytes]] | None = None, **told: str) -> str:
        """Send a form that cannot be taken and return the page that says why."""
        sent = [("files", (name, content, "application/octet-stream")) for name, content in files or ()]
        answered = self.client.post("/add", data=told, files=sent or None)
        assert answered.status_code == 400
        assert self.desk.jobs.recent() == ()
        return answered.text

    def texts(self) -> list[str]:
        """Return the texts that the ledger holds."""
        return [article.text for article in Ledger.open(self.store).articles]


@pytest.fixture
def adding(store: Path, small_web: Build) -> Iterator[Adding]:
    made = Adding(store, small_web({"https://news.example/a": answer(PAGE.encode())}))
    yield made
    made.desk.jobs.close(60)
    made.client.close()


def test_the_page_shows_three_forms_each_with_its_token(adding: Adding) -> None:
    told = adding.client.get("/add").text
    for heading in ("Upload files", "Fetch addresses", "Paste one report"):
        assert heading in told
    assert told.count('method="post" action="/add"') == told.count('name="csrf_token"') == 3


def test_a_pasted_text_becomes_a_report_and_the_page_leads_to_its_event(adding: Adding) -> None:
    told = adding.add(
        how="paste", text=TEXT, title="Mine near Oruro", published="2031-05-07", url="https://a.example/x"
    )
    assert "1 new report, 1 event touched." in told
    assert "Mine near Oruro" in told
    report = next(article for article in Ledger.open(adding.store).articles if article.text == TEXT)
    event = next(event for event in Ledger.open(adding.store).events if report.id in event.reports)
    assert f'href="/events/{event.id}"' in told
    assert (report.title, report.published, report.url) == ("Mine near Oruro", "2031-05-07", "https://a.example/x")


def test_a_pasted_text_without_a_title_is_told_as_such_not_by_its_id(adding: Adding) -> None:
    told = adding.add(how="paste", text=TEXT)
    report = next(article for article in Ledger.open(adding.store).articles if article.text == TEXT)
    assert f'<a href="/reports/{report.id}" dir="auto">Report without a title</a>' in told


def test_pasted_html_is_read_as_a_page(adding: Adding) -> None:
    adding.add(how="paste", text=PAGE, kind="html", published="2031-05-07")
    assert TEXT in adding.texts()


def test_files_of_every_kind_are_read_under_the_names_they_had(adding: Adding) -> None:
    rows = b'{"text": "Nine people drowned in Bern on Monday, police said."}\n{broken'
    files = [
        ("a.html", PAGE.encode()),
        ("b.jsonl.gz", gzip.compress(rows)),
        ("../../c.pdf", b"%PDF-1.7"),
        ("d.html", PAGE.encode()),
    ]
    told = adding.add(files, how="files")
    assert "2 new reports, " in told
    assert "3 rejects." in told
    for source, reason in (("b.jsonl.gz:2", "broken JSON"), ("c.pdf", "binary"), ("d.html", "duplicate")):
        assert f">{source}</th>" in told
        assert reason in told
    assert {article.path for article in Ledger.open(adding.store).articles} == {None, "a.html", "b.jsonl.gz"}


def test_a_file_that_expands_too_far_is_a_reject_and_the_others_are_read(adding: Adding) -> None:
    bomb = gzip.compress(b'{"text": "' + b"0" * 60_000_000 + b'"}')
    twice = gzip.compress(gzip.compress(b"0" * 60_000_000))
    told = adding.add([("a.html", PAGE.encode()), ("b.jsonl.gz", bomb), ("c.html.gz", twice)], how="files")
    assert "1 new report, " in told
    assert "2 rejects." in told
    assert "expands too far" in told


def test_uploads_leave_no_file_behind(adding: Adding, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "temporary").mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "temporary"))
    adding.add([("a.html", PAGE.encode())], how="files")
    assert list((tmp_path / "temporary").iterdir()) == []


def test_the_same_again_is_in_the_ledger_already(adding: Adding) -> None:
    adding.add([("a.html", PAGE.encode())], how="files")
    assert "No new report, 1 already in the ledger." in adding.add([("b.html", PAGE.encode())], how="files")


def test_an_address_is_fetched_and_one_inside_is_a_reject(adding: Adding) -> None:
    adding.outside.numbers["inside.example"] = ("10.0.0.1",)
    told = adding.add(how="address", addresses="news.example/a\r\n\r\nhttp://inside.example/\n", follow="yes")
    assert "1 new report" in told
    assert "not public" in told
    assert "Inside.example leads to 10.0.0.1" in told
    assert "save the page and name the file" in told
    assert TEXT in adding.texts()


def test_the_feed_itself_is_taken_where_it_is_not_to_be_followed(adding: Adding) -> None:
    feed = f"<rss><channel><item><link>https://news.example/a</link><description>{TEXT}</description></item></channel></rss>"
    adding.add([("news.rss", feed.encode())], how="files")
    assert TEXT in adding.texts()
    assert adding.outside.asked == []


@pytest.mark.parametrize(
    ("told", "message"),
    [
        ({"how": "paste", "text": "  "}, "Nothing was pasted"),
        ({"how": "paste", "text": "a", "url": "javascript:alert(1)"}, "does not begin with https://"),
        ({"how": "paste", "text": "a", "published": "Monday"}, "write it as 2026-01-05"),
        ({"how": "address", "addresses": " \n"}, "No address was named"),
        ({"how": "address", "addresses": "file:///etc/passwd"}, "no address of the web"),
        ({"how": "address", "addresses": "ftp://a.example/"}, "no address of the web"),
        ({"how": "address", "addresses": "a.example\n" * 51}, "51 addresses were named; 50"),
        ({"how": "files"}, "No file was chosen"),
        ({"how": "other"}, "Choose files"),
    ],
)
def test_what_cannot_be_taken_is_told_beside_its_form(adding: Adding, told: dict[str, str], message: str) -> None:
    assert message in adding.refused(None, **told)


def test_what_was_filled_in_stays_where_something_has_to_be_mended(adding: Adding) -> None:
    page = adding.refused(how="paste", text="Two <b>died", title='T"', published="no day")
    assert "Two &lt;b&gt;died" in page
    assert 'value="T&#34;"' in page
    assert "<b>" not in page


def test_too_many_files_are_refused(adding: Adding) -> None:
    told = adding.refused([(f"{number}.txt", b"a") for number in range(201)], how="files")
    assert "200" in told


def test_a_file_that_is_too_large_is_refused_before_it_is_kept(adding: Adding) -> None:
    answered = adding.client.post("/add", data={"how": "files"}, files={"files": ("a.txt", b"0" * 51_000_000)})
    assert answered.status_code == 413
    assert adding.desk.jobs.recent() == ()


def test_a_form_without_its_token_changes_nothing(adding: Adding) -> None:
    del adding.client.headers["X-CSRF-Token"]
    assert adding.client.post("/add", data={"how": "paste", "text": TEXT}).status_code == 403
    assert adding.desk.jobs.recent() == ()


def test_nothing_is_added_to_the_past(adding: Adding) -> None:
    assert adding.client.get("/add", params={"as_of": "2031-01-01"}).status_code == 400
    assert adding.client.post("/add?as_of=2031-01-01", data={"how": "paste", "text": TEXT}).status_code == 400


def test_a_reader_adds_nothing(adding: Adding, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("twosource.web.pages.add.person_of", lambda _request: Person(name="R", role="reader"))
    assert adding.client.get("/add").status_code == 403
    assert adding.client.post("/add", data={"how": "paste", "text": TEXT}).status_code == 403
    assert adding.desk.jobs.recent() == ()


@pytest.mark.parametrize(
    "name", ["<script>alert(1)</script>.txt", "a\u202etxt.exe.txt", "\U0001f4a5.txt", "....", "x" * 400 + ".txt"]
)
def test_hostile_names_of_files_are_shown_as_text(adding: Adding, name: str) -> None:
    told = adding.add([(name, b"")], how="files")
    assert "1 reject." in told
    assert "<script>alert" not in told

"""What every page has: the way in, the moment looked at, errors and files."""

from collections.abc import Callable
from pathlib import Path

import pytest
from fastapi.testclient import TestClient


def test_the_start_leads_to_the_events(web: TestClient) -> None:
    answer = web.get("/")
    assert answer.url.path == "/events"
    assert "Bern" in answer.text


def test_an_empty_ledger_says_how_to_begin(empty_web: TestClient) -> None:
    told = empty_web.get("/events").text
    assert "No event yet" in told
    assert "/add" in told


def test_a_moment_is_carried_along_in_every_way(web: TestClient) -> None:
    told = web.get("/events", params={"as_of": "2999-01-01"}).text
    assert 'href="/reports?as_of=2999-01-01"' in told
    assert "Nothing can be decided here" in told


def test_a_ledger_at_a_past_moment_holds_what_it_held(web: TestClient) -> None:
    assert "Bern" not in web.get("/events", params={"as_of": "2001-01-01"}).text


def test_the_form_of_the_moment_leads_back_to_its_page(web: TestClient) -> None:
    answer = web.get("/as-of", params={"day": "2999-01-05", "time": "09:00", "back": "/events?words=Bern"})
    assert str(answer.url).endswith("/events?words=Bern&as_of=2999-01-05T09%3A00Z")
    assert web.get("/as-of", params={"back": "/events?as_of=2001-01-01"}).url.query == b""


@pytest.mark.parametrize(
    "back", ["//evil.example/", "https://evil.example/", "/\\evil.example", "/\n/evil.example", "/\t\\evil.example"]
)
def test_the_form_of_the_moment_leads_nowhere_else(web: TestClient, back: str) -> None:
    answer = web.get("/as-of", params={"back": back}, follow_redirects=False)
    assert answer.headers["location"] == "/events"


def test_a_moment_that_cannot_be_read_is_said_to_be_so(web: TestClient) -> None:
    answer = web.get("/events", params={"as_of": "last week"})
    assert answer.status_code == 400
    assert "2026-01-05T09:00Z" in answer.text
    assert "The past." not in answer.text
    assert "As of now" in answer.text


def test_a_page_that_is_not_there_says_so(web: TestClient) -> None:
    answer = web.get("/nothing<b>")
    assert answer.status_code == 404
    assert "Nothing is here" in answer.text
    assert "<b>" not in answer.text


def test_what_cannot_be_read_is_told_in_plain_words(web: TestClient) -> None:
    assert "start is &#39;soon&#39;" in web.get("/review", params={"start": "soon"}).text
    answer = web.get("/logout")
    assert (answer.status_code, "A form is sent to /logout" in answer.text) == (405, True)


def test_a_ledger_that_is_not_there_is_an_answer(asked: Callable[[Path], TestClient], tmp_path: Path) -> None:
    answer = asked(tmp_path / "none.db").get("/events")
    assert answer.status_code == 503
    assert "There is no ledger where one should be" in answer.text
    assert str(tmp_path) not in answer.text


def test_the_looks_are_files_and_no_other_file_can_be_had(web: TestClient) -> None:
    for name in ("page.css", "desk.css"):
        assert web.get(f"/static/{name}").headers["content-type"].startswith("text/css")
    assert web.get("/static/app.py").status_code == 404
    assert web.get("/static/..%2fapp.py").status_code == 404


def test_no_page_holds_style_or_script_of_its_own(web: TestClient) -> None:
    told = web.get("/events").text
    assert "<style" not in told
    assert " style=" not in told
    assert "<script>" not in told

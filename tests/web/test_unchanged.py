"""A page that a browser holds is made again when, and only when, it might show something else."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from twosource import Settings
from twosource.accounts import Accounts
from twosource.api import Ledger, keep
from twosource.web.app import build_app
from twosource.web.desk import Desk
from twosource.web.guard.protection import Protection

ROW = {"id": "9", "published": "2031-10-07", "text": "Four people were killed by a flood in Trinidad, police said."}


def _tag(web: TestClient, path: str, **headers: str) -> str | None:
    answer = web.get(path, headers=headers)
    assert answer.status_code == 200
    tag: str | None = answer.headers.get("etag")
    return tag


def _status(web: TestClient, path: str, tag: str) -> int:
    return web.get(path, headers={"If-None-Match": f'"other", W/{tag}'}).status_code


@pytest.fixture
def paths(store: Path) -> list[str]:
    event = Ledger.open(store).events[0]
    return ["/events", "/events?type=bombing&as_of=2035-01-01", f"/events/{event.id}", f"/reports/{event.reports[0]}"]


def test_an_unchanged_page_is_not_sent_again(web: TestClient, paths: list[str]) -> None:
    tags = [_tag(web, path) for path in paths]
    assert len(set(tags)) == len(paths)
    for path, tag in zip(paths, tags, strict=True):
        assert tag is not None
        answer = web.get(path, headers={"If-None-Match": tag})
        assert (answer.status_code, answer.content, answer.headers["etag"]) == (304, b"", tag)
        assert answer.headers["Cache-Control"] == "private, no-cache"
        assert "frame-ancestors 'none'" in answer.headers["Content-Security-Policy"]


def test_whatever_another_program_writes_makes_pages_new(
    web: TestClient, store: Path, paths: list[str], silent: Callable[[str, int], None]
) -> None:
    tags = {path: str(_tag(web, path)) for path in paths}
    keep([ROW], store, Settings(workers=1), silent)
    assert [_status(web, path, tag) for path, tag in tags.items()] == [200] * len(paths)
    assert "Trinidad" in web.get("/events", headers={"If-None-Match": tags["/events"]}).text


def test_a_decision_makes_pages_new(web: TestClient, store: Path, paths: list[str]) -> None:
    tag, event = str(_tag(web, paths[2])), Ledger.open(store).events[0].id
    told = {"verb": "note", "subject": event, "value": "Seen.", "who": "Ana", "why": "Read it twice.", "back": paths[2]}
    answer = web.post("/decisions", data=told)
    assert "etag" not in answer.headers  # it names the job, which goes on
    assert _status(web, paths[2], tag) == 200
    assert web.app.state.desk.jobs.wait(120)  # type: ignore[attr-defined]


def test_other_cookies_and_another_secret_make_another_page(web: TestClient, store: Path) -> None:
    tag = str(_tag(web, "/events"))
    assert _status(web, "/events", tag) == 304
    web.cookies.set("who", "Ben")
    assert _status(web, "/events", tag) == 200
    web.cookies.delete("who")
    fresh = TestClient(build_app(Desk(store=str(store), protection=Protection())), base_url="http://127.0.0.1:8000")
    fresh.cookies.update(web.cookies)
    assert _status(fresh, "/events", tag) == 200


def test_a_form_is_marked_only_for_who_has_a_visit(web: TestClient, paths: list[str]) -> None:
    web.cookies.clear()
    assert _tag(web, "/events") is not None
    assert _tag(web, paths[2]) is None
    assert _tag(web, paths[2]) is not None  # the first answer began a visit


def test_no_page_of_a_team_is_marked_and_no_other_answer(store: Path, web: TestClient) -> None:
    protection = replace(Protection(), accounts=Accounts(str(store)))
    team = TestClient(build_app(Desk(store=str(store), protection=protection)), base_url="http://127.0.0.1:8000")
    assert "etag" not in team.get("/events", follow_redirects=False).headers
    assert "etag" not in web.get("/events/e-0000000000000000").headers
    assert "etag" not in web.get("/jobs").headers

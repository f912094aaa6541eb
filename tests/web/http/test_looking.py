"""The interface for programs gives the rows and names of the published tables, by the page, tagged, at any moment."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest
from fastapi.testclient import TestClient

from twosource import Ledger
from twosource.model import Query
from twosource.publish import table_rows

API = "/api/v1"


@pytest.fixture
def ledger(store: Path) -> Ledger:
    """The ledger that is served, opened here."""
    return Ledger.open(store)


@pytest.fixture
def bombing(ledger: Ledger) -> str:
    """The id of the event that two reports tell of."""
    return next(event.id for event in ledger.events if len(event.reports) == 2)


def _told(web: TestClient, path: str, **query: object) -> Any:
    found = web.get(f"{API}{path}", params={name: str(value) for name, value in query.items()})
    assert found.status_code == 200, found.text
    return found.json()


@pytest.mark.parametrize("shelf", ["events", "reports", "sources", "rejects"])
def test_a_shelf_gives_what_the_same_query_finds(web: TestClient, ledger: Ledger, shelf: Any) -> None:
    told = _told(web, f"/{shelf}", words="bomb", limit=2)
    assert told.pop("next") is None
    found = ledger.find(Query(shelf=shelf, words="bomb", limit=2))
    assert told == msgspec.json.decode(msgspec.json.encode(found))


def _pages(web: TestClient, address: str) -> Iterator[list[str]]:
    following: str | None = address
    while following is not None:
        found = web.get(following)
        told = found.json()
        yield [entry["id"] for entry in told["entries"]]
        link = re.fullmatch(r'<([^>]+)>; rel="next"', found.headers.get("link", ""))
        assert (link[1] if link else None) == told["next"]
        following = told["next"]


def test_pages_lead_on_to_all_entries_once(web: TestClient, ledger: Ledger) -> None:
    pages = list(_pages(web, f"{API}/events?limit=1&sort=killed&words="))
    assert [len(page) for page in pages] == [1] * len(ledger.events)
    assert {one for page in pages for one in page} == {event.id for event in ledger.events}


def test_rows_are_those_of_the_published_tables(web: TestClient, ledger: Ledger, bombing: str) -> None:
    tables = table_rows(ledger.only(bombing).holdings)
    event = _told(web, f"/events/{bombing}")
    assert event == tables["events"][0]
    assert list(event)[:4] == ["id", "title", "type", "date"]
    assert _told(web, f"/events/{bombing}/figures") == event["figures"]
    for table in ("claims", "statements", "copies"):
        assert _told(web, f"/{table}", event=bombing)["entries"] == tables[table]
    for row in tables["reports"]:
        assert _told(web, f"/reports/{row['id']}") == row
    assert _told(web, f"/parts/{bombing}") == {"annotations": [], "decisions": [], **tables}


def test_claims_come_by_the_page(web: TestClient, ledger: Ledger, bombing: str) -> None:
    pages = list(_pages(web, f"{API}/claims?event={bombing}&limit=1"))
    assert [one for page in pages for one in page] == [claim.id for claim in ledger.only(bombing).claims]


def test_a_figure_is_walked_back_to_its_words(web: TestClient, ledger: Ledger, bombing: str) -> None:
    figure = ledger.only(bombing).events[0].figures[0]
    want = msgspec.json.decode(msgspec.json.encode(ledger.explain(figure.id)))
    assert _told(web, f"/explain/{figure.id}") == want
    narrow = _told(web, f"/events/{bombing}/explain/{figure.id}")
    assert [one["claim"]["quote"] for one in narrow["claims_for"]] == [
        one["claim"]["quote"] for one in want["claims_for"]
    ]
    assert _told(web, f"/history/{figure.id}")[0]["causes"] == list(ledger.history(figure.id)[0].causes)
    by_day = _told(web, f"/history/{figure.id}", along="published")
    assert [one["moment"] for one in by_day] == [one.moment for one in ledger.history(figure.id, "published")]


def test_what_is_open_and_what_rules_there_are(web: TestClient, ledger: Ledger) -> None:
    whole = [one.told for one in ledger.review()]
    assert [one["told"] for one in _told(web, "/review")["entries"]] == whole
    first = _told(web, "/review", limit=1)
    assert len(first["entries"]) == 1
    assert [one["told"] for one in web.get(first["next"]).json()["entries"]] == whole[1:2]
    assert dict(first["kinds"]).keys() == {one.kind for one in ledger.review()}
    assert {"name": "ucdp", "title": next(r["title"] for r in _told(web, "/rules") if r["name"] == "ucdp")} in _told(
        web, "/rules"
    )


def test_words_are_looked_for_in_events_and_reports(web: TestClient) -> None:
    told = _told(web, "/search", words="Oruro")
    assert (told["events"]["total"], told["reports"]["total"]) == (1, 1)


@pytest.mark.parametrize(
    "table", ["reports", "statements", "claims", "events", "copies", "rejects", "decisions", "annotations"]
)
def test_a_whole_table_is_the_file_that_a_run_writes(
    web: TestClient, ledger: Ledger, tmp_path: Path, table: str
) -> None:
    ledger.write(tmp_path / "out")
    found = web.get(f"{API}/export", params={"table": table})
    file = tmp_path / "out" / f"{table}.jsonl"
    assert found.content == (file.read_bytes() if file.exists() else b"")
    assert found.headers["content-type"] == "application/jsonl"


def test_what_a_program_has_already_is_not_sent_again(web: TestClient, bombing: str) -> None:
    for path in (f"{API}/events", f"{API}/events/{bombing}", f"{API}/claims?event={bombing}", f"{API}/review"):
        first = web.get(path)
        again = web.get(path, headers={"If-None-Match": f'"other", W/{first.headers["etag"]}'})
        assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", first.headers["etag"])
        assert web.get(path, headers={"If-None-Match": '"other"'}).status_code == 200
    assert web.get(f"{API}/events?limit=1").headers["etag"] != web.get(f"{API}/events?limit=2").headers["etag"]


def test_the_past_is_asked_for_everywhere(web: TestClient, bombing: str) -> None:
    assert _told(web, "/events", as_of="2001-01-01")["total"] == 0
    for path in ("/review", "/decisions"):
        told = _told(web, path, as_of="2001-01-01T09:00:00Z")
        assert not (told if isinstance(told, list) else told["entries"])
    for path in (f"/events/{bombing}", f"/parts/{bombing}", f"/claims?event={bombing}"):
        found = web.get(
            f"{API}{path}", params={"as_of": "2001-01-01"} | ({"event": bombing} if "claims" in path else {})
        )
        assert found.status_code == 404


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/nothing", 404),
        ("/events/e-none", 404),
        ("/reports/e-none", 404),
        ("/explain/none", 404),
        ("/history/none", 404),
        ("/jobs/none", 404),
        ("/events/..%2f..%2fetc%2fpasswd", 404),
        ("/events/%00", 422),
        ("/events/x'%20OR%20'1'='1", 422),
        ("/events?cursor=x' OR 1=1 --", 400),
        ("/events?rule=../../etc", 400),
        ("/events?sort=id; DROP TABLE record", 422),
        ("/events?limit=0", 422),
        ("/events?limit=100000", 422),
        ("/events?at_least=-1", 422),
        ("/events?earliest=yesterday", 422),
        ("/events?box=1,2,3", 422),
        ("/events?nonsense=1", 422),
        ("/events?as_of=yesterday", 400),
        ("/events?as_of=2026-01-05T09:00:00", 200),
        ("/claims", 400),
        ("/claims?event=a&report=b", 400),
        ("/claims?event=a' OR '1'='1", 404),
        ("/export", 422),
        ("/export?table=record", 422),
        ("/search", 422),
    ],
)
def test_refusals_are_problems(web: TestClient, path: str, status: int) -> None:
    found = web.get(f"{API}{path}")
    assert found.status_code == status, found.text
    if status != 200:
        told = found.json()
        assert found.headers["content-type"] == "application/problem+json"
        assert (told["type"], told["status"], bool(told["title"]), bool(told["detail"])) == (
            "about:blank",
            status,
            True,
            True,
        )


def test_a_method_that_is_not_there_is_a_problem_that_names_those_that_are(web: TestClient) -> None:
    found = web.request("DELETE", f"{API}/events", json={})
    assert (found.status_code, found.headers["allow"]) == (405, "GET")
    assert found.headers["content-type"] == "application/problem+json"


@pytest.mark.parametrize(
    "words", ["' OR '1'='1", '"', "x'; DROP TABLE record; --", "NEAR(", "*", "\x00", "a AND OR", "(", "\\"]
)
def test_words_are_never_a_query_of_the_database(web: TestClient, store: Path, words: str) -> None:
    for name in ("words", "place", "actor", "outlet", "type", "language"):
        found = web.get(f"{API}/events", params={name: words})
        assert (found.status_code, found.json()["total"]) in {(200, 0), (200, 2)}
        assert web.get(f"{API}/reports", params={name: words}).status_code == 200
    assert len(Ledger.open(store).events) == 2


def test_the_interface_ends_where_it_ends(web: TestClient) -> None:
    for path in ("/api", "/api/v2/events", "/api/v1"):
        found = web.get(path)
        assert (found.status_code, found.headers["content-type"]) == (404, "application/problem+json")

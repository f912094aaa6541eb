"""Hostile reports and hostile addresses: everything from them is shown as text, on every page there is."""

import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from fastapi.routing import APIRoute
from fastapi.testclient import TestClient
from lxml import html

from twosource import Ledger, Settings
from twosource.api import keep
from twosource.web.app import ROUTERS, build_app
from twosource.web.desk import Desk

SCRIPT = "<script>alert(1)</script>"
BREAKING = "\"'><img src=x onerror=alert(2)>"
ROWS = (
    {
        "id": f"../../{SCRIPT}",
        "title": f"Bomb in Bern {SCRIPT}{BREAKING}",
        "outlet": SCRIPT,
        "url": "javascript:alert(3)//https://daily.example/x",
        "published": "2031-05-06",
        "text": f"Two people were killed by a bomb in Bern on Monday, Anna {SCRIPT} Weber said. {BREAKING}"
        "\n\n“Five people were hurt, {{7919*6007}} ${7919*6007},” Weber told </pre></mark><svg onload=alert(4)> News.",
    },
    {
        "id": "b",
        "title": "{{ 7919*6007 }} <a href='javascript:alert(5)'>",
        "url": f"https://courier.example/{BREAKING}",
        "published": "2031-05-06",
        "text": f"Two people were killed by a bomb in Bern on Monday, Anna {SCRIPT} Weber said.",
    },
    {"id": SCRIPT, "title": SCRIPT, "text": ""},
)
ADDRESSES = ("javascript:", "data:", "vbscript:", "file:")


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger of hostile reports."""
    file = tmp_path_factory.mktemp("hostile") / "ledger.db"
    keep(list(ROWS), file, Settings(workers=1), lambda _stage, _done: None)
    return file


@pytest.fixture(scope="module")
def browser(ledger: Path) -> Iterator[TestClient]:
    """A browser at the ledger."""
    desk = Desk(store=str(ledger), settings=Settings(workers=1))
    with TestClient(build_app(desk), base_url="http://127.0.0.1:8000", follow_redirects=False) as client:
        yield client


def _pages(ledger: Path) -> list[str]:
    """Return the address of every page that only looks, with ids of the ledger put in."""
    held = Ledger.open(ledger)
    event, report, claim = held.events[0], held.articles[0].id, held.claims[0].id
    ids = {"event": event.id, "report": report, "figure": event.figures[0].id, "claim": claim, "name": "page.css"}
    found = [
        re.sub(r"\{(\w+)[^}]*\}", lambda m: ids.get(m[1], event.id), route.path)
        for router in ROUTERS
        for route in router.routes
        if isinstance(route, APIRoute) and "GET" in (route.methods or ())
    ]
    reports = [one.id for one in held.articles]
    return [*found, *(f"/reports/{one}" for one in reports), f"/compare?a={reports[0]}&b={reports[-1]}"]


def _live(text: str) -> list[str]:
    """Return what of a page a browser would run, or follow to run."""
    tree = html.fromstring(text.encode("utf-8"))
    scripts = [one for one in tree.iter("script") if one.text or not one.get("src", "").startswith("/static/")]
    faults = [f"script {html.tostring(one)!r}" for one in scripts]
    faults += [f"element {one.tag}" for one in tree.iter("style", "iframe", "object", "embed", "base")]
    for element in tree.iter():
        for name, value in element.attrib.items():
            told = re.sub(r"[\x00-\x20]", "", value).lower()
            if name.startswith("on") or name == "style":
                faults.append(f"attribute {name}={value}")
            if name in {"href", "src", "action", "formaction", "xlink:href"} and told.startswith(ADDRESSES):
                faults.append(f"address {value}")
    return faults


def test_hostile_reports_run_nothing_on_any_page(browser: TestClient, ledger: Path) -> None:
    seen = 0
    for path in _pages(ledger):
        found = browser.get(path)
        assert found.status_code in {200, 303, 404}, (path, found.status_code)
        kind = found.headers.get("content-type", "")
        if kind.startswith("text/html"):
            assert _live(found.text) == [], path
            assert "47569433" not in found.text, f"{path}: a template was filled by a report"
            seen += SCRIPT.replace("<", "&lt;").replace(">", "&gt;") in found.text
        assert found.headers["x-content-type-options"] == "nosniff"
    assert seen >= 3, "the hostile words are shown, as text"


def test_hostile_addresses_run_nothing_on_any_page(browser: TestClient, ledger: Path) -> None:
    names = (
        "words",
        "place",
        "actor",
        "outlet",
        "type",
        "sort",
        "cursor",
        "rule",
        "as_of",
        "back",
        "a",
        "b",
        "day",
        "status",
    )
    for path in dict.fromkeys(page.partition("?")[0] for page in _pages(ledger)):
        for attack in (SCRIPT, BREAKING, "javascript:alert(1)", "\r\nSet-Cookie: a=b\r\n\r\n<script>"):
            found = browser.get(path, params=dict.fromkeys(names, attack))
            assert found.status_code < 500, (path, attack)
            assert "a=b" not in found.headers.get("set-cookie", "")
            assert not found.headers.get("location", "/").startswith(ADDRESSES)
            if found.headers.get("content-type", "").startswith("text/html"):
                assert _live(found.text) == [], (path, attack)


@pytest.mark.parametrize(
    "path",
    [
        "/static/../app.py",
        "/static/..%2fapp.py",
        "/static/%2e%2e/desk.py",
        "/static/..%5capp.py",
        "/static//etc/passwd",
        "/static/page.css%00.py",
        "/reports/..%2f..%2fetc%2fpasswd",
        "/reports/%2e%2e/original",
        "/events/..%2fadmin",
        "/jobs/..%2f..%2fledger.db",
        f"/events/{SCRIPT}",
        "/reports/x%0d%0aSet-Cookie:%20a=b",
    ],
)
def test_no_path_leads_out_of_the_ledger(browser: TestClient, path: str) -> None:
    found = browser.get(path)
    assert found.status_code in {400, 404}
    assert "root:" not in found.text
    assert "import" not in found.text
    assert "a=b" not in str(found.headers)
    assert _live(found.text) == []


def test_an_archive_leads_nowhere_out_of_its_folder(browser: TestClient) -> None:
    names = ZipFile(BytesIO(browser.get("/export/ledger.zip").content)).namelist()
    assert names
    assert [name for name in names if not re.fullmatch(r"[A-Za-z0-9_-]+(/[A-Za-z0-9_-]+)*\.[a-z]+", name)] == []


def test_what_was_received_is_never_rendered(browser: TestClient, ledger: Path) -> None:
    found = browser.get(f"/reports/{Ledger.open(ledger).articles[0].id}/original")
    assert found.headers["content-type"].startswith("text/plain")
    assert found.headers["x-content-type-options"] == "nosniff"


def test_programs_get_hostile_words_as_json_that_no_browser_takes_for_a_page(browser: TestClient) -> None:
    found = browser.get("/api/v1/reports")
    assert found.headers["content-type"] == "application/json"
    assert found.headers["x-content-type-options"] == "nosniff"
    assert any(SCRIPT in (entry["title"] or "") for entry in found.json()["entries"])

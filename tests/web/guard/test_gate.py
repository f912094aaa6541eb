"""Names, sizes and headers: what reaches a page, and what its answer tells a browser."""

import asyncio
from concurrent.futures import ThreadPoolExecutor

import pytest
from fastapi.testclient import TestClient
from starlette.types import Message, Receive, Scope, Send
from tests.web.guard.conftest import Opened

from twosource.web.guard.body import Limits
from twosource.web.guard.protection import Protection


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "127.0.0.1:8000", "localhost:8000", "LOCALHOST", "[::1]:8000", "127.8.9.1"]
)
def test_the_server_answers_to_names_of_this_computer(client: TestClient, host: str) -> None:
    assert client.get("/look", headers={"Host": host}).status_code == 200


@pytest.mark.parametrize(
    "host",
    [
        "hostile.example",
        "127.0.0.1.hostile.example",
        "localhost.hostile.example",
        "hostile.example:8000",
        "127.0.0.1@hostile.example",
        "192.168.0.7",
        "0.0.0.0",  # noqa: S104 - as a name, not to listen on
        "",
        "[::1",
        "127.0.0.1:8000:8000",
        "localhost/",
        "local host",
    ],
)
def test_a_name_that_is_not_its_own_is_refused(client: TestClient, host: str) -> None:
    """As in DNS rebinding, where a hostile page's own name comes to point here."""
    found = client.get("/look", headers={"Host": host})
    assert (found.status_code, found.headers["content-type"]) == (421, "text/plain; charset=utf-8")


def test_two_names_at_once_are_refused_whichever_comes_first(client: TestClient) -> None:
    for names in (("127.0.0.1:8000", "hostile.example"), ("hostile.example", "127.0.0.1:8000")):
        found = client.get("/look", headers=[("Host", name) for name in names])
        assert found.status_code == 421


def test_a_name_that_was_allowed_is_its_own(opened: Opened) -> None:
    client = opened(hosts=frozenset({"Ledger.example"}))
    assert client.get("/look", headers={"Host": "ledger.example"}).status_code == 200
    assert client.get("/look", headers={"Host": "other.example"}).status_code == 421


def test_every_answer_runs_frames_and_guesses_nothing(client: TestClient) -> None:
    for found in (
        client.get("/look"),
        client.get("/missing"),
        client.get("/look", headers={"Host": "hostile.example"}),
        client.post("/change"),
        client.get("/look?" + "x" * 9_000),
    ):
        policy = dict(part.split(" ", 1) for part in found.headers["content-security-policy"].split("; "))
        assert policy["default-src"] == "'none'"
        assert policy["script-src"] == policy["style-src"] == policy["form-action"] == "'self'"
        assert policy["frame-ancestors"] == policy["base-uri"] == "'none'"
        assert "unsafe" not in found.headers["content-security-policy"]
        assert found.headers["x-content-type-options"] == "nosniff"
        assert found.headers["referrer-policy"] == "same-origin"
        assert (
            found.headers["cross-origin-opener-policy"]
            == found.headers["cross-origin-resource-policy"]
            == "same-origin"
        )
        assert "geolocation=()" in found.headers["permissions-policy"]
        assert found.headers["cache-control"] == "private, no-cache"


def test_looks_may_be_kept_by_browsers(client: TestClient) -> None:
    assert client.get("/static/page.css").headers["cache-control"] == "public, max-age=3600"


def test_a_body_longer_than_told_is_refused_before_it_is_read(opened: Opened) -> None:
    client = opened(form_bytes=100, upload_bytes=1_000)
    form = {"Content-Type": "application/x-www-form-urlencoded"}
    assert client.post("/change", content=b"x" * 101, headers=form).status_code == 413
    assert client.post("/add", content=b"x" * 101, headers=form).status_code == 403, "uploads may be longer"
    refused = client.post("/add", content=b"x" * 1_001, headers=form)
    assert (refused.status_code, "larger than 1 kB" in refused.text) == (413, True)
    found = client.post("/api/v1/reports", content=b"x" * 1_001, headers={"Content-Type": "application/json"})
    assert (found.status_code, found.json()["status"]) == (413, 413)


def _sent_in_pieces(protection: Protection, pause: float = 0.0) -> tuple[int, int]:
    """Send 1,000 pieces of 50 bytes without telling how many; return the status and how many were read."""
    read, answers = 0, list[Message]()

    async def receive() -> Message:
        nonlocal read
        read += 1
        await asyncio.sleep(pause)
        return {"type": "http.request", "body": b"x" * 50, "more_body": read < 1_000}

    async def send(message: Message) -> None:
        answers.append(message)

    async def app(_scope: Scope, _receive: Receive, _send: Send) -> None:
        pytest.fail("the page is reached")

    scope = {"type": "http", "method": "POST", "path": "/api/v1/x", "query_string": b"", "headers": []}
    with ThreadPoolExecutor(1) as apart:  # a browser that other tests opened keeps a loop running in this thread
        apart.submit(lambda: asyncio.run(Limits(app, protection=protection)(scope, receive, send))).result()
    return answers[0]["status"], read


def test_a_body_of_untold_length_is_cut_off() -> None:
    assert _sent_in_pieces(Protection(form_bytes=100)) == (413, 3)


def test_a_body_that_drips_is_cut_off() -> None:
    status, read = _sent_in_pieces(Protection(seconds=0.2), 0.05)
    assert (status, read < 10) == (408, True)


@pytest.mark.parametrize("length", ["-1", "1e9", "99999999999999999999", "0x10"])
def test_an_odd_length_breaks_nothing(client: TestClient, length: str) -> None:
    found = client.post("/change", content=b"x", headers={"Content-Length": length})
    assert found.status_code in {413, 415}


def test_long_addresses_and_headers_are_refused(client: TestClient) -> None:
    assert client.get("/look?q=" + "x" * 8_001).status_code == 414
    assert client.get("/" + "x" * 8_001).status_code == 414
    assert client.get("/look", headers={"X-Long": "x" * 32_001}).status_code == 431

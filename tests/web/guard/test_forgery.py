"""Another site cannot make the browser change anything, with or without accounts."""

import re

import pytest
from fastapi.testclient import TestClient
from tests.web.guard.conftest import HERE, Opened


def _token(client: TestClient) -> str:
    found = re.search(r'name="csrf_token" value="([0-9a-f]{64})"', client.get("/form").text)
    assert found is not None
    return found[1]


def test_a_form_of_ours_is_taken_with_its_body_whole(client: TestClient) -> None:
    told = {"csrf_token": _token(client), "word": "é & ü"}
    assert client.post("/change", data=told).text == "changed é & ü 0"
    file = {"file": ("report.txt", b"x" * 300_000)}
    assert client.post("/change", data=told, files=file).text == "changed é & ü 300000"


def test_the_visit_is_out_of_reach_of_scripts_and_other_sites(client: TestClient) -> None:
    cookie = client.get("/form").headers["set-cookie"]
    assert re.fullmatch(r"twosource-visit-8000=[\w-]{22}; Path=/; HttpOnly; SameSite=Strict", cookie)
    assert "set-cookie" not in client.get("/form").headers, "once is enough"


def test_a_page_without_a_form_gives_no_cookie(client: TestClient) -> None:
    assert "set-cookie" not in client.get("/look").headers


def test_over_https_cookies_never_travel_in_the_clear(opened: Opened) -> None:
    cookie = opened("https://127.0.0.1:8000").get("/form").headers["set-cookie"]
    assert cookie.startswith("__Host-twosource-visit-8000=")
    assert cookie.endswith("; Secure")


@pytest.mark.parametrize("token", [None, "", "0" * 64, "é", "x" * 10_000])
def test_a_form_without_the_token_is_refused(client: TestClient, token: str | None) -> None:
    _token(client)
    found = client.post("/change", data={"word": "w"} | ({} if token is None else {"csrf_token": token}))
    assert (found.status_code, "changed w" in found.text) == (403, False)


def test_a_token_of_another_browser_is_refused(client: TestClient, opened: Opened) -> None:
    token = _token(client)
    other = TestClient(client.app, base_url=HERE)
    other.get("/form")
    assert other.post("/change", data={"csrf_token": token}).status_code == 403
    assert opened().post("/change", data={"csrf_token": token}).status_code == 403


def test_a_token_of_another_server_is_refused(client: TestClient, opened: Opened) -> None:
    other = opened()
    other.cookies.update(client.cookies)
    token = _token(client)
    other.cookies.update(client.cookies)
    assert other.post("/change", data={"csrf_token": token}).status_code == 403


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "https://hostile.example"},
        {"Origin": "null"},
        {"Origin": "http://127.0.0.1:9000"},
        {"Origin": "http://localhost:8000"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Origin": HERE, "Sec-Fetch-Site": "cross-site"},
    ],
)
def test_what_another_site_asks_for_is_refused_even_with_the_token(client: TestClient, headers: dict[str, str]) -> None:
    told = {"csrf_token": _token(client)}
    assert client.post("/change", data=told, headers=headers).status_code == 403
    assert client.post("/api/v1/things", json={}, headers=headers).status_code == 403


def test_what_our_own_page_asks_for_is_taken(client: TestClient) -> None:
    told = {"csrf_token": _token(client)}
    own = {"Origin": HERE, "Sec-Fetch-Site": "same-origin"}
    assert client.post("/change", data=told, headers=own).status_code == 200


@pytest.mark.parametrize(
    "kind", ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", ""]
)
def test_a_form_of_another_site_cannot_speak_to_the_interface_for_programs(client: TestClient, kind: str) -> None:
    """These are the kinds that a browser sends to another site without asking it first."""
    found = client.post("/api/v1/things", content=b'{"a": 1}', headers={"Content-Type": kind})
    assert (found.status_code, found.headers["content-type"]) == (415, "application/problem+json")


def test_a_program_speaks_json(client: TestClient) -> None:
    assert client.post("/api/v1/things", json={"a": 1}).text == "changed {'a': 1}"


def test_no_other_site_is_let_read_or_send_across(client: TestClient) -> None:
    asked = {"Origin": "https://hostile.example", "Access-Control-Request-Method": "POST"}
    for found in (client.options("/api/v1/things", headers=asked), client.get("/look", headers=asked)):
        assert not [name for name in found.headers if name.lower().startswith("access-control")]


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE", "PROPFIND"])
def test_every_method_that_is_not_only_looking_is_guarded(client: TestClient, method: str) -> None:
    kind = {"Content-Type": "application/x-www-form-urlencoded"}
    assert client.request(method, "/change", content=b"word=w", headers=kind).status_code == 403


def test_a_form_that_cannot_be_read_is_refused(client: TestClient) -> None:
    kind = {"Content-Type": "multipart/form-data"}
    assert client.post("/change", content=b"\xff", headers=kind).status_code == 400

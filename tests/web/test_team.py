"""A team's pages: coming and going, roles, accounts, tokens, and what is noted of it all."""

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from starlette.applications import Starlette

from twosource.accounts import Accounts, By, add, deeds, role_named
from twosource.config import Settings
from twosource.web.app import ROUTERS, build_app
from twosource.web.desk import Desk
from twosource.web.guard.protection import Protection

HERE = "http://127.0.0.1:8000"
PASSWORD = "nine quiet harbours"  # noqa: S105 - of no account but the tests'
NINE = datetime(2031, 5, 6, 9, tzinfo=UTC)
COOKIE = "twosource-session-8000"
PEOPLE = ("root", "admin"), ("ada", "reviewer"), ("ben", "reader")


@dataclass(slots=True)
class Team:
    """A server with accounts, its clock, and browsers at it."""

    app: Starlette
    accounts: Accounts
    now: datetime

    def browser(self, url: str = HERE) -> TestClient:
        """Return a browser that is not logged in."""
        return TestClient(self.app, base_url=url, follow_redirects=False)

    def logged_in(self, name: str) -> TestClient:
        """Return a browser in which somebody is logged in."""
        browser = self.browser()
        found = send(browser, "/login", {"name": name, "password": PASSWORD}, "/login")
        assert found.status_code == 303
        return browser

    def noted(self) -> list[tuple[str, str, str]]:
        """Return what the audit tells, the latest first."""
        return [(one.who, one.what, one.about) for one in deeds(self.accounts)]


def send(browser: TestClient, path: str, told: dict[str, str], page: str):  # type: ignore[no-untyped-def]  # noqa: ANN201 - the client's own answer
    """Send a form as its page would."""
    return browser.post(path, data={"csrf_token": token(browser, page), **told})


def token(browser: TestClient, page: str) -> str:
    """Return what the forms of a page carry."""
    found = re.search(r'name="csrf_token" value="([0-9a-f]{64})"', browser.get(page).text)
    assert found is not None
    return found[1]


@pytest.fixture(scope="module")
def with_people(kept_once: bytes, tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The bytes of a ledger with an admin, a reviewer and a reader; a password costs a second on a busy machine."""
    file = tmp_path_factory.mktemp("people") / "ledger.db"
    file.write_bytes(kept_once)
    accounts = Accounts(str(file))
    for name, role in PEOPLE:
        add(accounts, name, role_named(role), PASSWORD, By(who="test", address="local", now=NINE))
    accounts.close()
    return file.read_bytes()


@pytest.fixture
def team(with_people: bytes, tmp_path: Path) -> Team:
    """A server with an admin, a reviewer and a reader."""
    store = tmp_path / "team.db"
    store.write_bytes(with_people)
    accounts = Accounts(str(store))
    now = NINE
    made = Team(Starlette(), accounts, now)
    desk = Desk(
        store=str(store),
        settings=Settings(workers=1),
        protection=Protection(accounts=accounts),
        clock=lambda: made.now,
    )
    made.app = build_app(desk)
    return made


def test_who_is_not_logged_in_is_led_to_the_form_and_back(team: Team) -> None:
    browser = team.browser()
    led = browser.get("/events?words=Bern")
    assert (led.status_code, led.headers["location"]) == (303, "/login?back=%2Fevents%3Fwords%3DBern")
    form = browser.get(led.headers["location"]).text
    assert 'name="back" value="/events?words=Bern"' in form
    assert 'aria-label="Pages"' not in form
    told = {"name": "ada", "password": PASSWORD, "back": "/events?words=Bern"}
    found = send(browser, "/login", told, "/login")
    assert (found.status_code, found.headers["location"]) == (303, "/events?words=Bern")
    assert browser.get("/events").status_code == 200


def test_accounts_that_were_taken_away_with_their_ledger_are_told_as_such(team: Team, tmp_path: Path) -> None:
    browser = team.logged_in("ada")
    team.accounts.close()
    (tmp_path / "team.db").rename(tmp_path / "elsewhere.db")
    for path in ("/events", "/api/v1/events"):
        answer = browser.get(path)
        assert (answer.status_code, "put it back where it was" in answer.text) == (503, True)
        assert str(tmp_path) not in answer.text
        assert answer.headers["x-content-type-options"] == "nosniff"
    assert not (tmp_path / "team.db").exists()


@pytest.mark.parametrize(
    "back",
    [
        "https://hostile.example",
        "//hostile.example",
        "/\\hostile.example",
        "javascript:alert(1)",
        "/a\r\nSet-Cookie: a=b",
        "",
    ],
)
def test_a_login_never_leads_to_another_site(team: Team, back: str) -> None:
    told = {"name": "ada", "password": PASSWORD, "back": back}
    found = send(team.browser(), "/login", told, "/login")
    assert found.headers["location"] == "/events"
    assert "a=b" not in str(found.headers)


def test_the_session_is_out_of_reach_of_scripts_and_other_sites(team: Team) -> None:
    found = send(team.browser(), "/login", {"name": "ada", "password": PASSWORD}, "/login")
    cookie = found.headers["set-cookie"]
    assert re.fullmatch(COOKIE + r"=[\w-]{43}; Path=/; HttpOnly; SameSite=Lax; Max-Age=604800", cookie)


def test_over_https_the_session_never_travels_in_the_clear(team: Team) -> None:
    browser = team.browser("https://127.0.0.1:8000")
    found = send(browser, "/login", {"name": "ada", "password": PASSWORD}, "/login")
    assert found.headers["set-cookie"].startswith(f"__Host-{COOKIE}=")
    assert found.headers["set-cookie"].endswith("; Secure")


def test_pages_of_a_team_are_kept_by_no_browser(team: Team) -> None:
    assert team.logged_in("ben").get("/events").headers["cache-control"] == "no-store"


def test_a_session_that_was_planted_is_not_taken_over(team: Team) -> None:
    """Session fixation: a secret that a browser brought before login opens nothing after it."""
    browser = team.browser()
    browser.cookies.set(COOKIE, "planted" * 6)
    send(browser, "/login", {"name": "ada", "password": PASSWORD}, "/login")
    thief = team.browser()
    thief.cookies.set(COOKIE, "planted" * 6)
    assert thief.get("/events").status_code == 303


def test_a_session_ends_at_logout_for_whoever_copied_it(team: Team) -> None:
    browser, copy = team.logged_in("ada"), team.browser()
    copy.cookies.update(browser.cookies)
    assert copy.get("/events").status_code == 200
    assert send(browser, "/logout", {}, "/account").headers["location"] == "/login"
    assert (browser.get("/events").status_code, copy.get("/events").status_code) == (303, 303)


def test_a_form_from_before_the_login_is_not_one_of_after_it(team: Team) -> None:
    browser = team.browser()
    old = token(browser, "/login")
    send(browser, "/login", {"name": "ada", "password": PASSWORD}, "/login")
    assert browser.post("/logout", data={"csrf_token": old}).status_code == 403


def test_a_form_of_another_session_is_not_one_of_ones_own(team: Team) -> None:
    ada, ben = team.logged_in("ada"), team.logged_in("ben")
    told = {"csrf_token": token(ben, "/account"), "label": "a script"}
    assert ada.post("/account/tokens", data=told).status_code == 403
    assert ada.post("/account/tokens", data={**told, "csrf_token": token(ada, "/account")}).status_code != 403


def test_a_login_cannot_be_forged(team: Team) -> None:
    """Else another site could log a person in as somebody else, and see what the person then does."""
    found = team.browser().post("/login", data={"name": "ada", "password": PASSWORD})
    assert (found.status_code, "set-cookie" in found.headers) == (403, False)


@pytest.mark.parametrize("name", ["ada", "nobody"])
def test_a_wrong_password_is_told_alike_whoever_is_named(team: Team, name: str) -> None:
    found = send(team.browser(), "/login", {"name": name, "password": "wrong"}, "/login")
    assert found.status_code == 401
    assert "Name or password is wrong, or the account is closed." in found.text


def test_guessing_is_slowed_and_told(team: Team) -> None:
    browser = team.browser()
    statuses = [send(browser, "/login", {"name": "ada", "password": "w"}, "/login").status_code for _ in range(6)]
    assert statuses == [401] * 5 + [429]
    found = send(browser, "/login", {"name": "ada", "password": PASSWORD}, "/login")
    assert (found.status_code, found.headers["retry-after"]) == (429, "1")
    team.now += timedelta(seconds=1)
    assert send(browser, "/login", {"name": "ada", "password": PASSWORD}, "/login").status_code == 303


def _changing() -> list[tuple[str, str]]:
    """Return method and address of every page that changes something."""
    return [
        (method, re.sub(r"\{[^}]+\}", "x", route.path))
        for router in ROUTERS
        for route in router.routes
        for method in sorted((route.methods or set()) - {"GET", "HEAD", "OPTIONS"})
    ]


def test_a_reader_changes_nothing_but_the_own_account(team: Team) -> None:
    browser = team.logged_in("ben")
    own = token(browser, "/account")
    changing = _changing()
    assert ("POST", "/accounts") in changing
    for method, path in changing:
        if path not in {"/login", "/logout"} and not path.startswith("/account/"):
            found = browser.request(method, path, data={"csrf_token": own})
            assert found.status_code == 403, path
            assert "This needs the role" in found.text


def test_nobody_changes_anything(team: Team) -> None:
    for method, path in _changing():
        found = team.browser().request(method, path, data={"word": "w"})
        assert found.status_code in {401, 403}, path


@pytest.mark.parametrize("name", ["ada", "ben"])
@pytest.mark.parametrize("path", ["/accounts", "/audit", "/accounts/", "/accounts/ada/role"])
def test_only_an_admin_sees_accounts_and_audit(team: Team, name: str, path: str) -> None:
    assert team.logged_in(name).get(path).status_code == 403


def test_nobody_gives_themselves_a_role(team: Team) -> None:
    for name in ("ada", "ben"):
        browser = team.logged_in(name)
        own = token(browser, "/account")
        for path in (
            "/accounts/ada/role",
            "/accounts//ada/role",
            "/accounts/../accounts/ben/role",
            "/Accounts/ada/role",
        ):
            told = {"csrf_token": own, "value": "admin", "role": "admin"}
            assert browser.post(path, data=told).status_code in {403, 404}
        browser.post("/account/password", data={"csrf_token": own, "role": "admin", "name": "root"})
    admin = team.logged_in("root").get("/accounts").text
    assert re.findall(r"<option selected>(\w+)</option>", admin) == ["reviewer", "reader", "admin"]


def test_an_admin_keeps_the_accounts(team: Team) -> None:
    root, ada = team.logged_in("root"), team.logged_in("ada")
    new = {"name": "Zoe", "role": "reader", "password": "seven slow rivers"}
    added = send(root, "/accounts", new, "/accounts")
    assert added.status_code == 303
    assert "The account of zoe is changed." in root.get(added.headers["location"]).text
    assert "is changed." not in root.get("/accounts?changed=nobody").text
    assert send(root, "/accounts/zoe/role", {"value": "reviewer"}, "/accounts").status_code == 303
    assert send(root, "/accounts/zoe/password", {"value": PASSWORD}, "/accounts").status_code == 303
    assert team.logged_in("zoe").get("/events").status_code == 200
    assert send(root, "/accounts/ada/disable", {}, "/accounts").status_code == 303
    assert ada.get("/events").status_code == 303
    assert send(root, "/accounts/ada/enable", {}, "/accounts").status_code == 303
    assert team.logged_in("ada").get("/events").status_code == 200


@pytest.mark.parametrize(
    ("path", "told"),
    [
        ("/accounts", {"name": "<script>x</script>", "role": "reader", "password": PASSWORD}),
        ("/accounts", {"name": "zoe", "role": "king", "password": PASSWORD}),
        ("/accounts", {"name": "zoe", "role": "reader", "password": "short"}),
        ("/accounts", {"name": "ada", "role": "reader", "password": PASSWORD}),
        ("/accounts/nobody/role", {"value": "reader"}),
        ("/accounts/root/disable", {}),
        ("/accounts/ada/fortune", {}),
    ],
)
def test_what_cannot_be_done_to_an_account_is_told_as_text(team: Team, path: str, told: dict[str, str]) -> None:
    found = send(team.logged_in("root"), path, told, "/accounts")
    assert (found.status_code, 'role="alert"' in found.text) == (400, True)
    assert "<script>x" not in found.text


def test_a_changed_password_ends_other_sessions_and_keeps_this_one(team: Team) -> None:
    browser, other = team.logged_in("ben"), team.logged_in("ben")
    before = browser.cookies[COOKIE]
    told = {"old": PASSWORD, "new": "seven slow rivers", "again": "seven slow rivers"}
    assert send(browser, "/account/password", {**told, "old": "wrong"}, "/account").status_code == 400
    assert send(browser, "/account/password", {**told, "again": "x"}, "/account").status_code == 400
    assert send(browser, "/account/password", told, "/account").status_code == 303
    assert browser.cookies[COOKIE] != before
    assert (browser.get("/account").status_code, other.get("/account").status_code) == (200, 303)


def test_a_token_is_shown_once_and_opens_only_what_its_owner_may(team: Team) -> None:
    browser = team.logged_in("ben")
    shown = send(browser, "/account/tokens", {"label": "notebook <b>"}, "/account").text
    secret = re.search(r"<code>(twosource_[\w-]{43})</code>", shown)
    assert secret is not None
    assert "notebook <b>" not in shown
    assert secret[1] not in browser.get("/account").text
    program = team.browser()
    program.headers["Authorization"] = f"Bearer {secret[1]}"
    assert program.get("/events").status_code == 200
    assert program.get("/accounts").status_code == 403
    ending = re.search(r'action="(/account/tokens/\w+/end)"', browser.get("/account").text)
    assert ending is not None
    assert send(browser, ending[1], {}, "/account").status_code == 303
    assert program.get("/events").status_code == 303


@pytest.mark.parametrize("told", ["Bearer ", "Bearer x", "Basic cm9vdDpyb290"])
def test_what_is_no_token_opens_nothing(team: Team, told: str) -> None:
    found = team.browser().get("/api/v1/events", headers={"Authorization": told})
    assert (found.status_code, found.headers["content-type"]) == (401, "application/problem+json")
    assert found.headers["www-authenticate"].startswith("Bearer")


def test_a_wrong_token_is_not_helped_by_a_session(team: Team) -> None:
    found = team.logged_in("ada").get("/events", headers={"Authorization": "Bearer x"})
    assert found.status_code == 303


def test_the_audit_tells_who_did_what(team: Team) -> None:
    root = team.logged_in("root")
    send(root, "/accounts/ada/role", {"value": "reader"}, "/accounts")
    ben = team.logged_in("ben")
    ben.get("/accounts")
    send(ben, "/account/tokens", {"label": "<i>notebook</i>"}, "/account")
    send(ben, "/logout", {}, "/account")
    assert team.noted()[:6] == [
        ("ben", "logout", "ben"),
        ("ben", "token made", "<i>notebook</i>"),
        ("ben", "refused", "GET /accounts"),
        ("ben", "login", ""),
        ("root", "role changed", "ada to reader"),
        ("root", "login", ""),
    ]
    page = root.get("/audit").text
    assert "&lt;i&gt;notebook&lt;/i&gt;" in page
    assert "testclient" in page, "the address"


def test_without_accounts_there_are_no_pages_of_a_team(web: TestClient) -> None:
    for path in ("/login", "/account", "/accounts", "/audit"):
        assert web.get(path).status_code == 404


def test_no_form_of_a_team_is_taken_without_its_token(team: Team) -> None:
    root = team.logged_in("root")
    noted = len(team.noted())
    for method, path in _changing():
        for told in ({}, {"csrf_token": "0" * 64}):
            found = root.request(method, path, data={"name": "eve", "role": "admin", "verb": "note", **told})
            assert found.status_code == 403, path
    assert len(team.noted()) == noted


def test_another_site_changes_nothing_even_with_the_token(team: Team) -> None:
    root = team.logged_in("root")
    own = token(root, "/account")
    for method, path in _changing():
        for headers in ({"Origin": "https://evil.example"}, {"Sec-Fetch-Site": "cross-site"}, {"Origin": "null"}):
            found = root.request(method, path, data={"csrf_token": own}, headers=headers)
            assert found.status_code == 403, path


@pytest.mark.parametrize("path", ["/api/v1/decisions", "/api/v1/reports", "/api/v1/settle"])
def test_a_session_alone_does_not_change_through_the_interface_for_programs(team: Team, path: str) -> None:
    root = team.logged_in("root")
    for headers in ({}, {"X-CSRF-Token": "0" * 64}):
        found = root.post(path, json=[{"verb": "note", "subjects": ["e-1"], "why": "x"}], headers=headers)
        assert found.status_code == 403
        assert "X-CSRF-Token" in found.text


def test_what_is_taken_along_is_in_the_audit(team: Team) -> None:
    ben = team.logged_in("ben")
    assert ben.get("/export/ledger.zip", params={"words": "bern"}).status_code == 200
    assert ben.get("/api/v1/export", params={"table": "claims"}).status_code == 200
    assert ben.get("/export").status_code == 200
    assert team.noted()[:3] == [
        ("ben", "export", "GET /api/v1/export?table=claims"),
        ("ben", "export", "GET /export/ledger.zip?words=bern"),
        ("ben", "login", ""),
    ]


def test_what_is_changed_is_in_the_audit(team: Team) -> None:
    ada = team.logged_in("ada")
    event = re.findall(r'href="/events/(e-[0-9a-f]{16})"', ada.get("/events").text)[0]
    note = {"verb": "note", "subject": event, "value": "seen", "why": "to be told"}
    assert send(ada, "/decisions", note, "/account").status_code == 303
    text = {"how": "paste", "kind": "text", "text": "Three people were killed in Linz on Monday, police said."}
    assert send(ada, "/add", text, "/add").status_code == 303
    assert [what for _, what, _ in team.noted()[:3]] == ["upload", "decision", "login"]


@pytest.mark.parametrize(
    "back", ["/events\r\nSet-Cookie: a=b", "/events%0d%0aSet-Cookie:%20a=b", "/\n/evil.example", "/\t/evil.example"]
)
def test_no_address_to_go_back_to_adds_a_header(team: Team, back: str) -> None:
    browser = team.browser()
    told = {"name": "ada", "password": PASSWORD, "back": back}
    answers = [send(browser, "/login", told, "/login"), browser.get("/as-of", params={"back": back})]
    for answer in answers:
        assert answer.status_code in {303, 400}
        assert "a=b" not in answer.headers.get("set-cookie", "")
        assert "\n" not in answer.headers.get("location", "")
        assert not answer.headers.get("location", "").startswith(("//", "/\\", "http"))

"""A server of several processes: what one writes all show at once, and whoever ends is missed by nobody."""

import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import httpx
import pytest

from twosource import Settings
from twosource.accounts import Accounts, By, add, role_named
from twosource.api import Ledger, keep
from twosource.web.crew.foreman import listening
from twosource.web.crew.makers import is_handed_on

pytestmark = [
    pytest.mark.enable_socket,
    pytest.mark.skipif(not hasattr(os, "fork"), reason="this system forks no process"),
]
PASSWORD = "nine quiet harbours"  # noqa: S105 - of no account but the tests'
PATIENCE = 60.0
ROW = {"id": "9", "published": "2031-10-07", "text": "Four people were killed by a flood in Trinidad, police said."}


@dataclass(frozen=True, slots=True)
class Running:
    """A server of processes of its own."""

    process: subprocess.Popen[str]
    address: str

    def children(self) -> list[int]:
        """The process that listens, then those that make pages."""
        return _children(self.process.pid)

    def browser(self) -> httpx.Client:
        """Return a browser at it."""
        return httpx.Client(base_url=self.address, timeout=PATIENCE)

    def many(self, path: str, number: int = 8) -> list[httpx.Response]:
        """Ask for a page so many times at once, so that all processes take part."""

        def get(_number: int) -> httpx.Response:
            with self.browser() as browser:
                return browser.get(path)

        with ThreadPoolExecutor(number) as pool:
            return list(pool.map(get, range(number)))


Serve = Callable[..., Running]


def _children(pid: int) -> list[int]:
    told = Path(f"/proc/{pid}/task/{pid}/children")
    return [int(one) for one in told.read_text(encoding="ascii").split()] if told.exists() else []


def _until(is_so: Callable[[], bool]) -> bool:
    end = time.monotonic() + PATIENCE
    while not is_so() and time.monotonic() < end:
        time.sleep(0.05)
    return is_so()


def _is_there(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()[0] != "Z"
    except (FileNotFoundError, ProcessLookupError):
        return False


@pytest.fixture
def serve(store: Path, free_tcp_port_factory: Callable[[], int]) -> Iterator[Serve]:
    """Serve the ledger with two processes that make pages."""
    running: list[Running] = []

    def served(*options: str) -> Running:
        port = free_tcp_port_factory()
        command = [sys.executable, "-m", "twosource", "serve", str(store), "--port", str(port), "--workers", "2"]
        command += options
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, text=True)  # noqa: S603 - our own program
        one = Running(process, f"http://127.0.0.1:{port}")
        running.append(one)
        assert _until(lambda: process.poll() is not None or _answers(one)), "no page came"
        assert _until(lambda: len(one.children()) == 3)
        return one

    yield served
    for one in running:
        one.process.terminate()
        one.process.communicate(timeout=PATIENCE)


def _answers(one: Running) -> bool:
    try:
        with one.browser() as browser:
            return browser.get("/static/page.css").status_code == 200
    except httpx.TransportError:
        return False


def test_every_page_is_the_same_whoever_makes_it(serve: Serve, store: Path) -> None:
    running, event = serve(), Ledger.open(store).events[0]
    report = event.reports[0]
    for path in ("/events", f"/events/{event.id}", f"/reports/{report}", "/sources", "/review", "/api/v1/events"):
        told = running.many(path)
        assert {one.status_code for one in told} == {200}
        assert len({re.sub(r'(csrf_token" value=)"\w+"', r"\1", one.text) for one in told}) == 1
        assert all("frame-ancestors 'none'" in one.headers["Content-Security-Policy"] for one in told)
    assert {one.status_code for one in running.many("/events/e-0000000000000000")} == {404}
    assert {one.status_code for one in running.many("/events?at_least=x")} == {400}


def test_what_another_program_adds_is_on_every_page_at_once(serve: Serve, store: Path) -> None:
    running = serve()
    assert all("Trinidad" not in one.text for one in running.many("/events"))
    keep([ROW], store, Settings(workers=1), lambda _stage, _done: None)
    assert all("Trinidad" in one.text for one in running.many("/events"))
    now = datetime.now(UTC).isoformat()
    assert all("Trinidad" in one.text for one in running.many(f"/events?as_of={now.replace('+00:00', 'Z')}"))
    assert all("Trinidad" not in one.text for one in running.many("/events?as_of=2020-01-01"))


def test_a_decision_made_in_a_form_is_on_every_page_at_once(serve: Serve, store: Path) -> None:
    running = serve()
    event = next(one for one in Ledger.open(store).events if one.type == "bombing")
    with running.browser() as browser:
        page = browser.get(f"/events/{event.id}").text
        token = re.search(r'name="csrf_token" value="([0-9a-f]{64})"', page)
        assert token is not None
        told = {"verb": "note", "subject": event.id, "value": "Seen by two.", "who": "Ana", "why": "Asked around."}
        answer = browser.post("/decisions", data={"csrf_token": token[1], "back": f"/events/{event.id}", **told})
        assert answer.status_code == 303, answer.text
        assert "Recorded" in browser.get(answer.headers["Location"]).text
        job = re.search(r"recorded=(\w+)", answer.headers["Location"])
        assert job is not None
        assert _until(lambda: "Done" in browser.get(f"/jobs/{job[1]}").text)
    assert all("Asked around." in one.text for one in running.many(f"/events/{event.id}"))
    assert all("Asked around." in one.text for one in running.many("/decisions"))


def test_a_page_maker_that_is_killed_is_replaced(serve: Serve) -> None:
    running = serve()
    _, *makers = running.children()
    for maker in makers:
        os.kill(maker, signal.SIGKILL)
    assert _until(lambda: len(running.children()) == 3 and not set(makers) & set(running.children()))
    assert _until(lambda: {one.status_code for one in running.many("/events")} == {200})
    assert all(one.status_code == 200 for _ in range(3) for one in running.many("/events"))


@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGKILL])
def test_all_its_processes_end_with_it(serve: Serve, how: signal.Signals) -> None:
    running = serve()
    children = running.children()
    running.process.send_signal(how)
    assert running.process.wait(PATIENCE) == (0 if how is signal.SIGTERM else -signal.SIGKILL)
    assert _until(lambda: not any(map(_is_there, children)))


def test_sessions_and_the_wait_after_wrong_passwords_hold_for_all_processes(serve: Serve, store: Path) -> None:
    accounts, by = Accounts(str(store)), By(who="", address="", now=datetime.now(UTC))
    for name, role in (("root", "admin"), ("ben", "reader")):
        add(accounts, name, role_named(role), PASSWORD, by)
    accounts.close()
    running = serve("--accounts")
    assert {one.headers.get("Location") for one in running.many("/events")} == {"/login?back=%2Fevents"}
    with running.browser() as browser:
        assert _log_in(browser, "ben", PASSWORD).status_code == 303
        assert all(">ben</a>" in browser.get("/events").text for _ in range(6))
        assert browser.get("/accounts").status_code == 403
        page = browser.get("/account").text
        browser.post("/logout", data={"csrf_token": _token(page)})
        assert all(browser.get("/events").status_code == 303 for _ in range(6))
    with running.browser() as browser:
        assert 429 in {_log_in(browser, "root", f"wrong {n}").status_code for n in range(10)}


def _log_in(browser: httpx.Client, name: str, password: str) -> httpx.Response:
    token = _token(browser.get("/login").text)
    return browser.post("/login", data={"csrf_token": token, "name": name, "password": password})


def _token(page: str) -> str:
    found = re.search(r'name="csrf_token" value="([0-9a-f]{64})"', page)
    assert found is not None
    return found[1]


@pytest.mark.parametrize(
    ("method", "path", "query", "expected"),
    [
        ("GET", "/events", b"", True),
        ("GET", "/events/e-1/figures/f-1", b"as_of=2031-05-06", True),
        ("GET", "/api/v1/parts/e-1", b"", True),
        ("POST", "/decisions", b"", False),
        ("GET", "/events", b"recorded=0a1b", False),
        ("GET", "/jobs/0a1b", b"", False),
        ("GET", "/api/v1/jobs", b"", False),
        ("GET", "/api/v1/export", b"", False),
        ("GET", "/accounts", b"", False),
        ("GET", "/eventsx", b"", False),
    ],
)
def test_only_what_looks_at_the_ledger_is_handed_on(method: str, path: str, query: bytes, expected: bool) -> None:  # noqa: FBT001
    assert is_handed_on({"method": method, "path": path, "query_string": query}) is expected


def test_no_part_of_a_page_is_held_back() -> None:
    with listening("127.0.0.1", 0) as here:
        here.listen()
        with socket.create_connection(here.getsockname()), here.accept()[0] as accepted:
            assert accepted.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)

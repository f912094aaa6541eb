"""The web on ledgers of a few reports, asked as a browser asks, without a socket."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from twosource import Settings, upkeep
from twosource.api import keep
from twosource.web.app import build_app
from twosource.web.desk import Desk
from twosource.web.guard.forgery import Ticket
from twosource.web.guard.protection import Protection

ROWS = (
    {
        "id": "1",
        "title": "Bomb in Bern",
        "url": "https://daily.example/bomb",
        "published": "2031-05-06",
        "text": "Two people were killed by a bomb at a market in Bern on Monday, police said.",
    },
    {
        "id": "2",
        "url": "https://courier.example/market",
        "published": "2031-05-07",
        "text": "The hospital said three people were killed when a bomb exploded at a market in Bern on Monday.",
    },
    {
        "id": "3",
        "url": "https://andes.example/mine",
        "published": "2031-09-02",
        "text": "Nine miners died in Oruro on Monday, the mayor said.",
    },
)


def _silent(_stage: str, _done: int) -> None:
    """Tell nobody."""


@pytest.fixture
def silent() -> Callable[[str, int], None]:
    """What is told of a run's progress goes nowhere."""
    return _silent


@pytest.fixture(scope="session")
def kept_once(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The bytes of a ledger with two reports of a bombing that differ in its toll, and one of a mine."""
    store = tmp_path_factory.mktemp("web") / "ledger.db"
    keep(list(ROWS), store, Settings(workers=1), _silent)
    return store.read_bytes()


@pytest.fixture
def store(kept_once: bytes, tmp_path: Path) -> Path:
    """A ledger of one's own with the three reports."""
    file = tmp_path / "ledger.db"
    file.write_bytes(kept_once)
    return file


@pytest.fixture
def asked() -> Iterator[Callable[[Path], TestClient]]:
    """Open the web on a ledger; the client may send forms as a page of ours does."""
    opened: list[TestClient] = []

    def ask(store: Path) -> TestClient:
        protection = Protection()
        client = TestClient(
            build_app(Desk(store=str(store), settings=Settings(workers=1), protection=protection)),
            base_url="http://127.0.0.1:8000",
        )
        client.cookies.set("twosource-visit-8000", "a-visit")
        client.headers["X-CSRF-Token"] = Ticket(protection.secret, "visit a-visit", is_new=False).expected()
        opened.append(client)
        return client

    yield ask
    for client in opened:
        client.close()


@pytest.fixture
def web(store: Path, asked: Callable[[Path], TestClient]) -> TestClient:
    """The web on the ledger with the three reports."""
    return asked(store)


@pytest.fixture
def empty_web(tmp_path: Path, asked: Callable[[Path], TestClient]) -> TestClient:
    """The web on a ledger without a report."""
    file = tmp_path / "empty.db"
    upkeep.begin(file)
    return asked(file)

"""A ledger with a dispatch, two reports that follow it, one report of its own, and an input that could not be read."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from twosource import Ledger, Settings
from twosource.api import keep

Row = dict[str, Any]
BOMB = (
    "GRAZ, Austria — A bomb tore through a tram in Graz on Monday, killing four people and wounding nine, police said."
)
DEVICE = "The tram was about to leave the main square when the device went off under a seat in the second carriage."
COUNTED = "“We have counted four dead,” police commissioner Anna Reiter told reporters at the scene."
DEPOT = "Nobody claimed responsibility for the blast, and investigators searched the depot until late in the evening."
LINES = "Trams of line four will not run on Tuesday, the transport company of the city told the Courier."
HOSTILE = "<script>alert('ran')</script> Four dead in Graz"

DISPATCH: Row = {
    "id": "1",
    "url": "https://wire.example/tram",
    "title": "Bomb on tram kills four in Graz",
    "published": "2031-06-02T08:00:00Z",
    "text": f"{BOMB}\n\n{DEVICE}\n\n{COUNTED}\n\n{DEPOT}",
}
COURIER: Row = {
    "id": "2",
    "url": "https://courier.example/tram",
    "title": HOSTILE,
    "published": "2031-06-02T12:00:00Z",
    "text": f"{BOMB.replace('police said', 'officials said')}\n\n{DEVICE}\n\n{COUNTED}\n\n{DEPOT}\n\n{LINES}",
}
HERALD: Row = {
    "id": "3",
    "url": "https://herald.example/tram",
    "title": "Tram bomb",
    "published": "2031-06-02T15:00:00Z",
    "text": f"{BOMB}\n\n{DEVICE}\n\n{COUNTED}\n\n{DEPOT}",
}
MORNING: Row = {
    "id": "4",
    "url": "https://morning.example/graz",
    "title": "Five dead in Graz",
    "published": "2031-06-03",
    "text": "Five people were killed when a bomb exploded on a tram in Graz on Monday, the university hospital said.",
}
TALKS: Row = {
    "id": "5",
    "url": "https://morning.example/talks",
    "title": "Talks on milk",
    "published": "2031-06-04",
    "text": "Farmers and dairies will meet in Linz in the autumn to talk about the price of milk and cheese.",
}
UNREAD: Row = {"id": "6", "title": "A row without a text"}


def silent(_stage: str, _done: int) -> None:
    """Tell nobody."""


@pytest.fixture(scope="session")
def tram_once(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The bytes of the ledger."""
    store = tmp_path_factory.mktemp("tram") / "ledger.db"
    keep([DISPATCH, COURIER, HERALD, MORNING, TALKS, UNREAD], store, Settings(workers=1), silent)
    return store.read_bytes()


@pytest.fixture
def tram(tram_once: bytes, tmp_path: Path) -> Path:
    """The ledger, a file of one's own."""
    file = tmp_path / "tram.db"
    file.write_bytes(tram_once)
    return file


@pytest.fixture
def desk(tram: Path, asked: Callable[[Path], TestClient]) -> TestClient:
    """The web on the ledger."""
    return asked(tram)


@pytest.fixture
def report(tram: Path) -> Callable[[str], str]:
    """Name the id of the report from a host."""
    ids = {str(one.url).split("/")[2].partition(".")[0]: one.id for one in Ledger.open(tram).articles if one.id}
    ids["morning"] = next(one.id for one in Ledger.open(tram).articles if one.title == "Five dead in Graz")
    return lambda host: ids[host]

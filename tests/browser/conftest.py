"""Debian's Chromium on a server of this computer; nothing else can be reached."""

import importlib.util
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.conftest import missing

from twosource import Settings
from twosource.api import keep

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

CHROMIUM = Path("/usr/bin/chromium")
STORY = (
    {
        "id": "observer",
        "url": "https://harbour-observer.example/raid",
        "title": "Guyana says 32 of its soldiers died in Paramaribo raid",
        "published": "2031-03-10",
        "text": (
            "Guyana said on Sunday that 32 Guyanese soldiers were killed in a raid on a base in Paramaribo, Suriname, "
            "on Saturday.\n\n“We will not forget them,” the Guyanese government said in a "
            "statement. It declared two days of mourning.\n\nThe base had been used to train recruits."
        ),
    },
    {
        "id": "lantern",
        "url": "https://evening-lantern.example/mourning",
        "title": "Two days of mourning in Guyana after deadly raid",
        "published": "2031-03-10",
        "text": (
            "Two days of mourning began in Guyana after a raid in Paramaribo, Suriname, on Saturday in which 32 "
            "Guyanese soldiers were killed, according to the Guyanese government.\n\n"
            "Shops stayed closed, and flags hung at half-mast. Some 200 people came to a church by the sea wall."
        ),
    },
    {
        "id": "valley",
        "url": "https://valley-post.example/landslide",
        "title": "Nine miners die in Oruro",
        "published": "2031-03-20",
        "text": "Nine miners were killed when a shaft collapsed in Oruro, Bolivia, on Wednesday, the mayor said.",
    },
)


def _silent(_stage: str, _done: int) -> None:
    """Tell nobody."""


@pytest.fixture(scope="session")
def chromium() -> "Iterator[Browser]":
    """One browser for all tests."""
    if not CHROMIUM.exists():
        missing("Debian's Chromium is not installed")
    for name in ("playwright", "axe_playwright_python", "uvicorn"):
        if importlib.util.find_spec(name) is None:
            missing(f"{name} is not installed")
    from docs.making.pictures import browser  # noqa: PLC0415 - only where the browser is there

    with browser() as opened:
        yield opened


@pytest.fixture(scope="session")
def serve(chromium: "Browser") -> Iterator[Callable[[Path], str]]:
    """Serve a ledger until all tests have ended; the address is what it returns."""
    from docs.making.pictures import served  # noqa: PLC0415 - the same

    assert chromium.is_connected()
    with ExitStack() as stack:
        yield lambda store: stack.enter_context(served(store))


@pytest.fixture
def story() -> tuple[dict[str, str], ...]:
    """Two outlets that carry one government's figure, and another event."""
    return STORY


@pytest.fixture(scope="session")
def story_once(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The bytes of a ledger of two outlets that carry one government's figure, and of another event."""
    store = tmp_path_factory.mktemp("story") / "story.db"
    keep(list(STORY), store, Settings(workers=1), _silent)
    return store.read_bytes()


@pytest.fixture
def store(story_once: bytes, tmp_path: Path) -> Path:
    """A ledger of one's own with the story."""
    file = tmp_path / "story.db"
    file.write_bytes(story_once)
    return file


@pytest.fixture
def root(store: Path, serve: Callable[[Path], str]) -> str:
    """The address at which the story is served."""
    return serve(store)


@pytest.fixture
def page(chromium: "Browser") -> "Iterator[Page]":
    """A fresh page of a fresh visitor; an error of a script on it fails the test."""
    context = chromium.new_context(viewport={"width": 1280, "height": 900})
    context.set_default_timeout(10_000)
    opened = context.new_page()
    faults: list[str] = []
    opened.on("pageerror", lambda error: faults.append(str(error)))
    opened.on("console", lambda told: faults.append(told.text) if told.type == "error" else None)
    yield opened
    context.close()
    assert faults == []

"""Every page in light, dark and at the width of a phone: nothing that axe-core finds serious, nothing cut off."""

from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from twosource import Ledger

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.allow_hosts(["127.0.0.1"])
LOOKS = {"light": (1280, "light"), "dark": (1280, "dark"), "phone": (390, "light")}
SERIOUS = {"serious", "critical"}


@pytest.fixture(scope="module")
def examples(serve: Callable[[Path], str], tmp_path_factory: pytest.TempPathFactory) -> tuple[str, Ledger]:
    """The address at which the examples are served, and their ledger, with a few decisions."""
    from docs.making.pictures import prepared  # noqa: PLC0415 - only where the browser is there

    store = tmp_path_factory.mktemp("examples") / "examples.db"
    ledger = prepared(store)
    return serve(store), ledger


def _faults(page: "Page", name: str, width: int) -> list[str]:
    """What is wrong with the page that is open."""
    from axe_playwright_python.sync_playwright import Axe  # noqa: PLC0415 - only where the browser is there

    page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true")
    wide = page.evaluate("document.documentElement.scrollWidth")
    cut = [f"{name}: {wide} px wide"] if wide > width else []
    return cut + [
        f"{name}: {one['id']}: {one['nodes'][0]['html'][:160]}"
        for one in Axe().run(page).response["violations"]
        if one["impact"] in SERIOUS
    ]


def _opened(chromium: "Browser", look: str) -> "Page":
    width, scheme = LOOKS[look]
    return chromium.new_page(
        viewport={"width": width, "height": 900}, color_scheme="dark" if scheme == "dark" else "light"
    )


@pytest.mark.parametrize("look", sorted(LOOKS))
def test_a_page_has_no_serious_finding_and_nothing_is_cut_off(
    chromium: "Browser", examples: tuple[str, Ledger], look: str
) -> None:
    from docs.making.pictures import pages_of  # noqa: PLC0415 - only where the browser is there

    root, ledger = examples
    page = _opened(chromium, look)
    found: list[str] = []
    for name, address in pages_of(ledger).items():
        page.goto(root + address)
        found += _faults(page, name, LOOKS[look][0])
    page.close()
    assert found == []


@pytest.fixture(scope="module")
def team(chromium: "Browser", story_once: bytes, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address at which a team with accounts works."""
    from docs.making.pictures import served, with_team  # noqa: PLC0415 - only where the browser is there

    assert chromium.is_connected()
    store = tmp_path_factory.mktemp("team") / "story.db"
    store.write_bytes(story_once)
    with closing(with_team(store)) as accounts, served(store, accounts) as root:
        yield root


@pytest.mark.parametrize("look", sorted(LOOKS))
def test_a_page_of_a_team_has_no_serious_finding_and_nothing_is_cut_off(
    chromium: "Browser", team: str, look: str
) -> None:
    from docs.making.pictures import TEAM, log_in  # noqa: PLC0415 - only where the browser is there

    page = _opened(chromium, look)
    page.goto(f"{team}/login")
    found = _faults(page, "login", LOOKS[look][0])
    log_in(page, team)
    for name, address in TEAM.items():
        page.goto(team + address)
        found += _faults(page, name, LOOKS[look][0])
    page.goto(f"{team}/account")
    page.get_by_label("What the token is for").fill("a program")
    page.get_by_role("button", name="Make a token").click()
    found += _faults(page, "new token", LOOKS[look][0])
    page.close()
    assert found == []


def test_a_keeper_of_passwords_is_told_whose_they_are(chromium: "Browser", team: str) -> None:
    from docs.making.pictures import log_in  # noqa: PLC0415 - only where the browser is there

    page = _opened(chromium, "light")
    page.goto(f"{team}/login")
    addresses = ["/login", "/account", "/accounts"]
    for address in addresses:
        page.goto(team + address)
        forms = page.locator("form:has(input[type=password])")
        assert forms.count()
        for form in forms.all():
            assert form.locator("input[autocomplete=username]").count() == 1
        if address == "/login":
            log_in(page, team)
    page.close()

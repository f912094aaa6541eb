"""Every page in light, dark and at the width of a phone: nothing that axe-core finds serious, nothing cut off."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from twosource import Ledger

if TYPE_CHECKING:
    from playwright.sync_api import Browser

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


@pytest.mark.parametrize("look", sorted(LOOKS))
def test_a_page_has_no_serious_finding_and_nothing_is_cut_off(
    chromium: "Browser", examples: tuple[str, Ledger], look: str
) -> None:
    from axe_playwright_python.sync_playwright import Axe  # noqa: PLC0415 - only where the browser is there
    from docs.making.pictures import pages_of  # noqa: PLC0415 - the same

    root, ledger = examples
    width, scheme = LOOKS[look]
    context = chromium.new_context(
        viewport={"width": width, "height": 900}, color_scheme="dark" if scheme == "dark" else "light"
    )
    page = context.new_page()
    found: list[str] = []
    for name, address in pages_of(ledger).items():
        page.goto(root + address)
        page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true")
        wide = page.evaluate("document.documentElement.scrollWidth")
        if wide > width:
            found.append(f"{name}: {wide} px wide")
        results = Axe().run(page)
        found += [
            f"{name}: {one['id']}: {one['nodes'][0]['html'][:160]}"
            for one in results.response["violations"]
            if one["impact"] in SERIOUS
        ]
    context.close()
    assert found == []

"""Pictures of the pages of ``twosource serve`` on the examples: ``python -m docs.making.pictures FOLDER``.

Each page in light, dark and at the width of a phone; the two pictures of the README with ``--readme``. It needs
Chromium at ``/usr/bin/chromium``.
"""

import argparse
import socket
import threading
from collections.abc import Iterator
from contextlib import chdir, closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import uvicorn
from playwright.sync_api import Browser, Page, sync_playwright

from twosource import Settings
from twosource.accounts import Accounts, By, add, role_named
from twosource.api import Ledger, keep
from twosource.keeping import Draft
from twosource.web.app import build_app
from twosource.web.desk import Desk
from twosource.web.guard.protection import Protection

ROOT = Path(__file__).parents[2]
CHROMIUM = "/usr/bin/chromium"
SWITCHES = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
LOOKS = {"light": (1280, "light"), "dark": (1280, "dark"), "phone": (390, "light")}
PASSWORD = "four green lanterns"  # noqa: S105 - of no account but these
README = {"events": (1280, 1000), "event": (1280, 1000)}


def pages_of(ledger: Ledger) -> dict[str, str]:
    """Return the addresses of the pages to be seen, by name; the event is the one that most reports tell of."""
    event = max(ledger.events, key=lambda one: (len(one.reports), one.id))
    figure = next(one for one in event.figures if one.group is None)
    claim = next(one for one in ledger.claims if one.id == figure.claims_for[0])
    group = max(ledger.copies, key=lambda one: (len(one.reports), one.id))
    copy = next(one for one in group.reports if one != group.origin)
    return {
        "events": "/events",
        "events-filtered": "/events?measure=killed&at_least=5&place=Bolivia",
        "events-none": "/events?words=nothing-of-that-name",
        "event": f"/events/{event.id}",
        "figure": f"/events/{event.id}/figures/{figure.id}",
        "claim": f"/reports/{claim.report}/claims/{claim.id}",
        "merge": f"/events/{event.id}/merge",
        "split": f"/events/{event.id}/split",
        "decisions": "/decisions",
        "past": f"/events/{event.id}?as_of=2999-01-01",
        "error": "/events/e-0000000000000000",
        "reports": "/reports",
        "report": f"/reports/{claim.report}",
        "copy": f"/reports/{copy}",
        "compare": f"/compare?a={event.reports[0]}&b={event.reports[1]}",
        "compare-choice": f"/compare?event={event.id}",
        "review": "/review",
        "speakers": "/sources?type=speaker",
        "sources": "/sources",
        "rejects": "/rejects",
        "export": "/export?words=ferry",
        "add": "/add",
        "jobs": "/jobs",
    }


TEAM = {"account": "/account", "accounts": "/accounts", "audit": "/audit"}
"""The pages of a team, for an admin who is logged in."""


@contextmanager
def served(store: Path, accounts: Accounts | None = None) -> Iterator[str]:
    """Serve a ledger on a free port of this computer; the address is what the block works with."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    server = uvicorn.Server(
        uvicorn.Config(
            build_app(
                Desk(store=str(store), settings=Settings(workers=1), protection=Protection(accounts=accounts)),
            ),
            host="127.0.0.1",
            port=port,
            log_level="warning",
        )
    )
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        thread.join(0.05)
    yield f"http://127.0.0.1:{port}"
    server.should_exit = True
    thread.join()


@contextmanager
def browser() -> Iterator[Browser]:
    """Start Debian's Chromium."""
    with sync_playwright() as started:
        opened = started.chromium.launch(executable_path=CHROMIUM, args=list(SWITCHES))
        yield opened
        opened.close()


def prepared(store: Path) -> Ledger:
    """Return the ledger of the examples, added day by day, with a few decisions of invented people."""
    files = sorted(str(path.relative_to(ROOT)) for path in (ROOT / "examples").glob("[0-9]*"))
    with chdir(ROOT):
        for part in (files[:2], files[2:5], files[5:]):
            keep(part, store, Settings(workers=2), _silent)
    event = max(Ledger.open(store).events, key=lambda one: (len(one.reports), one.id))
    note = Draft(
        verb="note",
        subjects=(event.id,),
        who="M. Okafor",
        why="For whoever looks at it next.",
        value="The port authority promised a list of passengers by Friday; look again then.",
    )
    claim = event.figures[0].claims_for[0]
    accept = Draft(verb="accept", subjects=(claim,), who="T. Lindqvist", why="Read against the report as received.")
    Ledger.open(store).decide([note, accept])
    return Ledger.open(store)


def with_team(store: Path) -> Accounts:
    """Return a team's accounts of invented people beside a ledger; all have one password."""
    accounts = Accounts(str(store))
    by = By(who="setup", address="local", now=datetime.now(UTC))
    for name, role in (("m.okafor", "admin"), ("t.lindqvist", "reviewer"), ("guest", "reader")):
        add(accounts, name, role_named(role), PASSWORD, by)
    return accounts


def log_in(page: Page, root: str, name: str = "m.okafor") -> None:
    """Log somebody in, as the form does."""
    page.goto(f"{root}/login")
    page.get_by_label("Name").fill(name)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Log in").click()
    page.wait_for_url(f"{root}/events")


def take(addresses: dict[str, str], root: str, folder: Path, *, is_team: bool = False) -> None:
    """Write a picture of each page in each look."""
    folder.mkdir(parents=True, exist_ok=True)
    with browser() as opened:
        for look, (width, scheme) in LOOKS.items():
            context = opened.new_context(
                viewport={"width": width, "height": 900}, color_scheme="dark" if scheme == "dark" else "light"
            )
            page = context.new_page()
            if is_team:
                page.goto(f"{root}/login")
                page.screenshot(path=folder / f"login-{look}.png", full_page=True)
                log_in(page, root)
            for name, address in addresses.items():
                page.goto(root + address)
                page.screenshot(path=folder / f"{name}-{look}.png", full_page=True)
            context.close()


def take_for_readme(addresses: dict[str, str], root: str) -> None:
    """Write the pictures that the README shows: the upper part of a page."""
    with browser() as opened:
        for name, (width, height) in README.items():
            page = opened.new_page(viewport={"width": width, "height": height})
            page.goto(root + addresses[name])
            page.screenshot(path=ROOT / "docs" / "pictures" / f"{name}.png")


def _silent(_stage: str, _done: int) -> None:
    """Tell nobody."""


def main() -> None:
    """Make the ledger, serve it and take the pictures."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("folder", type=Path, nargs="?")
    options.add_argument("--readme", action="store_true")
    chosen = options.parse_args()
    with TemporaryDirectory() as scratch:
        store = Path(scratch) / "examples.db"
        addresses = pages_of(prepared(store))
        with served(store) as root:
            if chosen.folder:
                take(addresses, root, chosen.folder)
            if chosen.readme:
                take_for_readme(addresses, root)
        if chosen.folder:
            with closing(with_team(store)) as accounts, served(store, accounts) as root:
                take(TEAM, root, chosen.folder, is_team=True)


if __name__ == "__main__":
    main()

"""The queue by keyboard: moved through, told about, and decided without a pointer."""

from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from twosource import Ledger
from twosource.keeping.shelve import new_rows
from twosource.store import Ended, Run, commit_run, open_store, standing

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.allow_hosts(["127.0.0.1"])


@pytest.fixture
def twins(store: Path, serve: Callable[[Path], str]) -> str:
    """The story, served, with two events of one kind, day and town, as its last run has them."""
    found = Ledger.open(store).holdings
    first = next(event for event in found.events if event.type and event.place and event.place.geonames_id)
    second = next(event for event in found.events if event.id != first.id)
    twin = replace(second, type=first.type, date=first.date, place=first.place)
    with closing(open_store(str(store))) as opened:
        holdings = replace(found, events=(first, twin))
        run = Run(number=2, rule="default", program="1.0")
        shelves = new_rows(opened, holdings, found.events, "1.0")
        ended = Ended(run=run, kept=standing(opened), shelves=shelves)
        commit_run(opened, holdings, ended, "2999-01-01T00:00:00Z")
    return serve(store)


FOCUSED = "document.activeElement.id"


def test_j_and_k_move_and_enter_opens(page: "Page", root: str) -> None:
    page.goto(f"{root}/review")
    page.keyboard.press("j")
    page.keyboard.press("j")
    assert page.evaluate(FOCUSED) == "doubt-2"
    page.keyboard.press("k")
    assert page.evaluate(FOCUSED) == "doubt-1"
    opens = page.locator("#doubt-1 a.open").get_attribute("href")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**{opens}")


def test_a_question_mark_tells_the_keys(page: "Page", root: str) -> None:
    page.goto(f"{root}/review")
    page.keyboard.press("?")
    assert page.get_by_role("heading", name="Keys of the queue").is_visible()
    page.keyboard.press("Escape")
    assert not page.get_by_role("heading", name="Keys of the queue").is_visible()


def test_r_asks_who_and_why_and_enter_rejects(page: "Page", root: str) -> None:
    page.goto(f"{root}/review")
    subject = page.locator("#doubt-1 input[name=subject]").first.input_value()
    page.keyboard.press("r")
    page.keyboard.type("Ann")
    page.keyboard.press("Tab")
    page.keyboard.type("r is typed here, and is no key: a slip of the pen")
    page.keyboard.press("Enter")
    page.wait_for_url("**recorded=**")
    assert page.evaluate(FOCUSED) == "doubt-1", "the next doubt stands where the decided one stood"
    assert page.get_by_text("Recorded.").is_visible()
    page.goto(f"{root}/decisions")
    assert page.get_by_text("no key: a slip of the pen").first.is_visible()
    assert page.get_by_text("Rejected").first.is_visible()
    assert page.locator(f"a[href*='{subject}']").count()


def test_a_pair_is_said_to_be_two_events_by_key(page: "Page", twins: str) -> None:
    page.goto(f"{twins}/review?kind=same+event")
    assert page.locator("#doubt-1 button").all_inner_texts() == ["One event", "Two events"]
    page.keyboard.press("j")
    page.keyboard.press("r")
    page.keyboard.type("Ann")
    page.keyboard.press("Tab")
    page.keyboard.type("two raids")
    page.keyboard.press("Enter")
    page.wait_for_url("**recorded=**")
    page.goto(f"{twins}/decisions")
    assert page.get_by_text("Not the same event").first.is_visible()


def test_a_pair_is_said_to_be_one_event_without_script(chromium: "Browser", twins: str) -> None:
    plain = chromium.new_context(java_script_enabled=False).new_page()
    plain.goto(f"{twins}/review?kind=same+event")
    assert not plain.get_by_text("to move,").is_visible(), "without script there are no keys to tell of"
    plain.locator("#doubt-1 input[name=who]").fill("Ann")
    plain.locator("#doubt-1 input[name=why]").fill("one raid, told twice")
    plain.get_by_role("button", name="One event").click()
    plain.wait_for_url("**recorded=**")
    plain.goto(f"{twins}/decisions")
    assert plain.get_by_text("Same event").first.is_visible()
    plain.context.close()


def test_a_claim_is_accepted_without_script(chromium: "Browser", root: str) -> None:
    plain = chromium.new_context(java_script_enabled=False).new_page()
    plain.goto(f"{root}/review")
    subject = plain.locator("#doubt-1 input[name=subject]").first.input_value()
    plain.locator("#doubt-1 input[name=who]").fill("Ann")
    plain.locator("#doubt-1 input[name=why]").fill("read against the page")
    plain.locator("#doubt-1").get_by_role("button", name="Accept").click()
    plain.wait_for_url("**recorded=**")
    plain.goto(f"{root}/review")
    assert plain.locator(f"input[name=subject][value='{subject}']").count() == 0
    plain.context.close()

"""The queue by keyboard: moved through, told about, and decided without a pointer."""

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.allow_hosts(["127.0.0.1"])
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
    page.goto(f"{root}/decisions")
    assert page.get_by_text("no key: a slip of the pen").first.is_visible()
    assert page.get_by_text("Rejected").first.is_visible()
    assert page.locator(f"a[href*='{subject}']").count()

"""The tasks of a recorder, walked in a browser: find, trace, split, merge, correct, look back, export."""

import re
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from twosource import Ledger, upkeep

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.allow_hosts(["127.0.0.1"])
RAID = re.compile("Guyana")


def killed(store: Path) -> list[int]:
    events = Ledger.open(store).events
    return sorted(
        next((one.best for one in event.figures if one.measure == "killed" and one.group is None), None) or 0
        for event in events
    )


def open_raid(page: "Page", root: str) -> None:
    page.goto(root)
    page.get_by_label("Search").first.fill("Guyana")
    page.get_by_role("button", name="Search").click()
    page.locator(".list tbody a", has_text=RAID).first.click()


def decide(page: "Page", button: str, why: str = "Both reports were read again.") -> None:
    form = page.locator("form", has=page.get_by_role("button", name=button, exact=True)).last
    form.get_by_label("Who decides").fill("Ada Persaud")
    form.get_by_label("Why").fill(why)
    form.get_by_role("button", name=button, exact=True).click()
    page.get_by_text("Recorded.").wait_for()
    page.get_by_text("has been settled").wait_for(timeout=120_000)  # the page renews itself


def test_the_32_are_found_as_one_voice_and_traced_to_their_words(page: "Page", root: str, store: Path) -> None:
    open_raid(page, root)
    figure = page.locator(".figure").first
    assert "32" in figure.inner_text()
    assert "Echoed" in figure.inner_text()
    assert "1 voice" in figure.inner_text()
    figure.get_by_role("link", name="Trace to its words").click()
    marks = page.locator(".trace mark").all_inner_texts()
    assert len(marks) == 2
    assert all("32" in mark for mark in marks)
    sums = {article.sha256 for article in Ledger.open(store).articles}
    assert set(page.locator(".trace code").all_inner_texts()) < sums


def test_two_reports_are_pasted_into_an_empty_ledger(
    page: "Page", serve: Callable[[Path], str], tmp_path: Path, story: tuple[dict[str, str], ...]
) -> None:
    store = tmp_path / "new.db"
    upkeep.begin(store)
    root = serve(store)
    page.goto(root)
    page.get_by_role("heading", name="No event yet").wait_for()
    for row in story[:2]:
        page.get_by_role("link", name="Add reports").first.click()
        form = page.locator("form", has=page.get_by_role("button", name="Read it"))
        form.get_by_label("Text or HTML").fill(row["text"])
        form.get_by_label("Title").fill(row["title"])
        form.get_by_label("Published").fill(row["published"])
        form.get_by_label("Address").fill(row["url"])
        form.get_by_role("button", name="Read it").click()
        page.get_by_role("link", name=re.compile("See the event")).wait_for(timeout=120_000)
    page.get_by_role("link", name=re.compile("See the event")).click()
    page.get_by_role("heading", name="Who says so").wait_for()
    assert killed(store) == [32]
    assert page.locator(".figure").first.get_by_text("Echoed").count() == 1


def test_the_examples_are_uploaded_and_what_cannot_be_read_is_told(
    page: "Page", serve: Callable[[Path], str], tmp_path: Path, examples: Path
) -> None:
    store = tmp_path / "examples.db"
    upkeep.begin(store)
    page.goto(f"{serve(store)}/add")
    files = [path for path in sorted(examples.iterdir()) if path.name != "README.md"]
    page.locator("input[type=file]").set_input_files([str(path) for path in files])
    page.get_by_role("button", name="Upload and read").click()
    page.get_by_role("heading", name="What came of it").wait_for(timeout=240_000)
    assert page.get_by_text("20 new reports").count() == 1
    page.get_by_role("link", name=re.compile("See the event")).click()
    page.get_by_role("heading", name="7 events").wait_for()


def test_what_is_filtered_is_exported(page: "Page", root: str) -> None:
    page.goto(f"{root}/events?words=Oruro")
    page.get_by_role("link", name="Export what is filtered").click()
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Download the archive").click()
    with zipfile.ZipFile(waiting.value.path()) as archive:
        told = archive.read("events.csv").decode()
    assert "Oruro" in told
    assert "Paramaribo" not in told


def test_an_event_is_split_and_merged_again(page: "Page", root: str, store: Path) -> None:
    open_raid(page, root)
    page.get_by_role("link", name="Split").click()
    page.locator("label.choice", has_text="Two days of mourning").locator("input").check()
    decide(page, "Split them off")
    assert killed(store) == [9, 32, 32]
    page.get_by_role("link", name="Merge with another event").click()
    page.locator("label.choice", has_text=RAID).first.locator("input").check()
    decide(page, "Merge the two")
    assert killed(store) == [9, 32]
    page.goto(f"{root}/decisions")
    assert page.locator(".judgement", has_text="Not the same event").get_by_text("replaced").count() > 0
    page.locator(".judgement", has_text="Same event").get_by_text("Undo", exact=True).first.click()
    decide(page, "Undo this decision", "They are two after all.")
    assert killed(store) == [9, 32, 32]


def test_a_figure_is_corrected(page: "Page", root: str, store: Path) -> None:
    open_raid(page, root)
    page.get_by_role("link", name="Trace to its words").first.click()
    for _claim in range(2):
        page.get_by_role("link", name="Accept, reject or correct this claim").first.click()
        page.get_by_label("At least").fill("30")
        page.get_by_label("At most").fill("30")
        decide(page, "Record the correction", "The ministry corrected itself.")
        page.locator(".crumbs a").nth(1).click()
        page.get_by_role("link", name="Trace to its words").first.click()
    assert killed(store) == [9, 30]
    page.goto(f"{root}/decisions")
    assert page.get_by_text("Ada Persaud").count() == 2


def test_the_ledger_of_another_day_is_looked_at(page: "Page", root: str) -> None:
    page.goto(root)
    page.get_by_text("As of now").click()
    page.get_by_label("Day").fill("2026-01-01")
    page.get_by_role("button", name="Look back").click()
    page.get_by_role("heading", name="Nothing was held then").wait_for()
    assert "as_of=2026-01-01" in page.url
    page.get_by_role("link", name="Back to now").click()
    assert page.get_by_role("link", name=RAID).count() > 0


def test_a_growing_figure_is_seen_as_it_was_with_the_slider(page: "Page", root: str) -> None:
    open_raid(page, root)
    page.get_by_role("link", name="Trace to its words").first.click()
    page.get_by_role("link", name="Accept, reject or correct this claim").first.click()
    decide(page, "Reject", "It is a slip.")
    open_raid(page, root)
    slider = page.get_by_role("slider", name="Recorded moment")
    slider.focus()
    page.keyboard.press("Home")
    page.get_by_text("Nothing can be decided here").wait_for()
    assert "as_of=" in page.url


def test_without_script_the_moment_is_a_list_with_a_button(chromium: "Browser", root: str) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    open_raid(page, root)
    page.get_by_role("link", name="Trace to its words").first.click()
    page.get_by_role("link", name="Accept, reject or correct this claim").first.click()
    decide(page, "Accept", "Read.")
    page.locator(".crumbs a").nth(1).click()
    assert page.get_by_role("slider").count() == 0
    context.close()


def test_the_list_is_reached_by_keyboard_alone(page: "Page", root: str) -> None:
    page.goto(root)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to the page"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.matches('.list tbody a')"):
            break
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="Who says so").wait_for()

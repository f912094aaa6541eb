"""Sources: outlets, agencies and speakers with what stands on each, and who copies whom, drawn and as a table."""

import re
from collections.abc import Callable
from html import unescape
from pathlib import Path

from fastapi.testclient import TestClient

from twosource import Settings
from twosource.api import keep


def _words(page: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", page)).split())


def test_outlets_are_listed_with_whom_they_copy(desk: TestClient) -> None:
    page = _words(desk.get("/sources").text)
    assert "courier.example 1 " in page
    assert "wire.example (1)" in page


def test_who_copies_whom_is_drawn_and_told_as_a_table(desk: TestClient) -> None:
    page = desk.get("/sources").text
    assert "<title>courier.example follows wire.example in 1 report</title>" in page
    assert page.count('class="flow"') == 2
    table = _words(page.partition('aria-label="Who copies whom"')[2].partition("</table>")[0])
    assert "herald.example wire.example 1" in table


def test_speakers_are_listed_with_their_kind_and_claims(desk: TestClient) -> None:
    page = _words(desk.get("/sources", params={"type": "speaker"}).text)
    assert "University hospital health authority 1 1 1" in page
    assert "Police police 2 4 1" in page


def test_an_outlet_leads_to_its_reports_and_events(desk: TestClient) -> None:
    page = unescape(desk.get("/sources").text)
    assert "/reports?outlet=courier.example" in page
    assert "/events?outlet=courier.example" in page


def test_where_nobody_copies_nothing_is_drawn(web: TestClient) -> None:
    assert "No report of this ledger copies" in web.get("/sources").text


def test_an_outlet_without_events_leads_to_none(
    tmp_path: Path, asked: Callable[[Path], TestClient], silent: Callable[[str, int], None]
) -> None:
    text = "Farmers and dairies will meet in Linz in the autumn to talk about the price of milk and cheese."
    keep(
        [{"id": "1", "url": "https://morning.example/talks", "text": text}],
        tmp_path / "one.db",
        Settings(workers=1),
        silent,
    )
    page = unescape(asked(tmp_path / "one.db").get("/sources").text)
    assert "/reports?outlet=morning.example" in page
    assert "/events?outlet=morning.example" not in page


def test_an_empty_ledger_has_no_source_yet_and_says_how_to_begin(empty_web: TestClient) -> None:
    page = empty_web.get("/sources").text
    assert "None yet" in page
    assert '<p><a class="button" href="/add">Add reports</a></p>' in page
    assert "Who copies whom" not in page

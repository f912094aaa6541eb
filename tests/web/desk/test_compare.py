"""Two reports side by side: sentences, changed words and claims; and the choice of two."""

import re
from collections.abc import Callable
from pathlib import Path

from fastapi.testclient import TestClient

from twosource import Ledger

Named = Callable[[str], str]


def _rows(page: str) -> list[str]:
    return re.findall(r'<p class="how">([^<]*)</p>', page)


def test_sentences_stand_beside_each_other_with_changed_words_marked(desk: TestClient, report: Named) -> None:
    page = desk.get("/compare", params={"a": report("wire"), "b": report("courier")}).text
    assert _rows(page).count("The same") == 3
    assert "Edited" in _rows(page)
    assert '<mark class="changed">police</mark>' in page
    assert '<mark class="changed">officials</mark>' in page
    assert "3 sentences the same in both" in page


def test_what_only_one_tells_stands_in_its_column(desk: TestClient, report: Named) -> None:
    page = desk.get("/compare", params={"a": report("wire"), "b": report("courier")}).text
    only = page.partition("pair only-second")[2].partition('class="side second"')
    assert "Trams of line four" not in only[0]
    assert "Trams of line four" in only[2]


def test_their_claims_are_compared(desk: TestClient, report: Named) -> None:
    page = desk.get("/compare", params={"a": report("wire"), "b": report("morning")}).text
    killed = page.partition('aria-label="Killed')[2].partition("</section>")[0]
    assert "differ" in killed
    assert "4 killed" in killed
    assert "5 killed" in killed


def test_every_mark_leads_to_a_claim_on_the_page(desk: TestClient, report: Named) -> None:
    page = desk.get("/compare", params={"a": report("wire"), "b": report("courier")}).text
    ways = re.findall(r'class="ref" href="#([^"]*)"', page)
    assert ways
    assert all(f'id="{way}"' in page for way in ways)


def test_two_reports_of_an_event_can_be_chosen(desk: TestClient, tram: Path, report: Named) -> None:
    event = Ledger.open(tram).events[0].id
    page = desk.get("/compare", params={"event": event}).text
    assert page.count(f'<option value="{report("wire")}"') == 2
    assert "Which two reports?" in page


def test_a_report_beside_itself_or_nothing_asks_for_another(desk: TestClient, report: Named) -> None:
    assert "Which two reports?" in desk.get("/compare", params={"a": report("wire"), "b": report("wire")}).text
    assert "Choose two reports" in desk.get("/compare").text


def test_what_is_not_held_is_not_found(desk: TestClient, report: Named) -> None:
    assert desk.get("/compare", params={"a": report("wire"), "b": "r-0"}).status_code == 404
    assert desk.get("/compare", params={"event": "e-0"}).status_code == 404

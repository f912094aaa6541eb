"""The page of one event and of one figure of it, now and in the past."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from twosource import Ledger, Settings
from twosource.api import keep
from twosource.keeping import Draft
from twosource.model import Event

LATER = {
    "id": "4",
    "url": "https://herald.example/bern",
    "published": "2031-05-08",
    "text": "Four people were killed by the bomb at a market in Bern on Monday, the mayor of Bern said on Thursday.",
}


def bombing(store: Path) -> Event:
    return next(one for one in Ledger.open(store).events if one.type == "bombing")


def test_how_a_figure_grew_names_reports_decisions_and_rules_and_leads_to_them(
    web: TestClient, store: Path, silent: Callable[[str, int], None]
) -> None:
    keep([LATER], store, Settings(workers=1), silent)
    event = bombing(store)
    report = next(one for one in Ledger.open(store).articles if one.url == LATER["url"])
    claim = next(one for one in Ledger.open(store).claims if one.report == report.id and one.measure == "killed")
    draft = Draft(verb="reject", subjects=(claim.id,), who="Ada: of Bern", why="Withdrawn.")
    Ledger.open(store).decide([draft])
    keep([], store, Settings(workers=1, rule="ucdp"), silent)
    figure = next(one for one in bombing(store).figures if one.measure == "killed" and one.group is None)
    for path in (f"/events/{event.id}", f"/events/{event.id}/figures/{figure.id}"):
        grown = web.get(path).text.partition("How it grew")[2].partition("By the day reports")[0]
        assert f'new report <a href="/reports/{report.id}">herald.example' in grown
        assert re.search(r'<a href="/decisions\?at=(d-[0-9a-f]{16})#\1">decision of Ada</a>', grown)
        assert f'<a href="/reports/{report.id}/claims/{claim.id}">claim: 4 killed</a>' in grown
        assert 'new rule: <a href="/events?rule=ucdp">“ucdp” (' in grown
        assert not re.search(r">[^<]*[redcf]-[0-9a-f]{16}", grown)
    assert "Withdrawn." in web.get(f"/events/{event.id}").text.partition('id="decisions"')[2]


@pytest.fixture
def told(web: TestClient, store: Path) -> str:
    """The page of the bombing."""
    return web.get(f"/events/{bombing(store).id}").text


def test_an_event_tells_its_figures_and_who_says_so(told: str) -> None:
    for wanted in ("Who says so", "Police", "Hospital", "Contested", "to the day", "How it grew"):
        assert wanted in told


def test_ways_to_words_lead_to_the_pages_of_reports(told: str) -> None:
    assert re.search(r'href="/reports/r-[0-9a-f]+#words-r-[0-9a-f]+-\d+-\d+"', told)
    assert 'href="#r-' not in told


def test_a_figure_is_traced_to_its_words(web: TestClient, store: Path) -> None:
    event = bombing(store)
    figure = next(one for one in event.figures if one.measure == "killed")
    told = web.get(f"/events/{event.id}/figures/{figure.id}").text
    article = Ledger.open(store).articles[0]
    assert ">Two people were killed by a bomb</a></mark>" in told or ">Two people were killed</a></mark>" in told
    assert article.sha256 in told
    assert "https://daily.example/bomb" in told


def test_an_event_that_grew_can_be_seen_as_it_was(
    web: TestClient, store: Path, silent: Callable[[str, int], None]
) -> None:
    before = bombing(store)
    keep([LATER], store, Settings(workers=1), silent)
    now = web.get(f"/events/{bombing(store).id}").text
    moments = re.findall(r'<option value="(2[^"]+)"', now)
    assert len(moments) >= 2
    then = web.get(f"/events/{before.id}", params={"as_of": moments[0]})
    assert then.status_code == 200
    assert "Mayor of Bern" not in then.text
    assert "Mayor of Bern" in now or "mayor of Bern" in now


def test_the_past_has_no_forms_that_decide(web: TestClient, store: Path) -> None:
    event = bombing(store)
    for path in (f"/events/{event.id}", f"/events/{event.id}/merge", f"/events/{event.id}/split", "/decisions"):
        assert 'method="post"' not in web.get(path, params={"as_of": "2999-01-01"}).text


def test_an_id_that_is_nowhere_is_not_found(web: TestClient, store: Path) -> None:
    assert web.get("/events/e-0000000000000000").status_code == 404
    assert web.get(f"/events/{bombing(store).id}/figures/f-0000000000000000").status_code == 404
    assert web.get("/reports/r-0000000000000000/claims/c-0000000000000000").status_code == 404


def test_what_was_not_held_at_a_past_moment_is_told_so_with_the_way_to_now(web: TestClient, store: Path) -> None:
    event = Ledger.open(store).events[0].id
    answer = web.get(f"/events/{event}", params={"as_of": "2001-01-01"})
    assert answer.status_code == 404
    assert "Nothing was held then" in answer.text
    assert f'href="/events/{event}">Look at it as it is now' in answer.text


def test_a_figure_grows_by_the_days_of_its_reports_too(told: str) -> None:
    by_day = told[told.index("By the day reports were published") :]
    assert "6 May 2031: <strong>2</strong>" in by_day
    assert by_day.index("6 May 2031") < by_day.index("7 May 2031")
    assert "read and decided as now" in by_day


def test_where_no_report_tells_a_day_the_page_says_so(
    tmp_path: Path, asked: Callable[[Path], TestClient], silent: Callable[[str, int], None]
) -> None:
    store = tmp_path / "undated.db"
    keep([{**LATER, "published": None}], store, Settings(workers=1), silent)
    event = Ledger.open(store).events[0]
    assert "No report of this event tells the day it was published." in asked(store).get(f"/events/{event.id}").text

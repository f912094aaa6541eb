"""The queue: what would change most first, decided on the spot, and gone once decided."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from twosource import Ledger, Settings, upkeep
from twosource.keeping import Draft
from twosource.web.views import queue_page

Named = Callable[[str], str]


def _weights(page: str) -> list[float]:
    return [float(told) for told in re.findall(r'class="weight">([\d.,]+)<', page)]


def _subjects(page: str) -> list[str]:
    return re.findall(r'name="subject" value="(c-[0-9a-f]+)"', page)


def _decide(tram: Path, *drafts: Draft) -> None:
    upkeep.record(tram, drafts)
    upkeep.settle(tram, Settings(workers=1), lambda _stage, _done: None)


def test_what_would_change_most_comes_first_and_says_what_hangs_on_it(desk: TestClient) -> None:
    page = desk.get("/review").text
    weights = _weights(page)
    assert weights
    assert weights == sorted(weights, reverse=True)
    assert "What hangs on it:" in page
    assert "instead of" in page
    assert "people in doubt" in page


def test_a_doubt_is_decided_in_the_queue_and_leaves_it(desk: TestClient) -> None:
    first = _subjects(desk.get("/review").text)[0]
    told = {"verb": "accept", "subject": first, "who": "Ann", "why": "checked", "back": "/review"}
    answer = desk.post("/decisions", data=told)
    assert answer.url.path == "/review"
    assert first not in _subjects(desk.get("/review").text)


def test_the_queue_is_narrowed_to_one_kind(desk: TestClient, tram: Path) -> None:
    kinds = {doubt.kind for doubt in Ledger.open(tram).review()}
    for kind in kinds:
        shown = re.findall(r'<li class="doubt ([a-z-]+)"', desk.get("/review", params={"kind": kind}).text)
        assert set(shown) == {kind.replace(" ", "-")}


def test_the_queue_goes_on_from_page_to_page(web: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(queue_page, "ON_A_PAGE", 1)
    first, second = web.get("/review").text, web.get("/review", params={"start": 1}).text
    assert _subjects(first)[0] != _subjects(second)[0]
    assert 'href="/review?start=1" rel="next"' in first
    assert 'rel="prev"' in second


def test_reviewers_who_disagree_are_shown_with_both_decisions(desk: TestClient, tram: Path, report: Named) -> None:
    claim = next(one.id for one in Ledger.open(tram).only(report("morning")).claims if one.low == 5)
    _decide(
        tram,
        Draft(verb="accept", subjects=(claim,), who="Ann", why="the hospital knows"),
        Draft(verb="reject", subjects=(claim,), who="Ben", why="a slip of the pen"),
    )
    page = desk.get("/review", params={"kind": "conflict"}).text
    assert "Reviewers disagree" in page
    assert "the hospital knows" in page
    assert "a slip of the pen" in page
    assert "Undo this decision" in page
    assert page.count("Reviewers disagree") == 2, "once as a kind, once as the heading of the card"
    assert page.count('<li class="doubt conflict"') == 1


def test_who_contradicts_another_is_told_that_neither_counts(desk: TestClient, tram: Path, report: Named) -> None:
    claim = next(one for one in Ledger.open(tram).only(report("morning")).claims if one.low == 5)
    _decide(tram, Draft(verb="accept", subjects=(claim.id,), who="Ann", why="the hospital knows"))
    back = f"/reports/{claim.report}/claims/{claim.id}"
    told = {"verb": "reject", "subject": claim.id, "who": "Ben", "why": "a slip", "back": back}
    answer = desk.post("/decisions", data=told)
    assert desk.app.state.desk.jobs.wait(120)  # type: ignore[attr-defined]
    assert "neither side counts until one is undone" in desk.get(str(answer.url)).text


def test_nothing_is_decided_in_the_past(desk: TestClient) -> None:
    assert 'action="/decisions"' not in desk.get("/review", params={"as_of": "2999-01-01"}).text


def test_an_empty_queue_says_so(empty_web: TestClient) -> None:
    assert "Nothing is open" in empty_web.get("/review").text

"""Every decision that a form can record, and what the pages show of it afterwards."""

import re
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from starlette.middleware.base import BaseHTTPMiddleware

from twosource import Ledger, upkeep
from twosource.accounts import Person
from twosource.keeping import Draft
from twosource.model import Claim, Event
from twosource.web.views import judgement

Told = Mapping[str, str | list[str]]


def bombing(store: Path) -> Event:
    return next(one for one in Ledger.open(store).events if one.type == "bombing")


def claim_of(store: Path, low: int) -> Claim:
    return next(one for one in Ledger.open(store).claims if one.low == low and one.measure == "killed")


def killed(store: Path) -> int | None:
    figures = bombing(store).figures
    return next(one.best for one in figures if one.measure == "killed" and one.group is None)


@pytest.fixture
def post(web: TestClient) -> Callable[..., str]:
    """Send a form with who and why; return the page that answers it."""

    def posted(path: str, told: Told) -> str:
        answer = web.post(path, data={"who": "Ana", "why": "Read it twice.", "back": "/decisions", **told})
        assert answer.status_code == 200, answer.text
        assert answer.history[0].status_code == 303
        assert "Recorded." in answer.text
        assert web.app.state.desk.jobs.wait(120)  # type: ignore[attr-defined]
        return web.get(str(answer.url)).text

    return posted


def test_a_rejected_claim_leaves_the_figure(post: Callable[..., str], store: Path) -> None:
    told = post("/decisions", {"verb": "reject", "subject": claim_of(store, 3).id})
    assert "has been settled with it" in told
    assert "Read it twice." in told
    assert killed(store) == 2


def test_a_corrected_claim_changes_the_figure(post: Callable[..., str], store: Path) -> None:
    claim = claim_of(store, 3)
    told = {"was.low": "3", "to.low": "2", "was.high": "3", "to.high": "2", "was.place.name": "Bern"}
    page = post("/decisions", {"verb": "correct", "subject": claim.id, "to.place.name": "Bern", **told})
    assert "at least 2; at most 2" in page
    assert killed(store) == 2


def test_a_correction_without_a_change_is_refused(web: TestClient, store: Path) -> None:
    told = {"verb": "correct", "subject": claim_of(store, 3).id, "was.low": "3", "to.low": "3", "who": "A", "why": "b"}
    answer = web.post("/decisions", data=told)
    assert answer.status_code == 400
    assert "Nothing is changed" in answer.text
    assert "way back leads to the form" in answer.text


def test_an_event_is_split_and_the_split_undone(post: Callable[..., str], store: Path) -> None:
    event = bombing(store)
    post(f"/events/{event.id}/split", {"chosen": [event.reports[0]]})
    assert len(Ledger.open(store).events) == 3
    decision = Ledger.open(store).judgements[0].decision
    told = post("/decisions", {"verb": "undo", "subject": decision.id})
    assert "undone" in told
    titles = [article.title for article in Ledger.open(store).articles if article.id in event.reports and article.title]
    assert titles
    assert all(title in told for title in titles)
    assert event.reports[0] not in re.sub(r'href="[^"]*"', "", told)
    assert len(Ledger.open(store).events) == 2


def test_two_events_are_merged_and_the_old_address_leads_to_the_one(
    post: Callable[..., str], web: TestClient, store: Path
) -> None:
    ids = [one.id for one in Ledger.open(store).events]
    assert f'value="{ids[1]}"' in web.get(f"/events/{ids[0]}/merge").text
    post("/decisions", {"verb": "same_event", "subject": ids})
    kept = Ledger.open(store).events
    assert len(kept) == 1
    gone = next(one for one in ids if one != kept[0].id)
    answer = web.get(f"/events/{gone}")
    assert answer.url.path == f"/events/{kept[0].id}"
    assert "is one event with this one now" in answer.text


@pytest.mark.parametrize(
    ("verb", "value"), [("grade", "fair"), ("note", "Look at it again."), ("rule", "acled"), ("accept", None)]
)
def test_the_other_decisions_are_recorded_with_who_and_why(
    post: Callable[..., str], store: Path, verb: str, value: str | None
) -> None:
    subject = claim_of(store, 3).id if verb == "accept" else bombing(store).id
    told = post("/decisions", {"verb": verb, "subject": subject, **({"value": value} if value else {})})
    for wanted in filter(None, ("Ana", "in force", value)):
        assert wanted in told
    assert "event that tells of" in told or verb == "accept"


def test_a_figure_is_said_to_be_unresolved(post: Callable[..., str], store: Path) -> None:
    figure = next(one for one in bombing(store).figures if one.measure == "killed")
    post("/decisions", {"verb": "unresolved", "subject": figure.id})
    assert killed(store) is None


def test_who_and_why_are_needed(web: TestClient, store: Path) -> None:
    told = {"verb": "note", "subject": bombing(store).id, "value": "x"}
    assert web.post("/decisions", data={**told, "who": "", "why": "y"}).status_code == 400
    assert web.post("/decisions", data={**told, "who": "Ana", "why": " "}).status_code == 400


def test_nothing_chosen_splits_nothing(web: TestClient, store: Path) -> None:
    answer = web.post(f"/events/{bombing(store).id}/split", data={"who": "Ana", "why": "y"})
    assert answer.status_code == 400
    assert Ledger.open(store).judgements == ()


def test_a_reader_cannot_decide(web: TestClient, store: Path) -> None:
    app = web.app

    async def reading(request, call_next):  # type: ignore[no-untyped-def] # noqa: ANN001, ANN202
        request.state.person = Person(name="Rea", role="reader")
        return await call_next(request)

    app.add_middleware(BaseHTTPMiddleware, dispatch=reading)  # type: ignore[attr-defined]

    event = bombing(store)
    told = {"verb": "note", "subject": event.id, "value": "x", "why": "y"}
    assert web.post("/decisions", data=told).status_code == 403
    assert 'method="post"' not in web.get(f"/events/{event.id}").text
    assert Ledger.open(store).judgements == ()


@pytest.mark.parametrize("back", ["https://evil.example/", "//evil.example", "/\n/evil.example", "/\t/evil.example"])
def test_the_way_back_stays_on_this_server(web: TestClient, store: Path, back: str) -> None:
    told = {"verb": "note", "subject": bombing(store).id, "value": "x", "who": "Ana", "why": "y"}
    answer = web.post("/decisions", data={**told, "back": back}, follow_redirects=False)
    assert re.match(r"/decisions\?", answer.headers["location"])


def test_what_people_write_is_shown_as_text(post: Callable[..., str], store: Path) -> None:
    told = post("/decisions", {"verb": "note", "subject": bombing(store).id, "value": "<img src=x>", "why": "<b>"})
    assert "<img src=x>" not in told
    assert "&lt;img src=x&gt;" in told


def test_the_page_of_a_claim_has_its_words_and_decisions(
    post: Callable[..., str], web: TestClient, store: Path
) -> None:
    claim = claim_of(store, 3)
    post("/decisions", {"verb": "reject", "subject": claim.id})
    told = web.get(f"/reports/{claim.report}/claims/{claim.id}").text
    assert claim.quote in told
    assert "A person rejected this claim" in told
    assert "Ana" in told


def test_decisions_come_by_the_page_and_each_is_found_on_its_page(
    web: TestClient, store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(judgement, "ON_A_PAGE", 2)
    event = bombing(store).id
    notes = [Draft(verb="note", subjects=(event,), who="Ana", why=f"reason {n}", value=f"note {n}") for n in range(5)]
    for note in notes:
        upkeep.record(store, [note])
    first = web.get("/decisions").text
    assert re.findall(r"reason \d", first) == ["reason 4", "reason 3"]
    assert "1 to 2 of 5" in first
    second = web.get("/decisions", params={"start": 2}).text
    assert 'href="/decisions" rel="prev"' in second
    assert 'href="/decisions?start=4" rel="next"' in second
    assert 'rel="next"' not in web.get("/decisions", params={"start": 4}).text
    assert "reason" not in web.get("/decisions", params={"start": 40}).text
    oldest = upkeep.judgements(store)[0].decision.id
    assert f'id="{oldest}"' in web.get("/decisions", params={"at": oldest}).text
    assert web.get("/decisions", params={"start": 2, "status": "waiting"}).text.count("rel=") == second.count("rel=")


def test_over_https_the_name_of_who_decides_never_travels_in_the_clear(
    asked: Callable[[Path], TestClient], store: Path
) -> None:
    told = {"verb": "note", "subject": bombing(store).id, "value": "x", "who": "Ana", "why": "y"}
    for scheme, is_secure in (("http", False), ("https", True)):
        web = asked(store)
        web.base_url = f"{scheme}://127.0.0.1:8000"
        web.cookies.set("__Host-twosource-visit-8000", "a-visit")
        answer = web.post("/decisions", data=told, follow_redirects=False)
        (cookie,) = (one for one in answer.headers.get_list("set-cookie") if one.startswith("who="))
        assert ("; Secure" in cookie) == is_secure
        assert "HttpOnly" in cookie

"""What programs change: decisions and reports, each with a job that tells what came of it."""

from datetime import UTC, datetime
from pathlib import Path
from time import monotonic, sleep
from typing import Any

import pytest
from fastapi.testclient import TestClient

from twosource import Ledger, Settings
from twosource.accounts import Accounts, By, add, deeds, make_token
from twosource.web.app import build_app
from twosource.web.desk import Desk
from twosource.web.guard.protection import Protection

API = "/api/v1"
PASSWORD = "nine quiet harbours"  # noqa: S105 - of no account but the tests'
NOW = datetime(2031, 5, 6, 9, tzinfo=UTC)


def _done(web: TestClient, address: str) -> Any:
    limit = monotonic() + 120
    while monotonic() < limit:
        told = web.get(address).json()
        if told["state"] not in {"waiting", "running"}:
            return told
        sleep(0.05)
    pytest.fail("the job does not end")


def _draft(**told: object) -> dict[str, object]:
    return {"verb": "note", "why": "Seen.", "who": "Ada", "value": "Look again.", **told}


def test_a_decision_is_recorded_and_settled(web: TestClient, store: Path) -> None:
    claim = Ledger.open(store).claims[0]
    found = web.post(f"{API}/decisions", json=[_draft(verb="reject", subjects=[claim.id], value=None)])
    assert found.status_code == 201, found.text
    assert _done(web, found.headers["location"])["state"] == "done"
    (row,) = web.get(f"{API}/decisions").json()["entries"]
    assert (row["id"], row["who"], row["status"]) == (found.json()["decisions"][0], "Ada", "in force")
    assert next(one.scope for one in Ledger.open(store).claims if one.id == claim.id) == "rejected"


@pytest.mark.parametrize(
    ("told", "status"),
    [
        ({"subjects": ["none"]}, 400),
        ({"subjects": []}, 422),
        ({"subjects": ["x"], "who": " "}, 400),
        ({"subjects": ["x"], "verb": "destroy"}, 422),
        ({"subjects": ["x"], "role": "admin"}, 422),
        ({"subjects": ["x" * 101]}, 422),
        ({"subjects": "x"}, 422),
    ],
)
def test_what_cannot_be_decided_is_a_problem_and_records_nothing(
    web: TestClient, store: Path, told: dict[str, object], status: int
) -> None:
    found = web.post(f"{API}/decisions", json=[_draft(**told)])
    assert (found.status_code, found.headers["content-type"]) == (status, "application/problem+json")
    assert Ledger.open(store).judgements == ()


def test_reports_are_read_by_a_job(web: TestClient, store: Path) -> None:
    row = {
        "id": "9",
        "published": "2031-10-02",
        "text": "Four people died in a fire in Lima on Monday.",
        "desk": {"a": [1]},
    }
    found = web.post(f"{API}/reports", json=[row])
    assert found.status_code == 202, found.text
    told = _done(web, found.headers["location"])
    assert told["state"] == "done", told
    assert [one["id"] for one in web.get(f"{API}/jobs").json()] == [told["id"]]
    assert web.get(f"{API}/search", params={"words": "Lima"}).json()["reports"]["total"] == 1
    article = next(one for one in Ledger.open(store).articles if one.input_id == "9")
    assert dict(article.fields)["desk"] == '{"a": [1]}'


def test_a_report_without_words_is_refused_and_nothing_is_fetched(web: TestClient) -> None:
    found = web.post(f"{API}/reports", json=[{"url": "http://127.0.0.1:9/"}])
    assert (found.status_code, found.json()["faults"][0]["field"]) == (422, "body.0")


def test_what_is_no_json_is_a_problem(web: TestClient) -> None:
    found = web.post(f"{API}/reports", content=b"[{", headers={"Content-Type": "application/json"})
    assert (found.status_code, found.headers["content-type"]) == (422, "application/problem+json")
    deep = b"[" * 100_000
    found = web.post(f"{API}/reports", content=deep, headers={"Content-Type": "application/json"})
    assert found.status_code in {400, 422}


@pytest.fixture
def team(store: Path) -> tuple[TestClient, Accounts]:
    """A server with accounts, and the accounts: ada reviews, ben reads."""
    accounts = Accounts(str(store))
    by = By(who="test", address="local", now=NOW)
    add(accounts, "ada", "reviewer", PASSWORD, by)
    add(accounts, "ben", "reader", PASSWORD, by)
    desk = Desk(
        store=str(store), settings=Settings(workers=1), protection=Protection(accounts=accounts), clock=lambda: NOW
    )
    return TestClient(build_app(desk), base_url="http://127.0.0.1:8000"), accounts


def test_a_program_decides_in_the_name_of_its_account_alone(team: tuple[TestClient, Accounts], store: Path) -> None:
    web, accounts = team
    claim = Ledger.open(store).claims[0].id
    headers = {"Authorization": f"Bearer {make_token(accounts, 'ada', 'notebook', NOW)}"}
    found = web.post(f"{API}/decisions", json=[_draft(subjects=[claim], who="root")], headers=headers)
    assert found.status_code == 201, found.text
    (made,) = found.json()["decisions"]
    assert [(one.who, one.what, one.about) for one in deeds(accounts, limit=1)] == [("ada", "decision", made)]
    limit = monotonic() + 60
    while monotonic() < limit and web.get(found.headers["location"], headers=headers).json()["state"] != "done":
        sleep(0.05)
    assert [one.decision.who for one in Ledger.open(store).judgements] == ["ada"]


def test_a_readers_program_only_reads(team: tuple[TestClient, Accounts], store: Path) -> None:
    web, accounts = team
    headers = {"Authorization": f"Bearer {make_token(accounts, 'ben', 'notebook', NOW)}"}
    assert web.get(f"{API}/events", headers=headers).status_code == 200
    claim = Ledger.open(store).claims[0].id
    for path, body in (("decisions", [_draft(subjects=[claim])]), ("reports", [{"text": "Two died in Bern."}])):
        found = web.post(f"{API}/{path}", json=body, headers=headers)
        assert (found.status_code, found.headers["content-type"]) == (403, "application/problem+json")
    assert Ledger.open(store).judgements == ()


def test_nobody_reads_or_changes_anything(team: tuple[TestClient, Accounts]) -> None:
    web, _ = team
    for path in ("events", "export?table=claims", "openapi.json", "jobs"):
        found = web.get(f"{API}/{path}")
        assert (found.status_code, found.headers["content-type"]) == (401, "application/problem+json")
    assert web.post(f"{API}/reports", json=[{"text": "Two died in Bern."}]).status_code == 401

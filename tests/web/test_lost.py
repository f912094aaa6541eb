"""A ledger that is taken away, replaced or held by others while it is served: plain words, none of the machine."""

import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack, closing
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from twosource import Settings, upkeep
from twosource.api import keep
from twosource.errors import BusyError, StoreError
from twosource.store import open_store
from twosource.web.why import why

PATHS = ("/events", "/reports", "/review", "/decisions", "/export", "/export/ledger.zip", "/api/v1/events")


@pytest.fixture
def served(store: Path, asked: Callable[[Path], TestClient]) -> Iterator[TestClient]:
    """The web on a ledger that is kept open, as a server does."""
    with upkeep.kept_open(store):
        yield asked(store)


def test_nothing_is_added_where_the_ledger_was_taken_away(served: TestClient, store: Path) -> None:
    store.rename(store.with_name("elsewhere.db"))
    form = {"how": "paste", "text": "Two people were killed in Bern, police said.", "kind": "text"}
    for answer in (
        served.post("/add", data=form),
        served.post("/api/v1/reports", json=[{"id": "9", "text": form["text"]}]),
        served.get("/add"),
    ):
        assert (answer.status_code, "put it back where it was" in answer.text) == (503, True)
    assert not store.exists()
    page = served.get("/events", params={"words": "Bern"}).text
    assert '<a class="button" href="/events?words=Bern">Try again</a>' in page


@pytest.mark.parametrize("path", PATHS)
def test_a_ledger_that_was_taken_away_is_no_fault_of_who_asks(served: TestClient, store: Path, path: str) -> None:
    served.get("/events")
    store.rename(store.with_name("elsewhere.db"))
    answer = served.get(path)
    assert answer.status_code == 503
    assert "put it back where it was" in answer.text
    assert str(store.parent) not in answer.text
    assert not store.exists()
    kind = "application/problem+json" if path.startswith("/api") else "text/html"
    assert answer.headers["content-type"].partition(";")[0] == kind
    store.with_name("elsewhere.db").rename(store)
    assert served.get(path).status_code == 200


def test_a_ledger_that_was_replaced_by_another_is_not_taken_for_it(served: TestClient, store: Path) -> None:
    shutil.copy(store, store.with_name("other.db"))
    store.with_name("other.db").replace(store)
    answer = served.get("/events")
    assert (answer.status_code, "was replaced by another one" in answer.text) == (503, True)


def test_a_ledger_that_another_program_holds_may_be_asked_again_soon(
    store: Path, asked: Callable[[Path], TestClient], monkeypatch: pytest.MonkeyPatch
) -> None:
    web = asked(store)
    monkeypatch.setattr("twosource.store.connect.WAIT", 0.1)
    with closing(sqlite3.connect(store, isolation_level=None)) as other:
        other.execute("PRAGMA locking_mode = EXCLUSIVE")
        other.execute("BEGIN EXCLUSIVE")
        for path in ("/events", "/api/v1/events"):
            answer = web.get(path)
            assert (answer.status_code, answer.headers["retry-after"]) == (503, "5")
            assert "nother program is writing to the ledger" in answer.text
            assert str(store) not in answer.text


def test_a_server_that_cannot_be_reached_is_told_without_its_address() -> None:
    with pytest.raises(StoreError) as caught:
        upkeep.state("postgresql://someone:secret@/ledger?host=/nowhere")
    told = why(caught.value)
    assert (told.status, "check that it runs" in told.told) == (503, True)
    assert "nowhere" not in told.told


SERVED = ("/events", "/events?words=Bern", "/reports?words=Bern", "/review", "/decisions", "/export/ledger.zip")


def test_a_server_that_stopped_is_told_and_asked_again_once_it_runs(
    store: Path,
    asked: Callable[[str], TestClient],
    fresh_schema: Callable[[], str],
    stopped: Callable[[], AbstractContextManager[None]],
) -> None:
    """Nothing is to be started anew for a database server that was: neither for one missed, nor for one not missed."""
    where = fresh_schema()
    with closing(open_store(str(store))) as held, closing(open_store(where)) as server:
        server.extend(held.log())
    with upkeep.kept_open(where):
        web = asked(where)
        assert {web.get(path).status_code for path in SERVED} == {200}
        with stopped():
            for path in (*SERVED, "/api/v1/events"):
                answer = web.get(path)
                assert (answer.status_code, "check that it runs" in answer.text) == (503, True)
                assert "tester" not in answer.text
        assert {web.get(path).status_code for path in SERVED} == {200}
        with stopped():
            pass
        assert {web.get(path).status_code for path in SERVED} == {200}


def test_a_run_that_a_server_stopped_under_says_so_and_goes_on_when_it_is_done_again(
    fresh_schema: Callable[[], str], stopped: Callable[[], AbstractContextManager[None]]
) -> None:
    where, calm = fresh_schema(), fresh_schema()
    rows = [
        {"id": str(number), "published": "2031-05-06", "text": f"{number + 2} people were killed in Bern, police said."}
        for number in range(60)
    ]
    with ExitStack() as held:

        def progress(stage: str, done: int) -> None:
            if (stage, done) == ("reading", 55):
                held.enter_context(stopped())

        with pytest.raises(StoreError, match="check that it runs"):
            keep(rows, where, Settings(workers=1), progress)
    with closing(open_store(where)) as opened:
        assert len(list(opened.rows("readings"))) == 50, "what was written before is read no more"
    again = keep(rows, where, Settings(workers=1), lambda _stage, _done: None)
    assert again.holdings == keep(rows, calm, Settings(workers=1), lambda _stage, _done: None).holdings


def test_a_lock_is_busy_and_nothing_else_is() -> None:
    assert why(BusyError("x", "wait")).headers == {"Retry-After": "5"}
    assert not why(StoreError("x", "wait")).headers

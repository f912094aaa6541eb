"""A served ledger answers through the same door what the ledger kept here answers."""

import threading
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from time import sleep

import pytest
import uvicorn

from twosource import Ledger, Settings, SourceError, UsageError
from twosource.accounts import Accounts, By, add, make_token
from twosource.api import keep
from twosource.keeping import Draft
from twosource.model import Query
from twosource.web.app import build_app
from twosource.web.desk import Desk
from twosource.web.guard.protection import Protection

pytestmark = [pytest.mark.enable_socket]
ROWS = (
    {
        "id": "1",
        "title": "Bomb in Bern",
        "url": "https://daily.example/bomb",
        "published": "2031-05-06",
        "text": "Two people were killed by a bomb at a market in Bern on Monday, police said.",
        "desk": {"checked": True},
    },
    {
        "id": "2",
        "url": "https://courier.example/market",
        "published": "2031-05-07",
        "text": "The hospital said three people were killed when a bomb exploded at a market in Bern on Monday.",
    },
    {
        "id": "3",
        "url": "https://andes.example/mine",
        "published": "2031-09-02",
        "text": "Nine miners died in Oruro on Monday, the mayor said.",
    },
    {"id": "4", "text": ""},
)


@pytest.fixture
def store(tmp_path: Path) -> Path:
    """A kept ledger."""
    file = tmp_path / "ledger.db"
    keep(list(ROWS), file, Settings(workers=1), lambda _stage, _done: None)
    return file


Serve = Callable[[Desk], str]


@pytest.fixture
def serve() -> Iterator[Serve]:
    """Serve a desk on a free port of this computer and return its address."""
    running: list[tuple[uvicorn.Server, threading.Thread]] = []

    def serving(desk: Desk) -> str:
        server = uvicorn.Server(uvicorn.Config(build_app(desk), port=0, log_level="error", ws="none"))
        thread = threading.Thread(target=server.run)
        thread.start()
        running.append((server, thread))
        while not server.started:
            sleep(0.01)
        port: int = server.servers[0].sockets[0].getsockname()[1]
        return f"http://127.0.0.1:{port}"

    yield serving
    for server, thread in running:
        server.should_exit = True
        thread.join()


@pytest.fixture
def served(store: Path, serve: Serve) -> str:
    """The address of the ledger, served without accounts."""
    return serve(Desk(store=str(store), settings=Settings(workers=1)))


def test_the_same_questions_have_the_same_answers(store: Path, served: str) -> None:
    here, there = Ledger.open(store), Ledger.open(served)
    queries = (
        Query(),
        Query(limit=1, sort="killed", descending=False),
        Query(words="bomb", box=(5.5, 45.25, 11.0, 48.0), at_least=1, place="Switzerland"),
        Query(shelf="reports", words="miners"),
        Query(shelf="sources"),
        Query(shelf="rejects"),
        Query(rule="ucdp", earliest="2031-05-01", latest="2031-05-31"),
    )
    assert [there.find(one) for one in queries] == [here.find(one) for one in queries]
    cursor = here.find(Query(limit=1)).cursor
    assert there.find(Query(limit=1, cursor=cursor)) == here.find(Query(limit=1, cursor=cursor))
    for event in here.events:
        assert there.only(event.id).holdings == here.only(event.id).holdings
        figure = event.figures[0].id
        assert there.explain(figure) == here.explain(figure)
        assert there.history(figure) == here.history(figure)
        assert there.history(figure, "published") == here.history(figure, "published")
    assert there.only(here.articles[0].id).holdings == here.only(here.articles[0].id).holdings
    assert there.review() == here.review()
    assert there.holdings == here.holdings
    assert there.summary() == here.summary()
    assert there.under("ucdp").events == here.under("ucdp").events


def test_the_past_is_the_same_past(store: Path, served: str) -> None:
    assert Ledger.open(served, "2001-01-01").find(Query()) == Ledger.open(store, "2001-01-01").find(Query())
    assert Ledger.open(served, "2001-01-01").holdings == Ledger.open(store, "2001-01-01").holdings


def test_a_decision_made_there_stands_here(store: Path, served: str) -> None:
    before = Ledger.open(served)
    claim = before.claims[0]
    draft = Draft(verb="reject", subjects=(claim.id,), who="Ada", why="Misread.")
    after = before.decide([draft])
    assert [one.decision.who for one in after.judgements] == ["Ada"]
    assert after.holdings == Ledger.open(store).holdings
    assert before.judgements == (), "the ledger that was asked stays as it was"


def test_what_cannot_be_asked_is_told_as_it_is_here(served: str) -> None:
    there = Ledger.open(served)
    for ask in (
        lambda: there.only("e-none"),
        lambda: there.only("../jobs"),
        lambda: there.explain("none"),
        lambda: there.history("none"),
        lambda: there.find(Query(rule="none")),
        lambda: Ledger.open(served, "yesterday"),
        lambda: there.decide([Draft(verb="accept", subjects=("none",), who="Ada", why="x")]),
    ):
        with pytest.raises(UsageError):
            ask()


def test_a_server_that_is_not_there_is_told() -> None:
    with pytest.raises(SourceError, match="Cannot reach"):
        Ledger.open("http://127.0.0.1:9")


def test_a_team_lets_in_a_token_alone(store: Path, serve: Serve, monkeypatch: pytest.MonkeyPatch) -> None:
    accounts, now = Accounts(str(store)), datetime.now(UTC)
    add(accounts, "ben", "reader", "nine quiet harbours", By(who="test", address="local", now=now))
    address = serve(Desk(store=str(store), settings=Settings(workers=1), protection=Protection(accounts=accounts)))
    with pytest.raises(UsageError, match="TWOSOURCE_TOKEN"):
        Ledger.open(address)
    monkeypatch.setenv("TWOSOURCE_TOKEN", make_token(accounts, "ben", "notebook", now))
    there = Ledger.open(address)
    assert there.find(Query()).total == 2
    with pytest.raises(UsageError, match="needs the role reviewer"):
        there.decide([Draft(verb="reject", subjects=(there.claims[0].id,), who="Ada", why="x")])


def test_a_token_is_not_sent_in_the_clear(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TWOSOURCE_TOKEN", "x")
    with pytest.raises(UsageError, match="https"):
        Ledger.open("http://ledger.example")

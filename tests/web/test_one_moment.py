"""A page tells of one moment: a run that ends while it is made is in all of it or in none."""

from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from itertools import count, takewhile
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import Engine, event

from twosource import Ledger, Settings, upkeep
from twosource.api import keep
from twosource.keeping import Draft
from twosource.store import Entry, SqlStore, open_store
from twosource.store.content import row_of

Shown = Callable[[Any], TestClient]
LATER = {
    "id": "4",
    "url": "https://herald.example/market",
    "published": "2031-05-08",
    "text": "Officials said four people were killed when a bomb exploded at a market in Bern on Monday.",
}


@dataclass
class Told:
    """A ledger's entries before a run, and those of the run."""

    before: list[Entry]
    run: list[Entry]

    def begin(self, where: str) -> None:
        """Make the ledger as it was before."""
        with closing(open_store(where)) as store:
            store.extend(self.before)

    def end(self, store: SqlStore) -> None:
        """Let the run end in a ledger."""
        tables: dict[str, list[dict[str, Any]]] = {}
        for entry in self.run:
            tables.setdefault(entry.table, []).append(dict(row_of(entry.content)))
        store.commit(tables, self.run[0].recorded_at, "runs")


@dataclass
class Interruption:
    """Lets something happen before a question of some number, and counts the questions."""

    number: int
    happen: Callable[[], None]
    asked: int = 0
    is_busy: bool = False

    def __call__(self, *_told: object) -> None:
        """Count a question, and let it happen where it is the one."""
        if self.is_busy:
            return
        self.asked += 1
        if self.asked == self.number:
            self.is_busy = True
            self.happen()
            self.is_busy = False


@contextmanager
def _interrupted(number: int, happen: Callable[[], None]) -> Iterator[Interruption]:
    interruption = Interruption(number, happen)
    event.listen(Engine, "before_cursor_execute", interruption)
    try:
        yield interruption
    finally:
        event.remove(Engine, "before_cursor_execute", interruption)


@pytest.fixture(scope="module")
def told(kept_once: bytes, tmp_path_factory: pytest.TempPathFactory) -> Told:
    """The ledger of the bombing, and a run that another report, a claim rejected and a new rule enter."""
    store = tmp_path_factory.mktemp("told") / "ledger.db"
    store.write_bytes(kept_once)
    with closing(open_store(str(store))) as opened:
        before = list(opened.log())
    claim = next(one for one in Ledger.open(store).claims if one.measure == "killed")
    upkeep.record(store, [Draft(verb="reject", subjects=(claim.id,), who="Ada", why="Withdrawn.")])
    keep([LATER], store, Settings(workers=1, rule="ucdp"), lambda _stage, _done: None)
    with closing(open_store(str(store))) as opened:
        return Told(before, list(opened.log())[len(before) :])


def _checked(told: Told, where: str, number: int, page: str, asked: Shown) -> bool:
    """Check a page that a run ends in the middle of, before a question of some number; tell whether it came to that."""
    told.begin(where)
    bombing = next(one for one in Ledger.open(where).events if one.type == "bombing")
    path = page.format(event=bombing.id, figure=bombing.figures[0].id, report=bombing.reports[0])
    with upkeep.kept_open(where), closing(SqlStore(where)) as other:
        web = asked(where)
        before = web.get(path).content
        with _interrupted(number, lambda: told.end(other)) as interruption:
            between = web.get(path).content
        if interruption.asked < number:
            assert between == before
            return False
        after = web.get(path).content
    assert after != before
    assert between in {before, after}, f"a run before question {number} of {path}"
    return True


PAGES = (
    "/events",
    "/events/{event}",
    "/events/{event}/figures/{figure}",
    "/reports/{report}",
    "/export/events.geojson",
)


@pytest.mark.parametrize("page", [*PAGES, "/decisions", "/review"])
def test_a_run_that_ends_meanwhile_is_in_all_of_a_page_or_in_none(
    told: Told, asked: Shown, tmp_path: Path, page: str
) -> None:
    numbers = takewhile(lambda n: _checked(told, str(tmp_path / f"{n}.db"), n, page, asked), count(1))
    assert len(list(numbers)) > 1


@pytest.mark.parametrize("page", PAGES)
def test_a_page_of_a_server_tells_of_one_moment_too(
    told: Told, asked: Shown, fresh_schema: Callable[[], str], page: str
) -> None:
    assert len(list(takewhile(lambda n: _checked(told, fresh_schema(), n, page, asked), count(1)))) > 1

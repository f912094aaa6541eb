"""What one thread asks a database together is answered as of one moment, whatever others write or read meanwhile."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, closing
from itertools import count
from pathlib import Path
from threading import Lock
from typing import Any

import msgspec
import pytest
from sqlalchemy import Engine, event, select, text

from twosource.errors import StoreError, TurnTakenError
from twosource.model import Query, ReportEntry
from twosource.store import RUNS, SHELVED, SqlStore, rule_at
from twosource.store.connect import address, connected

NINE, TEN, ELEVEN = (f"2026-01-05T{hour}:00:00Z" for hour in ("09", "10", "11"))
REPORTS = SHELVED["reports"]
ALL = Query(shelf="reports")


@pytest.fixture(params=["sqlite", "postgres"])
def where(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """A new, empty place for a ledger."""
    return str(tmp_path / "one.db") if request.param == "sqlite" else str(request.getfixturevalue("fresh_schema")())


@pytest.fixture
def store(where: str) -> Iterator[SqlStore]:
    """A ledger with one report."""
    with closing(SqlStore(where)) as opened:
        opened.append(REPORTS, [_row("a")], NINE)
        yield opened


@pytest.fixture
def other(where: str, store: SqlStore) -> Iterator[SqlStore]:
    """The same ledger as another program has it open."""
    del store
    with closing(SqlStore(where)) as opened:
        yield opened


def _row(key: str) -> dict[str, Any]:
    told = ReportEntry(
        id=key,
        title="Blast",
        outlet="Courier",
        published=None,
        url=None,
        language=None,
        copy_group=None,
        events=(),
        claims=1,
    )
    return {"id": key, "record": {"entry": msgspec.to_builtins(told)}}


def _asked(store: SqlStore) -> tuple[tuple[str, ...], ...]:
    """What each way of asking tells of the rows."""
    return (
        tuple(row["id"] for row in store.rows(REPORTS)),
        tuple(row["id"] for row in store.rows(REPORTS, ids=["a", "b", "c"])),
        tuple(entry.id for entry in store.log()),
        tuple(sorted(one.id for one in store.find(ALL).entries)),
        tuple(sorted(one.id for one in store.find(ALL, "2031-01-01T00:00:00Z").entries)),
    )


def _same(*ids: str) -> tuple[tuple[str, ...], ...]:
    return (ids,) * 5


def test_what_others_write_meanwhile_is_seen_afterwards(store: SqlStore, other: SqlStore) -> None:
    with store.together():
        state = store.state()
        other.append(REPORTS, [_row("b")], TEN)
        assert (_asked(store), store.state()) == (_same("a"), state)
    assert _asked(store) == _same("a", "b")


def test_what_another_thread_has_read_is_not_seen_earlier(store: SqlStore, other: SqlStore) -> None:
    """Shelves are shared by threads: one that began before must not be shown what another was the first to read."""
    with store.together(), ThreadPoolExecutor(1) as threads:
        assert not store.shelved("sources")
        other.append(REPORTS, [_row("b")], TEN)
        assert threads.submit(_asked, store).result() == _same("a", "b")
        other.append(SHELVED["sources"], [{"id": "s", "record": None}], TEN)
        assert threads.submit(store.shelved, "sources").result()
        assert (_asked(store), store.shelved("sources")) == (_same("a"), False)
    assert store.find(ALL).total == 2


def test_the_figures_under_a_rule_are_of_that_moment_too(store: SqlStore, other: SqlStore) -> None:
    asked = Query(rule="ucdp")
    events = SHELVED["events"]
    with store.together(), ThreadPoolExecutor(1) as threads:
        assert store.find(asked).total == 0
        other.append(events, [{"id": "e", "record": None}], TEN)
        assert threads.submit(store.find, asked).result().total == 0
        assert store.find(asked).total == 0


def test_what_is_asked_together_within_is_of_the_moment_around_it(store: SqlStore, other: SqlStore) -> None:
    with store.together():
        assert _asked(store) == _same("a")
        with store.together():
            other.append(REPORTS, [_row("b")], TEN)
            assert _asked(store) == _same("a")
        assert _asked(store) == _same("a")


def test_what_the_thread_itself_writes_it_sees_and_all_that_was_written_before(
    store: SqlStore, other: SqlStore
) -> None:
    with store.together():
        assert _asked(store) == _same("a")
        other.append(REPORTS, [_row("b")], TEN)
        store.append(REPORTS, [_row("c")], ELEVEN)
        assert _asked(store) == _same("a", "b", "c")
        other.append(REPORTS, [_row("d")], ELEVEN)
        assert _asked(store) == _same("a", "b", "c")


def test_what_it_lost_a_turn_to_it_sees(store: SqlStore, other: SqlStore) -> None:
    with store.together():
        assert _asked(store) == _same("a")
        other.commit({REPORTS: [_row("b")], "runs": [{"id": "1"}]}, TEN, "runs")
        with pytest.raises(TurnTakenError):
            store.commit({"runs": [{"id": "1", "mine": True}]}, TEN, "runs")
        assert store.find(ALL).total == 2


def test_rows_may_be_read_while_they_are_written(store: SqlStore) -> None:
    with store.together():
        store.append("copies", ({"id": one["id"]} for one in store.rows(REPORTS)), TEN)
        assert list(store.rows("copies")) == [{"id": "a"}]


def test_a_check_while_others_write_finds_no_fault(store: SqlStore, other: SqlStore) -> None:
    """Lines are compared with entries in several questions: one that is added between two of them is in none."""
    keys, is_free = count(), Lock()

    def happen(*_told: object) -> None:
        if is_free.acquire(blocking=False):
            other.append(REPORTS, [_row(f"more{next(keys)}")], TEN)
            is_free.release()

    event.listen(Engine, "before_cursor_execute", happen)
    try:
        with store.together():
            assert store.unlike() == ()
    finally:
        event.remove(Engine, "before_cursor_execute", happen)
    assert next(keys) > 1


def test_nobody_who_writes_waits_for_those_who_ask(store: SqlStore, other: SqlStore) -> None:
    with ExitStack() as held, ThreadPoolExecutor(3) as threads:
        held.enter_context(store.together())
        store.state()
        assert threads.submit(other.append, REPORTS, [_row("b")], TEN).result(timeout=20) == 1


def _cut(where: str, *, is_idle: bool = False) -> None:
    """End every connection to a server but the one that ends them; or those alone that nothing is begun in."""
    which = "state = 'idle'" if is_idle else "pid <> pg_backend_pid()"
    engine = connected(address(where))
    with engine.connect() as connection:
        told = select(text("pg_terminate_backend(pid, 9000)")).select_from(text("pg_stat_activity"))
        connection.execute(told.where(text("backend_type = 'client backend'"), text(which)))
    engine.dispose()


def _cut_while_asked(store: SqlStore, where: str) -> None:
    assert _asked(store) == _same("a")
    _cut(where)
    store.tables()


def test_a_server_lost_meanwhile_is_told_and_asked_again_afterwards(fresh_schema: Callable[[], str]) -> None:
    where = fresh_schema()
    with closing(SqlStore(where)) as store:
        store.append(REPORTS, [_row("a")], NINE)
        with pytest.raises(StoreError, match="connection"), store.together():
            _cut_while_asked(store, where)
        with store.together():
            assert _asked(store) == _same("a")


def test_answers_that_came_before_a_server_was_lost_still_hold(fresh_schema: Callable[[], str]) -> None:
    where = fresh_schema()
    with closing(SqlStore(where)) as store:
        store.append(REPORTS, [_row("a")], NINE)
        with store.together():
            assert _asked(store) == _same("a")
            _cut(where)
        assert _asked(store) == _same("a")


def test_what_was_written_is_never_told_to_have_failed(fresh_schema: Callable[[], str]) -> None:
    """The connection by which questions were asked is lost: writing has one of its own."""
    where = fresh_schema()
    with closing(SqlStore(where)) as store, store.together():
        store.append(REPORTS, [_row("a")], NINE)
        _cut(where)
        assert store.append(REPORTS, [_row("b")], NINE) == 1
        assert _asked(store) == _same("a", "b")


def test_what_was_written_is_never_told_to_have_failed_though_no_more_can_be_asked(
    fresh_schema: Callable[[], str],
) -> None:
    where = fresh_schema()

    def rows() -> Iterator[dict[str, Any]]:
        yield _row("a")
        _cut(where, is_idle=True)

    with closing(SqlStore(where)) as store, store.together():
        assert store.append(REPORTS, rows(), NINE) == 1
        assert _asked(store) == _same("a")


def test_of_questions_that_share_a_connection_the_first_alone_asks_for_the_end(store: SqlStore) -> None:
    """A page of a shelf takes one way to a server and back, and those entries that are not remembered one more."""
    store.find(ALL)
    asked: list[str] = []

    def happen(_connection: object, _cursor: object, question: str, *_told: object) -> None:
        asked.append(question)

    event.listen(Engine, "before_cursor_execute", happen)
    try:
        with store.sharing():
            state = store.state()
            assert (store.find(ALL).total, store.find(ALL).total, store.state()) == (1, 1, state)
    finally:
        event.remove(Engine, "before_cursor_execute", happen)
    assert len(asked) == 1


def test_each_question_by_itself_is_answered_as_of_now(store: SqlStore, other: SqlStore) -> None:
    state = store.state()
    other.append(REPORTS, [_row("b")], TEN)
    assert store.state() == other.state() != state


def test_pages_found_by_one_connection_are_of_the_moment_of_the_first(store: SqlStore, other: SqlStore) -> None:
    with store.sharing():
        state = store.state()
        other.append(REPORTS, [_row("b")], TEN)
        assert (store.find(ALL).total, store.state()) == (1, state)
        store.append(REPORTS, [_row("c")], ELEVEN)
        assert store.find(ALL).total == 3
    assert store.find(ALL).total == 3


def test_words_of_reports_are_of_the_moment_of_the_page(store: SqlStore, other: SqlStore) -> None:
    """What is found by the same words in a shelf that has not grown is remembered: each question has other words."""
    words = (Query(shelf="reports", words="blast"[:length]) for length in range(2, 6))
    reading = {"id": "a 1", "record": {"article": {"title": "Blast", "text": "", "outlet": "Courier"}}}
    with store.together():
        assert store.find(next(words)).total == 0
        other.append("readings", [reading], TEN)
        assert store.find(next(words)).total == 0
    with store.sharing():
        state = store.state()
        other.append(REPORTS, [_row("b")], TEN)
        other.append("readings", [{**reading, "id": "b 1"}], TEN)
        assert store.find(next(words)).total == 2
        assert store.state() != state


def test_the_last_run_is_that_of_the_moment_though_another_thread_knows_a_later_one(
    store: SqlStore, other: SqlStore
) -> None:
    def run(number: int, rule: str) -> None:
        record = {"number": number, "rule": rule, "program": "1"}
        other.commit({RUNS: [{"id": f"{number:08}", "record": record}]}, TEN, RUNS)

    run(1, "ucdp")
    with store.together(), ThreadPoolExecutor(1) as threads:
        assert rule_at(store) == "ucdp"
        run(2, "acled")
        assert threads.submit(rule_at, store).result() == "acled"
        assert rule_at(store) == "ucdp"
    assert rule_at(store) == "acled"

"""Every store gives the same answers to any sequence of writes; PostgreSQL runs as a private server of the test."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from twosource.errors import TurnTakenError, UsageError
from twosource.store import MemoryStore, Row, SqlStore, Store, faults, open_store

DATABASES = ["sqlite", "sqlite-url", "postgres"]
SERVERS = sorted(Path("/usr/lib/postgresql").glob("*/bin"))
NAMES = st.sampled_from(["a", "b", "B", "é", "z-1", "Ω", "\U0001f4f0"])
VALUES: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(max_size=6),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.text(max_size=3), inner, max_size=2),
    max_leaves=4,
)
ROWS = st.builds(lambda key, value: {"id": key, "value": value}, NAMES, VALUES)
HOURS = st.integers(0, 23).map(lambda hour: f"2026-01-05T{hour:02}:00:00+00:00")
WRITES = st.lists(st.tuples(st.sampled_from(["claims", "Events"]), st.lists(ROWS, max_size=5), HOURS), max_size=5)
SHARED = settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))
Fresh = Callable[[], str]

NINE, TEN, ELEVEN = (f"2026-01-05T{hour}:00:00Z" for hour in ("09", "10", "11"))


def _fresh(kind: str, request: pytest.FixtureRequest, folder: Path) -> Fresh:
    numbers = count()
    if kind != "postgres":
        before = "sqlite:///" if kind == "sqlite-url" else ""
        return lambda: f"{before}{folder}/ledger-{next(numbers)}.db"
    created: Fresh = request.getfixturevalue("fresh_schema")
    return created


@pytest.fixture(params=DATABASES)
def fresh(request: pytest.FixtureRequest, tmp_path: Path) -> Fresh:
    """A function that names a new, empty place for a ledger at each call."""
    return _fresh(request.param, request, tmp_path)


@pytest.fixture(params=["memory", *DATABASES])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    """Every store, empty."""
    opened = open_store("memory:" if request.param == "memory" else _fresh(request.param, request, tmp_path)())
    yield opened
    opened.close()


def _answers(store: Store) -> list[object]:
    moments = [None, *(f"2026-01-05T{hour:02}:30:00Z" for hour in range(0, 24, 5))]
    log = list(store.log())
    return [
        log,
        faults(log),
        store.tables(),
        [list(store.rows(table, moment)) for table in ("claims", "Events") for moment in moments],
    ]


def _fail_after(*rows: Row) -> Iterator[Row]:
    yield from rows
    raise KeyError("the reader failed")


@SHARED
@given(writes=WRITES)
def test_a_database_answers_as_memory_does(fresh: Fresh, writes: list[tuple[str, list[Row], str]]) -> None:
    """Counts, tables, rows now and rows at any past time are equal, also when the ledger is opened again."""
    address, memory = fresh(), MemoryStore()
    database = SqlStore(address)
    for table, rows, moment in writes:
        assert database.append(table, rows, moment) == memory.append(table, rows, moment)
    assert _answers(database) == _answers(memory)
    database.close()
    opened = SqlStore(address)
    assert _answers(opened) == _answers(memory)
    opened.close()


@SHARED
@given(writes=WRITES)
def test_a_later_write_does_not_change_the_past(writes: list[tuple[str, list[Row], str]]) -> None:
    """What a ledger answered for a time stays its answer, whatever the clocks of later writers say."""
    store = MemoryStore()
    store.append("claims", [{"id": "a", "value": 1}], "2026-01-05T12:00:00Z")
    past = list(store.rows("claims", "2026-01-05T11:59:59Z"))
    for table, rows, moment in writes:
        store.append(table, rows, moment)
    assert list(store.rows("claims", "2026-01-05T11:59:59Z")) == past


def test_twice_equals_once(store: Store) -> None:
    rows = [{"id": "b", "n": 1}, {"id": "a", "n": 2}]
    assert store.append("claims", rows, NINE) == 2
    assert store.append("claims", reversed(rows), TEN) == 0
    assert list(store.rows("claims")) == [{"id": "a", "n": 2}, {"id": "b", "n": 1}]


def test_the_order_of_fields_makes_no_version(store: Store) -> None:
    store.append("claims", [{"id": "a", "x": (1, 2), "y": None}], NINE)
    assert store.append("claims", [{"y": None, "x": [1, 2], "id": "a"}], TEN) == 0


def test_the_past_can_be_asked_for(store: Store) -> None:
    store.append("claims", [{"id": "a", "killed": 12}], NINE)
    store.append("claims", [{"id": "a", "killed": 30}, {"id": "b", "killed": 1}], ELEVEN)
    assert list(store.rows("claims", "2026-01-05T08:59:59Z")) == []
    assert list(store.rows("claims", "2026-01-05T11:00:00+02:00")) == [{"id": "a", "killed": 12}]
    assert list(store.rows("claims", TEN)) == [{"id": "a", "killed": 12}]
    assert list(store.rows("claims", ELEVEN)) == [{"id": "a", "killed": 30}, {"id": "b", "killed": 1}]


def test_a_value_that_comes_back_is_a_new_version(store: Store) -> None:
    for value, moment in ((1, NINE), (2, TEN), (1, ELEVEN)):
        assert store.append("claims", [{"id": "a", "n": value}], moment) == 1
    assert [next(store.rows("claims", moment))["n"] for moment in (NINE, TEN, ELEVEN)] == [1, 2, 1]


def test_a_clock_that_runs_behind_does_not_change_the_past(store: Store) -> None:
    store.append("claims", [{"id": "a", "n": 1}], TEN)
    store.append("claims", [{"id": "a", "n": 2}, {"id": "b", "n": 2}], NINE)
    assert list(store.rows("claims", NINE)) == []
    assert list(store.rows("claims", TEN)) == [{"id": "a", "n": 2}, {"id": "b", "n": 2}]


def test_a_failing_source_leaves_nothing_behind(store: Store) -> None:
    rows = _fail_after(*({"id": f"a{number}"} for number in range(1_200)))
    with pytest.raises(KeyError):
        store.append("claims", rows, NINE)
    assert store.tables() == ()
    assert store.append("claims", [{"id": "a0"}], NINE) == 1


def test_more_rows_than_one_batch_are_all_kept(store: Store) -> None:
    rows = [{"id": f"{number % 900:04}", "n": number // 900} for number in range(1_800)]
    assert store.append("claims", iter(rows), NINE) == 1_800
    assert list(store.rows("claims")) == rows[900:]


def test_tables_are_apart(store: Store) -> None:
    store.append("events", [{"id": "a"}], NINE)
    store.append("claims", [], NINE)
    assert store.tables() == ("events",)
    assert list(store.rows("claims")) == []


def test_any_text_comes_back_as_it_was(store: Store) -> None:
    row = {"id": "a", "text": "a\x00b\ud800 “c”\r\n\U0001f4f0"}
    store.append("claims", [row], NINE)
    assert list(store.rows("claims")) == [row]


@pytest.mark.parametrize("row", [{}, {"id": 3}, {"id": ""}, {"id": "a\x00"}, {"id": "\ud800"}, {"id": "x" * 201}])
def test_a_row_without_a_usable_id_is_refused(store: Store, row: Row) -> None:
    with pytest.raises(UsageError, match="the id of a row"):
        store.append("claims", [{"id": "a"}, row], NINE)
    assert store.tables() == ()


@pytest.mark.parametrize("value", [float("nan"), {1, 2}, b"x"])
def test_content_that_is_not_json_is_refused(store: Store, value: object) -> None:
    with pytest.raises(UsageError, match=r"'a'.*not JSON"):
        store.append("claims", [{"id": "a", "value": value}], NINE)


@pytest.mark.parametrize("moment", ["yesterday", "2026-01-05", "2026-01-05T09:00:00", "0001-01-01T00:00:00+09:00"])
def test_a_time_that_is_no_moment_is_refused(store: Store, moment: str) -> None:
    with pytest.raises(UsageError, match="write it with a zone"):
        store.append("claims", [{"id": "a"}], moment)
    with pytest.raises(UsageError, match="write it with a zone"):
        store.rows("claims", moment)


def test_rows_can_be_read_while_others_are_added(store: Store) -> None:
    store.append("claims", ({"id": f"{number:04}"} for number in range(1_000)), NINE)
    rows = store.rows("claims")
    first = next(rows)
    store.append("claims", [{"id": "0001", "changed": True}, {"id": "9999"}], TEN)
    assert [first, *rows] == [{"id": f"{number:04}"} for number in range(1_000)]


def test_two_connections_see_one_ledger(fresh: Fresh) -> None:
    address = fresh()
    one, two = open_store(address), open_store(address)
    assert one.append("claims", [{"id": "a"}, {"id": "b"}], NINE) == 2
    assert two.append("claims", [{"id": "b"}, {"id": "c"}], NINE) == 1
    assert list(one.rows("claims")) == list(two.rows("claims")) == [{"id": "a"}, {"id": "b"}, {"id": "c"}]
    one.close()
    two.close()


def test_many_writers_at_once_add_each_row_once(fresh: Fresh) -> None:
    """Four programs open one new ledger and write the same rows; nothing is lost, doubled or refused."""
    address = fresh()

    def write(_writer: int) -> int:
        with closing(open_store(address)) as opened:
            return sum(opened.append("claims", [{"id": f"{n}"}, {"id": f"{n + 1}"}], NINE) for n in range(20))

    with ThreadPoolExecutor(4) as writers:
        added = sum(writers.map(write, range(4)))
    with closing(open_store(address)) as opened:
        assert added == len(list(opened.rows("claims"))) == 21


def test_all_tables_of_a_commit_are_added_or_none(store: Store) -> None:
    store.append("turns", [{"id": "1"}], NINE)
    with pytest.raises(TurnTakenError):
        store.commit({"claims": [{"id": "a"}], "turns": [{"id": "1", "by": "another"}]}, TEN, "turns")
    with pytest.raises(KeyError):
        store.commit({"claims": [{"id": "a"}], "events": _fail_after({"id": "e"})}, TEN, "turns")
    assert store.tables() == ("turns",)
    assert store.commit({"claims": [{"id": "a"}], "turns": [{"id": "2"}]}, TEN, "turns") == 2
    assert store.tables() == ("claims", "turns")


def test_every_version_of_a_row_is_told_with_its_time(store: Store) -> None:
    for number, moment in ((1, NINE), (2, TEN), (2, ELEVEN)):
        store.append("claims", [{"id": "a", "n": number}, {"id": "b"}], moment)
    told = [(moment[11:16], row["n"]) for moment, row in store.versions("claims", "a")]
    assert told == [("09:00", 1), ("10:00", 2)]
    assert list(store.versions("claims", "none")) == []


def _event(key: str, title: str) -> Row:
    return {"id": key, "record": {"title": title, "type": None, "place": {"name": "São Tomé"}, "actors": []}}


def test_rows_are_found_by_the_words_of_their_latest_version(store: Store) -> None:
    titles = {
        "a": "Blast at Caf\u00e9 Noir kills 12",
        "b": "Mine-owner held",
        "c": "\u0412\u0437\u0440\u044b\u0432 \u0432 \u043f\u043e\u0440\u0442\u0443",
    }
    store.append("events", [_event(key, title) for key, title in titles.items()], NINE)
    store.append("events", [_event("b", "Owner of a mine freed"), {"id": "a", "record": None}], ELEVEN)
    store.append("claims", [{"id": "z", "record": {"title": "Blast"}}], ELEVEN)
    wanted = (
        "blast",
        "CAFE noir",
        "12",
        "mine",
        "held",
        "mine fre",
        "sao",
        "\u0432\u0437\u0440\u044b\u0432",
        "lasts",
        "",
        "a'); --",
        '"*',
    )
    found = {words: [key for _, key in store.search(words)] for words in wanted}
    assert found == {key: [] for key in wanted} | {
        "mine": ["b"],
        "mine fre": ["b"],
        "sao": ["b", "c"],
        "\u0432\u0437\u0440\u044b\u0432": ["c"],
        "a'); --": ["b"],
    }
    assert [list(store.search(words, TEN)) for words in ("blast", "held")] == [[("events", "a")], [("events", "b")]]


def test_a_whole_log_makes_the_same_ledger_elsewhere(store: Store) -> None:
    source = MemoryStore()
    source.append("events", [_event("a", "Blast"), _event("b", "Mine")], NINE)
    source.append("events", [_event("a", "Blast in the port")], TEN)
    assert store.extend(source.log()) == 3
    assert list(store.log()) == list(source.log())
    assert list(store.rows("events", NINE)) == list(source.rows("events", NINE))
    assert list(store.search("port")) == [("events", "a")]
    with pytest.raises(UsageError):
        store.extend(source.log())
    for each in (store, source):
        each.append("events", [_event("c", "Flood")], ELEVEN)
    assert list(store.log()) == list(source.log())

"""Every store finds what looking at every entry in turn finds: the page, its order, what all that match add up to."""

from collections.abc import Callable, Iterator
from dataclasses import asdict, astuple, replace
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.contract.plain import Line, found, line

from twosource.errors import UsageError
from twosource.model import DateRange, EventEntry, Place, Query, Reject, ReportEntry, SourceEntry, Toll
from twosource.store import SHELVED, Store, open_store

FEW = settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
IDS = [f"e-{number:016x}" for number in range(6)]
NAMES = ["Bern", "Port Almar", "Sarva", "Zürich", "bombing"]
DAYS = ["2031-05-05", "2031-05-06", "2031-07-01", "1999-12-31"]
COUNTS = st.none() | st.integers(0, 5)
AGREEMENTS = ["corroborated", "echoed", "single", "contested", "unresolved"]
TOLLS: st.SearchStrategy[Any] = st.none() | st.builds(
    Toll,
    low=COUNTS,
    best=COUNTS,
    high=COUNTS,
    agreement=st.sampled_from(AGREEMENTS),
    voices=st.integers(0, 3),
)
PLACES = st.builds(
    Place,
    name=st.sampled_from(NAMES),
    admin1=st.sampled_from([None, *NAMES]),
    country=st.sampled_from([None, "CH", "BO", "US"]),
    latitude=st.sampled_from([None, 46.95, -17.5]),
    longitude=st.sampled_from([7.44, -66.25, 179.5]),
)
ENTRIES = st.builds(
    EventEntry,
    id=st.sampled_from(IDS),
    title=st.sampled_from(["Bombing in Bern", "bombing, in Bern", "Ärger", "", "Zwei"]),
    type=st.sampled_from([None, "bombing", "air strike", "Ω/&"]),
    date=st.none()
    | st.tuples(st.sampled_from(DAYS), st.sampled_from(DAYS)).map(
        lambda two: DateRange(earliest=min(two), latest=max(two), precision="range")
    ),
    place=st.none() | PLACES,
    actors=st.lists(st.sampled_from(["Northern Front", "a gunman"]), max_size=2, unique=True).map(tuple),
    killed=TOLLS,
    injured=TOLLS,
    captured=TOLLS,
    reports=st.integers(0, 3),
    outlets=st.lists(st.sampled_from(["Courier", "The Bell", "The bell"]), max_size=2, unique=True).map(tuple),
    claims=st.integers(0, 3),
    doubt=st.sampled_from([0.0, 0.5, 2.25]),
)
CHANGES = st.lists(ENTRIES | st.sampled_from(IDS), max_size=8)
QUERIES = st.builds(
    Query,
    words=st.sampled_from(["", "bern", "BOMB be", "front", "!", "zuri"]),
    earliest=st.sampled_from([None, *DAYS]),
    latest=st.sampled_from([None, *DAYS]),
    place=st.sampled_from([None, "bern", "CH", "Switzerland", "US", "nowhere"]),
    box=st.sampled_from([None, (-70.0, -20.0, 10.0, 50.0), (170.0, 0.0, 10.0, 50.0)]),
    actor=st.sampled_from([None, "north", "a gun"]),
    type=st.sampled_from([None, "bombing", "air strike", "Ω/&"]),
    measure=st.sampled_from(["killed", "injured"]),
    at_least=COUNTS,
    at_most=COUNTS,
    agreement=st.sampled_from([None, *AGREEMENTS]),
    outlet=st.sampled_from([None, "the BELL"]),
    sort=st.sampled_from(["date", "killed", "injured", "captured", "reports", "title", "doubt"]),
    descending=st.booleans(),
    limit=st.integers(1, 4),
    rule=st.sampled_from([None, None, "ucdp"]),
)
Fresh = Callable[[], Store]


@pytest.fixture(params=["memory", "sqlite", "postgres"])
def fresh(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Fresh]:
    """A function that opens a new, empty store at each call."""
    opened: list[Store] = []

    def opens() -> Store:
        where = "memory:" if request.param == "memory" else str(tmp_path / f"{len(opened)}.db")
        if request.param == "postgres":
            where = request.getfixturevalue("fresh_schema")()
        opened.append(open_store(where))
        return opened[-1]

    yield opens
    for store in opened:
        store.close()


def moment(number: int) -> str:
    return f"2031-10-{number + 1:02}T08:00:00Z"


def row(entry: Any, **more: Any) -> dict[str, Any]:
    return {"id": entry.id, "record": {"entry": msgspec.to_builtins(entry), **more}}


def rows(change: list[EventEntry | str]) -> Iterator[dict[str, Any]]:
    """Events as they are shelved, with other figures under another rule; a lone id stands no more."""
    for one in change:
        if isinstance(one, str):
            yield {"id": one, "record": None}
        else:
            yield row(one, under={"ucdp": [t and list(astuple(t)) for t in (one.injured, one.killed, None)]})


def under(entry: EventEntry, rule: str | None) -> EventEntry:
    if rule is None:
        return entry
    return replace(entry, killed=entry.injured, injured=entry.killed, captured=None)


def standing(changes: list[list[EventEntry | str]], query: Query) -> list[Line]:
    held: dict[str, EventEntry] = {}
    for change in changes:
        for one in change:
            held.pop(one if isinstance(one, str) else one.id, None)
            if not isinstance(one, str):
                held[one.id] = one
    return [line(under(entry, query.rule)) for entry in held.values()]


@FEW
@given(changes=st.lists(CHANGES, min_size=1, max_size=4), queries=st.lists(QUERIES, min_size=1, max_size=6))
def test_events_are_found_now_and_in_the_past(
    fresh: Fresh, changes: list[list[EventEntry | str]], queries: list[Query]
) -> None:
    store = fresh()
    for number, change in enumerate(changes):
        store.append(SHELVED["events"], rows(change), moment(number))
        for query in queries:
            expected = found(standing(changes[: number + 1], query), query)
            assert replace(store.find(query), cursor=None) == replace(expected, cursor=None)
    for number in range(len(changes)):
        for query in queries:
            expected = found(standing(changes[: number + 1], query), query)
            assert replace(store.find(query, moment(number)), cursor=None) == replace(expected, cursor=None)


@FEW
@given(change=st.lists(ENTRIES, max_size=8), query=QUERIES)
def test_pages_join_without_gap_or_double(fresh: Fresh, change: list[EventEntry | str], query: Query) -> None:
    store = fresh()
    store.append(SHELVED["events"], rows(change), moment(0))
    told, cursor = [], None
    while True:
        page = store.find(replace(query, cursor=cursor))
        told += [entry.id for entry in page.entries]
        cursor = page.cursor
        if cursor is None:
            break
    whole = found(standing([change], query), replace(query, limit=100))
    assert told == [entry.id for entry in whole.entries]


def test_a_page_goes_on_where_it_ended_though_more_came(fresh: Fresh) -> None:
    store = fresh()
    entries = [
        EventEntry(
            id=key, title="x", type=None, date=None, place=None, actors=(), killed=None, injured=None, captured=None,
            reports=reports, outlets=(), claims=0,
        )
        for key, reports in zip(IDS, (9, 8, 7, 6, 5, 4), strict=True)
    ]  # fmt: skip
    store.append(SHELVED["events"], rows([entries[0], *entries[2:]]), moment(0))
    query = Query(sort="reports", limit=2)
    first = store.find(query)
    store.append(SHELVED["events"], rows([entries[1], replace(entries[3], reports=10)]), moment(1))
    second = store.find(replace(query, cursor=first.cursor))
    assert [one.id for one in (*first.entries, *second.entries)] == [IDS[0], IDS[2], IDS[4], IDS[5]]


def test_reports_are_found_by_words_of_their_texts(fresh: Fresh) -> None:
    store = fresh()
    entries = [
        ReportEntry(
            id=f"r-{n}", title=title, outlet=outlet, published=day, url=None, language=language, copy_group=None,
            events=(), claims=n,
        )
        for n, (title, outlet, day, language) in enumerate(
            [("Blast", "Courier", "2031-05-05T10:00:00Z", "en"), (None, "The Bell", None, "de")]
        )
    ]  # fmt: skip
    texts = [{"id": f"r-{n} 1.0", "record": {"article": {"title": None, "text": f"word{n} both"}}} for n in range(2)]
    store.append("readings", texts, moment(0))
    store.append(SHELVED["reports"], (row(one) for one in entries), moment(0))
    told = {
        words: [one.id for one in store.find(Query(shelf="reports", words=words)).entries]
        for words in ("both", "word1", "word1 word0")
    }
    assert told == {"both": ["r-0", "r-1"], "word1": ["r-1"], "word1 word0": []}
    (only,) = store.find(Query(shelf="reports", language="de", outlet="the bell")).entries
    assert only == entries[1]
    facets = store.find(Query(shelf="reports")).facets
    assert (facets.languages, facets.outlets) == ((("de", 1), ("en", 1)), (("Courier", 1), ("The Bell", 1)))
    assert store.find(Query(shelf="reports", earliest="2031-05-05", latest="2031-05-05")).total == 1


def test_sources_and_rejects_have_shelves(fresh: Fresh) -> None:
    store = fresh()
    sources = [SourceEntry(id=f"s-{n}", name=f"Name {n}", kind="outlet", reports=n) for n in range(3)]
    rejects = [Reject(id=f"x-{n}", source=f"b{n}.txt", stage="clean", reason="empty", detail="x") for n in range(2)]
    store.append(SHELVED["sources"], (row(one) for one in sources), moment(0))
    store.append("rejects", ({"id": one.id, "record": asdict(one)} for one in rejects), moment(0))
    assert store.find(Query(shelf="sources", type="outlet")).entries == tuple(reversed(sources))
    assert store.find(Query(shelf="sources", type="speaker")).total == 0
    page = store.find(Query(shelf="rejects", words="b1"))
    assert page.entries == (rejects[1],)
    assert store.find(Query(shelf="rejects")).facets.types == (("empty", 2),)


@pytest.mark.parametrize("query", [Query(cursor="%"), Query(cursor="W10"), Query(measure="act"), Query(earliest="May")])
def test_a_query_that_cannot_be_read_is_refused(fresh: Fresh, query: Query) -> None:
    store = fresh()
    store.append(SHELVED["events"], [{"id": IDS[0], "record": None}], moment(0))
    with pytest.raises(UsageError):
        store.find(query)


def test_rows_are_read_by_their_ids(fresh: Fresh) -> None:
    store = fresh()
    store.append("claims", ({"id": f"c{n}", "n": 1} for n in range(700)), moment(0))
    store.append("claims", [{"id": "c5", "n": 2}], moment(1))
    assert list(store.rows("claims", ids=["c5", "none", "c1", "c5"])) == [{"id": "c1", "n": 1}, {"id": "c5", "n": 2}]
    assert list(store.rows("claims", moment(0), ["c5"])) == [{"id": "c5", "n": 1}]
    assert len(list(store.rows("claims", ids=[f"c{n}" for n in range(699)]))) == 699
    assert store.last("claims") == {"id": "c99", "n": 1}
    assert store.last("none") is None
    assert store.last("claims", "2030-01-01T00:00:00Z") is None


def test_rows_that_name_an_id_are_known(fresh: Fresh) -> None:
    store = fresh()
    record = {"reports": ["r-1", "r-2"], "merged": ["e-0"]}
    store.append("events", [{"id": "e-1", "record": record}, {"id": "e-2", "record": {"reports": ["r-2"]}}], moment(0))
    store.append("events", [{"id": "e-1", "record": {"reports": ["r-1", "x" * 300]}}], moment(1))
    decision = {"subjects": [{"id": "c-1", "words": [{"report": "r-2"}]}], "against": []}
    store.append("decisions", [{"id": "d-1", "record": decision}], moment(1))
    assert store.naming(["r-2", "none"], "events") == ("e-1", "e-2")
    assert store.naming(["e-0"], "events") == ("e-1",)
    assert store.naming(["c-1"], "decisions") == store.naming(["r-2"], "decisions") == ("d-1",)
    assert store.naming(["r-2"], "claims") == store.naming([], "events") == ()


def test_shelves_come_with_a_whole_log(fresh: Fresh) -> None:
    source = fresh()
    entry = ReportEntry(
        id="r-1", title="x", outlet="y", published=None, url=None, language=None, copy_group=None, events=(), claims=0
    )
    assert not source.shelved("reports")
    source.append(SHELVED["reports"], [row(entry)], moment(1))
    source.append("copies", [{"id": "g-1", "record": {"reports": ["r-1"]}}], moment(1))
    other = fresh()
    other.extend(source.log())
    assert other.find(Query(shelf="reports")).entries == (entry,)
    assert other.naming(["r-1"], "copies") == ("g-1",)
    assert [other.shelved("reports", moment(n)) for n in (0, 1, 2)] == [False, True, True]


def test_rows_that_name_what_begins_so_are_known(fresh: Fresh) -> None:
    store = fresh()
    claims = {"claims": [{"id": "c-12"}, {"id": "c-13"}, {"id": "c-2"}]}
    store.append("readings", [{"id": "r-1 1.0", "record": claims}, {"id": "r-1 1.1", "record": claims}], moment(0))
    store.append("events", [{"id": "e-1", "record": {"figures": [{"id": "f-1"}]}}], moment(1))
    store.append("events", [{"id": "e-1", "record": {"figures": [{"id": "f-2"}]}}], moment(2))
    assert list(store.beginning("readings", "c-1")) == [
        (claim, reading) for claim in ("c-12", "c-13") for reading in ("r-1 1.0", "r-1 1.1")
    ]
    assert list(store.beginning("events", "f-")) == [("f-1", "e-1"), ("f-2", "e-1")]
    assert list(store.beginning("events", "f-3")) == list(store.beginning("copies", "")) == []


def test_events_with_something_open_are_found(fresh: Fresh) -> None:
    store = fresh()
    entry = EventEntry(
        id="e-1",
        title="x",
        type=None,
        date=None,
        place=None,
        actors=(),
        killed=None,
        injured=None,
        captured=None,
        reports=1,
        outlets=(),
        claims=1,
        doubt=2.0,
    )
    told = {"entry": msgspec.to_builtins(entry), "open": [["contested", "c-1", 2.0]]}
    store.append(SHELVED["events"], [{"id": "e-1", "record": told}, row(replace(entry, id="e-2"))], moment(1))
    assert store.find(Query(open="contested")).entries == (entry,)
    assert store.find(Query(open="claim")).total == 0


def test_what_stands_beside_the_entries_is_as_they_say(fresh: Fresh) -> None:
    store = fresh()
    entry = ReportEntry(
        id="r-1", title="x", outlet="y", published=None, url=None, language=None, copy_group=None, events=(), claims=0
    )
    store.append(SHELVED["reports"], [row(entry)], moment(1))
    store.append("copies", [{"id": "g-1", "record": {"reports": ["r-1"]}}], moment(1))
    assert store.unlike() == ()
    store.remake()
    assert store.unlike() == ()
    assert store.find(Query(shelf="reports")).entries == (entry,)
    assert store.naming(["r-1"], "copies") == ("g-1",)

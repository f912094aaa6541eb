"""Every engine gives the same results in the same order; the list of engines is the package's own."""

import zlib
from collections.abc import Iterator
from operator import length_hint

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from twosource.engine import ENGINES, Engine, PoolEngine
from twosource.errors import UnreadableError

RECORDS = st.lists(st.tuples(st.text(max_size=8), st.integers(0, 9)), max_size=60)
SHARED = settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
AHEAD = 2 * 4 * 16  # two workers, four chunks each, sixteen records a chunk


@pytest.fixture(params=[*sorted(ENGINES), "pool:1", "pool:3"], scope="module")
def engine(request: pytest.FixtureRequest) -> Iterator[Engine]:
    """Every engine in the list with two workers, and the pool with chunks of other sizes."""
    name, _, chunk = request.param.partition(":")
    with PoolEngine(2, chunk=int(chunk)) if chunk else ENGINES[name](2, None) as opened:
        yield opened


def summary(record: tuple[str, int]) -> tuple[int, str]:
    return zlib.crc32(record[0].encode("utf-8", "surrogatepass")), record[0] * record[1]


def fail_at_seven(record: dict[str, int]) -> int:
    if record["id"] == 7:
        raise ValueError("seven")
    return record["id"]


def unreadable(record: str) -> str:
    raise UnreadableError("empty", record)


@SHARED
@given(records=RECORDS)
def test_map_keeps_results_and_order(engine: Engine, records: list[tuple[str, int]]) -> None:
    assert list(engine.map(summary, records)) == [summary(record) for record in records]


@pytest.mark.parametrize("name", sorted(ENGINES))
def test_a_long_input_is_read_only_a_little_ahead(name: str) -> None:
    numbers = iter(range(1, 100_001))
    furthest = 0
    with ENGINES[name](2, None) as engine:
        for given_back in engine.map(abs, numbers):
            furthest = max(furthest, 100_000 - length_hint(numbers) - given_back)
    assert length_hint(numbers) == 0
    assert furthest <= AHEAD


def test_an_engine_may_be_left_in_the_middle_and_used_again(engine: Engine) -> None:
    results = engine.map(abs, range(1_000))
    assert next(results) == 0
    del results
    assert list(engine.map(abs, [-1, -2])) == [1, 2]


def test_two_maps_may_be_interleaved(engine: Engine) -> None:
    lines = zip(engine.map(abs, range(-50, 0)), engine.map(str, range(50)), strict=True)
    assert list(lines) == [(50 - number, str(number)) for number in range(50)]


def test_results_before_an_error_arrive_and_the_error_names_the_record(engine: Engine) -> None:
    results = engine.map(fail_at_seven, ({"id": number} for number in range(50)))
    assert [next(results) for _ in range(7)] == list(range(7))
    with pytest.raises(ValueError, match="seven") as caught:
        next(results)
    assert "while working on 7" in caught.value.__notes__


def test_an_error_that_cannot_travel_still_says_what_it_was(engine: Engine) -> None:
    with pytest.raises(Exception, match="empty: page-1") as caught:
        list(engine.map(unreadable, ["page-1"]))
    assert "while working on 'page-1'" in caught.value.__notes__


def test_no_records_give_no_results(engine: Engine) -> None:
    assert list(engine.map(abs, [])) == []

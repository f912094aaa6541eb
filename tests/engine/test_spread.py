"""Spreading: forked processes see what the caller holds, answers keep their order, errors and deaths are told."""

import os
import subprocess
import sys
import threading

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twosource.engine import spread, spread_groups
from twosource.engine.spread import FEW

RECORDS = st.lists(st.tuples(st.text(max_size=8), st.integers(0, 9)), max_size=60)
MANY = range(3 * FEW + 1)

# In a process of its own: where other threads run beside, nothing is forked.
SCRIPT = f"""
import os, signal
from twosource.engine import spread, spread_groups
from twosource.errors import TwosourceError
MANY, home = range({len(MANY)}), os.getpid()
held = {{number: number * number for number in MANY}}  # never sent: the processes see it
found = list(spread(lambda number: (held[number], os.getpid()), MANY, 3))
assert [square for square, _ in found] == list(held.values()), found
assert len({{process for _, process in found}}) == 3 and home in {{process for _, process in found}}, found
grouped = list(spread_groups(lambda n: (str(n % 7),), lambda key, group: (key, group, os.getpid()), MANY, 2, few=2))
assert [found[:2] for found in grouped] == [(str(key), tuple(MANY[key::7])) for key in range(7)], grouped
assert len({{process for *_, process in grouped}}) == 2, grouped
def fail(number):
    if number == 1:
        raise ValueError("no")
def die(number):
    if os.getpid() != home:
        os.kill(os.getpid(), signal.SIGKILL)
try:
    list(spread(fail, MANY, 2))
except ValueError as error:
    assert any("in a worker process" in note for note in error.__notes__), error.__notes__
    print("error told")
try:
    list(spread(die, MANY, 2))
except TwosourceError as error:
    assert "fewer workers" in str(error), error
    print("death told")
"""


@pytest.mark.skipif(sys.platform != "linux", reason="forks on Linux alone")
def test_processes_share_the_work_in_order_and_errors_and_deaths_are_told() -> None:
    done = subprocess.run([sys.executable, "-c", SCRIPT], capture_output=True, text=True, timeout=60, check=False)  # noqa: S603 - our own script
    assert (done.stdout.split("\n")[:2], done.returncode) == (["error told", "death told"], 0), done.stderr


@pytest.mark.parametrize("workers", [1, 8])
def test_one_worker_and_few_records_need_no_further_process(workers: int) -> None:
    few = range(2 * FEW - 1)
    assert list(spread(lambda number: (number, os.getpid()), few, workers)) == [(n, os.getpid()) for n in few]


def test_beside_another_thread_nothing_is_forked() -> None:
    done = threading.Event()
    other = threading.Thread(target=done.wait)
    other.start()
    try:
        assert set(spread(lambda _: os.getpid(), MANY, 2)) == {os.getpid()}
    finally:
        done.set()
        other.join()


def words(record: tuple[str, int]) -> list[str]:
    return [record[0][:1], str(record[1] % 3), record[0][:1]]


@given(records=RECORDS)
def test_groups_come_in_the_order_of_their_keys(records: list[tuple[str, int]]) -> None:
    expected = {key: tuple(r for r in records if key in words(r)) for record in records for key in words(record)}
    assert list(spread_groups(words, lambda *group: group, records, 1)) == sorted(expected.items())


def test_an_error_in_a_group_names_its_key() -> None:
    def fail(key: str, group: tuple[int, ...]) -> None:
        raise ValueError(key, len(group))

    with pytest.raises(ValueError, match=r"even.*2") as caught:
        list(spread_groups(lambda number: ("odd" if number % 2 else "even",), fail, [1, 2, 3, 4], 1))
    assert "while working on even" in caught.value.__notes__

"""Spreading: forked processes see what the caller holds, answers keep their order, errors and deaths are told."""

import os
import signal
import threading

import pytest

from twosource.engine import spread
from twosource.engine.spread import FEW
from twosource.errors import TwosourceError

MANY = range(3 * FEW + 1)


def test_answers_come_in_order_and_the_records_are_shared_out() -> None:
    held = {number: number * number for number in MANY}  # never sent: the processes see it
    found = list(spread(lambda number: (held[number], os.getpid()), MANY, 3))
    assert [square for square, _ in found] == list(held.values())
    assert len({process for _, process in found}) == 3
    assert os.getpid() in {process for _, process in found}


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


def test_an_error_of_a_process_is_raised_with_where_it_happened() -> None:
    def fail_elsewhere(number: int) -> int:
        if number == 1:
            raise ValueError("no")
        return number

    with pytest.raises(ValueError, match="no") as failed:
        list(spread(fail_elsewhere, MANY, 2))
    assert any("in a worker process" in note for note in failed.value.__notes__)


def test_a_process_that_dies_is_told_of() -> None:
    home = os.getpid()

    def die(_number: int) -> None:
        if os.getpid() != home:
            os.kill(os.getpid(), signal.SIGKILL)

    with pytest.raises(TwosourceError, match="fewer workers"):
        list(spread(die, MANY, 2))

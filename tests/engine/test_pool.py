"""The pool: models shared, workers that die, and a parent that dies or is interrupted."""

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from itertools import islice
from pathlib import Path

import pytest

from twosource.engine import PoolEngine
from twosource.engine.pool import chunks, start_method
from twosource.errors import TwosourceError

SCRIPT = """
import sys, time
from twosource.engine import PoolEngine
def announce(number):
    import os
    os.write(1, f"{os.getpid()}\\n".encode())  # in one piece, also where Python writes without a buffer
    time.sleep(60)
with PoolEngine(2) as engine:
    list(engine.map(announce, range(int(sys.argv[1]))))
"""


SHARED = """
import os
from twosource.engine import PoolEngine
loaded = []
def load():
    loaded.append(os.getpid())
def loaders(number):
    return tuple(loaded)
with PoolEngine(2, load) as engine:
    print([found == (os.getpid(),) for found in set(engine.map(loaders, range(20)))])
"""


def die(_record: str) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def wait_or_fail(seconds: int) -> None:
    if not seconds:
        raise ValueError("no")
    time.sleep(seconds)


def answer_to_ctrl_c(_record: int) -> str:
    return str(signal.getsignal(signal.SIGINT))


@contextmanager
def _second_thread() -> Iterator[None]:
    end = threading.Event()
    thread = threading.Thread(target=end.wait)
    thread.start()
    yield
    end.set()
    thread.join()


@contextmanager
def _busy(records: int) -> Iterator[tuple[subprocess.Popen[str], list[int]]]:
    """Give a program that works on the records with two workers, and the processes that have one in hand."""
    program = subprocess.Popen(  # noqa: S603 - our own script
        [sys.executable, "-c", SCRIPT, str(records)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    assert program.stdout is not None
    lines = (line.strip() for line in iter(program.stdout.readline, ""))
    try:
        yield program, [int(number) for number in islice((line for line in lines if line), records)]
    finally:
        with suppress(ProcessLookupError):
            os.killpg(program.pid, signal.SIGKILL)
        program.communicate()


def _gone(process: int, within: float = 10.0) -> bool:
    deadline = time.monotonic() + within
    while time.monotonic() < deadline:
        status = Path(f"/proc/{process}/stat")
        if not status.exists() or status.read_text().rpartition(")")[2].split()[0] == "Z":
            return True
        time.sleep(0.05)
    return False


@pytest.mark.skipif(sys.platform != "linux", reason="forks only on Linux")
def test_models_are_loaded_once_in_the_parent_and_shared() -> None:
    """In a program of its own: threads that other tests left would make the pool spawn."""
    told = subprocess.run([sys.executable, "-c", SHARED], check=True, capture_output=True, text=True).stdout  # noqa: S603 - our own script
    assert told.split() == ["[True]"]


def test_a_second_thread_leads_to_spawn() -> None:
    with _second_thread():
        assert start_method() == "spawn"


def test_spawned_workers_give_the_same_results() -> None:
    with _second_thread(), PoolEngine(2) as engine:
        assert list(engine.map(abs, range(-30, 0))) == list(range(30, 0, -1))


def test_a_killed_worker_is_reported_with_what_would_do() -> None:
    with pytest.raises(TwosourceError, match=r"2 worker processes died.*fewer workers"), PoolEngine(2) as engine:
        list(engine.map(die, ["x"]))


def test_ctrl_c_is_left_to_the_parent() -> None:
    with PoolEngine(2) as engine:
        assert set(engine.map(answer_to_ctrl_c, range(8))) == {str(signal.SIG_IGN)}


def test_short_inputs_are_spread_over_the_workers() -> None:
    sizes = [len(chunk) for chunk in chunks(iter(range(200)), 2, 64)]
    assert sizes[:16] == [1] * 16
    assert max(sizes) <= 200 / 2 / 8


def test_an_error_inside_the_block_stops_the_workers_in_their_work() -> None:
    started = time.monotonic()
    with pytest.raises(ValueError, match="no"), PoolEngine(2) as engine:
        list(engine.map(wait_or_fail, [0, 30, 30, 30]))
    assert time.monotonic() - started < 10


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="looks processes up in /proc")
def test_no_worker_outlives_a_killed_parent() -> None:
    with _busy(2) as (program, workers):
        program.send_signal(signal.SIGKILL)
        gone = [_gone(worker) for worker in workers]
    assert gone == [True, True]


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="looks processes up in /proc")
def test_ctrl_c_ends_the_program_and_its_workers_at_once() -> None:
    """One worker is busy and one waits; neither says a word of its own."""
    with _busy(1) as (program, workers):
        os.killpg(program.pid, signal.SIGINT)
        _, complaint = program.communicate(timeout=10)
        gone = [_gone(worker) for worker in workers]
    assert gone == [True]
    assert complaint.count("KeyboardInterrupt") == 1

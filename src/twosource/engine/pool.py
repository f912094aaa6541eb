"""The engine for one machine: a pool of processes; records go out and come back in chunks, in order."""

import gc
import multiprocessing
import sys
import threading
import warnings
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from types import TracebackType
from typing import Any, Self

from twosource.engine.engine import Record, Result, Warm
from twosource.engine.worker import prepare, run_chunk
from twosource.errors import TwosourceError

CHUNK = 4  # records sent at once, at most: of 16, one worker read for a second at the end while the other had none
CHUNKS_PER_WORKER = 4  # in flight: enough that no worker waits while the oldest chunk is still being worked on
YOUNGEST = 0  # generation: to look through the models too took 0.15 s and found nothing
SHARE = 8  # a chunk is at most 1/8 of what each worker has had so far: short inputs are spread evenly

Outcome = Future[tuple[list[Any], Exception | None]]


class PoolEngine:
    """Keeps ``workers`` processes; at most ``workers * 4 * chunk`` records are read ahead of the results.

    The processes start when a ``with`` block is entered, or else with the first record. ``warm`` runs once in the
    caller's process before a fork, or once in each worker where the system cannot fork (see ``start_method``).
    """

    def __init__(self, workers: int, warm: Warm | None = None, *, chunk: int = CHUNK) -> None:
        self._workers = workers
        self._warm = warm
        self._chunk = chunk
        self._executor: ProcessPoolExecutor | None = None

    def map(self, function: Callable[[Record], Result], records: Iterable[Record]) -> Iterator[Result]:
        """Yield ``function(record)`` for each record, in order.

        Raises:
            TwosourceError: a worker process died, most often for lack of memory.
        """
        pending: deque[Outcome] = deque()
        try:
            for chunk in chunks(iter(records), self._workers, self._chunk):
                pending.append(self._submit(function, chunk))
                if len(pending) >= self._workers * CHUNKS_PER_WORKER:
                    yield from _results(pending.popleft())
            while pending:
                yield from _results(pending.popleft())
        except BrokenProcessPool as error:
            raise TwosourceError(died(self._workers)) from error
        finally:
            for future in pending:
                future.cancel()

    def close(self) -> None:
        """Let running chunks end, drop waiting ones and end the processes."""
        if self._executor is not None:
            self._executor.shutdown(wait=True, cancel_futures=True)

    def __enter__(self) -> Self:
        self._started()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if error is not None and self._executor is not None:
            _terminate(self._executor)
        self.close()

    def _submit(self, function: Callable[[Record], Result], chunk: tuple[Record, ...]) -> Outcome:
        return self._started().submit(run_chunk, function, chunk)

    def _started(self) -> ProcessPoolExecutor:
        if self._executor is None:
            self._executor = _start(self._workers, self._warm, start_method())
        return self._executor


def start_method() -> str:
    """Return ``fork`` on Linux while the caller runs a single Python thread, else ``spawn``.

    With the parser loaded and two workers, fork held 370 to 420 MB in all, spawn 660 MB and 1.5 s more to start.
    Python 3.12 and later warn of any fork while the process has further threads. The threads of numerical libraries
    are known to be safe (they register fork handlers), so that warning is silenced; Python threads are not safe, and
    lead to ``spawn``.
    """
    return "fork" if sys.platform == "linux" and threading.active_count() == 1 else "spawn"


def chunks(records: Iterator[Record], workers: int, limit: int) -> Iterator[tuple[Record, ...]]:
    """Yield the records in tuples of at most ``limit``, single ones first, so that short inputs are spread evenly."""
    sent = 0
    while chunk := tuple(islice(records, min(limit, 1 + sent // (workers * SHARE)))):
        yield chunk
        sent += len(chunk)


def _start(workers: int, warm: Warm | None, method: str) -> ProcessPoolExecutor:
    """Return a pool that runs; with ``fork`` the models are loaded once, here, and their memory is shared."""
    if method == "fork" and warm is not None:
        warm()
        warm = None
        gc.collect(YOUNGEST)
        gc.freeze()  # else each worker's collector writes into every object of the models and copies its memory
    context = multiprocessing.get_context(method)
    executor = ProcessPoolExecutor(workers, mp_context=context, initializer=prepare, initargs=(warm,))
    with warnings.catch_warnings():  # see start_method
        warnings.filterwarnings("ignore", message=".*multi-threaded.*fork", category=DeprecationWarning)
        executor.submit(run_chunk, repr, ())  # the first chunk forks every worker: none is forked later, amid threads
    return executor


def _results(future: Outcome) -> Iterator[Any]:
    results, error = future.result()
    yield from results
    if error is not None:
        raise error


def _terminate(executor: ProcessPoolExecutor) -> None:
    """End the worker processes at once, in the middle of their work."""
    for process in list((executor._processes or {}).values()):  # noqa: SLF001 - terminate_workers() comes with 3.14
        process.terminate()


def died(workers: int) -> str:
    """Return what to tell a person when a worker is gone."""
    return (
        f"One of {workers} worker processes died before it could answer, most often because the memory ran out. "
        f"Run again with fewer workers (now {workers}; 1 uses no further process), or give the machine more memory."
    )

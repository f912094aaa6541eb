"""Records in, results in order out, by processes forked for this one piece of work: they see what the caller holds.

Nothing is sent to them, and only results come back. So it is for what a run does with all it has gathered, where to
send the records would cost more than the work.
"""

import gc
import multiprocessing
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack
from functools import partial
from multiprocessing.connection import Connection
from typing import Any

from twosource.engine.choose import cores
from twosource.engine.engine import Record, Result
from twosource.engine.pool import died, start_method
from twosource.engine.step import call, call_group, grouped
from twosource.engine.worker import prepare, run_chunk
from twosource.errors import TwosourceError

FEW = 32  # records for each process; for fewer a fork does not pay


def spread_groups(
    keys: Callable[[Record], Iterable[str]],
    step: Callable[[str, tuple[Record, ...]], Result],
    records: Iterable[Record],
    workers: int,
    *,
    few: int = FEW,
) -> Iterator[Result]:
    """Yield ``step(key, group)`` for every key, in the order of the keys, as ``spread`` does: nothing is sent.

    Args:
        keys: gives the groups that a record is a member of; called in the caller's process.
        step: what is called with each group.
        records: within a group they keep their order.
        workers: processes to use, the caller's counted; 0 is one per core.
        few: groups for each process; for fewer a fork does not pay.
    """
    return spread(partial(call_group, step), grouped(keys, records), workers, few=few)


def spread(
    function: Callable[[Record], Result], records: Sequence[Record], workers: int, *, few: int = FEW
) -> Iterator[Result]:
    """Yield ``function(record)`` for each record, in order; the caller's process does its share.

    Where the system cannot fork, or the caller runs several threads, one process does all.

    Args:
        function: needs not be one that can be sent: a closure over what the caller holds will do.
        records: what it is called with.
        workers: processes to use, the caller's counted; 0 is one per core.
        few: records for each process; for fewer a fork does not pay.

    Raises:
        TwosourceError: a process died, most often for lack of memory.
    """
    count = min(workers or cores(), len(records) // few)
    if count < 2 or start_method() != "fork":
        yield from map(partial(call, function), records)
        return
    with ExitStack() as started:
        others = [_started(function, records[place::count], started) for place in range(1, count)]
        shares = [[call(function, record) for record in records[::count]], *(_told(other, count) for other in others)]
    yield from (shares[place % count][place // count] for place in range(len(records)))


def _started(function: Callable[[Any], Any], records: Sequence[Any], started: ExitStack) -> Connection:
    """Fork a process for some of the records; what it found can be read from the connection, until ``started`` ends."""
    context = multiprocessing.get_context("fork")
    here, there = context.Pipe(duplex=False)
    process = context.Process(target=_work, args=(there, function, records), daemon=True)
    process.start()
    there.close()
    started.callback(process.join)
    started.callback(process.terminate)  # has told all by then, or nobody waits for it any more
    return started.enter_context(here)


def _work(there: Connection, function: Callable[[Any], Any], records: Sequence[Any]) -> None:
    prepare(None)
    gc.disable()  # a collector writes into every object, and so copies its memory
    there.send(run_chunk(function, tuple(records)))
    there.close()


def _told(here: Connection, workers: int) -> list[Any]:
    try:
        results, error = here.recv()
    except EOFError as gone:
        raise TwosourceError(died(workers)) from gone
    if error is not None:
        raise error
    return list(results)

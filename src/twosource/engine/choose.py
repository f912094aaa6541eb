"""Which engine a run gets; the one list of all engines."""

import os
from collections.abc import Callable, Mapping

from twosource.engine.engine import Engine, Warm
from twosource.engine.pool import PoolEngine
from twosource.engine.serial import SerialEngine
from twosource.errors import UsageError


def serial(_workers: int, warm: Warm | None) -> Engine:
    """Return the engine without processes; it has one worker whatever is asked."""
    return SerialEngine(warm)


def pool(workers: int, warm: Warm | None) -> Engine:
    """Return the engine with ``workers`` processes."""
    return PoolEngine(workers, warm)


ENGINES: Mapping[str, Callable[[int, Warm | None], Engine]] = {"serial": serial, "pool": pool}
"""Every engine by name; the contract test runs on each."""


def engine_for(workers: int, warm: Warm | None = None) -> Engine:
    """Return the engine for a number of processes: 0 is one per core, 1 is no further process.

    Args:
        workers: processes to use.
        warm: loads the models; called once where the processes can share memory, else once in each.

    Raises:
        UsageError: ``workers`` is negative.
    """
    if workers < 0:
        raise UsageError(f"The number of workers is {workers}; it must be 0 (one per core) or more.")
    count = workers or cores()
    return ENGINES["serial" if count == 1 else "pool"](count, warm)


def cores() -> int:
    """Return how many cores this process may use, at least 1."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0)) or 1
    return os.cpu_count() or 1

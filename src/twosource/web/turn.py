"""A function that works for a while in, what it returns out; others are answered meanwhile where there are others."""

from collections.abc import Callable
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.types import Scope

ALONE = "alone"  # in a request's scope: the process answers one request at a time


async def in_turn(scope: Scope, function: Callable[..., Any], *arguments: Any, **named: Any) -> Any:
    """Return what a function does: in a thread, whose turn costs a millisecond, or at once where nobody else waits."""
    if scope.get(ALONE):
        return function(*arguments, **named)
    return await run_in_threadpool(function, *arguments, **named)

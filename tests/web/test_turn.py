"""Work goes to a thread where others wait to be answered, and is done at once where nobody does."""

import asyncio
from collections.abc import Callable, Coroutine
from concurrent.futures import ThreadPoolExecutor
from threading import get_ident
from typing import Any

import pytest
from starlette.types import Scope

from twosource.web.turn import ALONE, in_turn


def done(asked: Callable[[], Coroutine[Any, Any, object]]) -> object:
    """Return what is awaited; in a thread of its own, for a browser of other tests keeps this one's loop running."""
    with ThreadPoolExecutor(1) as apart:
        return apart.submit(lambda: asyncio.run(asked())).result()


@pytest.mark.parametrize(("scope", "is_here"), [({}, False), ({ALONE: True}, True)])
def test_work_is_done_at_once_only_where_nobody_else_waits(scope: Scope, is_here: bool) -> None:  # noqa: FBT001 - a case
    async def asked() -> bool:
        return bool(await in_turn(scope, get_ident) == get_ident())

    assert done(asked) is is_here


@pytest.mark.parametrize("scope", [{}, {ALONE: True}])
def test_what_is_told_comes_to_the_function_and_its_answer_back(scope: Scope) -> None:
    async def asked() -> str:
        return str(await in_turn(scope, "{} and {b}".format, "a", b="b"))

    assert done(asked) == "a and b"

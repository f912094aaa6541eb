"""Work goes to a thread where others wait to be answered, and is done at once where nobody does."""

from threading import get_ident

import anyio
import pytest
from starlette.types import Scope

from twosource.web.turn import ALONE, in_turn


@pytest.mark.parametrize(("scope", "is_here"), [({}, False), ({ALONE: True}, True)])
def test_work_is_done_at_once_only_where_nobody_else_waits(scope: Scope, is_here: bool) -> None:  # noqa: FBT001 - a case
    async def asked() -> bool:
        return bool(await in_turn(scope, get_ident) == get_ident())

    assert anyio.run(asked) is is_here


def test_what_is_told_comes_to_the_function_and_its_answer_back() -> None:
    async def asked(scope: Scope) -> str:
        return str(await in_turn(scope, "{} and {b}".format, "a", b="b"))

    assert {anyio.run(asked, scope) for scope in ({}, {ALONE: True})} == {"a and b"}

"""The name of a kept ledger in, the way to ask it out: here, or at the server that serves it."""

import re
from collections.abc import Callable
from functools import partial
from typing import Literal, Protocol

from twosource import keeping, remote
from twosource.keeping import Change
from twosource.model import Found, Holdings, Judgement, Query, Trace

Along = Literal["recorded", "published"]
DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


class Door(Protocol):
    """What is asked of a ledger; each question names it first, and the past time, if any, last."""

    def check(self, where: str, as_of: str | None = None, /) -> None: ...  # noqa: D102 - see `keeping` and `remote`
    def kept(self, where: str, as_of: str | None = None, /) -> Holdings: ...  # noqa: D102
    def find(self, where: str, query: Query, as_of: str | None = None, /) -> Found: ...  # noqa: D102
    def only(self, where: str, wanted: str, as_of: str | None = None, /) -> Holdings: ...  # noqa: D102
    def narrowed(self, where: str, query: Query, as_of: str | None = None, /) -> Holdings: ...  # noqa: D102
    def kept_judgements(self, where: str, as_of: str | None = None, /) -> tuple[Judgement, ...]: ...  # noqa: D102
    def explained(self, where: str, wanted: str, as_of: str | None = None, /) -> Trace: ...  # noqa: D102
    def figure_history(self, where: str, wanted: str, known: Holdings | None, /) -> tuple[Change, ...]: ...  # noqa: D102
    def figure_published(self, where: str, wanted: str, known: Holdings | None, /) -> tuple[Change, ...]: ...  # noqa: D102


def door(store: str) -> Door:
    """Return the way to ask a ledger."""
    return remote if remote.is_served(store) else keeping


def history_of(store: str, along: Along) -> Callable[[str, Holdings | None], tuple[Change, ...]]:
    """Return the way to ask how a figure came to be: by the moments of the ledger, or by the days of its reports."""
    ways = {"recorded": door(store).figure_history, "published": door(store).figure_published}
    return partial(ways[along], store)


def moment(as_of: str) -> str:
    """Return a time as it is told; a day alone means all of it, in UTC."""
    return f"{as_of}T23:59:59.999999Z" if DAY.fullmatch(as_of) else as_of

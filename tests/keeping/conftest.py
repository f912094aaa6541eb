"""Reports of a few happenings, and a clock that tells another minute at each call."""

from collections.abc import Callable
from itertools import count
from typing import Any

import pytest

from twosource import Settings, keeping
from twosource.keeping import Stamp
from twosource.model import Holdings

Row = dict[str, Any]
BOMB: Row = {
    "id": "1",
    "title": "Bomb in Bern",
    "published": "2031-05-06",
    "text": "Two people were killed by a bomb at a market in Bern on Monday, police said.",
}
LATER: Row = {
    "id": "2",
    "published": "2031-05-07",
    "text": "The hospital said three people were killed when a bomb exploded at a market in Bern on Monday.",
}
MINE: Row = {"id": "3", "published": "2031-09-02", "text": "Nine miners died in Oruro on Monday, the mayor said."}


def silent(_stage: str, _done: int) -> None:
    """Tell nobody."""


@pytest.fixture
def rows() -> tuple[Row, Row, Row]:
    """Two reports of one bombing, that differ in its toll, and one of a mine."""
    return BOMB, LATER, MINE


@pytest.fixture
def stamp() -> Stamp:
    """A clock that tells 2031-10-01T08:00, 08:01, ...; version 1.0 of the program."""
    minutes = count()
    return Stamp(lambda: f"2031-10-01T08:{next(minutes):02}:00Z", "1.0")


@pytest.fixture
def add(stamp: Stamp) -> Callable[..., Holdings]:
    """Run rows into a ledger."""

    def added(where: str, *rows: Row, rule: str = "default", by: Stamp | None = None) -> Holdings:
        return keeping.run_into(list(rows), where, Settings(workers=1, rule=rule), silent, by or stamp)

    return added

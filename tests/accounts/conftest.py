"""Accounts in every kind of database, and a clock that tests turn."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from twosource.accounts import Accounts, By

PASSWORD = "nine quiet harbours"  # noqa: S105 - of no account but the tests'


@dataclass(slots=True)
class Clock:
    """A moment that moves when told to."""

    now: datetime = field(default_factory=lambda: datetime(2031, 5, 6, 9, tzinfo=UTC))

    def pass_by(self, **span: float) -> None:
        """Let time pass."""
        self.now += timedelta(**span)

    def by(self, who: str = "root", address: str = "192.0.2.1") -> By:
        """Tell who does something now."""
        return By(who=who, address=address, now=self.now)


@pytest.fixture
def clock() -> Clock:
    """A clock at nine in the morning."""
    return Clock()


@pytest.fixture(params=["memory", "sqlite", "postgres"])
def accounts(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Accounts]:
    """No accounts yet, in every kind of database."""
    where = {"memory": "memory:", "sqlite": str(tmp_path / "ledger.db")}.get(request.param)
    if where is None:
        fresh: Callable[[], str] = request.getfixturevalue("fresh_schema")
        where = fresh()
    opened = Accounts(where)
    yield opened
    opened.close()

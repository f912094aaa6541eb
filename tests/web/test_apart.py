"""Work in a process of its own gives what it would give here, ends when it should, and says when it is cut off."""

import multiprocessing
import os
import signal
import time
from pathlib import Path

import pytest

from twosource import Settings
from twosource.api import Ledger
from twosource.errors import SourceError, StoreError, UsageError
from twosource.web import chores
from twosource.web.apart import apart
from twosource.web.chores import Delivery
from twosource.web.desk import Desk
from twosource.web.jobs import Progress, StoppedError

ROW = {"id": "4", "published": "2031-09-09", "text": "Seven people drowned in Oruro on Monday, police said."}


def doubled(number: int, progress: Progress) -> int:
    progress("reading", number)
    return 2 * number


def refused(family: str, _progress: Progress) -> None:
    raise {"usage": UsageError, "store": StoreError, "source": SourceError}[family](f"{family}: what would do")


def killed(progress: Progress) -> None:
    progress("reading", 1)
    os.kill(os.getpid(), signal.SIGKILL)


def endless(progress: Progress) -> None:
    for number in range(1_000):
        progress("reading", number)
        time.sleep(0.05)


def test_what_it_returns_and_tells_comes_back() -> None:
    told: list[tuple[str, int]] = []
    assert apart(doubled, (21,), lambda stage, done: told.append((stage, done))) == 42
    assert told == [("reading", 21)]


@pytest.mark.parametrize(("family", "error"), [("usage", UsageError), ("store", StoreError), ("source", SourceError)])
def test_an_error_keeps_its_family_and_message(family: str, error: type[Exception]) -> None:
    with pytest.raises(error, match=f"{family}: what would do"):
        apart(refused, (family,), lambda _stage, _done: None)


def test_a_process_that_is_killed_is_told() -> None:
    with pytest.raises(SourceError, match=r"cut off .* start the same again"):
        apart(killed, (), lambda _stage, _done: None)


def test_where_the_work_is_to_stop_its_process_ends() -> None:
    def stop(_stage: str, done: int) -> None:
        if done == 3:
            raise StoppedError

    with pytest.raises(StoppedError):
        apart(endless, (), stop)
    assert multiprocessing.active_children() == []


def test_reports_added_apart_stand_in_the_ledger(store: Path) -> None:
    desk = Desk(store=str(store), settings=Settings(workers=1), apart=True)
    job = chores.add(desk, "A", Delivery(inputs=(ROW,)))
    assert desk.jobs.wait(120)
    done = desk.jobs.get(job.id)
    assert done is not None
    assert done.outcome is not None
    assert done.outcome.told == "1 new report, 1 event touched."
    assert [name for name, _ in done.steps] == ["collecting", "reading", "copies", "linking"]
    assert len(Ledger.open(store).articles) == 4

"""Long work is done in turn beside the requests; how far it is, what came of it and what failed can be seen."""

import threading
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from twosource import Settings
from twosource.api import Ledger
from twosource.errors import StoreError, UsageError
from twosource.keeping import Draft
from twosource.upkeep import record
from twosource.web import chores
from twosource.web.app import build_app
from twosource.web.desk import Desk
from twosource.web.jobs import BROKEN, STOPPED, Jobs, Outcome, Progress

DONE = Outcome(told="All is done.", address="/events")


@pytest.fixture
def jobs() -> Iterator[Jobs]:
    """Jobs that are closed at the end."""
    made = Jobs()
    yield made
    made.close(10)


@pytest.fixture
def held(jobs: Jobs) -> Iterator[threading.Event]:
    """Keep the worker busy until the event is set."""
    gate, begun = threading.Event(), threading.Event()

    def work(progress: Progress) -> Outcome:
        progress("reading", 1)
        begun.set()
        gate.wait(10)
        progress("reading", 2)
        return DONE

    jobs.start("Hold", "", work)
    assert begun.wait(10)
    yield gate
    gate.set()


def test_a_job_tells_how_far_it_is_and_what_came_of_it(jobs: Jobs, held: threading.Event) -> None:
    (job,) = jobs.recent()
    assert (job.state, job.stage, job.done, job.is_over, job.result_address) == ("running", "reading", 1, False, None)
    held.set()
    assert jobs.wait(10)
    (job,) = jobs.recent()
    assert (job.state, job.steps, job.outcome, job.result_address) == ("done", (("reading", 2),), DONE, "/events")
    assert job.began is not None
    assert job.ended is not None
    assert job.asked <= job.began <= job.ended


def test_jobs_are_done_one_at_a_time_in_the_order_asked(jobs: Jobs, held: threading.Event) -> None:
    order: list[str] = []
    running: list[int] = []

    def work(name: str) -> Callable[[Progress], Outcome]:
        def done(_progress: Progress) -> Outcome:
            running.append(sum(job.state == "running" for job in jobs.recent()))
            order.append(name)
            return DONE

        return done

    made = [jobs.start(name, "", work(name)) for name in "abc"]
    assert {job.state for job in made} == {"waiting"}
    assert jobs.waiting("b") == made[1]
    held.set()
    assert jobs.wait(10)
    assert (order, running) == (["a", "b", "c"], [1, 1, 1])
    assert jobs.waiting("b") is None


def test_a_job_that_fails_says_what_would_do_and_the_next_one_is_done(jobs: Jobs) -> None:
    def fails(_progress: Progress) -> Outcome:
        raise StoreError("The disk is full; make room and run again.")

    first, second = jobs.start("a", "", fails), jobs.start("b", "", lambda _progress: DONE)
    assert jobs.wait(10)
    failed = jobs.get(first.id)
    assert failed is not None
    assert (failed.state, failed.error) == ("failed", "The disk is full; make room and run again.")
    done = jobs.get(second.id)
    assert done is not None
    assert done.state == "done"


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
def test_an_error_of_the_program_fails_its_job_and_no_other(jobs: Jobs, held: threading.Event) -> None:
    def breaks(_progress: Progress) -> Outcome:
        raise KeyError("a bug")

    first, second = jobs.start("a", "", breaks), jobs.start("b", "", lambda _progress: DONE)
    held.set()
    for _ in range(3):
        jobs.wait(10)
    states = [(job.state, job.error) for name in (first.id, second.id) if (job := jobs.get(name)) is not None]
    assert states == [("failed", BROKEN), ("done", None)]


def test_closing_stops_the_present_job_at_its_next_step_and_begins_no_other(jobs: Jobs, held: threading.Event) -> None:
    cleared: list[str] = []
    waiting = jobs.start("b", "", lambda _progress: DONE, lambda: cleared.append("b"))
    threading.Timer(0.05, held.set).start()
    jobs.close(10)
    assert [(job.state, job.error) for job in jobs.recent()] == [("stopped", STOPPED), ("stopped", STOPPED)]
    assert cleared == ["b"]
    assert jobs.get(waiting.id) is not None
    with pytest.raises(UsageError, match="stopped"):
        jobs.start("c", "", lambda _progress: DONE)


def test_an_idle_server_has_no_thread(jobs: Jobs) -> None:
    jobs.start("a", "", lambda _progress: DONE)
    assert jobs.wait(10)
    assert not any(thread.name == "twosource jobs" and thread.is_alive() for thread in threading.enumerate())


def test_old_jobs_are_forgotten_and_the_newest_stand_first(jobs: Jobs) -> None:
    for _ in range(3):
        for _ in range(40):  # no more than 50 may wait
            jobs.start("a", "", lambda _progress: DONE)
        assert jobs.wait(10)
    jobs.start("last", "", lambda _progress: DONE)
    assert jobs.wait(10)
    recent = jobs.recent()
    assert len(recent) <= 100
    assert recent[0].kind == "last"
    assert all(later.asked >= earlier.asked for later, earlier in pairwise(recent))


def test_a_decision_is_settled_by_a_job(store: Path) -> None:
    desk = Desk(store=str(store), settings=Settings(workers=1))
    event = next(event for event in Ledger.open(store).events if len(event.reports) == 2)
    figure = event.figures[0]
    record(store, [Draft(verb="note", subjects=(event.id,), who="A", why="seen", value="to check")])
    job = chores.settle(desk, "A", f"/events/{event.id}")
    assert desk.jobs.wait(60)
    done = desk.jobs.get(job.id)
    assert done is not None
    assert (done.state, done.result_address) == ("done", f"/events/{event.id}")
    assert figure.id
    assert [one.status for one in Ledger.open(store).judgements] == ["in force"]


def test_decisions_made_while_a_settling_waits_are_taken_in_by_it(store: Path) -> None:
    desk = Desk(store=str(store), settings=Settings(workers=1))
    gate = threading.Event()
    desk.jobs.start("Hold", "", lambda _progress: Outcome(told=str(gate.wait(10))))
    first, second = chores.settle(desk, "A", "/events"), chores.settle(desk, "B", "/events")
    gate.set()
    assert desk.jobs.wait(60)
    assert first.id == second.id


def test_the_pages_of_jobs_show_all_of_it_and_refresh_until_it_is_over(store: Path) -> None:
    desk = Desk(store=str(store))
    gate = threading.Event()

    def work(progress: Progress) -> Outcome:
        progress("reading", 1234)
        gate.wait(10)
        return Outcome(told="Done <b>", address="/events", refused=(("a.txt<i>", "empty", "nothing"),))

    with TestClient(build_app(desk), base_url="http://localhost") as web:
        assert "No job yet" in web.get("/jobs").text
        job = desk.jobs.start("Add reports", "Ana <i>", work)
        while (now := desk.jobs.get(job.id)) is None or not now.steps:
            pass
        told = web.get(f"/jobs/{job.id}").text
        assert 'http-equiv="refresh"' in told
        assert "1,234" in told
        gate.set()
        assert desk.jobs.wait(10)
        told = web.get(f"/jobs/{job.id}").text
        assert "http-equiv" not in told
        assert "a.txt&lt;i&gt;" in told
        assert "Ana &lt;i&gt;" in web.get("/jobs").text
        assert "<i>" not in told
        assert web.get("/jobs/none").status_code == 404
    with pytest.raises(UsageError):
        desk.jobs.start("After the end", "", work)

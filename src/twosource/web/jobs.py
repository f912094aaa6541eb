"""Long work in, done in turn beside the requests; how far it is, what came of it and what went wrong out.

One worker at a time: a ledger has one writer. All is kept in memory; what a job wrote stands in the ledger, and a job
that was cut off goes on there when the same is started again.
"""

import secrets
import threading
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import partial
from typing import Literal

from twosource.errors import TwosourceError, UsageError
from twosource.web.why import why

MOST_WAITING = 50  # jobs; each may hold 50 MB of reports
KEPT = 100  # jobs that are remembered; older ones are forgotten
Progress = Callable[[str, int], None]
State = Literal["waiting", "running", "done", "failed", "stopped"]
STOPPED = "The server was stopped. What was read so far is kept: start the same again, and it goes on from there."
BROKEN = (
    "An error in the program stopped this. The ledger is as it was; the server's own output tells where it happened."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A way that leads on from what a job did, under the heading ``group``."""

    group: str
    text: str
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What a job did: a sentence, where its result stands, ways to what it touched, and what was refused and why."""

    told: str
    address: str | None = None
    links: tuple[Link, ...] = ()
    refused: tuple[tuple[str, str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """One piece of long work. ``steps`` are the stages met so far, each with how many records are done."""

    id: str
    kind: str
    person: str
    asked: datetime
    state: State = "waiting"
    steps: tuple[tuple[str, int], ...] = ()
    began: datetime | None = None
    ended: datetime | None = None
    error: str | None = None
    outcome: Outcome | None = None

    @property
    def stage(self) -> str | None:
        """The stage it is in, None before the first."""
        return self.steps[-1][0] if self.steps else None

    @property
    def done(self) -> int:
        """How many records of the present stage are done."""
        return self.steps[-1][1] if self.steps else 0

    @property
    def result_address(self) -> str | None:
        """The page that shows its result, None where there is none."""
        return self.outcome.address if self.outcome else None

    @property
    def is_over(self) -> bool:
        """Tell whether nothing more will happen."""
        return self.state in {"done", "failed", "stopped"}


Work = Callable[[Progress], Outcome]
After = Callable[[], None]


class StoppedError(Exception):
    """The server stops: the work ends at its next step."""


def now() -> datetime:
    """Return the present time."""
    return datetime.now(UTC)


class Jobs:
    """The jobs of one server."""

    def __init__(self, clock: Callable[[], datetime] = now) -> None:
        self._clock = clock
        self._lock = threading.RLock()
        self._jobs: dict[str, Job] = {}
        self._waiting: deque[tuple[str, Work, After]] = deque()
        self._thread: threading.Thread | None = None
        self._is_closed = False

    def start(self, kind: str, person: str, work: Work, after: After | None = None) -> Job:
        """Put work at the end of the queue and return its job.

        Args:
            kind: what it is, for people: ``"Add reports"``.
            person: who asked for it.
            work: what is done, in a thread of its own; it is told the progress to report to.
            after: called when it is over, however it ended, even where it never began.

        Raises:
            UsageError: the server is being stopped, or too many jobs wait.
        """
        with self._lock:
            if self._is_closed:
                raise UsageError("The server is being stopped; ask again when it runs.")
            if len(self._waiting) >= MOST_WAITING:
                raise UsageError(f"{MOST_WAITING} jobs wait already; ask again when some are done.")
            job = Job(id=secrets.token_hex(6), kind=kind, person=person, asked=self._clock())
            self._jobs[job.id] = job
            self._waiting.append((job.id, work, after or _nothing))
            self._forget()
            self._go_on()
            return job

    def waiting(self, kind: str) -> Job | None:
        """Return a job of this kind that has not begun, None without one."""
        with self._lock:
            found = (self._jobs[name] for name, _, _ in self._waiting if self._jobs[name].kind == kind)
            return next(found, None)

    def get(self, name: str) -> Job | None:
        """Return a job by its id, None where none is remembered."""
        with self._lock:
            return self._jobs.get(name)

    def recent(self) -> tuple[Job, ...]:
        """Return the jobs that are remembered, the newest first."""
        with self._lock:
            return tuple(reversed(self._jobs.values()))

    def close(self, seconds: float | None = None) -> None:
        """Take no more work, let the present one stop at its next step, and wait for that."""
        with self._lock:
            self._is_closed = True
            thread = self._thread
            while self._waiting:
                name, _, after = self._waiting.popleft()
                self._change(name, state="stopped", ended=self._clock(), error=STOPPED)
                after()
        if thread is not None:
            thread.join(seconds)

    def wait(self, seconds: float) -> bool:
        """Wait until nothing is left to do; tell whether that came about in time."""
        with self._lock:
            thread = self._thread
        if thread is not None:
            thread.join(seconds)
        return thread is None or not thread.is_alive()

    def _go_on(self) -> None:
        """Start a thread where work waits and none runs; an idle server has none."""
        with self._lock:
            if self._thread is None and self._waiting:
                self._thread = threading.Thread(target=self._work, name="twosource jobs", daemon=False)
                self._thread.start()

    def _work(self) -> None:
        try:
            while (turn := self._next()) is not None:
                self._do(*turn)
        finally:
            with self._lock:
                self._thread = None
            self._go_on()

    def _next(self) -> tuple[str, Work, After] | None:
        with self._lock:
            return self._waiting.popleft() if self._waiting else None

    def _do(self, name: str, work: Work, after: After) -> None:
        self._change(name, state="running", began=self._clock())
        ended: dict[str, object] = {"state": "failed", "error": BROKEN}
        try:
            ended = {"state": "done", "outcome": work(partial(self._told, name))}
        except StoppedError:
            ended = {"state": "stopped", "error": STOPPED}
        except TwosourceError as error:
            ended = {"state": "failed", "error": why(error).told}
        finally:
            after()
            self._change(name, ended=self._clock(), **ended)

    def _told(self, name: str, stage: str, done: int) -> None:
        with self._lock:
            if self._is_closed:
                raise StoppedError
            steps = dict(self._jobs[name].steps)
            steps[stage] = done
            self._change(name, steps=tuple(steps.items()))

    def _change(self, name: str, **changed: object) -> None:
        with self._lock:
            self._jobs[name] = replace(self._jobs[name], **changed)  # type: ignore[arg-type] # fields of a job

    def _forget(self) -> None:
        for name in [name for name, job in self._jobs.items() if job.is_over][: max(0, len(self._jobs) - KEPT)]:
            del self._jobs[name]


def _nothing() -> None:
    """Do nothing."""

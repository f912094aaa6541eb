"""A run added to a kept ledger: what is read is written as it is read, all else at once at the end.

The time and the program's version are told by the caller.
"""

from collections.abc import Callable, Iterable, Mapping
from contextlib import closing
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from twosource import store
from twosource.config import Settings
from twosource.errors import TurnTakenError
from twosource.intake import Earlier, Former, Progress
from twosource.keeping.place import existing, may_hold
from twosource.keeping.shelve import new_rows
from twosource.model import Decision, Event, Holdings, Reading, Reject, Report

if TYPE_CHECKING:
    from twosource.collect import Fetch, Input

AT_ONCE = 50  # reports read between two writes: what a run that is killed reads again, some 5 s of work


@dataclass(frozen=True, slots=True)
class Stamp:
    """What tells when something is recorded (ISO 8601 with zone), and by which version of the program.

    ``fetch`` brings what stands at an address; None where nothing is fetched.
    """

    now: Callable[[], str]
    program: str
    fetch: "Fetch | None" = None


@dataclass(frozen=True, slots=True, kw_only=True)
class How:
    """How a run is done, and what besides its inputs enters.

    ``again`` are ids of reports to be read again; ``taken``, by report, are ids of readings that are in the store
    already and shall stand; ``rejects`` come with them.
    """

    settings: Settings
    progress: Progress
    stamp: Stamp
    again: frozenset[str] = frozenset()
    taken: Mapping[str, str] = field(default_factory=dict)
    rejects: tuple[Reject, ...] = ()


@dataclass(slots=True)
class Keeper:
    """An open ledger while a run adds to it: what it has read so far, and what of that is not written yet."""

    where: str
    stamp: Stamp
    opened: store.Store | None = None
    read: dict[str, Reading] = field(default_factory=dict)
    unwritten: list[tuple[Report, Reading]] = field(default_factory=list)

    def open(self) -> store.Store:
        """Return the store; it is opened, and its file made, when it is first needed."""
        if self.opened is None:
            self.opened = store.open_store(self.where)
        return self.opened

    def keep(self, report: Report, reading: Reading) -> None:
        """Take one report; write when enough have come together."""
        if reading.article is None:
            return
        self.read[report.id] = reading
        self.unwritten.append((report, reading))
        if len(self.unwritten) >= AT_ONCE:
            self.write()

    def write(self) -> None:
        """Write what was read since the last time."""
        if self.unwritten:
            store.add_readings(self.open(), self.unwritten, self.stamp.program, self.stamp.now())
            self.unwritten = []

    def close(self) -> None:
        """Let go of the store."""
        if self.opened is not None:
            self.opened.close()


def run_into(inputs: "Iterable[Input]", where: str, settings: Settings, progress: Progress, stamp: Stamp) -> Holdings:
    """Read inputs into the ledger kept at ``where``; reports that it holds are not read again.

    A run that was stopped goes on where it was when the same inputs are given again. Where another program ends a run
    in the meantime, events and figures are made again with what it read. A file is made only once there is something
    to keep, be it that an input could not be read.

    Raises:
        UsageError: an input or a rule that does not exist.
        StoreError: the store cannot be opened or written; what it held still stands.
    """
    return run_as(inputs, where, How(settings=settings, progress=progress, stamp=stamp))


def reread(where: str, settings: Settings, progress: Progress, stamp: Stamp) -> Holdings:
    """Read again, from the reports as received, what another version of the program read.

    Raises:
        UsageError: no such ledger.
        StoreError: it cannot be opened or written; what it held still stands.
    """
    with existing(where) as opened:
        kept = store.standing(opened)
        chosen = last_settings(opened, settings)
    old = frozenset(r for r, reading in kept.items() if reading != store.reading_id(r, stamp.program))
    return run_as((), where, How(settings=chosen, progress=progress, stamp=stamp, again=old))


def last_settings(opened: store.Store, settings: Settings) -> Settings:
    """Return settings with the rule, and the knowledge of one event, that the ledger's last run had."""
    runs = store.read_runs(opened)
    return replace(settings, rule=runs[-1].rule, one_event=runs[-1].one_event) if runs else settings


@dataclass(frozen=True, slots=True, kw_only=True)
class Ran:
    """What a ledger holds after a run; the reports it held before, and the rejects of this run's inputs alone."""

    holdings: Holdings
    held: frozenset[str]
    rejects: tuple[Reject, ...]


def run_as(inputs: "Iterable[Input]", where: str, how: How) -> Holdings:
    """Read inputs into a ledger in a given way; see ``run_into``."""
    return ran_as(inputs, where, how).holdings


def ran_as(inputs: "Iterable[Input]", where: str, how: How) -> Ran:
    """Read inputs into a ledger as ``run_as`` does, and tell what came of these inputs."""
    from twosource import pipeline  # noqa: PLC0415 - the stages cost 0.2 s; who only looks at a ledger needs none

    pipeline.check(inputs, how.settings)
    with closing(Keeper(where, how.stamp)) as keeper:
        if may_hold(where):
            keeper.open()
        earlier, number = _earlier(keeper, how, how.taken)
        before = frozenset(reading.report for reading in earlier.readings)
        found = pipeline.run(inputs, how.settings, how.progress, earlier)
        own = tuple(one for one in found.rejects if one.stage == "collect" or one.report not in before)
        if keeper.opened is None and not found.articles and not found.rejects:
            return Ran(holdings=found, held=before, rejects=own)
        keeper.write()
        while not _is_committed(keeper, found, (_run_of(keeper, found, number, how), earlier.events), how):
            how.progress("another program wrote first: linking again", 0)
            mine = {article.id: store.reading_id(article.id, how.stamp.program) for article in found.articles}
            earlier, number = _earlier(keeper, how, {**mine, **how.taken})
            linked = pipeline.run((), how.settings, how.progress, earlier)
            found = replace(linked, rejects=tuple({*found.rejects, *linked.rejects}))
        return Ran(holdings=_with_rejects(keeper.open(), found, how), held=before, rejects=own)


def _is_committed(keeper: Keeper, found: Holdings, made: tuple[store.Run, tuple[Event, ...]], how: How) -> bool:
    """Tell whether the run, made from the events before it, ended in its turn; False where another run ended before."""
    run, before = made
    opened = keeper.open()
    holdings = _with_rejects(opened, found, how)
    shelves = new_rows(opened, holdings, before, how.stamp.program)
    ended = store.Ended(run=run, kept=_standing(keeper, holdings, how), shelves=shelves)
    try:
        store.commit_run(opened, holdings, ended, keeper.stamp.now())
    except TurnTakenError:
        return False
    return True


def _earlier(keeper: Keeper, how: How, mine: Mapping[str, str]) -> tuple[Earlier, int]:
    """What the ledger holds now, with the readings that are to stand besides, and the number of the next run."""
    if keeper.opened is None:
        return Earlier(keep=keeper.keep, fetch=keeper.stamp.fetch), 1
    opened = keeper.opened
    runs, parts = store.read_runs(opened), store.read_parts(opened)
    held = store.standing(opened)
    decisions = store.read_decisions(opened)
    left = how.again - set(keeper.read)
    wanted = {**mine, **held}
    readings = store.read_named(opened, {key for report, key in wanted.items() if report not in left})
    earlier = Earlier(
        readings=tuple({**readings, **keeper.read}.values()),
        events=parts.events,
        former=_former(parts, how, runs[-1] if runs else None, decisions),
        drafts=store.drafted(opened, keeper.stamp.program),
        again=store.read_originals(opened, left) if left else (),
        decisions=decisions,
        keep=keeper.keep,
        fetch=keeper.stamp.fetch,
    )
    return earlier, len(runs) + 1


def _former(parts: Holdings, how: How, run: store.Run | None, decisions: tuple[Decision, ...]) -> Former:
    """The events that stand as they are: made by this version of the program under this rule, with no decision."""
    alike = run is not None and (run.program, run.rule) == (how.stamp.program, how.settings.rule)
    if not alike or decisions or how.again:
        return Former()
    made = {(event.reports, event.claims): event for event in parts.events}
    return Former(made, {group.id: group for group in parts.copies})


def _standing(keeper: Keeper, holdings: Holdings, how: How) -> dict[str, str]:
    """The id of the standing reading of each report; what the ledger held keeps its own unless it was read again."""
    held = {**how.taken, **store.standing(keeper.open())}
    own = {article.id: store.reading_id(article.id, keeper.stamp.program) for article in holdings.articles}
    return {report: own[report] if report in keeper.read else held.get(report, own[report]) for report in own}


def _run_of(keeper: Keeper, found: Holdings, number: int, how: How) -> store.Run:
    opened = keeper.open()
    held = store.standing(opened)
    entered = {one for run in store.read_runs(opened) for one in run.decisions}
    made = (judgement.decision.id for judgement in found.judgements)
    return store.Run(
        number=number,
        rule=how.settings.rule,
        program=keeper.stamp.program,
        one_event=how.settings.one_event,
        reports=tuple(sorted(article.id for article in found.articles if article.id not in held)),
        reread=tuple(sorted(set(keeper.read) & set(held))),
        decisions=tuple(sorted(one for one in made if one not in entered)),
    )


def _with_rejects(opened: store.Store, found: Holdings, how: How) -> Holdings:
    rejects = {*store.read_rejects(opened), *found.rejects, *how.rejects}
    return replace(found, rejects=tuple(sorted(rejects, key=lambda one: (one.source, one.id))))

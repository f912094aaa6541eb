"""The upkeep of kept ledgers: decisions brought in, reading again, backup, restore, check, merging.

It knows the clock, the program's own version and the web; what it calls knows none of them.
"""

from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from twosource import collect, keeping
from twosource.config import Limits, Settings
from twosource.keeping import Added, Change, Check, Draft, Published, Queued, Stamp
from twosource.model import Decision, Event, Figure, Holdings, Judgement

Progress = Callable[[str, int], None]


def stamp(limits: Limits | None = None) -> Stamp:
    """Return what tells the present time and the version of the program, and fetches addresses."""
    from importlib.metadata import version  # noqa: PLC0415 - costs 20 ms, needed where something is recorded

    return Stamp(now, version("twosource"), visitor(limits or Limits()))


def now() -> str:
    """Return the present time, ISO 8601 with zone."""
    return datetime.now(UTC).isoformat(timespec="microseconds")


def visitor(limits: Limits) -> "collect.Fetch":
    """Return what fetches addresses of public hosts, politely."""
    return collect.Web(now=lambda: datetime.now(UTC).isoformat(timespec="seconds"), limits=limits)


def begin(store: str | Path) -> bool:
    """Make an empty ledger where there is none; tell whether it is new.

    Raises:
        StoreError: it cannot be made.
    """
    return keeping.begin(str(store))


def add(
    store: str | Path,
    inputs: "Iterable[collect.Input]",
    settings: Settings,
    progress: Progress,
    fetch: "collect.Fetch | None" = None,
) -> Added:
    """Read inputs into a kept ledger and return what came of them; ``fetch`` brings addresses, None: from the web.

    Raises:
        UsageError: an input or a rule that does not exist.
        StoreError: it cannot be opened or written; what it held still stands.
    """
    own = stamp(settings.limits)
    return keeping.add(inputs, str(store), settings, progress, replace(own, fetch=fetch or own.fetch))


def asked_together(store: str | Path) -> AbstractContextManager[None]:
    """Let all that this thread asks a kept ledger meanwhile be answered as of one moment, by one connection."""
    return keeping.asked_together(str(store))


def asked_by_one(store: str | Path) -> AbstractContextManager[None]:
    """Let all that this thread asks a kept ledger meanwhile share a connection: enough for a page of a shelf."""
    return keeping.asked_together(str(store), keeping.shared)


def kept_open(store: str | Path) -> AbstractContextManager[None]:
    """Keep a ledger open while a server runs: what asks it by the same name need not open it and read anew.

    Raises:
        UsageError: there is no such ledger.
        StoreError: it cannot be opened.
    """
    return keeping.kept_open(str(store))


def ready(store: str | Path) -> None:
    """Read what pages of a ledger that is kept open are found by, and let go of its connections: it may be forked then.

    Raises:
        StoreError: it cannot be read.
    """
    keeping.ready(str(store))


def called(store: str | Path, ids: Iterable[str]) -> dict[str, str]:
    """Return what events and reports of a kept ledger are called, or were last, by id.

    Raises:
        UsageError: there is no such ledger.
        StoreError: it cannot be read.
    """
    return keeping.called(str(store), ids)


def decided(store: str | Path, ids: Iterable[str]) -> tuple[Judgement, ...]:
    """Return the decisions of a kept ledger with these ids, with how each stands.

    Raises:
        UsageError: there is no such ledger.
        StoreError: it cannot be read.
    """
    return keeping.decided(str(store), ids)


def state(store: str | Path) -> str:
    """Return what tells the present state of a kept ledger from every other.

    Raises:
        UsageError: there is no such ledger.
        StoreError: it cannot be read.
    """
    return keeping.state(str(store))


def reread(store: str | Path, settings: Settings, progress: Progress) -> Holdings:
    """Read again, from the reports as received, what another version of the program read into a kept ledger.

    Raises:
        UsageError: there is no such ledger.
        StoreError: it cannot be opened or written; what it held still stands.
    """
    return keeping.reread(str(store), settings, progress, stamp())


def record(store: str | Path, drafts: Iterable[Draft]) -> tuple[Decision, ...]:
    """Record people's decisions without a run: they enter the next one.

    Raises:
        UsageError: there is no such ledger, or something cannot be decided so.
        StoreError: it cannot be opened or written.
    """
    return keeping.decide(str(store), drafts, stamp())


def import_decisions(store: str | Path, lines: Iterable[str]) -> int:
    """Record the decisions of a JSON Lines file; return how many are new. They enter the next run.

    Raises:
        UsageError: there is no such ledger, or a line is no decision; none is recorded then.
        StoreError: it cannot be opened or written.
    """
    return keeping.import_decisions(str(store), lines, stamp())


def growth(store: str | Path, event: Event) -> dict[str, tuple[Change, ...]]:
    """Return, by figure, each change of an event's totals with its cause; quick in any ledger.

    Raises:
        UsageError: there is no such ledger.
        StoreError: it cannot be read.
    """
    return keeping.event_growth(str(store), event)


def published(holdings: Holdings, figures: Iterable[Figure]) -> Published:
    """Return how figures of the only event of some holdings grew with the reports as they were published.

    It is bounded: of many reports with many claims days in between are left out, of very many all.
    """
    return keeping.published(holdings, figures)


def judgements(store: str | Path, as_of: str | None = None) -> tuple[Judgement, ...]:
    """Return people's decisions with how each stands, now or at a past time (ISO 8601 with zone).

    Raises:
        UsageError: there is no such ledger.
        StoreError: it cannot be read.
    """
    return keeping.kept_judgements(str(store), as_of)


def queued(store: str | Path, kind: str | None, some: slice, as_of: str | None = None) -> Queued:
    """Return what is open, all kinds or one, from a place in the queue, with the events that are meant.

    Raises:
        UsageError: there is no such ledger.
        StoreError: it cannot be read.
    """
    return keeping.queued(str(store), kind, some, as_of)


def settle(store: str | Path, settings: Settings, progress: Progress) -> Holdings:
    """Make events and figures of a kept ledger again with all decisions recorded, under the rule of its last run.

    Raises:
        UsageError: there is no such ledger.
        StoreError: it cannot be opened or written; what it held still stands.
    """
    return keeping.settle(str(store), settings, progress, stamp())


def back_up(store: str | Path, file: str | Path) -> int:
    """Write a kept ledger, all past versions included, to one file; return how many entries it holds.

    Raises:
        UsageError: there is no such ledger.
        SourceError: the file exists, or cannot be written.
        StoreError: the ledger cannot be read.
    """
    return keeping.back_up(str(store), Path(file))


def restore(file: str | Path, store: str | Path) -> Check:
    """Make a ledger from a backup; its chain is checked before.

    Raises:
        UsageError: the place holds a ledger with rows.
        SourceError: the backup cannot be read.
        StoreError: the backup was changed, or the store cannot be written; nothing was kept.
    """
    return keeping.restore(Path(file), str(store))


def verify(store: str | Path, known: str | None = None) -> Check:
    """Check that nothing in a kept ledger was changed or removed; ``known`` is a chain that was noted before.

    Raises:
        UsageError: there is no such ledger.
        StoreError: it cannot be read.
    """
    return keeping.verify(str(store), known)


def remake(store: str | Path) -> int:
    """Make anew what pages and records of a kept ledger are found by, from its entries alone.

    How many lines of events are returned that an older program wrote without the doubts in their claims, and that were
    written again with them, as further entries.

    Raises:
        UsageError: there is no such ledger.
        StoreError: it cannot be read or written; what it held still stands.
    """
    return keeping.remake(str(store))


def merge(store: str | Path, other: str | Path, settings: Settings, progress: Progress) -> Holdings:
    """Take reports, readings, decisions and rejects of another kept ledger into this one.

    Raises:
        UsageError: the other one does not exist, or is the same.
        StoreError: one of them cannot be read or written; what they held still stands.
    """
    return keeping.merge(str(store), str(other), settings, progress, stamp())

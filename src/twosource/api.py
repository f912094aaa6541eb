"""The one door for Python, the command line and the web: run inputs into a Ledger, and ask it."""

from collections.abc import Iterable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from twosource import keeping, reckon, remote
from twosource.config import Settings
from twosource.door import Along, door, history_of, moment
from twosource.engine import spread
from twosource.errors import UsageError
from twosource.intake import Earlier, Progress
from twosource.keeping import Change, Doubt, Draft
from twosource.model import (
    Annotations,
    Article,
    Claim,
    CopyGroup,
    Event,
    Found,
    Holdings,
    Judgement,
    Query,
    Reject,
    Statement,
    Trace,
)
from twosource.ontology.rule import rule_named, rule_names
from twosource.publish import frames, read_tables, summary_lines, table_rows, trace, write_files
from twosource.upkeep import stamp, visitor

if TYPE_CHECKING:
    import pandas as pd
    import polars as pl

    from twosource.collect import Input

original = keeping.original


class Ledger:
    """What a run holds, as typed records: articles, statements, claims, events, copies and rejects.

    Each is a tuple of frozen records in a fixed order; ``annotations`` is empty unless the run kept them, ``rule``
    names the way of reconciling behind the figures, ``judgements`` people's decisions with how each stands. ``store``
    is where a kept ledger is (None: nowhere), ``as_of`` the past time it was opened at. It is read when first asked.
    """

    def __init__(self, holdings: Holdings | None, store: str | None = None, as_of: str | None = None) -> None:
        self.store = store
        self.as_of = as_of
        self._held = holdings

    @property
    def holdings(self) -> Holdings:
        """All records."""
        if self._held is None:
            store = self._kept("read")
            self._held = door(store).kept(store, self.as_of)
        return self._held

    @property
    def rule(self) -> str:
        """The way of reconciling behind the figures."""
        return self.holdings.rule

    @property
    def articles(self) -> tuple[Article, ...]:
        """The clean readings of the reports."""
        return self.holdings.articles

    @property
    def statements(self) -> tuple[Statement, ...]:
        """Who says what."""
        return self.holdings.statements

    @property
    def claims(self) -> tuple[Claim, ...]:
        """What each report says."""
        return self.holdings.claims

    @property
    def events(self) -> tuple[Event, ...]:
        """What happened, with figures."""
        return self.holdings.events

    @property
    def copies(self) -> tuple[CopyGroup, ...]:
        """Reports of one origin."""
        return self.holdings.copies

    @property
    def rejects(self) -> tuple[Reject, ...]:
        """What could not be read, and why."""
        return self.holdings.rejects

    @property
    def annotations(self) -> tuple[Annotations, ...]:
        """Names, times, places and numbers, where the run kept them."""
        return self.holdings.annotations

    @property
    def judgements(self) -> tuple[Judgement, ...]:
        """People's decisions, with how each stands."""
        if self.store is not None and self._held is None:
            return door(self.store).kept_judgements(self.store, self.as_of)
        return self.holdings.judgements

    @classmethod
    def read(cls, directory: str | Path) -> "Ledger":
        """Read the ledger that ``write`` or ``twosource run --out`` left in a folder.

        Raises:
            UsageError: the folder holds none.
            SourceError: its files cannot be read.
        """
        return cls(read_tables(Path(directory)))

    @classmethod
    def open(cls, store: str | Path, as_of: str | None = None) -> "Ledger":
        """Return a kept ledger (a SQLite file, a database address, or a server's) as it is, or was at a past time.

        Nothing is read before it is asked for; ``find`` and ``only`` read no more than they give.

        Args:
            store: the file or the address; that of a server (``http://127.0.0.1:8000``) may need ``TWOSOURCE_TOKEN``.
            as_of: ISO 8601 with a zone, as in ``2026-01-05T09:00:00Z``; a day means its end in UTC. None: now.

        Raises:
            UsageError: there is no such file, or the time cannot be read.
            SourceError: its server cannot be reached.
            StoreError: it cannot be opened or read.
        """
        told = None if as_of is None else moment(as_of)
        door(str(store)).check(str(store), told)
        return cls(None, str(store), told)

    def decide(self, drafts: Iterable[Draft], progress: Progress | None = None) -> "Ledger":
        """Record people's decisions in a kept ledger and return it with them; the present one stays as it is.

        Args:
            drafts: what is decided, by whom and why; all are recorded or, where one cannot be made, none.
            progress: told the name of a stage and the number of records done.

        Raises:
            UsageError: the ledger is not kept, or something cannot be decided so.
            StoreError: the store cannot be opened or written.
        """
        store = self._kept("decide")
        self._held = self.holdings  # read now: what is decided next must not show in the present one
        if remote.is_served(store):
            remote.decide(store, drafts)
            return Ledger(None, store)
        keeping.decide(store, drafts, stamp())
        return Ledger(keeping.settle(store, Settings(), progress or _silent, stamp()), store)

    def review(self, limit: int | None = None, kind: str | None = None) -> tuple[Doubt, ...]:
        """Return what is open, first what a decision would change most.

        Args:
            limit: how many at most; of a kept ledger no more is read than they need. None: all.
            kind: conflict, not placed, contested, claim or same event; None: all of them.
        """
        is_here = self.store is None or self._held is not None
        if self.store is not None and not is_here and remote.is_served(self.store):
            return remote.review_queue(self.store, limit, kind, self.as_of)
        if limit is not None and self.store is not None and not is_here:
            return keeping.queued(self.store, kind, slice(0, limit), self.as_of).doubts
        return tuple(one for one in keeping.review_queue(self.holdings) if kind in {None, one.kind})[:limit]

    def history(self, figure: str, along: Along = "recorded") -> tuple[Change, ...]:
        """Return each change of a figure (the beginning of its id will do), by a ledger's moments or its reports' days.

        Raises:
            UsageError: the ledger is not kept; no figure, or more than one, has such an id.
            StoreError: it cannot be read.
        """
        return history_of(self._kept("tell the history of a figure"), along)(figure, self._held)

    def find(self, query: Query) -> Found:
        """Return a page of events, reports, rejects or sources that match, with what all that match add up to.

        Raises:
            UsageError: a query that cannot be read: a rule or measure that does not exist, a cursor that is none.
            StoreError: the store cannot be read.
        """
        if self.store is None or self._held is not None:
            return keeping.find_in(self.holdings, query)
        return door(self.store).find(self.store, query, self.as_of)

    def only(self, wanted: str) -> "Ledger":
        """Return the part of the ledger about one event or one report (its id), as a small ledger.

        Of an event: the event, its claims, its reports with their statements, copy groups, and the judgements on them.
        Of a report: the report with its claims and statements, its copy group, what it copies from, and its events.

        Raises:
            UsageError: neither an event nor a report has this id; where an event became another, it is named.
            StoreError: the store cannot be read.
        """
        if self.store is None or self._held is not None:
            return Ledger(keeping.part_of(self.holdings, wanted), self.store, self.as_of)
        return Ledger(door(self.store).only(self.store, wanted, self.as_of), self.store, self.as_of)

    def _kept(self, wanted: str) -> str:
        if self.store is None:
            raise UsageError(f"Cannot {wanted}: this ledger is not kept; keep it with 'twosource run --store FILE'.")
        return self.store

    def under(self, rule: str) -> "Ledger":
        """Return the same ledger with its figures under another rule (``"ucdp"``); nothing is read or linked again.

        Raises:
            UsageError: no rule has that name.
        """
        return Ledger(reckon.reconciled(self.holdings, rule), self.store, self.as_of)

    def write(self, directory: str | Path, workers: int = 1) -> Path:
        """Write tables, ``events.geojson`` and ``index.html`` into a folder by ``workers`` and return the page.

        Raises:
            SourceError: the folder cannot be written.
        """
        return write_files(self.holdings, Path(directory), partial(spread, workers=workers, few=1))

    def summary(self) -> str:
        """Return a short account of the ledger for a person, in plain text."""
        return "\n".join(summary_lines(self.holdings))

    def explain(self, wanted: str) -> Trace:
        """Walk a figure or a claim (by id, or the beginning of one) back to its characters, report, address and hash.

        Raises:
            UsageError: no record, or more than one, has such an id.
        """
        if self.store is not None and self._held is None:
            return door(self.store).explained(self.store, wanted, self.as_of)
        return trace(self.holdings, wanted)

    def frame(self, table: str, library: Literal["pandas", "polars"] = "pandas") -> "pd.DataFrame | pl.DataFrame":
        """Return one table (``"claims"``, ``"events"``, ...) as a data frame, in the published column names.

        Raises:
            UsageError: no such table, or the library is not installed.
        """
        tables = table_rows(self.holdings)
        if table not in tables:
            raise UsageError(f"There is no table {table!r}; there are: {', '.join(tables)}.")
        return frames(library)(tables[table])


def run(
    inputs: "Iterable[Input]", *, one_event: bool = False, annotations: bool = False, settings: Settings | None = None
) -> Ledger:
    """Read reports into a ledger.

    The models are loaded once per process, so that many small runs are quick.

    Args:
        inputs: paths of files or folders, addresses (``https://...``), or rows (``{"id", "url", "title", "published",
            "text" | "html"}``; unknown fields are kept).
        one_event: all inputs are known to tell of one event.
        annotations: keep names, times, places and numbers of each report.
        settings: rule, workers and limits, where the defaults do not fit; the two flags above come on top.

    Raises:
        UsageError: an input or a rule that does not exist.

    Example:
        >>> import twosource
        >>> row = {"id": "1", "published": "2031-05-06", "text": "Police said three people were killed in Bern."}
        >>> twosource.run([row]).events[0].figures[0].best
        3
    """
    from twosource import pipeline  # noqa: PLC0415 - the stages cost 0.2 s; who only looks at a ledger needs none

    told = settings or Settings()
    told = replace(told, one_event=one_event or told.one_event, annotations=annotations or told.annotations)
    return Ledger(pipeline.run(inputs, told, _silent, Earlier(fetch=visitor(told.limits))))


def _silent(_stage: str, _done: int) -> None:
    """Tell nobody."""


def keep(inputs: "Iterable[Input]", store: str | Path, settings: Settings, progress: Progress) -> Ledger:
    """Read reports into the ledger kept in ``store``, as of now; what it held stays and is linked with the new.

    Raises:
        UsageError: an input or a rule that does not exist.
        StoreError: the store cannot be opened or written; what it held still stands.
    """
    return Ledger(keeping.run_into(inputs, str(store), settings, progress, stamp(settings.limits)), str(store))


def rules() -> tuple[tuple[str, str], ...]:
    """Return the name and the title of every way of reconciling."""
    return tuple((name, rule_named(name).title) for name in rule_names())

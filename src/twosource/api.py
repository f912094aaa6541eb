"""The one door for Python, the command line and the web: run inputs into a Ledger, and ask it."""

import re
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from twosource import keeping, pipeline
from twosource.config import Settings
from twosource.errors import UsageError
from twosource.keeping import Change, Doubt, Draft
from twosource.model import Holdings, Trace
from twosource.ontology.rule import rule_named, rule_names
from twosource.publish import read_tables, summary_lines, table_rows, trace, write_page, write_tables
from twosource.upkeep import stamp

if TYPE_CHECKING:
    import pandas as pd
    import polars as pl

DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
Input = pipeline.Input
Progress = pipeline.Progress


class Ledger:
    """What a run holds, as typed records: articles, statements, claims, events, copies and rejects.

    Each is a tuple of frozen records in a fixed order; ``annotations`` is empty unless the run kept them, ``rule``
    names the way of reconciling behind the figures, ``judgements`` are people's decisions with how each stands.
    ``store`` is where a kept ledger is, None for one that is not kept.
    """

    def __init__(self, holdings: Holdings, store: str | None = None) -> None:
        self.store = store
        self.holdings = holdings
        self.rule = holdings.rule
        self.articles = holdings.articles
        self.statements = holdings.statements
        self.claims = holdings.claims
        self.events = holdings.events
        self.copies = holdings.copies
        self.rejects = holdings.rejects
        self.annotations = holdings.annotations
        self.judgements = holdings.judgements

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
        """Return what a kept ledger (a SQLite file or a database address) holds, or held at a past time.

        Args:
            store: the file or the address.
            as_of: ISO 8601 with a zone, as in ``2026-01-05T09:00:00Z``; a day means its end in UTC. None: now.

        Raises:
            UsageError: there is no such file, or the time cannot be read.
            StoreError: it cannot be opened or read.
        """
        return cls(keeping.kept(str(store), None if as_of is None else _moment(as_of)), str(store))

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
        keeping.decide(store, drafts, stamp())
        return Ledger(keeping.settle(store, Settings(), progress or _silent, stamp()), store)

    def review(self) -> tuple[Doubt, ...]:
        """Return what is open, first what a decision would change most."""
        return keeping.review_queue(self.holdings)

    def history(self, figure: str) -> tuple[Change, ...]:
        """Return each change of a figure (by id, or the beginning of one) in a kept ledger, with its cause.

        Raises:
            UsageError: the ledger is not kept; no figure, or more than one, has such an id.
            StoreError: it cannot be read.
        """
        return keeping.figure_history(self._kept("tell the history of a figure"), figure)

    def search(self, words: str) -> tuple[frozenset[str], frozenset[str]]:
        """Return the ids of reports and of events of a kept ledger that have all the words, or longer ones.

        Raises:
            UsageError: the ledger is not kept.
            StoreError: it cannot be read.
        """
        return keeping.searched(self._kept("search"), words)

    def _kept(self, wanted: str) -> str:
        if self.store is None:
            raise UsageError(f"Cannot {wanted}: this ledger is not kept; keep it with 'twosource run --store FILE'.")
        return self.store

    def under(self, rule: str) -> "Ledger":
        """Return the same ledger with its figures under another rule (``"ucdp"``); nothing is read or linked again.

        Raises:
            UsageError: no rule has that name.
        """
        return Ledger(pipeline.reconciled(self.holdings, rule), self.store)

    def write(self, directory: str | Path) -> Path:
        """Write all tables and ``index.html`` into a folder and return the path of the page.

        Raises:
            SourceError: the folder cannot be written.
        """
        folder = Path(directory)
        write_tables(self.holdings, folder)
        return write_page(self.holdings, folder)

    def summary(self) -> str:
        """Return a short account of the ledger for a person, in plain text."""
        return "\n".join(summary_lines(self.holdings))

    def explain(self, wanted: str) -> Trace:
        """Walk a figure or a claim (by id, or the beginning of one) back to its characters, report, address and hash.

        Raises:
            UsageError: no record, or more than one, has such an id.
        """
        return trace(self.holdings, wanted)

    def frame(self, table: str, library: Literal["pandas", "polars"] = "pandas") -> "pd.DataFrame | pl.DataFrame":
        """Return one table (``"claims"``, ``"events"``, ...) as a data frame, in the published column names.

        Raises:
            UsageError: no such table, or the library is not installed.
        """
        tables = table_rows(self.holdings)
        if table not in tables:
            raise UsageError(f"There is no table {table!r}; there are: {', '.join(tables)}.")
        return _frames(library)(tables[table])


def _frames(library: str) -> Callable[[list[dict[str, object]]], "pd.DataFrame | pl.DataFrame"]:
    try:
        if library == "polars":
            import polars as pl  # noqa: PLC0415 - an extra; loaded only where asked for

            return lambda rows: pl.DataFrame(rows, infer_schema_length=None, strict=False)
        import pandas as pd  # noqa: PLC0415 - an extra; loaded only where asked for
    except ImportError as error:
        raise UsageError(f"{library} is not installed; pip install 'twosource[frames]' brings it.") from error
    return lambda rows: pd.DataFrame(rows)  # noqa: PLW0108 - pandas carries no types; the class itself would be Any


def run(
    inputs: Iterable[Input], *, one_event: bool = False, annotations: bool = False, settings: Settings | None = None
) -> Ledger:
    """Read reports into a ledger.

    The models are loaded once per process, so that many small runs are quick.

    Args:
        inputs: paths of files or folders, or rows (``{"id", "url", "title", "published", "text" | "html"}``; unknown
            fields are kept).
        one_event: all inputs are known to tell of one event.
        annotations: keep names, times, places and numbers of each report.
        settings: rule, workers and limits, where the defaults do not fit; the two flags above come on top.

    Raises:
        UsageError: an input or a rule that does not exist.

    Example:
        >>> import twosource
        >>> row = {"id": "1", "published": "2031-05-06", "text": "Police said three people were killed in Bern."}
        >>> ledger = twosource.run([row])
        >>> ledger.events[0].figures[0].best
        3
    """
    chosen = _settings(settings, one_event=one_event, annotations=annotations)
    return Ledger(pipeline.run(inputs, chosen, _silent))


def _silent(_stage: str, _done: int) -> None:
    """Tell nobody."""


def keep(inputs: Iterable[Input], store: str | Path, settings: Settings, progress: Progress) -> Ledger:
    """Read reports into the ledger kept in ``store``, as of now; what it held stays and is linked with the new.

    Raises:
        UsageError: an input or a rule that does not exist.
        StoreError: the store cannot be opened or written; what it held still stands.
    """
    return Ledger(keeping.run_into(inputs, str(store), settings, progress, stamp()), str(store))


def original(store: str | Path, report: str) -> keeping.Original:
    """Return the bytes of a report (its id) as a kept ledger received them, and the label of their encoding.

    Raises:
        UsageError: no such ledger, or no such report in it.
        StoreError: the store cannot be opened or read.
    """
    return keeping.original(str(store), report)


def rules() -> tuple[tuple[str, str], ...]:
    """Return the name and the title of every way of reconciling."""
    return tuple((name, rule_named(name).title) for name in rule_names())


def _settings(settings: Settings | None, *, one_event: bool, annotations: bool) -> Settings:
    chosen = settings or Settings()
    return Settings(
        rule=chosen.rule,
        one_event=one_event or chosen.one_event,
        annotations=annotations or chosen.annotations,
        workers=chosen.workers,
        limits=chosen.limits,
    )


def _moment(as_of: str) -> str:
    """A day alone means all of it, in UTC."""
    return f"{as_of}T23:59:59.999999Z" if DAY.fullmatch(as_of) else as_of

"""``twosource explain``: walk a figure or a claim back to its characters, report, address and hash."""

from pathlib import Path
from typing import Annotated

import typer

from twosource import api
from twosource.cli.ledger import AsOf, shown
from twosource.publish import trace_lines

Wanted = Annotated[str, typer.Argument(help="Id of a figure or a claim, or its beginning.", metavar="ID")]
Out = Annotated[Path, typer.Option("--out", help="Folder that 'twosource run --out' wrote.", metavar="DIR")]
Store = Annotated[str | None, typer.Option("--store", help="Or the ledger that 'twosource run --store' keeps.")]


def explain(wanted: Wanted, *, out: Out = Path("out"), store: Store = None, as_of: AsOf = None) -> None:
    """Show the way back: rule, claims for and against, words, speaker, report, address, hash."""
    ledger = api.Ledger.open(store, as_of) if store is not None else api.Ledger.read(out)
    shown(trace_lines(ledger.explain(wanted)))

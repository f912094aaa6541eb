"""``twosource export``: write the tables and the page of a ledger anew, under any rule."""

from pathlib import Path
from typing import Annotated

import typer

from twosource import api
from twosource.cli.ledger import shown
from twosource.errors import UsageError

Target = Annotated[Path, typer.Argument(help="Folder for the tables, events.geojson and index.html.", metavar="DIR")]
Out = Annotated[Path, typer.Option("--out", help="Folder that 'twosource run --out' wrote.", metavar="DIR")]
Store = Annotated[str | None, typer.Option("--store", help="Or the ledger that 'twosource run --store' keeps.")]
Rule = Annotated[str | None, typer.Option("--rule", help="Way of reconciling; without it, the ledger's own.")]


def export(target: Target, *, out: Out = Path("out"), store: Store = None, rule: Rule = None) -> None:
    """Write a ledger's files again, its figures under the rule named; no report is read again."""
    if store is None and target.resolve() == out.resolve():
        raise UsageError(f"{target} holds the ledger itself; name another folder to write to.")
    ledger = api.Ledger.open(store) if store is not None else api.Ledger.read(out)
    page = (ledger.under(rule) if rule is not None else ledger).write(target)
    shown([f"Page to open: {page}"])

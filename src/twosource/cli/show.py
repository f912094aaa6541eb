"""``twosource show``: what a kept ledger holds now, or held at a past time."""

from pathlib import Path
from typing import Annotated

import typer

from twosource import api
from twosource.cli.ledger import AsOf, Store, shown

Out = Annotated[
    Path | None, typer.Option("--out", help="Folder for the tables, events.geojson and index.html.", metavar="DIR")
]


def show(*, store: Store, as_of: AsOf = None, out: Out = None) -> None:
    """Print the summary of a kept ledger as it is, or was at a past time; --out writes its tables and page."""
    ledger = api.Ledger.open(store, as_of)
    page = ledger.write(out) if out is not None else None
    shown([ledger.summary(), *([f"\nPage to open: {page}"] if page is not None else [])])

"""``twosource review``: what a person should decide next."""

from typing import Annotated

import typer

from twosource import api
from twosource.cli.ledger import Store, shown
from twosource.keeping import Doubt

Top = Annotated[int, typer.Option("--top", help="How many are shown.", min=1)]


def review(*, store: Store, top: Top = 20) -> None:
    """List what is open, first what a decision would change most: the number of people expected to move."""
    found = api.Ledger.open(store).review(top + 1)
    shown(line for doubt in found[:top] for line in _lines(doubt)) if found else shown(["Nothing is open."])
    if len(found) > top:
        shown([f"There is more: --top {top * 2} shows twice as much."])


def _lines(doubt: Doubt) -> tuple[str, str]:
    change = "   open" if doubt.change is None else f"{doubt.change:7.1f}"
    event = f" in {doubt.event}" if doubt.event is not None and doubt.event not in doubt.subjects else ""
    return f"{change}  {doubt.kind}: {', '.join(doubt.subjects)}{event}", f"         {doubt.told}"

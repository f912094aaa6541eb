"""``twosource history``: how a figure came to be what it is."""

from typing import Annotated

import typer

from twosource import api
from twosource.cli.ledger import Store, shown
from twosource.model import Figure

NO_DAY = "no day told"
Published = Annotated[bool, typer.Option("--published", help="By the days on which the reports were published.")]
Wanted = Annotated[str, typer.Argument(help="Id of a figure, or its beginning.", metavar="ID")]


def history(wanted: Wanted, *, store: Store, published: Published = False) -> None:
    """List each change of a figure with its cause: a new report, a decision, a rule, a version of the program.

    With --published the changes that the reports brought in the order of their own days, read and decided as now.
    """
    for change in api.Ledger.open(store).history(wanted, "published" if published else "recorded"):
        shown([f"{change.moment or NO_DAY}  {_figure(change.figure)}", *(f"    {cause}" for cause in change.causes)])


def _figure(figure: Figure | None) -> str:
    if figure is None:
        return "no figure"
    low, best, high = ("?" if number is None else str(number) for number in (figure.low, figure.best, figure.high))
    return f"{figure.measure}: {best} ({low}–{high}), {figure.agreement}, voices {figure.voices}, rule {figure.rule}"

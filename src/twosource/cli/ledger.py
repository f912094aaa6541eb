"""Options that the commands on kept ledgers share, and how they print."""

from collections.abc import Iterable
from typing import Annotated

import typer

Store = Annotated[str, typer.Option("--store", help="The ledger: a SQLite file or a database address.")]
AsOf = Annotated[
    str | None, typer.Option("--as-of", help="As it was at a time (2026-01-05T09:00Z) or at the end of a day (UTC).")
]
Workers = Annotated[int, typer.Option("--workers", help="Processes; 0 is one per core.", min=0)]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="No progress and no summary.")]


def shown(lines: Iterable[str]) -> None:
    """Print lines as they are: nothing in them is taken for a sign of the terminal or cut to its width."""
    from rich.console import Console  # noqa: PLC0415 - costs 30 ms; a server starts in 2 s

    console = Console(highlight=False, soft_wrap=True)
    console.print("\n".join(lines), markup=False)

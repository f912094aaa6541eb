"""The command ``twosource``: joins the commands and turns errors into messages and exit statuses."""

import gc
import sys
from collections.abc import Callable

import typer

from twosource.cli.account import account
from twosource.cli.decide import decide
from twosource.cli.decisions import decisions
from twosource.cli.explain import explain
from twosource.cli.export import export
from twosource.cli.history import history
from twosource.cli.review import review
from twosource.cli.rules import rules
from twosource.cli.run import run
from twosource.cli.search import search
from twosource.cli.serve import serve
from twosource.cli.show import show
from twosource.cli.upkeep import backup, merge, reread, restore, verify
from twosource.errors import TwosourceError, UsageError

WRONG_USAGE = 2
NOTHING_READ = 1
GARBAGE = 20_000  # objects before the youngest are looked through: imports and pages make many and few cycles

COMMANDS: tuple[Callable[..., None], ...] = (
    run,
    explain,
    export,
    rules,
    show,
    review,
    decide,
    decisions,
    history,
    search,
    backup,
    restore,
    verify,
    merge,
    reread,
    serve,
    account,
)

app = typer.Typer(
    help="Read news reports into one sourced ledger: what happened, who says so, how many independent voices.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)


@app.callback(invoke_without_command=True)
def _top(
    context: typer.Context, *, version: bool = typer.Option(False, "--version", help="Print the version.")
) -> None:
    if version:
        from importlib.metadata import version as installed  # noqa: PLC0415 - costs 20 ms, needed for this option alone

        typer.echo(f"twosource {installed('twosource')}")
        raise typer.Exit
    if context.invoked_subcommand is None:
        typer.echo(context.get_help())


def _with_commands() -> typer.Typer:
    if not app.registered_commands:
        for command in COMMANDS:
            app.command()(command)
    return app


def main() -> None:
    """Run the command line; exit 0 when something was read, 1 when nothing could be, 2 for wrong usage."""
    gc.set_threshold(GARBAGE)
    try:
        _with_commands()()
    except TwosourceError as error:
        _complained(str(error))
        sys.exit(WRONG_USAGE if isinstance(error, UsageError) else NOTHING_READ)
    except KeyboardInterrupt:
        _complained("stopped; nothing was written to the output folder.")
        sys.exit(130)


def _complained(told: str) -> None:
    """Say on standard error why nothing comes of a command."""
    from rich.console import Console  # noqa: PLC0415 - costs 30 ms, needed where something went wrong

    Console(stderr=True, highlight=False, soft_wrap=True).print(f"twosource: {told}", style="bold", markup=False)

"""``twosource backup``, ``restore``, ``verify``, ``merge`` and ``reread``: the upkeep of kept ledgers."""

from pathlib import Path
from typing import Annotated

import typer

from twosource import upkeep
from twosource.cli.ledger import Quiet, Store, Workers, shown
from twosource.cli.progress import shown_progress
from twosource.config import Settings

FAULTY = 1

File = Annotated[Path, typer.Argument(help="The backup, a file of its own format.", metavar="FILE")]
Known = Annotated[str | None, typer.Option("--chain", help="A chain noted at an earlier check; it must stand still.")]
Remake = Annotated[bool, typer.Option("--remake", help="First make anew what pages are found by; entries stay.")]
Other = Annotated[str, typer.Argument(help="The ledger to take from; it stays as it is.", metavar="OTHER")]


def backup(file: File, *, store: Store) -> None:
    """Write a whole ledger, its past included, to one file; of SQLite or PostgreSQL alike, also while others write."""
    shown([f"{upkeep.back_up(store, file)} entries written to {file}."])


def restore(file: File, *, store: Store) -> None:
    """Make a ledger from a backup, in SQLite or PostgreSQL, whatever it came from."""
    found = upkeep.restore(file, store)
    shown([f"{found.entries} entries restored to {store}; the chain ends with {found.chain}."])


def verify(*, store: Store, chain: Known = None, remake: Remake = False) -> None:
    """Check that no entry of a ledger was changed, removed or put between others. Exit status 1 where one was."""
    if remake:
        again = upkeep.remake(store)
        more = f" {again} lines of an older program were written again, with the doubts in them." if again else ""
        shown([f"What pages and records are found by was made anew.{more}"])
    found = upkeep.verify(store, chain)
    shown(found.faults or [f"{found.entries} entries are as they were written; the chain ends with {found.chain}."])
    if found.faults:
        raise typer.Exit(FAULTY)


def merge(other: Other, *, store: Store, workers: Workers = 0, quiet: Quiet = False) -> None:
    """Take reports, decisions and rejects of another ledger into this one, and link all of them."""
    with shown_progress(quiet=quiet) as progress:
        ledger = upkeep.merge(store, other, Settings(workers=workers), progress)
    shown([f"{len(ledger.articles)} reports, {len(ledger.events)} events, {len(ledger.judgements)} decisions."])


def reread(*, store: Store, workers: Workers = 0, quiet: Quiet = False) -> None:
    """Read again what another version of the program read, from the reports as received; decisions stay."""
    with shown_progress(quiet=quiet) as progress:
        ledger = upkeep.reread(store, Settings(workers=workers), progress)
    shown([f"{len(ledger.articles)} reports, {len(ledger.events)} events, {len(ledger.judgements)} decisions."])

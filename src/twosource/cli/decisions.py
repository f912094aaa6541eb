"""``twosource decisions``: people's judgements in a kept ledger, out of it and into it."""

from pathlib import Path
from typing import Annotated

import typer

from twosource import api, upkeep
from twosource.cli.ledger import AsOf, Quiet, Store, Workers, shown
from twosource.cli.progress import shown_progress
from twosource.config import Settings
from twosource.errors import SourceError
from twosource.model import Judgement
from twosource.review import lines_of

Export = Annotated[Path | None, typer.Option("--export", help="Write them to this JSON Lines file.", metavar="FILE")]
Import = Annotated[Path | None, typer.Option("--import", help="Record those of this JSON Lines file.", metavar="FILE")]


def decisions(  # noqa: PLR0913 - one parameter an option; the command line names them
    *,
    store: Store,
    export: Export = None,
    bring: Import = None,
    as_of: AsOf = None,
    workers: Workers = 0,
    quiet: Quiet = False,
) -> None:
    """List people's judgements with how each stands; or write them to a file, or take over those of a file."""
    if bring is not None:
        new = upkeep.import_decisions(store, _read(bring))
        with shown_progress(quiet=quiet) as progress:
            upkeep.settle(store, Settings(workers=workers), progress)
        shown([f"{new} decisions are new."])
        return
    held = api.Ledger.open(store, as_of).judgements
    if export is not None:
        _write(export, lines_of(judgement.decision for judgement in held))
        shown([f"{len(held)} decisions written to {export}."])
        return
    shown(line for judgement in held for line in _lines(judgement)) if held else shown(["No decisions yet."])


def _lines(judgement: Judgement) -> tuple[str, str]:
    one = judgement.decision
    about = ", ".join(subject.id for subject in one.subjects)
    apart = f" from {', '.join(subject.id for subject in one.against)}" if one.against else ""
    value = f" = {one.value}" if one.value is not None else ""
    others = f" ({', '.join(judgement.others)})" if judgement.others else ""
    return (
        f"{one.id}  {judgement.status}{others}: {one.verb.replace('_', ' ')} {about}{apart}{value}",
        f"    {one.who}, {one.when}: {one.why}",
    )


def _read(file: Path) -> list[str]:
    try:
        return file.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise SourceError(f"Cannot read {file}: {error}; name a file of JSON Lines.") from error


def _write(file: Path, lines: tuple[str, ...]) -> None:
    try:
        file.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    except OSError as error:
        raise SourceError(f"Cannot write {file}: {error}; name a file that can be written.") from error

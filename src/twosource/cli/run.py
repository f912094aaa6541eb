"""``twosource run``: read inputs into a ledger, write its files, print its summary."""

from pathlib import Path
from typing import Annotated

import typer

from twosource import api
from twosource.cli.ledger import shown
from twosource.cli.progress import shown_progress
from twosource.config import Settings

NOTHING_READ = 1

Inputs = Annotated[
    list[str],
    typer.Argument(
        help="Files and folders (.jsonl, .html, .txt, .warc, feeds; also as .gz), https:// addresses of pages, feeds "
        "or sitemaps; '-' reads standard input.",
        metavar="INPUT...",
    ),
]
Out = Annotated[
    Path | None, typer.Option("--out", help="Folder for the tables, events.geojson and index.html.", metavar="DIR")
]
Store = Annotated[
    str | None, typer.Option("--store", help="Keep everything in this ledger: a SQLite file or a database address.")
]
OneEvent = Annotated[bool, typer.Option("--one-event", help="All inputs are known to tell of one event.")]
Layers = Annotated[bool, typer.Option("--annotations", help="Also write annotations.jsonl.")]
Rule = Annotated[str, typer.Option("--rule", help="Way of reconciling; see 'twosource rules'.")]
NoFetch = Annotated[
    bool, typer.Option("--no-fetch", help="Fetch nothing that feeds and sitemaps list; take what they hold themselves.")
]
Refetch = Annotated[bool, typer.Option("--refetch", help="Fetch addresses again that the kept ledger holds.")]
Workers = Annotated[int, typer.Option("--workers", help="Processes; 0 is one per core.", min=0)]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="No progress and no summary.")]


def run(  # noqa: PLR0913 - one parameter an option; the command line names them
    inputs: Inputs,
    *,
    out: Out = None,
    store: Store = None,
    one_event: OneEvent = False,
    annotations: Layers = False,
    rule: Rule = "default",
    workers: Workers = 0,
    no_fetch: NoFetch = False,
    refetch: Refetch = False,
    quiet: Quiet = False,
) -> None:
    """Read reports into one sourced ledger and print what it says.

    Exit status: 0 when at least one report was read (rejects are listed), 1 when nothing could be, 2 for wrong usage.
    """
    settings = Settings(
        rule=rule, one_event=one_event, annotations=annotations, workers=workers, follow=not no_fetch, refetch=refetch
    )
    with shown_progress(quiet=quiet) as progress:
        ledger = api.keep(inputs, store or "memory:", settings, progress)
        page = ledger.write(out, workers) if out is not None else None
    if not quiet:
        shown([ledger.summary(), *([f"\nPage to open: {page}"] if page is not None else [])])
    if not ledger.articles:
        raise typer.Exit(NOTHING_READ)

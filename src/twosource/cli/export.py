"""``twosource export``: write the tables and the page of a ledger anew, all of it or what is asked for, by any rule."""

from pathlib import Path
from typing import Annotated, Literal

import typer

from twosource import api
from twosource.cli.ledger import AsOf, shown
from twosource.door import door
from twosource.errors import UsageError
from twosource.keeping import narrowed_in
from twosource.model import Holdings, Query
from twosource.model.figure import Agreement
from twosource.values.box import box_of

Target = Annotated[Path, typer.Argument(help="Folder for the tables, events.geojson and index.html.", metavar="DIR")]
Out = Annotated[Path, typer.Option("--out", help="Folder that 'twosource run --out' wrote.", metavar="DIR")]
Store = Annotated[str | None, typer.Option("--store", help="Or the ledger that 'twosource run --store' keeps.")]
Rule = Annotated[str | None, typer.Option("--rule", help="Way of reconciling; without it, the ledger's own.")]
Words = Annotated[str, typer.Option("--words", help="Events with all these words; longer ones that begin so count.")]
Earliest = Annotated[str | None, typer.Option("--earliest", help="Events that may have been on this day or later.")]
Latest = Annotated[str | None, typer.Option("--latest", help="Events that may have been on this day or before.")]
Place = Annotated[str | None, typer.Option("--place", help="A town, region or country, or an ISO 3166-1 code.")]
Box = Annotated[str | None, typer.Option("--box", help="West,south,east,north in degrees: 6,45,11,48.")]
Actor = Annotated[str | None, typer.Option("--actor", help="Words of an actor's name.")]
Kind = Annotated[str | None, typer.Option("--type", help="Type of the event.")]
Measure = Annotated[
    Literal["killed", "injured", "captured"], typer.Option("--measure", help="What the next three are about.")
]
AtLeast = Annotated[int | None, typer.Option("--at-least", help="Of the best number.", min=0)]
AtMost = Annotated[int | None, typer.Option("--at-most", help="Of the best number.", min=0)]
Agreed = Annotated[Agreement | None, typer.Option("--agreement", help="How far voices agree.")]
Outlet = Annotated[str | None, typer.Option("--outlet", help="The name of one who published.")]
Open = Annotated[
    Literal["claim", "contested"] | None,
    typer.Option("--open", help="With a claim to be looked at: behind a figure, or against."),
]


def export(  # noqa: PLR0913 - one parameter an option; the command line names them
    target: Target,
    *,
    out: Out = Path("out"),
    store: Store = None,
    as_of: AsOf = None,
    rule: Rule = None,
    words: Words = "",
    earliest: Earliest = None,
    latest: Latest = None,
    place: Place = None,
    box: Box = None,
    actor: Actor = None,
    kind: Kind = None,
    measure: Measure = "killed",
    at_least: AtLeast = None,
    at_most: AtMost = None,
    agreement: Agreed = None,
    outlet: Outlet = None,
    is_open: Open = None,
) -> None:
    """Write a ledger's files again, its figures under the rule named; no report is read again.

    With filters the events that match, with their reports: the filters of the list of events on the web.
    """
    asked = Query(
        words=words,
        earliest=earliest,
        latest=latest,
        place=place,
        box=None if box is None else box_of(box),
        actor=actor,
        type=kind,
        measure=measure,
        at_least=at_least,
        at_most=at_most,
        agreement=agreement,
        outlet=outlet,
        open=is_open,
        rule=rule,
    )
    ledger = _opened(target, out, store, as_of)
    if asked == Query(measure=measure, rule=rule):
        page = (ledger.under(rule) if rule is not None else ledger).write(target)
        shown([f"Page to open: {page}"])
        return
    found = api.Ledger(_narrowed(ledger, asked))
    shown([f"Events that match: {len(found.events):,}", f"Page to open: {found.write(target)}"])


def _narrowed(ledger: api.Ledger, asked: Query) -> Holdings:
    if ledger.store is None:
        return narrowed_in(ledger.holdings, asked)
    return door(ledger.store).narrowed(ledger.store, asked, ledger.as_of)


def _opened(target: Path, out: Path, store: str | None, as_of: str | None) -> api.Ledger:
    if store is not None:
        return api.Ledger.open(store, as_of)
    if as_of is not None:
        raise UsageError("Only a kept ledger has a past: name it with --store.")
    if target.resolve() == out.resolve():
        raise UsageError(f"{target} holds the ledger itself; name another folder to write to.")
    return api.Ledger.read(out)

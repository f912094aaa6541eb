"""``twosource search``: reports and events of a kept ledger by their words."""

from typing import Annotated

import typer

from twosource import api
from twosource.cli.ledger import Store, shown

Words = Annotated[str, typer.Argument(help="Words that all must stand there; longer words that begin so count.")]


def search(words: Words, *, store: Store) -> None:
    """List the events and reports of a kept ledger that have all the words."""
    ledger = api.Ledger.open(store)
    reports, events = ledger.search(words)
    shown(
        [
            *(f"{event.id}  {event.title}" for event in ledger.events if event.id in events),
            *(f"{one.id}  {one.title or 'without title'}" for one in ledger.articles if one.id in reports),
        ]
        or [f"Nothing has the words {words!r}."]
    )

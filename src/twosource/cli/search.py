"""``twosource search``: reports and events of a kept ledger by their words."""

from collections.abc import Iterator
from typing import Annotated

import typer

from twosource import api
from twosource.cli.ledger import Store, shown
from twosource.model import EventEntry, Query, ReportEntry
from twosource.model.query import ShelfName

Words = Annotated[str, typer.Argument(help="Words that all must stand there; longer words that begin so count.")]

SHELVES: tuple[ShelfName, ...] = ("events", "reports")
AT_ONCE = 500


def search(words: Words, *, store: Store) -> None:
    """List the events and reports of a kept ledger that have all the words."""
    ledger = api.Ledger.open(store)
    shown(
        [f"{one.id}  {one.title or 'without title'}" for shelf in SHELVES for one in _all(ledger, words, shelf)]
        or [f"Nothing has the words {words!r}."]
    )


def _all(ledger: api.Ledger, words: str, shelf: ShelfName) -> Iterator[EventEntry | ReportEntry]:
    cursor: str | None = None
    while True:
        found = ledger.find(Query(shelf=shelf, words=words, limit=AT_ONCE, cursor=cursor))
        yield from (one for one in found.entries if isinstance(one, EventEntry | ReportEntry))
        cursor = found.cursor
        if cursor is None:
            return

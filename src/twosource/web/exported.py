"""A query in, what the events that it finds hold out, under the rule asked for: what is exported."""

from collections.abc import Iterator
from dataclasses import replace

from twosource.api import Ledger
from twosource.errors import UsageError
from twosource.model import Holdings, Query
from twosource.publish.together import together

MOST = 1_000  # events: some 50 MB of tables and a page that browsers still open
AT_ONCE = 200


def held(ledger: Ledger, query: Query) -> Holdings:
    """Return what all events that match hold, in the order asked for, with their reports.

    Raises:
        UsageError: more events match than one file holds, or the query cannot be read.
    """
    parts = [ledger.only(event).holdings for event in _events(ledger, query)]
    whole = together(parts, parts[0].rule if parts else ledger.rule)
    return whole if query.rule is None else Ledger(whole).under(query.rule).holdings


def _events(ledger: Ledger, query: Query) -> Iterator[str]:
    asked_next: Query | None = replace(query, limit=AT_ONCE, cursor=None)
    while asked_next is not None:
        found = ledger.find(asked_next)
        if found.total > MOST:
            raise UsageError(
                f"{found.total:,} events match; one export holds {MOST:,}. Narrow the filters, or write the whole"
                " ledger on the command line: twosource export DIR --store LEDGER."
            )
        yield from (entry.id for entry in found.entries)
        asked_next = replace(asked_next, cursor=found.cursor) if found.cursor else None

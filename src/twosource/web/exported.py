"""A query in, what the events that it finds hold out, under the rule asked for: what is exported."""

from dataclasses import replace

from twosource.api import Ledger
from twosource.door import door
from twosource.errors import UsageError
from twosource.model import Holdings, Query

MOST = 1_000  # events: some 50 MB of tables and a page that browsers still open


def held(ledger: Ledger, query: Query) -> Holdings:
    """Return what all events that match hold, in the order asked for, with their reports.

    Raises:
        UsageError: more events match than one file holds, or the query cannot be read.
    """
    store = ledger.store or ""
    total = ledger.find(replace(query, limit=1, cursor=None)).total
    if total > MOST:
        raise UsageError(
            f"{total:,} events match; one export holds {MOST:,}. Narrow the filters, or write them on the command line,"
            " which has the same filters: twosource export DIR --store LEDGER."
        )
    return door(store).narrowed(store, query, ledger.as_of)

"""A query in, the page of a ledger's shelf that answers it out; an id in, the part of the ledger about it out."""

from collections.abc import Iterator

from twosource import pipeline, review
from twosource.keeping.entry import event_entry, report_entries, source_entries
from twosource.keeping.hold import kept
from twosource.keeping.part import part_of
from twosource.keeping.plain import Line, found, line
from twosource.model import Found, Holdings, Query
from twosource.publish.outlet import outlet_name


def find(where: str, query: Query, as_of: str | None = None) -> Found:
    """Return the page that answers a query, now or at a past time (ISO 8601 with zone).

    Raises:
        UsageError: no such ledger, or a query that cannot be read.
        StoreError: the store cannot be opened or read.
    """
    return find_in(kept(where, as_of), query)


def only(where: str, wanted: str, as_of: str | None = None) -> Holdings:
    """Return the part of a ledger about one event or report (its id), now or at a past time.

    Raises:
        UsageError: no such ledger, event or report.
        StoreError: the store cannot be opened or read.
    """
    return part_of(kept(where, as_of), wanted)


def find_in(holdings: Holdings, query: Query) -> Found:
    """Return the page of some holdings that answers a query.

    Raises:
        UsageError: a query that cannot be read.
    """
    chosen = holdings if query.rule in {None, holdings.rule} else pipeline.reconciled(holdings, str(query.rule))
    return found(_lines(chosen, query), query)


def _lines(holdings: Holdings, query: Query) -> Iterator[Line]:
    if query.shelf == "events":
        outlets = {article.id: outlet_name(article) for article in holdings.articles}
        doubts = _doubts(holdings)
        yield from (line(event_entry(event, outlets, doubts.get(event.id, 0.0))) for event in holdings.events)
    elif query.shelf == "reports":
        texts = {article.id: article.text for article in holdings.articles}
        yield from (line(one, texts[one.id]) for one in report_entries(holdings))
    elif query.shelf == "sources":
        yield from (line(one) for one in source_entries(holdings))
    else:
        yield from (line(one) for one in holdings.rejects)


def _doubts(holdings: Holdings) -> dict[str, float]:
    """Of each event, how many people the decision on a claim is expected to move that would move most."""
    claims = {claim.id: claim for claim in holdings.claims}
    figures = pipeline.reconciler(claims, {one.id: one for one in holdings.articles}, holdings.copies)
    return {
        event.id: max((one.change or 0.0 for one in review.claim_doubts(event, claims, figures)), default=0.0)
        for event in holdings.events
    }

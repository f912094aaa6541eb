"""A query in, the page of a ledger's shelf that answers it out; an id in, the part of the ledger about it out."""

from contextlib import suppress
from dataclasses import asdict, replace

from twosource import store
from twosource.errors import StoreError
from twosource.keeping.hold import held
from twosource.keeping.only import only_of
from twosource.keeping.place import existing, shared
from twosource.keeping.shelve import bring_up, doubts_in, greatest, shelf_rows
from twosource.model import EventEntry, Found, Holdings, Query
from twosource.ontology.rule import rule_named
from twosource.store import Store


def find(where: str, query: Query, as_of: str | None = None) -> Found:
    """Return the page that answers a query, now or at a past time (ISO 8601 with zone).

    The first question to a ledger of an older program makes its shelves. Its past before that, or what cannot be
    written, is read whole.

    Raises:
        UsageError: no such ledger, or a query that cannot be read.
        StoreError: the store cannot be opened or read.
    """
    with shared(where) as opened:
        return found_of(opened, query, as_of)


def found_of(opened: Store, query: Query, as_of: str | None = None) -> Found:
    """Return the page of an open ledger that answers a query; see ``find``."""
    if query.rule is not None:
        rule_named(query.rule)
    found = opened.find(query, as_of)
    if found.total or query.shelf == "rejects" or opened.shelved(query.shelf, as_of):
        return found
    with opened.together():
        with suppress(StoreError):
            bring_up(opened)
        if opened.shelved(query.shelf, as_of):
            return opened.find(query, as_of)
        return find_in(held(opened, as_of), query)


def state(where: str) -> str:
    """Return what tells the present state of a ledger from every other: the chain after its last entry.

    Raises:
        UsageError: no such ledger.
        StoreError: the store cannot be opened or read.
    """
    with shared(where) as opened:
        return opened.state()


def ready(where: str) -> None:
    """Read what pages of a ledger that is kept open are found by, and let go of its connections: it may be forked then.

    Raises:
        UsageError: no such ledger.
        StoreError: the store cannot be opened or read.
    """
    with existing(where) as opened:
        opened.shelved("events")
    opened.rest()


def only(where: str, wanted: str, as_of: str | None = None) -> Holdings:
    """Return the part of a ledger about one event or report (its id), now or at a past time.

    Raises:
        UsageError: no such ledger, event or report.
        StoreError: the store cannot be opened or read.
    """
    with existing(where) as opened:
        return only_of(opened, wanted, as_of)


def find_in(holdings: Holdings, query: Query) -> Found:
    """Return the page of some holdings that answers a query.

    Raises:
        UsageError: a query that cannot be read.
    """
    rules = () if query.rule is None else (rule_named(query.rule).name,)
    is_weighed = query.sort == "doubt" or query.open is not None
    tables = {
        **shelf_rows(holdings, rules=rules, is_weighed=is_weighed),
        "rejects": [{"id": one.id, "record": asdict(one)} for one in holdings.rejects],
        store.READINGS: [
            {"id": f"{one.id} ", "record": {"article": {"title": one.title, "text": one.text, "outlet": one.outlet}}}
            for one in holdings.articles
        ],
    }
    kept = store.MemoryStore()
    kept.commit(tables, "2000-01-01T00:00:00Z", "runs")
    found = kept.find(query)
    return found if is_weighed else _weighed(found, holdings)


def _weighed(found: Found, holdings: Holdings) -> Found:
    """Tell the doubt in the events of the page alone."""
    shown = {one.id for one in found.entries}
    doubts = doubts_in(holdings, (event for event in holdings.events if event.id in shown))
    entries = (replace(e, doubt=greatest(doubts[e.id])) if isinstance(e, EventEntry) else e for e in found.entries)
    return replace(found, entries=tuple(entries))

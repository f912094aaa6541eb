"""A query in, what the events that it finds hold out, under the rule asked for: what is exported of a ledger."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from twosource import reckon, store
from twosource.keeping.find import find_in, found_of
from twosource.keeping.only import only_of
from twosource.keeping.part import part_about
from twosource.keeping.place import existing
from twosource.model import EventEntry, Found, Holdings, Query
from twosource.publish.together import together

DEFAULT = "default"  # the rule of a ledger that tells none
AT_ONCE = 200  # events of a page: what the interface for programs gives at most


def narrowed(where: str, query: Query, as_of: str | None = None) -> Holdings:
    """Return what a ledger holds, or held, about all events that match, in the order asked for; no more is read.

    Raises:
        UsageError: no such ledger, or a query that cannot be read.
        StoreError: the store cannot be opened or read.
    """
    with existing(where) as opened:
        return narrowed_by(
            lambda asked: found_of(opened, asked, as_of),
            lambda event: only_of(opened, event, as_of),
            query,
            store.rule_at(opened, as_of),
        )


def narrowed_by(
    find: Callable[[Query], Found], only: Callable[[str], Holdings], query: Query, rule: str = DEFAULT
) -> Holdings:
    """Return the same of a ledger under a rule that ``find`` gives pages of, and ``only`` the part about an event of.

    Raises:
        UsageError, StoreError: as these do.
    """
    parts = [only(event) for event in _matching(find, query)]
    return _under(together(parts, parts[0].rule if parts else rule), query.rule)


def narrowed_in(holdings: Holdings, query: Query) -> Holdings:
    """Return what some holdings hold about all events that match, in the order asked for.

    Raises:
        UsageError: a query that cannot be read.
    """
    found = part_about(holdings, _matching(lambda asked: find_in(holdings, asked), query))
    return _under(found, query.rule)


def _matching(find: Callable[[Query], Found], query: Query) -> Iterator[str]:
    asked: Query | None = replace(query, shelf="events", limit=AT_ONCE, cursor=None)
    while asked is not None:
        found = find(asked)
        yield from (one.id for one in found.entries if isinstance(one, EventEntry))
        asked = replace(asked, cursor=found.cursor) if found.cursor else None


def _under(holdings: Holdings, rule: str | None) -> Holdings:
    return holdings if rule is None else reckon.reconciled(holdings, rule)

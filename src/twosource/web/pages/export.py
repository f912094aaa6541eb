"""``/export`` and ``/export/ledger.zip``: the events that a query finds, as files, under a rule told in them."""

from collections.abc import Iterator
from dataclasses import replace

from starlette.requests import Request
from starlette.responses import Response, StreamingResponse

from twosource.api import Ledger, rules
from twosource.errors import UsageError
from twosource.model import Holdings, Query
from twosource.publish.bundle import bundle
from twosource.publish.together import together
from twosource.web.asking import asked, query_of
from twosource.web.desk import ledger_of, moment_of
from twosource.web.render import page
from twosource.web.routes import Routes
from twosource.web.views.event_list import filters_told
from twosource.web.ways import way

router = Routes()
MOST = 1_000  # events: some 50 MB of tables and a page that browsers still open
AT_ONCE = 200
NAME = "twosource-ledger.zip"


@router.get("/export")
def export(request: Request) -> Response:
    """Return the page that says what will be exported, and lets a rule be chosen."""
    query = query_of(request)
    found = ledger_of(request).find(replace(query, cursor=None, limit=1))
    told = {name: value for name, value in asked(query).items() if name not in {"cursor", "rule"}}
    shown = {
        "query": query,
        "told": told,
        "filters": tuple(told.items()),
        "narrowings": filters_told(query),
        "total": found.total,
        "most": MOST,
        "rules": rules(),
        "back": way("/events", asked(query), moment_of(request)),
    }
    return page(request, "export.html.j2", shown)


@router.get("/export/ledger.zip")
def ledger_zip(request: Request) -> Response:
    """Return the archive, piece by piece.

    Raises:
        UsageError: more events match than one archive holds, or the query cannot be read.
    """
    query = replace(query_of(request), cursor=None)
    ledger = ledger_of(request)
    held = _held(ledger, query)
    lines = _asked_lines(query, moment_of(request))
    headers = {"Content-Disposition": f'attachment; filename="{NAME}"', "X-Content-Type-Options": "nosniff"}
    return StreamingResponse(bundle(held, lines), media_type="application/zip", headers=headers)


def _held(ledger: Ledger, query: Query) -> Holdings:
    events = tuple(_events(ledger, query))
    parts = [ledger.only(event).holdings for event in events]
    whole = together(parts, parts[0].rule if parts else ledger.rule)
    return whole if query.rule is None else Ledger(whole).under(query.rule).holdings


def _events(ledger: Ledger, query: Query) -> Iterator[str]:
    """Yield the ids of all events that match, in the order asked for."""
    asked_next: Query | None = replace(query, limit=AT_ONCE)
    while asked_next is not None:
        found = ledger.find(asked_next)
        if found.total > MOST:
            raise UsageError(
                f"{found.total:,} events match; one archive holds {MOST:,}. Narrow the filters, or write the whole"
                " ledger on the command line: twosource export DIR --store LEDGER."
            )
        yield from (entry.id for entry in found.entries)
        asked_next = replace(asked_next, cursor=found.cursor) if found.cursor else None


def _asked_lines(query: Query, as_of: str | None) -> Iterator[str]:
    told = [f"{name} {value}" for name, value in asked(query).items() if name not in {"cursor", "rule"}]
    yield f"Events asked for: {', '.join(told) if told else 'all'}."
    if as_of:
        yield f"As the ledger was at: {as_of}."

"""``/sources``: outlets, agencies and speakers, with what stands on each, and who copies whom."""

from collections.abc import Iterator
from dataclasses import replace

from starlette.requests import Request
from starlette.responses import Response

from twosource.api import Ledger
from twosource.model import Query, SourceEntry
from twosource.web.asking import query_of
from twosource.web.desk import ledger_of, moment_of
from twosource.web.render import page
from twosource.web.routes import Routes
from twosource.web.views.source_page import KINDS, source_page

router = Routes()
AT_ONCE = 200
OUTLETS_ASKED = 2_000  # those of the most reports; what the drawing shows of them is far less


@router.get("/sources")
def sources(request: Request) -> Response:
    """Return the sources of one kind, and the drawing of who copies whom."""
    asked = query_of(request, "sources")
    known = {key for key, _ in KINDS}
    query = replace(asked, sort="reports", type=asked.type if asked.type in known else KINDS[0][0])
    ledger = ledger_of(request)
    found = ledger.find(query)
    shown = source_page(query, found, _copiers(ledger), moment_of(request))
    return page(request, "sources.html.j2", {"query": query, "view": shown})


def _copiers(ledger: Ledger) -> Iterator[SourceEntry]:
    """Yield the outlets that copy from others."""
    query = Query(shelf="sources", type="outlet", sort="reports", limit=AT_ONCE)
    for _ in range(0, OUTLETS_ASKED, AT_ONCE):
        found = ledger.find(query)
        yield from (one for one in found.entries if isinstance(one, SourceEntry) and one.follows)
        if found.cursor is None:
            return
        query = replace(query, cursor=found.cursor)

"""``/events``: the events of the ledger, as they are asked for."""

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from twosource.api import rules
from twosource.model import Query
from twosource.web.asking import asked, query_of
from twosource.web.desk import ledger_of, moment_of
from twosource.web.render import page
from twosource.web.routes import Routes
from twosource.web.views.event_list import list_view
from twosource.web.ways import way

router = Routes()


@router.get("/")
def start(request: Request) -> Response:
    """Lead to the events."""
    return RedirectResponse(way("/events", None, moment_of(request)), 303)


@router.get("/events")
def events(request: Request) -> Response:
    """Return the list of events that match, with totals, time line and map of all that do."""
    query, as_of = query_of(request), moment_of(request)
    found = ledger_of(request).find(query)
    view = list_view(query, found, as_of)
    is_empty = found.total == 0 and not _narrows(query)
    shown = {"query": query, "view": view, "is_empty": is_empty, "rules": rules()}
    return page(request, "events.html.j2", shown)


def _narrows(query: Query) -> bool:
    return bool(set(asked(query)) - {"sort", "descending", "rule", "measure"})

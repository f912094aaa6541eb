"""``/rejects``: what could not be read, counted by reason, with what would do."""

from starlette.requests import Request
from starlette.responses import Response

from twosource.web.asking import query_of
from twosource.web.desk import ledger_of, moment_of
from twosource.web.render import page
from twosource.web.routes import Routes
from twosource.web.views.reject_list import reject_list

router = Routes()


@router.get("/rejects")
def rejects(request: Request) -> Response:
    """Return the rejects that match."""
    query = query_of(request, "rejects")
    found = ledger_of(request).find(query)
    return page(request, "rejects.html.j2", {"query": query, "view": reject_list(query, found, moment_of(request))})

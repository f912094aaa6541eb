"""``/rejects``: what could not be read, counted by reason, with what would do."""

from fastapi import APIRouter, Request
from fastapi.responses import Response

from twosource.web.asking import query_of
from twosource.web.desk import ledger_of, moment_of
from twosource.web.render import page
from twosource.web.views.reject_list import reject_list

router = APIRouter()


@router.get("/rejects", include_in_schema=False)
def rejects(request: Request) -> Response:
    """Return the rejects that match."""
    query = query_of(request, "rejects")
    found = ledger_of(request).find(query)
    return page(request, "rejects.html.j2", {"query": query, "view": reject_list(query, found, moment_of(request))})

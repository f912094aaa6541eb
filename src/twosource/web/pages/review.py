"""``/review``: what a person should decide next, first what would change most, with the forms to decide it there."""

from typing import Annotated

from starlette.requests import Request
from starlette.responses import Response

from twosource.upkeep import queued
from twosource.web.desk import desk_of, ledger_of, of_one_moment
from twosource.web.render import page
from twosource.web.routes import Number, Routes, Text
from twosource.web.views.queue_page import queue_page, some
from twosource.web.ways import way

router = Routes()
Start = Annotated[int, Number()]
Kind = Annotated[str, Text(longest=40)]


@router.get("/review")
@of_one_moment
def review(request: Request, kind: Kind = "", start: Start = 0) -> Response:
    """Return one page of the queue."""
    ledger = ledger_of(request)
    found = queued(desk_of(request).store, kind or None, some(start), ledger.as_of)
    shown = queue_page(ledger, found, kind, start)
    back = way("/review", {"kind": kind, "start": start or None})
    return page(request, "queue.html.j2", {"one": shown, "kind": kind, "back": back})

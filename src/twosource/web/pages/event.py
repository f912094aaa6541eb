"""``/events/ID`` and ``/events/ID/figures/FIGURE``: one event, and one of its figures traced to its words."""

import re

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from twosource import upkeep
from twosource.api import Ledger, rules
from twosource.errors import UsageError
from twosource.web.desk import desk_of, ledger_of, moment_of, of_one_moment
from twosource.web.render import page
from twosource.web.routes import Routes
from twosource.web.views.event_page import event_page
from twosource.web.views.figure_page import figure_page
from twosource.web.ways import way

router = Routes()
BECAME = re.compile(r"became the event (e-[0-9a-f]+)")


@router.get("/events/{event}")
@of_one_moment
def one_event(request: Request, event: str) -> Response:
    """Return the page of one event; one that was merged leads to the event that it is now."""
    as_of = moment_of(request)
    try:
        ledger = ledger_of(request).only(event)
    except UsageError as error:
        if found := BECAME.search(str(error)):
            return RedirectResponse(way(f"/events/{found[1]}", {"merged": event}, as_of), 303)
        raise HTTPException(404, str(error)) from error
    told = upkeep.growth(desk_of(request).store, ledger.events[0])
    shown = {"one": event_page(ledger, told, as_of), "rules": rules(), "merged": request.query_params.get("merged", "")}
    return page(request, "one_event.html.j2", shown)


@router.get("/events/{event}/figures/{figure}")
@of_one_moment
def one_figure(request: Request, event: str, figure: str) -> Response:
    """Return a figure with the claims behind it, each traced to its words, report, address and hash."""
    ledger = event_ledger(request, event)
    try:
        found = figure_page(ledger, figure, moment_of(request))
    except UsageError as error:
        raise HTTPException(404, str(error)) from error
    return page(request, "one_figure.html.j2", {"one": found, "event": ledger.events[0]})


def event_ledger(request: Request, event: str) -> Ledger:
    """Return the small ledger about one event.

    Raises:
        HTTPException: there is none (404).
    """
    try:
        return ledger_of(request).only(event)
    except UsageError as error:
        raise HTTPException(404, str(error)) from error

"""``/events``: the events of the ledger."""

from fastapi import APIRouter, Request
from fastapi.responses import RedirectResponse, Response

from twosource.publish.shelf import shelf
from twosource.publish.view_event import event_view
from twosource.web.desk import ledger_of, moment_of
from twosource.web.render import page
from twosource.web.ways import led_to_pages, way

router = APIRouter()


@router.get("/", include_in_schema=False)
def start(request: Request) -> Response:
    """Lead to the events."""
    return RedirectResponse(way("/events", None, moment_of(request)), 303)


@router.get("/events", include_in_schema=False)
def events(request: Request) -> Response:
    """Return the list of events."""
    held = shelf(ledger_of(request).holdings)
    views = tuple(event_view(event, held) for event in held.events)
    return page(request, "events.html.j2", {"events": led_to_pages(views, moment_of(request))})

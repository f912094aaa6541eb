"""``/events/ID/merge`` and ``/events/ID/split``: which reports tell of one event, said by a person."""

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from twosource.errors import UsageError
from twosource.keeping import Draft
from twosource.model import Event, EventEntry, Found, Query
from twosource.web.desk import ledger_of, moment_of, of_one_moment
from twosource.web.judging import decide, who_of
from twosource.web.pages.event import event_ledger
from twosource.web.render import page
from twosource.web.routes import Routes
from twosource.web.views.joining import apart, near, rows_of, stories

router = Routes()
SHOWN = 20


@router.get("/events/{event}/merge")
@of_one_moment
def merge(request: Request, event: str) -> Response:
    """Return the search for the event that this one is the same as: those near in time, or those with the words."""
    one = event_ledger(request, event).events[0]
    words = request.query_params.get("words", "").strip()
    ledger = ledger_of(request)
    asked = Query(words=words, limit=SHOWN) if words else near(one, SHOWN)
    others = _others(ledger.find(asked), one) or (() if words else _others(ledger.find(Query(limit=SHOWN)), one))
    shown = {"event": one, "words": words, "rows": rows_of(others), "as_of": moment_of(request)}
    return page(request, "merge.html.j2", shown)


def _others(found: Found, one: Event) -> tuple[EventEntry, ...]:
    return tuple(entry for entry in found.entries if isinstance(entry, EventEntry) and entry.id != one.id)


@router.get("/events/{event}/split")
def split(request: Request, event: str) -> Response:
    """Return the reports and claims of an event, to choose those that tell of another one."""
    ledger = event_ledger(request, event)
    return page(request, "split.html.j2", {"event": ledger.events[0], "stories": stories(ledger)})


@router.post("/events/{event}/split")
async def record_split(request: Request, event: str) -> Response:
    """Record that the chosen reports and claims tell of another event than the rest."""
    async with request.form(max_files=0, max_fields=5000) as form:
        chosen = frozenset(one for one in form.getlist("chosen") if isinstance(one, str))
        who, why = who_of(request, form), str(form.get("why", "")).strip()
    return await run_in_threadpool(_split, request, event, chosen, (who, why))


def _split(request: Request, event: str, chosen: frozenset[str], told: tuple[str, str]) -> Response:
    subjects, against = apart(event_ledger(request, event), chosen)
    if not subjects or not against:
        raise UsageError("Choose at least one report or claim that is not this event, and leave at least one.")
    draft = Draft(verb="not_same_event", subjects=subjects, against=against, who=told[0], why=told[1])
    return decide(request, draft, f"/events/{event}#decisions")

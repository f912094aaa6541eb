"""``/decisions``: every decision with how it stands; forms of all pages record theirs here."""

from fastapi import APIRouter, Request
from fastapi.responses import Response
from starlette.concurrency import run_in_threadpool

from twosource.upkeep import judgements
from twosource.web.desk import desk_of, ledger_of
from twosource.web.judging import decide, draft_of
from twosource.web.render import page
from twosource.web.views.judgement import judgement_views

router = APIRouter()


@router.get("/decisions", include_in_schema=False)
def decisions(request: Request) -> Response:
    """Return the list of all decisions, the latest first."""
    views = judgement_views(judgements(desk_of(request).store, ledger_of(request).as_of))
    wanted = request.query_params.get("status", "")
    counts: dict[str, int] = {}
    for one in views:
        counts[one.status] = counts.get(one.status, 0) + 1
    shown = tuple(one for one in views if wanted in {"", one.status})
    return page(request, "decisions.html.j2", {"judgements": shown, "counts": counts, "wanted": wanted})


@router.post("/decisions", include_in_schema=False)
async def record(request: Request) -> Response:
    """Record a decision and lead back to the page of its form."""
    async with request.form(max_files=0, max_fields=2000) as form:
        draft, told = draft_of(request, form), form.get("back", "")
    return await run_in_threadpool(decide, request, draft, told if isinstance(told, str) else "")

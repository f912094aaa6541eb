"""``/decisions``: every decision with how it stands; forms of all pages record theirs here."""

from collections import Counter
from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response
from starlette.concurrency import run_in_threadpool

from twosource.upkeep import judgements
from twosource.web.desk import desk_of, ledger_of
from twosource.web.judging import decide, draft_of
from twosource.web.render import page
from twosource.web.views.judgement import from_place, judgement_views, latest_first, page_with, pages_of
from twosource.web.ways import way

router = APIRouter()
Word = Annotated[str, Query(max_length=40)]
Start = Annotated[int, Query(ge=0, le=10_000_000)]


@router.get("/decisions", include_in_schema=False)
def decisions(request: Request, status: Word = "", start: Start = 0, at: Word = "") -> Response:
    """Return the list of decisions, the latest first, by the page: from a place in it, or the page with one."""
    as_of = ledger_of(request).as_of
    made = judgements(desk_of(request).store, as_of)
    wanted = [one for one in latest_first(made) if status in {"", one.status}]
    start = page_with(wanted, at) if at else start
    return page(
        request,
        "decisions.html.j2",
        {
            "judgements": judgement_views(from_place(wanted, start)),
            "counts": Counter(one.status for one in latest_first(made)),
            "wanted": status,
            "pages": pages_of(len(wanted), start, lambda to: way("/decisions", {"status": status, "start": to}, as_of)),
            "here": way("/decisions", {"status": status, "start": start or None}),
        },
    )


@router.post("/decisions", include_in_schema=False)
async def record(request: Request) -> Response:
    """Record a decision and lead back to the page of its form."""
    async with request.form(max_files=0, max_fields=2000) as form:
        draft, told = draft_of(request, form), form.get("back", "")
    return await run_in_threadpool(decide, request, draft, told if isinstance(told, str) else "")

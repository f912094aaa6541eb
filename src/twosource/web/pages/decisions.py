"""``/decisions``: every decision with how it stands; forms of all pages record theirs here."""

from collections import Counter
from typing import Annotated

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from twosource.upkeep import called, judgements
from twosource.web.desk import desk_of, ledger_of, of_one_moment
from twosource.web.judging import decide, draft_of
from twosource.web.render import page
from twosource.web.routes import Number, Routes, Text
from twosource.web.views.judgement import from_place, judgement_views, latest_first, page_with, pages_of, reports_meant
from twosource.web.ways import way

router = Routes()
Word = Annotated[str, Text(longest=40)]
Start = Annotated[int, Number()]


@router.get("/decisions")
@of_one_moment
def decisions(request: Request, status: Word = "", start: Start = 0, at: Word = "") -> Response:
    """Return the list of decisions, the latest first, by the page: from a place in it, or the page with one."""
    ledger = ledger_of(request)
    as_of = ledger.as_of
    made = judgements(desk_of(request).store, as_of)
    wanted = [one for one in latest_first(made) if status in {"", one.status}]
    start = page_with(wanted, at) if at else start
    shown = from_place(wanted, start)
    return page(
        request,
        "decisions.html.j2",
        {
            "judgements": judgement_views(shown, called(desk_of(request).store, reports_meant(shown))),
            "counts": Counter(one.status for one in latest_first(made)),
            "wanted": status,
            "pages": pages_of(len(wanted), start, lambda to: way("/decisions", {"status": status, "start": to}, as_of)),
            "here": way("/decisions", {"status": status, "start": start or None}),
        },
    )


@router.post("/decisions")
async def record(request: Request) -> Response:
    """Record a decision and lead back to the page of its form."""
    async with request.form(max_files=0, max_fields=2000) as form:
        draft, told = draft_of(request, form), form.get("back", "")
    return await run_in_threadpool(decide, request, draft, told if isinstance(told, str) else "")

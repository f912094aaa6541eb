"""``/decisions``: every decision with how it stands; forms of all pages record theirs here."""

from collections import Counter
from collections.abc import Sequence
from contextlib import suppress
from typing import Annotated

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from twosource.api import Ledger
from twosource.errors import UsageError
from twosource.model import Judgement
from twosource.upkeep import judgements
from twosource.web.desk import desk_of, ledger_of
from twosource.web.judging import decide, draft_of
from twosource.web.render import page
from twosource.web.routes import Number, Routes, Text
from twosource.web.views.judgement import from_place, judgement_views, latest_first, page_with, pages_of, reports_meant
from twosource.web.views.report_page import report_name
from twosource.web.ways import way

router = Routes()
Word = Annotated[str, Text(longest=40)]
NAMED = 12  # reports looked up for their titles; each costs some milliseconds
Start = Annotated[int, Number()]


@router.get("/decisions")
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
            "judgements": judgement_views(shown, _titles(ledger, shown)),
            "counts": Counter(one.status for one in latest_first(made)),
            "wanted": status,
            "pages": pages_of(len(wanted), start, lambda to: way("/decisions", {"status": status, "start": to}, as_of)),
            "here": way("/decisions", {"status": status, "start": start or None}),
        },
    )


def _titles(ledger: Ledger, shown: Sequence[Judgement]) -> dict[str, str]:
    """Return what the first reports that decisions are about are called; a report of a later run has none here."""
    titles: dict[str, str] = {}
    for report in reports_meant(shown)[:NAMED]:
        with suppress(UsageError):
            titles |= {one.id: report_name(one) for one in ledger.only(report).articles if one.id == report}
    return titles


@router.post("/decisions")
async def record(request: Request) -> Response:
    """Record a decision and lead back to the page of its form."""
    async with request.form(max_files=0, max_fields=2000) as form:
        draft, told = draft_of(request, form), form.get("back", "")
    return await run_in_threadpool(decide, request, draft, told if isinstance(told, str) else "")

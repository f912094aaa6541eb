"""``/reports``, ``/reports/ID`` and ``/reports/ID/original``: reports as found, as read, and as received."""

from typing import Annotated

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from twosource import api
from twosource.api import Ledger
from twosource.errors import UsageError
from twosource.model import Article
from twosource.web.asking import query_of
from twosource.web.desk import desk_of, ledger_of, moment_of, of_one_moment
from twosource.web.render import page
from twosource.web.routes import Routes, Text
from twosource.web.views.report_list import report_list
from twosource.web.views.report_page import report_page

router = Routes()
ReportId = Annotated[str, Text(pattern=r"r-[0-9a-f]{1,64}")]
SAVED = frozenset({"1", "true", "yes", "on"})
EVENTS_ASKED = 3  # of a report that tells of many; reports to compare it with are named from these


@router.get("/reports")
def reports(request: Request) -> Response:
    """Return the list of reports that match."""
    query = query_of(request, "reports")
    found = ledger_of(request).find(query)
    return page(request, "report_list.html.j2", {"query": query, "view": report_list(query, found, moment_of(request))})


@router.get("/reports/{report}")
@of_one_moment
def one_report(request: Request, report: ReportId) -> Response:
    """Return one report with its claims in its text."""
    ledger = ledger_of(request)
    part = part_of(ledger, report)
    shown = report_page(part, report, companions(ledger, part), moment_of(request))
    return page(request, "one_report.html.j2", {"one": shown})


@router.get("/reports/{report}/original")
def original(request: Request, report: ReportId, save: str = "") -> Response:
    """Return the bytes of a report as received, as plain text that no browser renders or runs."""
    part_of(ledger_of(request), report)
    found = api.original(desk_of(request).store, report)
    headers = {
        "X-Content-Type-Options": "nosniff",
        "Content-Disposition": f'{"attachment" if save.lower() in SAVED else "inline"}; filename="{report}.txt"',
    }
    return Response(found.content, media_type=f"text/plain; charset={found.charset}", headers=headers)


def part_of(ledger: Ledger, report: str) -> Ledger:
    """Return the small ledger about one report.

    Raises:
        HTTPException: there is none (404).
    """
    try:
        return ledger.only(report)
    except UsageError as error:
        raise HTTPException(404, str(error)) from error


def companions(ledger: Ledger, part: Ledger) -> tuple[Article, ...]:
    """Return the reports of the events that a small ledger is about."""
    return tuple(article for event in part.events[:EVENTS_ASKED] for article in ledger.only(event.id).articles)

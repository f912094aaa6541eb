"""``/compare``: two reports side by side, or the choice of two."""

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from twosource.api import Ledger
from twosource.errors import UsageError
from twosource.model import Article
from twosource.publish.together import together
from twosource.web.desk import ledger_of, moment_of, of_one_moment
from twosource.web.pages.reports import companions, part_of
from twosource.web.render import page
from twosource.web.routes import Routes
from twosource.web.views.compare_page import compare_page
from twosource.web.views.report_page import report_name

router = Routes()


@router.get("/compare")
@of_one_moment
def compare(request: Request, a: str = "", b: str = "", event: str = "") -> Response:
    """Return reports ``a`` and ``b`` side by side; without both, the reports they can be chosen from."""
    ledger = ledger_of(request)
    choices = _choices(ledger, [one for one in (a, b) if one], event)
    if not (a and b) or a == b:
        return page(request, "compare_choice.html.j2", {"choices": choices, "a": a or b, "event": event})
    parts = part_of(ledger, a), part_of(ledger, b)
    held = together((part.holdings for part in parts), parts[0].rule)
    articles = {one.id: one for one in held.articles}
    shown = compare_page(articles[a], articles[b], held, moment_of(request))
    return page(request, "compare.html.j2", {"one": shown, "choices": choices})


def _choices(ledger: Ledger, reports: list[str], event: str) -> tuple[tuple[str, str], ...]:
    """Return the reports that can be compared: of the event, or of the events the reports tell of."""
    near: dict[str, Article] = {}
    for report in reports:
        part = part_of(ledger, report)
        near |= {one.id: one for one in (*part.articles, *companions(ledger, part))}
    if event:
        near |= {one.id: one for one in _of_event(ledger, event)}
    return tuple((one.id, report_name(one)) for one in near.values())


def _of_event(ledger: Ledger, event: str) -> tuple[Article, ...]:
    try:
        return ledger.only(event).articles
    except UsageError as error:
        raise HTTPException(404, str(error)) from error

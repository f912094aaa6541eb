"""A template and what it shows in, an HTML answer out; every text is escaped by the templates."""

from collections.abc import Mapping
from functools import cache
from html import unescape
from importlib.metadata import version

from jinja2 import ChoiceLoader, Environment, PackageLoader, StrictUndefined
from starlette.requests import Request
from starlette.responses import HTMLResponse

from twosource.errors import UsageError
from twosource.publish.whole import scrubbed
from twosource.web.desk import csrf_field, desk_of, moment_of, person_of
from twosource.web.ways import way

SECTIONS = (
    ("/events", "Events"),
    ("/reports", "Reports"),
    ("/review", "Review"),
    ("/decisions", "Decisions"),
    ("/sources", "Sources"),
    ("/rejects", "Rejects"),
    ("/jobs", "Jobs"),
)


@cache
def templates() -> Environment:
    """Return the templates of the web, and behind them the drawings and small parts of the one-file page."""
    made = Environment(
        loader=ChoiceLoader([PackageLoader("twosource.web"), PackageLoader("twosource.publish")]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    made.globals.update(sections=SECTIONS, version=version("twosource"))
    return made


def page(request: Request, template: str, shown: Mapping[str, object], status: int = 200) -> HTMLResponse:
    """Return a page; a template has besides ``shown`` the person, the moment, ``way`` and ``csrf_field``."""
    as_of = _moment_told(request)

    def carried(path: str, query: Mapping[str, object] | None = None, anchor: str = "") -> str:
        return way(path, query, as_of, anchor)

    told = {
        "request": request,
        "person": person_of(request),
        "as_of": as_of,
        "way": carried,
        "csrf_field": csrf_field,
        "ledger_name": _name(desk_of(request).store),
        "here": request.url.path,
        "accounts": desk_of(request).accounts,
        "recorded": desk_of(request).jobs.get(request.query_params.get("recorded", "")),
        "who_told": unescape(request.cookies.get("who", "")),
        **shown,
    }
    return HTMLResponse(_encoded(templates().get_template(template).render(told)), status)


def _encoded(text: str) -> bytes:
    """Return a page as UTF-8; half a surrogate pair, which is rare and takes 1 ms to look for, becomes U+FFFD."""
    try:
        return text.encode("utf-8")
    except UnicodeEncodeError:
        return scrubbed(text).encode("utf-8")


def _moment_told(request: Request) -> str | None:
    """The moment that is looked at, as it was told; none where it cannot be read, which the page then says."""
    try:
        return request.query_params.get("as_of", "").strip() if moment_of(request) is not None else None
    except UsageError:
        return None


def _name(store: str) -> str:
    """Return the file or database alone: an address may hold a password."""
    return store.partition("?")[0].rstrip("/").rpartition("/")[2] or "ledger"

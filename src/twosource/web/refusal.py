"""Errors in, pages that say what was asked, what was found and what would do out."""

from http import HTTPStatus

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from twosource.errors import TwosourceError
from twosource.log import logger
from twosource.web.guard.headers import ALWAYS
from twosource.web.http.problem import is_for_programs, problem
from twosource.web.render import page
from twosource.web.ways import own_path
from twosource.web.why import LOUD, why

TITLES = {
    400: "That cannot be asked so",
    401: "Log in first",
    403: "That was refused",
    404: "Nothing is here",
    405: "That cannot be done here",
    408: "That took too long",
    413: "That is too large",
    414: "That address is too long",
    415: "That cannot be read here",
    422: "That cannot be asked so",
    429: "Wait a little",
    500: "Something went wrong here",
    503: "The ledger cannot be read now",
}
NOT_FOUND = 404
FORBIDDEN = 403  # a form that was refused for its age is to be loaded anew
THEN = "Nothing was held then"
BROKEN = "An error in the program stopped this; the server's own output tells where. Nothing was changed."
PLAIN = {
    404: "Nothing is kept at {path}. It may have been merged into another event, or the address was cut short.",
    405: "A form is sent to {path}; there is nothing to look at.",
}


def answer_errors(app: Starlette) -> None:
    """Let every error that is raised on purpose end in a page of its own."""
    app.add_exception_handler(TwosourceError, _refused)
    app.add_exception_handler(HTTPException, _not_here)
    app.add_exception_handler(Exception, _broken)


def _refused(request: Request, error: Exception) -> Response:
    return _broken(request, error) if not isinstance(error, TwosourceError) else refused_for(request, error)


def refused_for(request: Request, error: TwosourceError) -> Response:
    """Return the page of an error that was raised on purpose; who keeps the server is told the whole of it."""
    told = why(error)
    if told.status >= LOUD:
        logger.warning("%s %s: %s", request.method, request.url.path, error)
    answer = refusal_page(request, told.status, told.told)
    answer.headers.update(told.headers)
    return answer


def _not_here(request: Request, error: Exception) -> Response:
    status = error.status_code if isinstance(error, HTTPException) else 500
    told = error.detail if isinstance(error, HTTPException) else ""
    is_plain = not told or told == HTTPStatus(status).phrase
    return refusal_page(request, status, PLAIN.get(status, told).format(path=request.url.path) if is_plain else told)


def _broken(request: Request, _error: Exception) -> Response:
    """Return the page of a fault of ours, which is made outside of every guard and takes its headers itself."""
    answer = refusal_page(request, 500, BROKEN)
    answer.headers.update(ALWAYS)
    return answer


def refusal_page(request: Request, status: int, told: str) -> Response:
    """Return a page that says why not; a problem where a program asks."""
    if is_for_programs(request.url.path):
        return problem(request.url.path, status, told)
    is_past = status == NOT_FOUND and "as_of" in request.query_params
    title = THEN if is_past else TITLES.get(status, HTTPStatus(status).phrase)
    is_form = request.method == "POST" and status != FORBIDDEN
    again = own_path(f"{request.url.path}{f'?{request.url.query}' if request.url.query else ''}")
    shown = {"title": title, "told": told, "status": status, "is_past": is_past, "is_form": is_form}
    shown["again"] = "/events" if request.method == "POST" else again
    return page(request, "error.html.j2", shown, status)

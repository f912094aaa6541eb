"""A request and why it is refused in, the refusal out: a page for people, a problem (RFC 9457) for programs."""

from collections.abc import Mapping
from http import HTTPStatus

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.types import Scope

from twosource.web.refusal import refusal_page

API = "/api"
PROBLEM = "application/problem+json"


def is_for_programs(path: str) -> bool:
    """Tell whether a path is of the HTTP interface."""
    return path == API or path.startswith(f"{API}/")


def refused(scope: Scope, status: int, told: str, headers: Mapping[str, str] | None = None) -> Response:
    """Return the refusal of a request."""
    if is_for_programs(scope["path"]):
        return problem(scope["path"], status, told, headers)
    answer = refusal_page(Request(scope), status, told)
    answer.headers.update(headers or {})
    return answer


def problem(path: str, status: int, told: str, headers: Mapping[str, str] | None = None) -> Response:
    """Return a problem in the form of RFC 9457."""
    content = {
        "type": "about:blank",
        "title": HTTPStatus(status).phrase,
        "status": status,
        "detail": told,
        "instance": path,
    }
    return JSONResponse(content, status, dict(headers or {}), media_type=PROBLEM)

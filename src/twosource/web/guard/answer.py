"""A request and why it is refused in, the refusal out: a page for people, a problem (RFC 9457) for programs."""

from collections.abc import Mapping

from starlette.requests import Request
from starlette.responses import Response
from starlette.types import Scope

from twosource.web.http.problem import is_for_programs, problem
from twosource.web.refusal import refusal_page


def refused(scope: Scope, status: int, told: str, headers: Mapping[str, str] | None = None) -> Response:
    """Return the refusal of a request."""
    if is_for_programs(scope["path"]):
        return problem(scope["path"], status, told, headers)
    answer = refusal_page(Request(scope), status, told)
    answer.headers.update(headers or {})
    return answer

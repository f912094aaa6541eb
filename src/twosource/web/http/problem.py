"""Why something is refused in, the answer for programs out: ``application/problem+json`` (RFC 9457)."""

from collections.abc import Mapping
from dataclasses import dataclass
from http import HTTPStatus

import msgspec
from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import Response

from twosource.errors import StoreError, TwosourceError
from twosource.publish.whole import scrubbed

API = "/api"
ADDRESS = f"{API}/v1"
PROBLEM = "application/problem+json"
BROKEN = "An error in the program stopped this; the server's own output tells where. Nothing was changed."


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """One field that cannot be read: where it is (``query.limit``), and why."""

    field: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """Why a request was refused; ``detail`` says what was asked, what was found and what would do."""

    type: str
    title: str
    status: int
    detail: str
    instance: str
    faults: tuple[Fault, ...] = ()


def is_for_programs(path: str) -> bool:
    """Tell whether a path is of the interface for programs."""
    return path == API or path.startswith(f"{API}/")


def problem(
    path: str, status: int, told: str, headers: Mapping[str, str] | None = None, faults: tuple[Fault, ...] = ()
) -> Response:
    """Return a refusal."""
    content = Problem(
        type="about:blank",
        title=HTTPStatus(status).phrase,
        status=status,
        detail=scrubbed(told),
        instance=scrubbed(path),
        faults=faults,
    )
    return Response(msgspec.json.encode(content), status, dict(headers or {}), media_type=PROBLEM)


def answer_with_problems(app: FastAPI) -> None:
    """Let every refusal and error of an application end in a problem."""
    app.add_exception_handler(TwosourceError, _refused)
    app.add_exception_handler(HTTPException, _not_so)
    app.add_exception_handler(RequestValidationError, _not_read)
    app.add_exception_handler(Exception, _broken)


def _refused(request: Request, error: Exception) -> Response:
    return problem(request.url.path, 503 if isinstance(error, StoreError) else 400, str(error))


def _not_so(request: Request, error: Exception) -> Response:
    if not isinstance(error, HTTPException):
        return _broken(request, error)
    return problem(request.url.path, error.status_code, error.detail, error.headers)


def _not_read(request: Request, error: Exception) -> Response:
    told = error.errors() if isinstance(error, RequestValidationError) else ()
    faults = tuple(Fault(field=scrubbed(".".join(map(str, one["loc"]))), reason=scrubbed(one["msg"])) for one in told)
    said = "; ".join(f"{one.field}: {one.reason}" for one in faults)
    return problem(request.url.path, 422, f"Cannot read {said}. See /api/v1/openapi.json.", faults=faults)


def _broken(request: Request, _error: Exception) -> Response:
    return problem(request.url.path, 500, BROKEN)

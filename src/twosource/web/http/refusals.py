"""Errors of the interface for programs in, problems that say what was asked and what would do out."""

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import Response

from twosource.errors import TwosourceError
from twosource.log import logger
from twosource.publish.whole import scrubbed
from twosource.web.http.problem import Fault, problem
from twosource.web.why import LOUD, why

BROKEN = "An error in the program stopped this; the server's own output tells where. Nothing was changed."


def answer_with_problems(app: FastAPI) -> None:
    """Let every refusal and error of an application end in a problem."""
    app.add_exception_handler(TwosourceError, _refused)
    app.add_exception_handler(HTTPException, _not_so)
    app.add_exception_handler(RequestValidationError, _not_read)
    app.add_exception_handler(Exception, _broken)


def _refused(request: Request, error: Exception) -> Response:
    if not isinstance(error, TwosourceError):
        return _broken(request, error)
    told = why(error)
    if told.status >= LOUD:
        logger.warning("%s %s: %s", request.method, request.url.path, error)
    return problem(request.url.path, told.status, told.told, told.headers)


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

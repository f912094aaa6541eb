"""A desk in, the interface for programs out, with the description of all it answers (OpenAPI 3.1)."""

from importlib.metadata import version
from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi
from pydantic import TypeAdapter
from starlette.responses import JSONResponse

from twosource.web.desk import Desk
from twosource.web.http import changing, export, looking
from twosource.web.http.problem import ADDRESS, PROBLEM, Problem
from twosource.web.http.refusals import answer_with_problems

TOLD = """The ledger for programs, in the rows and field names of the published tables.

`as_of` gives the ledger of a past moment. Lists come by the page: `next`, and the header `Link`, lead on. Answers carry
an `ETag`; send it back in `If-None-Match`. Refusals are problems (RFC 9457). Where the server keeps accounts, send
`Authorization: Bearer TOKEN` with a token made on the page `/account`."""
REFUSALS = {
    "400": "What is asked cannot be answered.",
    "401": "Nobody is logged in, and no token was sent.",
    "403": "The person may not do this.",
    "404": "Nothing is kept here.",
    "413": "What was sent is too long.",
    "415": "What was sent is no JSON.",
    "422": "A field cannot be read.",
    "503": "The ledger cannot be read or written now.",
}
BODY_ONLY = frozenset({"413", "415"})


def http_app(desk: Desk) -> FastAPI:
    """Return the interface for programs to one ledger, to be mounted at ``ADDRESS``."""
    app = FastAPI(docs_url=None, redoc_url=None, openapi_url=None, redirect_slashes=False)
    app.state.desk = desk
    for part in (looking, changing, export):
        app.include_router(part.router)
    answer_with_problems(app)
    app.add_api_route("/openapi.json", lambda: JSONResponse(description(app)), include_in_schema=False)
    return app


def description(app: FastAPI) -> dict[str, Any]:
    """Return the OpenAPI description, with the refusals of every address told as they come."""
    told = get_openapi(
        title="Twosource",
        version=version("twosource"),
        description=TOLD,
        routes=app.routes,
        servers=[{"url": ADDRESS}],
    )
    schemas = told["components"]["schemas"]
    schemas.update(_problem())
    for unused in ("HTTPValidationError", "ValidationError"):
        schemas.pop(unused, None)
    told["components"]["securitySchemes"] = {"token": {"type": "http", "scheme": "bearer"}}
    told["security"] = [{"token": []}, {}]
    for path, operations in told["paths"].items():
        for operation in operations.values():
            _complete(path, operation)
    return told


def _problem() -> dict[str, Any]:
    schema = TypeAdapter(Problem).json_schema(mode="serialization", ref_template="#/components/schemas/{model}")
    return {**schema.pop("$defs", {}), "Problem": schema}


def _complete(path: str, operation: dict[str, Any]) -> None:
    """Tell the refusals of one operation, and of what only looks the answer that nothing is new."""
    answers = operation["responses"]
    answers.pop("422", None)
    has_body, is_named = "requestBody" in operation, "{" in path
    for status, meaning in REFUSALS.items():
        if (status not in BODY_ONLY or has_body) and (status != "404" or is_named or path in ABOUT):
            answers[status] = {
                "description": meaning,
                "content": {PROBLEM: {"schema": {"$ref": "#/components/schemas/Problem"}}},
            }
    if not has_body:
        answers["304"] = {"description": "What the request's If-None-Match names is still so."}


ABOUT = frozenset({"/claims", "/statements", "/copies", "/decisions"})

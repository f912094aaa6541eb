"""Why something is refused in, the answer for programs out: ``application/problem+json`` (RFC 9457)."""

from collections.abc import Mapping
from dataclasses import dataclass
from http import HTTPStatus

import msgspec
from starlette.responses import Response

from twosource.publish.whole import scrubbed

API = "/api"
ADDRESS = f"{API}/v1"
PROBLEM = "application/problem+json"


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

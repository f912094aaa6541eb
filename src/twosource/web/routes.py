"""Functions that make pages in, routes out; what an address or a form tells a function is read here and refused here.

FastAPI, which the interface for programs is made with, costs 0.3 s of a server's start and a twentieth of a page.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from inspect import Parameter, iscoroutinefunction, signature
from typing import Annotated, Any, TypeVar, get_args, get_origin

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from twosource.errors import UsageError
from twosource.web.turn import in_turn

Function = TypeVar("Function", bound=Callable[..., Any])
FIELDS = 100  # of a form; those with more read it themselves
MOST = 10_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """A text in the address, in the path of it or, with ``in_form``, in the form sent; how long and of which form."""

    longest: int = 8_000
    pattern: str | None = None
    in_form: bool = False

    def read(self, name: str, told: str) -> str:
        """Return the text, or refuse it."""
        if len(told) > self.longest:
            raise UsageError(f"{name} has {len(told)} characters; at most {self.longest} are taken.")
        if self.pattern is not None and not re.fullmatch(self.pattern, told):
            raise UsageError(f"{name} is {told!r}, which is none.")
        return told


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """A whole number in the address, and from where to where it goes."""

    least: int = 0
    most: int = MOST
    in_form: bool = False

    def read(self, name: str, told: str) -> int:
        """Return the number, or refuse it."""
        if told.isascii() and told.isdigit() and len(told) < 20 and self.least <= int(told) <= self.most:
            return int(told)
        raise UsageError(f"{name} is {told[:40]!r}; give a whole number from {self.least:,} to {self.most:,}.")


Field = Text | Number
PLAIN = Text()


class Routes:
    """The routes of a few pages, in the order they are told."""

    def __init__(self) -> None:
        self.routes: list[Route] = []

    def get(self, path: str) -> Callable[[Function], Function]:
        """Let a function make the page at a path."""
        return self._told(path, "GET")

    def post(self, path: str) -> Callable[[Function], Function]:
        """Let a function take what is sent to a path."""
        return self._told(path, "POST")

    def _told(self, path: str, method: str) -> Callable[[Function], Function]:
        def told(function: Function) -> Function:
            self.routes.append(Route(path, _endpoint(function), methods=[method]))
            return function

        return told


def _endpoint(function: Callable[..., Any]) -> Callable[[Request], Any]:
    """Return what answers a request by a function: its fields are read by their names, then it runs in a thread."""
    named = dict(signature(function).parameters)
    fields = {name: (_field(one), one.default) for name, one in named.items() if one.annotation is not Request}
    first = {} if len(fields) == len(named) else {"request": None}
    is_coroutine = iscoroutinefunction(function)
    has_form = any(field.in_form for field, _ in fields.values())

    async def endpoint(request: Request) -> Response:
        form = await _form(request) if has_form else {}
        values = {name: _value(request, form, name, field) for name, field in fields.items()}
        told = {**values, **({"request": request} if first else {})}
        answer: Response = await function(**told) if is_coroutine else await in_turn(request.scope, function, **told)
        return answer

    return endpoint


def _field(one: Parameter) -> Field:
    """Return what a parameter's annotation tells of it; a text of the address where it tells nothing."""
    if get_origin(one.annotation) is not Annotated:
        return PLAIN
    found: Field = next((mark for mark in get_args(one.annotation) if isinstance(mark, Field)), PLAIN)
    return found


async def _form(request: Request) -> Mapping[str, object]:
    async with request.form(max_files=0, max_fields=FIELDS) as form:
        return dict(form)


def _value(request: Request, form: Mapping[str, object], name: str, told: tuple[Field, Any]) -> Any:
    field, otherwise = told
    if name in request.path_params:
        return field.read(name, request.path_params[name])
    found = form.get(name) if field.in_form else request.query_params.get(name)
    return field.read(name, found) if isinstance(found, str) and found else otherwise

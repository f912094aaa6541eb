"""A request that only looks in, the bytes that tell it to another process out; an answer in, and the same back."""

from dataclasses import dataclass
from typing import Any

import msgspec
from starlette.types import Scope

from twosource.accounts import Person
from twosource.web.guard.forgery import Ticket

LENGTH = 4  # bytes before each message that say how long it is
PASSED_ON = ("type", "http_version", "method", "scheme", "path", "raw_path", "root_path", "query_string")


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A request as the guards let it through: who asks, and the ticket for its page's forms."""

    passed_on: dict[str, Any]
    headers: list[tuple[bytes, bytes]]
    client: tuple[str, int] | None
    server: tuple[str, int | None] | None
    person: Person | None
    session: str | None
    basis: str
    is_new: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """An answer; ``has_form`` tells whether its page carries a form that changes something."""

    status: int
    headers: list[tuple[bytes, bytes]]
    body: bytes
    has_form: bool


def asked(scope: Scope) -> bytes:
    """Return a request as bytes."""
    state = scope["state"]
    ticket: Ticket = state["ticket"]
    told = Asked(
        passed_on={name: scope[name] for name in PASSED_ON if name in scope},
        headers=[(bytes(name), bytes(value)) for name, value in scope["headers"]],
        client=scope.get("client"),
        server=scope.get("server"),
        person=state.get("person"),
        session=state.get("session"),
        basis=ticket.basis,
        is_new=ticket.is_new,
    )
    return framed(msgspec.msgpack.encode(told))


def scope_of(told: bytes, secret: bytes) -> Scope:
    """Return the request that bytes tell, as the application takes it; ``secret`` signs its page's forms."""
    found = msgspec.msgpack.decode(told, type=Asked)
    state: dict[str, Any] = {"ticket": Ticket(secret, found.basis, is_new=found.is_new), "session": found.session}
    if found.person is not None:
        state["person"] = found.person
    shared = {"headers": found.headers, "client": found.client, "server": found.server, "state": state}
    return {**found.passed_on, **shared, "asgi": {"version": "3.0"}}


def framed(message: bytes) -> bytes:
    """Return a message with its length before it."""
    return len(message).to_bytes(LENGTH, "big") + message

"""A request in, what its page works with out: the desk all requests share, the ledger at its moment, the person."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import wraps
from typing import TYPE_CHECKING, Any, cast

from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import Response

from twosource.accounts import Person
from twosource.api import Ledger
from twosource.config import Settings
from twosource.errors import UsageError
from twosource.upkeep import asked_together
from twosource.web.guard.protection import Protection
from twosource.web.jobs import Jobs

if TYPE_CHECKING:
    from twosource.collect import Fetch

DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
MINUTE = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?")


LOCAL = Person(name="", role="admin")
"""Who asks where no one logs in; the form of a decision asks for a name."""


def now() -> datetime:
    """Return the present time."""
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """What one running server works on: ``store`` is the ledger's file or address, ``jobs`` its long work.

    ``fetch`` brings what stands at an address; None: the web itself does. ``apart``: long work is done in a process of
    its own.
    """

    store: str
    settings: Settings = field(default_factory=Settings)
    protection: Protection = field(default_factory=Protection)
    clock: Callable[[], datetime] = now
    jobs: Jobs = field(default_factory=Jobs)
    fetch: "Fetch | None" = None
    apart: bool = False

    @property
    def accounts(self) -> bool:
        """Tell whether people log in."""
        return self.protection.accounts is not None


def desk_of(request: Request) -> Desk:
    """Return what all requests of this server share."""
    return cast("Desk", request.app.state.desk)


def of_one_moment(function: Callable[..., Response]) -> Callable[..., Response]:
    """Let what a page asks of the ledger in several questions be answered as of one moment."""

    @wraps(function)
    def made(request: Request, **told: Any) -> Response:
        with asked_together(desk_of(request).store):
            return function(request, **told)

    return made


def moment_of(request: Request) -> str | None:
    """Return the past moment that is looked at (a day, or ISO 8601 with a zone), None for now.

    A time without a zone is in UTC.

    Raises:
        UsageError: it is no day and no time.
    """
    told = request.query_params.get("as_of", "").strip()
    if not told:
        return None
    return checked_moment(f"{told}Z" if MINUTE.fullmatch(told) else told)


def checked_moment(told: str) -> str:
    """Return a day or a time with a zone as it is.

    Raises:
        UsageError: it is neither.
    """
    try:
        moment = datetime.fromisoformat(told)
    except ValueError as error:
        raise UsageError(f"Cannot read the moment {told!r}; write 2026-01-05 or 2026-01-05T09:00Z.") from error
    if moment.tzinfo is None and not DAY.fullmatch(told):
        raise UsageError(f"The moment {told!r} has no zone; write it as 2026-01-05T09:00Z.")
    return told


def ledger_of(request: Request) -> Ledger:
    """Return the ledger, as it is or as it was at the moment that is looked at.

    Raises:
        UsageError: there is no such ledger, or the moment cannot be read.
        StoreError: it cannot be opened or read.
    """
    return Ledger.open(desk_of(request).store, moment_of(request))


def person_of(request: Request) -> Person:
    """Return who asks; without accounts a person who may do all."""
    return cast("Person", getattr(request.state, "person", LOCAL))


def csrf_field(request: Request) -> Markup:
    """Return the hidden field that each form which changes something carries; see ``guard/forgery.py``."""
    ticket = getattr(request.state, "ticket", None)
    if ticket is None:
        return Markup()
    return Markup('<input type="hidden" name="csrf_token" value="{}">').format(ticket.token())

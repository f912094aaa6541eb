"""Address, port and a desk in, a running server out; it ends with the program."""

import os
import sys
from collections.abc import Callable, Iterable, Mapping
from typing import Any

import uvicorn

from twosource.accounts import Accounts, people
from twosource.errors import UsageError
from twosource.upkeep import kept_open, ready
from twosource.values.address import is_loopback
from twosource.web.app import build_app
from twosource.web.crew.foreman import Foreman, listening
from twosource.web.desk import Desk
from twosource.web.guard.protection import Protection, secret_from
from twosource.web.render import templates

CONNECTIONS = 200  # open at once, waiting ones included; above it the answer is 503
DRAWN = ("events.html.j2", "event_row.html.j2", "one_event.html.j2")  # compiled (0.1 s) once for all processes
MOST = 4  # processes, of some 60 MB each for a ledger of 100,000 events
ANY = frozenset({"0.0.0.0", "::", ""})  # noqa: S104 - told apart from addresses that a browser can name


def serve(desk: Desk, host: str, port: int, workers: int = 0, told: Callable[[], None] = lambda: None) -> None:
    """Serve one ledger until the program is stopped.

    Args:
        desk: what is served.
        host: the address to listen on.
        port: the port.
        workers: processes that make pages, forked from one that has read what pages are found by. 1: one process does
            all, each request in a thread. 0: one a core, at most four.
        told: called once the ledger is open and the port taken.

    Raises:
        UsageError: there is no such ledger, or the port is taken.
        StoreError: it cannot be opened or read.
    """
    app = build_app(desk)
    options: dict[str, Any] = {
        "host": host,
        "port": port,
        "log_level": "warning",
        "server_header": False,
        "limit_concurrency": CONNECTIONS,
        "h11_max_incomplete_event_size": desk.protection.header_bytes + desk.protection.query_bytes,
        "ws": "none",
    }
    with kept_open(desk.store):
        number = workers or _cores()
        config = uvicorn.Config(app, **options)
        if number == 1 or not hasattr(os, "fork"):
            taken = listening(host, port)
            told()
            uvicorn.Server(config).run(sockets=[taken])
            return
        ready(desk.store)
        for name in DRAWN:
            templates().get_template(name)
        if desk.protection.accounts is not None:
            desk.protection.accounts.close()
        foreman = Foreman(app, config, number)
        told()
        sys.exit(foreman.serve())


def _cores() -> int:
    """How many processes make pages where nothing is said; where forking is not the system's way, one."""
    return min(len(os.sched_getaffinity(0)), MOST) if sys.platform == "linux" else 1


def desk_for(store: str, host: str, allowed: Iterable[str], environment: Mapping[str, str], *, accounts: bool) -> Desk:
    """Return the desk of a server, its secrets taken from the environment.

    Raises:
        UsageError: it would be open to others without accounts, or a team without one; or the secret is too short.
        StoreError: the accounts cannot be read.
    """
    if not accounts and not is_loopback(host):
        raise UsageError(
            f"Listening on {host} opens the ledger to others, and without accounts anybody may change it:"
            " add --accounts (and first an admin: twosource account add NAME --role admin --store LEDGER)."
        )
    opened = Accounts(store) if accounts else None
    if opened is not None and not any(one.role == "admin" and not one.is_disabled for one in people(opened)):
        raise UsageError(
            f"No admin can log in yet: make one with 'twosource account add NAME --role admin --store {store}'."
        )
    names = frozenset([*allowed, *([] if host in ANY else [host])])
    protection = Protection(accounts=opened, secret=secret_from(environment), hosts=names)
    return Desk(store=store, protection=protection, apart=True)

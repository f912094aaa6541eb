"""``twosource serve``: a kept ledger as web pages."""

import logging
import os
import re
from typing import Annotated

import typer

from twosource import upkeep
from twosource.cli.ledger import shown
from twosource.errors import UsageError
from twosource.log import logger

EXTRA = frozenset({"argon2", "fastapi", "starlette", "multipart", "python_multipart", "uvicorn"})

Where = Annotated[str, typer.Argument(help="The ledger: a SQLite file or a database address.", metavar="LEDGER")]
Host = Annotated[str, typer.Option("--host", help="Address to listen on; the default is open to this computer alone.")]
Port = Annotated[int, typer.Option("--port", help="Port to listen on.", min=1, max=65535)]
Accounts = Annotated[bool, typer.Option("--accounts", help="People log in; for a team. See 'twosource account'.")]
Workers = Annotated[
    int,
    typer.Option(
        "--workers", help="Processes that make pages; 0: one per core, at most 4. 1: no others.", min=0, max=64
    ),
]
Allowed = Annotated[
    list[str] | None,
    typer.Option(
        "--allowed-host", help="A name by which browsers reach this server, besides localhost.", metavar="NAME"
    ),
]


def serve(  # noqa: PLR0913 - one parameter an option; the command line names them
    ledger: Where,
    *,
    host: Host = "127.0.0.1",
    port: Port = 8000,
    accounts: Accounts = False,
    allowed_host: Allowed = None,
    workers: Workers = 0,
) -> None:
    """Serve a kept ledger as web pages until it is stopped with Ctrl-C; a new file begins as an empty ledger.

    It listens on this computer alone unless --host says otherwise, which needs --accounts. TWOSOURCE_SECRET (32
    characters or more) in the environment signs forms, so that they outlast a restart.
    """
    try:
        from twosource.web.server import desk_for  # noqa: PLC0415 - an extra; loaded only where asked for
        from twosource.web.server import serve as run_server  # noqa: PLC0415 - the same
    except ModuleNotFoundError as error:
        if error.name not in EXTRA:
            raise
        raise UsageError(f"{error.name} is not installed; pip install 'twosource[web]' brings it.") from error
    desk = desk_for(ledger, host, allowed_host or (), os.environ, accounts=accounts)
    new = [f"{_without_password(ledger)} is a new, empty ledger."] if upkeep.begin(ledger) else []
    named = f"[{host}]" if ":" in host else host
    serving = f"Serving {_without_password(ledger)} at http://{named}:{port}/ (Ctrl-C stops it)"
    _tell_faults()
    run_server(desk, host, port, workers, lambda: shown([*new, serving]))


def _tell_faults() -> None:
    """Let whoever keeps the server read, on standard error, what pages tell without the paths of the machine."""
    told = logging.StreamHandler()
    told.setFormatter(logging.Formatter("%(asctime)s %(message)s"))
    logger.addHandler(told)


def _without_password(ledger: str) -> str:
    return re.sub(r"(://[^:/@]*):[^@]*@", r"\1:***@", ledger.partition("?")[0])

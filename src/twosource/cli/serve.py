"""``twosource serve``: a kept ledger as web pages."""

from typing import Annotated

import typer

from twosource import upkeep
from twosource.cli.ledger import shown
from twosource.errors import UsageError

EXTRA = frozenset({"argon2", "fastapi", "starlette", "multipart", "python_multipart", "uvicorn"})

Where = Annotated[str, typer.Argument(help="The ledger: a SQLite file or a database address.", metavar="LEDGER")]
Host = Annotated[str, typer.Option("--host", help="Address to listen on; the default is open to this computer alone.")]
Port = Annotated[int, typer.Option("--port", help="Port to listen on.", min=1, max=65535)]
Accounts = Annotated[bool, typer.Option("--accounts", help="People log in; for a team.")]


def serve(ledger: Where, *, host: Host = "127.0.0.1", port: Port = 8000, accounts: Accounts = False) -> None:
    """Serve a kept ledger as web pages until it is stopped with Ctrl-C; a new file begins as an empty ledger.

    It listens on this computer alone unless --host says otherwise.
    """
    try:
        from twosource.web.desk import Desk  # noqa: PLC0415 - an extra; loaded only where asked for
        from twosource.web.server import serve as run_server  # noqa: PLC0415 - the same
    except ModuleNotFoundError as error:
        if error.name not in EXTRA:
            raise
        raise UsageError(f"{error.name} is not installed; pip install 'twosource[web]' brings it.") from error
    if upkeep.begin(ledger):
        shown([f"{ledger} is a new, empty ledger."])
    named = f"[{host}]" if ":" in host else host
    shown([f"Serving {ledger.partition('?')[0]} at http://{named}:{port}/ (Ctrl-C stops it)"])
    run_server(Desk(store=ledger, accounts=accounts), host, port)

"""Address, port and a desk in, a running server out; it ends with the program."""

import uvicorn

from twosource.web.app import build_app
from twosource.web.desk import Desk


def serve(desk: Desk, host: str, port: int) -> None:
    """Serve one ledger until the program is stopped; requests run in a pool of threads."""
    uvicorn.run(build_app(desk), host=host, port=port, log_level="warning", server_header=False)

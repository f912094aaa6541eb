"""A private PostgreSQL server out: it lives in a folder of its own, with its socket, and ends with its context."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

SERVERS = sorted(Path("/usr/lib/postgresql").glob("*/bin"))


@contextmanager
def server() -> Iterator[str | None]:
    """Give the address of an empty database, None where no server is installed."""
    if not SERVERS:
        yield None
        return
    folder = Path(tempfile.mkdtemp(prefix="pg"))  # a path of a socket is short: 107 characters
    user = "nobody" if os.geteuid() == 0 else None
    if user:
        shutil.chown(folder, user)
    control = [str(SERVERS[-1] / "pg_ctl"), "-D", str(folder / "cluster"), "-w", "-s"]
    _run([str(SERVERS[-1] / "initdb"), "-D", str(folder / "cluster"), "-U", "tester", "-A", "trust", "-N"], user)
    _run([*control, "-l", str(folder / "log"), "-o", f"-k {folder} -c listen_addresses=''", "start"], user)
    try:
        yield f"postgresql://tester@/postgres?host={folder}"
    finally:
        _run([*control, "-m", "fast", "stop"], user)
        shutil.rmtree(folder)


def _run(command: list[str], user: str | None) -> None:
    subprocess.run(command, user=user, check=True, capture_output=True, cwd="/")  # noqa: S603 - the server's tools

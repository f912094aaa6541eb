"""A folder in, a private PostgreSQL server out; it listens on a socket in the folder and ends with its context."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

SERVERS = sorted(Path("/usr/lib/postgresql").glob("*/bin"))


@contextmanager
def server(folder: Path) -> Iterator[str | None]:
    """Give the address of an empty database, None where no server is installed."""
    if not SERVERS:
        yield None
        return
    socket = Path(tempfile.mkdtemp(prefix="pg"))  # a path of a socket is short: 107 characters
    user = "nobody" if os.geteuid() == 0 else None
    folder.mkdir()
    for place in (folder, socket):
        if user:
            shutil.chown(place, user)
    control = [str(SERVERS[-1] / "pg_ctl"), "-D", str(folder / "cluster"), "-w", "-s"]
    _run([str(SERVERS[-1] / "initdb"), "-D", str(folder / "cluster"), "-U", "tester", "-A", "trust", "-N"], user)
    _run([*control, "-l", str(folder / "log"), "-o", f"-k {socket} -c listen_addresses=''", "start"], user)
    try:
        yield f"postgresql://tester@/postgres?host={socket}"
    finally:
        _run([*control, "-m", "fast", "stop"], user)
        shutil.rmtree(socket)


def _run(command: list[str], user: str | None) -> None:
    subprocess.run(command, user=user, check=True, capture_output=True, cwd="/")  # noqa: S603 - the server's tools
